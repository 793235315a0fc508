import { words, type BothLanguages, type Text } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { InstrumentType, Responsibility } from '../../model/instruments.ts';
import { inText } from '../../model/labels.ts';
import type { BodyType } from '../../model/structure.ts';
import type { Facts } from '../../rules/facts.ts';
import { postsDesignated } from '../../rules/offices.ts';
import type { Assessment } from '../assess.ts';
import { clauseText } from './clause-words.ts';
import { wantedBy, type Wanted } from './wanted-clauses.ts';

type Holder = Ref<'posts'> | Ref<'bodies'>;

/** A clause from which a negotiation can start, because the guidance expects it. */
export interface StartingProvision {
  /** The same for as long as the guidance and the posts that it concerns stay as they are. */
  readonly key: string;
  readonly text: Text;
  readonly themes: readonly string[];
  readonly functions: readonly Ref<'functions'>[];
  readonly gives: readonly { readonly to: Holder; readonly responsibility: Responsibility; readonly over?: string; readonly towards?: Holder }[];
  /** The expectations that ask for it. */
  readonly because: readonly string[];
  /** Whether each of them is met on paper already. */
  readonly isMet: boolean;
  /** Whether the guidance names this type of instrument for it. */
  readonly isOfType: boolean;
}

/** Groups of people as one body of the register. */
const AUDIENCE_BODY: Readonly<Record<string, BodyType>> = { councillors: 'council', officers: 'corporate-management-team' };

/**
 * The clauses that the guidance expects to be somewhere on paper and that an instrument of the type could hold, in the words of the
 * register’s own posts and bodies. What names an office that no post carries is left out.
 */
export function startingProvisions({ facts, judged }: Pick<Assessment, 'facts' | 'judged'>, type: InstrumentType, parties: readonly Ref[]): readonly StartingProvision[] {
  const found = new Map<string, StartingProvision>();
  for (const { compiled: { expectation }, paper } of judged) {
    if (expectation.onPaper === undefined || paper.verdict === 'does-not-apply') continue;
    for (const wanted of wantedBy(expectation.onPaper, type, (alternative) => resolved(facts, alternative, parties) !== undefined)) {
      const made = resolved(facts, wanted, parties);
      if (made === undefined) continue;
      const key = keyOf(made);
      const before = found.get(key);
      const isMet = paper.verdict === 'met';
      found.set(key, {
        ...made, key,
        because: [...new Set([...(before?.because ?? []), expectation.id])],
        isMet: isMet && (before?.isMet ?? true),
        isOfType: wanted.isOfType || (before?.isOfType ?? false),
      });
    }
  }
  return [...found.values()];
}

type Made = Pick<StartingProvision, 'text' | 'themes' | 'functions' | 'gives'>;

const keyOf = ({ functions, gives, themes }: Made): string =>
  [...gives.flatMap(({ to, responsibility, over = '', towards = '' }) => [to, responsibility, over, towards]), ...themes, ...(functions.length > 0 ? [functions.length] : [])].join('.').replace(/[^\w.-]/g, '_');

function resolved(facts: Facts, given: Wanted, parties: readonly Ref[]): Made | undefined {
  const wanted = officerFirst(facts, given);
  const towards = wanted.towards === undefined ? undefined : firstOf(facts, wanted.towards, parties);
  if (wanted.towards !== undefined && towards === undefined) return undefined;
  const to = wanted.to === 'anyone' ? (parties.find((party): party is Holder => party !== towards && !party.startsWith('organisations/')) ?? undefined) : holderOf(facts, wanted.to, parties);
  if (to === undefined || to === towards) return undefined;
  const functions = functionsOver(facts, wanted.over);
  if (functions !== undefined && functions.length === 0) return undefined;
  const over = functions === undefined ? wanted.over : undefined;
  const responsibility = wanted.responsibility ?? partOf(facts, wanted.to, to);
  const text = clauseText(responsibility, { to: nameOf(facts, to), over: wordsOver(facts, wanted.over), towards: towards === undefined ? undefined : nameOf(facts, towards) });
  return {
    text,
    themes: over !== undefined && facts.words.pack.themes.some(({ id }) => id === over) ? [over] : [],
    functions: functions ?? [],
    gives: [{ to, responsibility, ...(over === undefined ? {} : { over }), ...(towards === undefined ? {} : { towards }) }],
  };
}

/** Of two who are to meet the statutory officer is the one who answers to the other. */
function officerFirst({ words: { statutoryOfficer } }: Facts, wanted: Wanted): Wanted {
  const isOther = wanted.responsibility === 'reports' && wanted.towards?.includes(statutoryOfficer) === true && wanted.isMeeting;
  return isOther ? { ...wanted, to: statutoryOfficer, towards: [wanted.to] } : wanted;
}

/** The part that somebody has where the guidance asks for any. */
const partOf = ({ words: { statutoryOfficer } }: Facts, word: string, to: Holder): Responsibility => (word === statutoryOfficer ? 'accountable' : to.startsWith('bodies/') ? 'is-informed' : 'is-consulted');

const firstOf = (facts: Facts, named: readonly string[], parties: readonly Ref[]): Holder | undefined => named.map((word) => holderOf(facts, word, parties)).find((one) => one !== undefined);

/** The post that carries a designation or the body of a type, one of the parties before another. */
function holderOf(facts: Facts, word: string, parties: readonly Ref[]): Holder | undefined {
  const all: readonly Holder[] = [...postsDesignated(facts, word).map(({ ref }) => ref), ...facts.where('bodies', 'type', AUDIENCE_BODY[word] ?? word).map(({ ref }) => ref)];
  return all.find((ref) => parties.includes(ref)) ?? all[0];
}

/** The functions that a group of them stands for; undefined of a theme or an accountability. */
function functionsOver(facts: Facts, over: string | undefined): readonly Ref<'functions'>[] | undefined {
  if (over !== 'all-functions' && over !== 'adult' && over !== 'children' && over !== 'both') return undefined;
  return facts.all('functions').filter(({ group }) => (over === 'all-functions' ? group !== 'corporate' : group === over || group === 'both')).map(({ ref }) => ref);
}

const OVER_GROUPS: Readonly<Record<string, BothLanguages>> = {
  'all-functions': { en: 'all social services', cy: 'yr holl wasanaethau cymdeithasol' },
  adult: { en: 'social services for adults', cy: 'gwasanaethau cymdeithasol i oedolion' },
  children: { en: 'social services for children', cy: 'gwasanaethau cymdeithasol i blant' },
  both: { en: 'all social services', cy: 'yr holl wasanaethau cymdeithasol' },
};

function wordsOver(facts: Facts, over: string | undefined): BothLanguages | undefined {
  if (over === undefined) return undefined;
  const name = facts.words.nameOf(over);
  return OVER_GROUPS[over] ?? (name === undefined ? { en: over, cy: over } : inText(name));
}

function nameOf(facts: Facts, ref: Holder): BothLanguages {
  const name = ref.startsWith('posts/') ? facts.get(ref as Ref<'posts'>)?.title : facts.get(ref as Ref<'bodies'>)?.name;
  return name === undefined ? { en: ref, cy: ref } : { en: words(name, 'en'), cy: words(name, 'cy') };
}
