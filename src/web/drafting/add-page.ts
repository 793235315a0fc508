import { KIND_NAMES, isKindName, kindNamed, type KindName } from '../../model/kinds.ts';
import { nameOrder } from '../name-order.ts';
import type { Page } from '../page.ts';
import { recordName } from '../record-name.ts';
import { draftingWords } from '../words/drafting.ts';
import { formWords } from '../words/form.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { pageOfDraft } from './draft-pages.ts';
import type { DraftReading } from './draft-reading.ts';
import { PROPOSALS } from './proposal-forms.ts';

/** More records than this are sought by their name instead of chosen from a list. */
const MOST_LISTED = 400;

/** Every way to add a change: the usual ones of a restructure, and any record put, changed or ended. */
export function addPage(dr: DraftReading): Page {
  const { reading, access, draft, to, after } = dr;
  const { ask, language } = reading;
  const t = inLanguage(draftingWords, language);
  const asked = ask.query.get('kind') ?? '';
  const kinds = KIND_NAMES.filter((kind) => access.mightKeep(kind));
  const kind = isKindName(asked) && kinds.includes(asked) ? asked : undefined;
  const order = nameOrder(language);
  return pageOfDraft(dr, {
    view: 'draft-add.njk',
    title: t.addChange,
    model: {
      t, heading: t.addChange, choose: inLanguage(formWords, language).choose,
      proposals: PROPOSALS.map((type) => ({ href: to.add(draft.id, type), said: { text: t.proposals[type].heading }, hint: t.proposals[type].hint })),
      action: to.add(draft.id),
      kinds: kinds.map((one) => ({ value: one, text: kindNamed(one).label[language] })).toSorted((a, b) => order.compare(a.text, b.text)),
      kind,
      upload: to.upload(draft.id),
      record: kind === undefined ? undefined : recordChoice(dr, kind, order),
    },
  });

  function recordChoice({ laid, sight }: DraftReading, of: KindName, inOrder: Intl.Collator) {
    const label = kindNamed(of).label[language].toLowerCase();
    const sought = (ask.query.get('q') ?? '').trim().toLowerCase();
    const all = after.seen.all(of).filter(({ id }) => laid.after.where(of, 'id', id).every((record) => sight.sees(record)));
    const named = all.map(({ id, ref }) => ({ id, text: recordName(after, ref).text })).filter(({ text }) => text.toLowerCase().includes(sought)).toSorted((a, b) => inOrder.compare(a.text, b.text));
    return {
      heading: filled(t.recordsOf, { kinds: kindNamed(of).labels[language].toLowerCase() }),
      fresh: { href: to.add(draft.id, `${of}/new-record`), said: { text: filled(t.newRecord, { kind: label }) } },
      sought, mustSeek: all.length > MOST_LISTED || sought !== '', most: named.length > MOST_LISTED ? filled(t.mostListed, { count: MOST_LISTED }) : undefined,
      rows: named.slice(0, MOST_LISTED).map(({ id, text }) => ({ text, change: to.add(draft.id, `${of}/${encodeURIComponent(id)}/change`), end: to.add(draft.id, `${of}/${encodeURIComponent(id)}/end`) })),
    };
  }
}
