import type { Proposal } from '../../assessment/proposals.ts';
import type { Ref } from '../../model/field.ts';
import type { KindName } from '../../model/kinds.ts';
import { optionOf, type FormField, type Option } from '../forms/form-field.ts';
import { nameOrder } from '../name-order.ts';
import type { Page } from '../page.ts';
import { recordName } from '../record-name.ts';
import { errorOf, errorsOf, type FormFault } from '../forms/form-fault.ts';
import { draftingWords } from '../words/drafting.ts';
import { formWords } from '../words/form.ts';
import { inLanguage } from '../words/pairs.ts';
import { pageOfDraft } from './draft-pages.ts';
import { hiddenOf, savedFrom, versionIn, type DraftingForm } from './drafting-form.ts';
import type { DraftReading } from './draft-reading.ts';
import { propose } from './propose.ts';

type Type = Proposal['type'];

/** What each asks for: the names of its controls, and of which records one is chosen. */
const ASKED = {
  vacate: { post: 'held' },
  merge: { post: 'posts', into: 'posts' },
  move: { unit: 'units', under: 'units' },
  line: { post: 'posts', under: 'posts' },
  adopt: { instrument: 'unagreed' },
} as const satisfies Record<Type, Readonly<Record<string, 'held' | 'posts' | 'units' | 'unagreed'>>>;

export const PROPOSALS = Object.keys(ASKED) as readonly Type[];
export const isProposal = (written: string): written is Type => Object.hasOwn(ASKED, written);

/** The form of one of the usual changes: choose the records, and it is worked out what follows. */
export const proposalForm = (type: Type): DraftingForm<DraftReading> => ({
  page(dr, value, faults): Page {
    const { reading, draft, to } = dr;
    const t = inLanguage(draftingWords, reading.language);
    return pageOfDraft(dr, {
      view: 'form.njk', title: t.proposals[type].heading, errors: errorsOf(faults),
      model: {
        heading: t.proposals[type].heading, lead: [t.proposals[type].lead], action: to.add(draft.id, type), hidden: hiddenOf(dr), submit: t.addToDraft,
        formWords: inLanguage(formWords, reading.language), fields: controls(dr, type, (name) => value.get(name) ?? '', faults),
        below: [{ href: to.add(draft.id), said: { text: t.otherChange } }],
      },
    });
  },
  async save(dr, value, { drafts, now }) {
    const { reading, draft, to } = dr;
    const t = inLanguage(draftingWords, reading.language);
    const missing = Object.entries(ASKED[type]).filter(([name, among]) => !choices(dr, among).some((option) => option.value === value.get(name)));
    if (missing.length > 0) return { faults: missing.map(([name]) => ({ text: t.missing[name as keyof typeof t.missing], field: name })) };
    const chosen = Object.fromEntries(Object.keys(ASKED[type]).map((name) => [name, value.get(name) ?? '']));
    return savedFrom(await propose(drafts, dr, [{ type, ...chosen } as Proposal], versionIn(value), now()), reading.language, `${to.draft(draft.id)}?done=added`);
  },
});

function controls(dr: DraftReading, type: Type, value: (name: string) => string, faults: readonly FormFault[]): readonly FormField[] {
  const t = inLanguage(draftingWords, dr.reading.language);
  const { choose } = inLanguage(formWords, dr.reading.language);
  const labels = t.proposals[type].labels as Readonly<Record<string, string>>;
  return Object.entries(ASKED[type]).map(([name, among]): FormField => ({
    is: 'choice', name, id: `field-${name}`, label: labels[name] ?? name, value: value(name), error: errorOf(faults, name), options: [{ value: '', text: choose }, ...choices(dr, among)],
  }));
}

/** The records that may be chosen: of the register with the draft laid over it, as far as the reader may see it. */
function choices({ after }: DraftReading, among: 'held' | 'posts' | 'units' | 'unagreed'): readonly Option[] {
  const { seen, language } = after;
  const held = new Set<Ref>(seen.all('appointments').map(({ post }) => post));
  const refs = {
    posts: () => refsOf('posts'),
    units: () => refsOf('units'),
    held: () => refsOf('posts').filter((ref) => held.has(ref)),
    unagreed: () => seen.all('instruments').filter(({ state }) => state === 'draft' || state === 'negotiating').map(({ ref }): Ref => ref),
  }[among]();
  const order = nameOrder(language);
  return refs.map((ref) => optionOf(ref.slice(ref.indexOf('/') + 1), recordName(after, ref))).toSorted((a, b) => order.compare(a.text, b.text));

  function refsOf(kind: KindName): readonly Ref[] {
    return seen.all(kind).map(({ ref }) => ref);
  }
}
