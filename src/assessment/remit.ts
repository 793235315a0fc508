import type { Ref } from '../model/field.ts';
import type { Function as FunctionOfServices } from '../model/structure.ts';
import type { Facts } from '../rules/facts.ts';
import type { Judged } from './assess.ts';

/** The themes and functions that somebody looks at; `all` where nothing narrows it. */
export type Remit = 'all' | readonly string[];

/** What the designations of a lead member narrow it to. */
const OF_DESIGNATION: Readonly<Record<string, string>> = { 'lead-member-children': 'children', 'lead-member-adults': 'adults' };

/** What is recorded of a body, or follows from the designations of a post. */
export function remitOf(facts: Facts, asker: Ref<'bodies'> | Ref<'posts'>): Remit {
  if (asker.startsWith('bodies/')) {
    const remit = facts.get(asker as Ref<'bodies'>)?.remit ?? [];
    return remit.length === 0 ? 'all' : remit;
  }
  const designations = facts.get(asker as Ref<'posts'>)?.designations ?? [];
  const narrowed = designations.flatMap((one) => OF_DESIGNATION[one] ?? []);
  if (narrowed.length > 0 && !designations.includes('lead-member-social-services')) return narrowed;
  const committee = committeeOf(facts, asker);
  return committee === undefined ? 'all' : remitOf(facts, committee);
}

/** The scrutiny committee that the holder of a post chairs. */
export const committeeOf = (facts: Facts, post: Ref): Ref<'bodies'> | undefined =>
  facts.where('seats', 'holder', post).find(({ role, body }) => role === 'chair' && facts.get(body)?.type === 'scrutiny-committee')?.body;

/** What councillors look at whatever they look at: the accountabilities that are about the service and not about the office. */
const ALWAYS = ['safeguarding', 'workforce', 'performance', 'partnership'];

/** The themes by which it is asked what was left out. */
export function remitThemes({ words: { pack } }: Facts, remit: Remit): readonly string[] {
  const themes = new Set(pack.themes.map(({ id }) => id));
  return (remit === 'all' ? ALWAYS : remit).filter((one) => themes.has(one));
}

/** Of these every body of councillors asks, whatever its remit. */
const FOR_EVERY = ['scrutiny', 'councillors', 'report'];
const BEARERS_FOR_EVERY = ['council', 'leader'];

/** What of the remit the expectation is about; empty where it is for everybody to ask; undefined where it lies outside. */
export function subjectsOf(facts: Facts, judged: Judged, remit: Remit): readonly string[] | undefined {
  if (remit === 'all') return [];
  const { appliesWhen, bearer, id, inPractice, onPaper, serves } = judged.compiled.expectation;
  const about = new Set([...serves, ...wordsUnder([appliesWhen, onPaper, inPractice])]);
  const functions = functionsIn(facts, remit);
  const named = [judged.paper, judged.practice].flatMap(({ because }) => because.flatMap(({ records }) => records));
  const subjects = [...new Set([...remit.filter((one) => about.has(one)), ...named.filter((one) => functions.has(one))])];
  if (subjects.length > 0) return subjects;
  return FOR_EVERY.includes(id.split('.')[0] ?? '') || BEARERS_FOR_EVERY.includes(bearer) ? [] : undefined;
}

/** The functions of the remit, and those of the groups that it names. */
function functionsIn(facts: Facts, remit: readonly string[]): ReadonlySet<string> {
  const groups = new Set<FunctionOfServices['group']>([...(remit.includes('adults') ? (['adult'] as const) : []), ...(remit.includes('children') ? (['children'] as const) : [])]);
  return new Set([...remit, ...facts.all('functions').filter(({ group }) => groups.has(group)).map(({ ref }) => ref)]);
}

/** The keys of a test under which it says what it is about. */
const ABOUT = ['themes', 'theme', 'about', 'over'];

const known = new WeakMap<object, readonly string[]>();

/** The words that stand anywhere in a test under such a key. */
function wordsUnder(tests: readonly unknown[]): readonly string[] {
  return tests.flatMap((test) => {
    if (typeof test !== 'object' || test === null) return [];
    let found = known.get(test);
    if (found === undefined) known.set(test, (found = [...said(test, false)]));
    return found;
  });
}

function* said(value: unknown, isAbout: boolean): Generator<string> {
  if (typeof value === 'string') {
    if (isAbout) yield value;
  } else if (Array.isArray(value)) {
    for (const one of value) yield* said(one, isAbout);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* said(inner, ABOUT.includes(key));
  }
}
