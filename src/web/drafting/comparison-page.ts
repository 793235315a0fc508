import type { Page } from '../page.ts';
import { mapPage } from '../pages/map.ts';
import { draftingWords } from '../words/drafting.ts';
import { comparingWords } from '../words/comparing.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { whatIfWords } from '../words/what-if.ts';
import { assessedWith, comparisonOf } from './comparison.ts';
import { dayOf, pageOfDraft } from './draft-pages.ts';
import type { DraftReading } from './draft-reading.ts';

/** Before and after side by side, on the date of the draft: in a sentence first, then each thing that would be otherwise. */
export function comparisonPage(dr: DraftReading): Page {
  const { reading, draft, laid, shown, to } = dr;
  const t = inLanguage(comparingWords, reading.language);
  const compared = comparisonOf(dr, assessedWith(dr));
  const broken = laid.parts.filter(({ faults }) => faults.length > 0).length;
  const date = dayOf(draft, reading);
  return pageOfDraft(dr, {
    view: 'draft-comparison.njk',
    title: t.title,
    model: {
      t, w: inLanguage(whatIfWords, reading.language), heading: t.title,
      onDate: filled(t.onDate, { date }),
      summary: summaryIn(dr, compared),
      leftOut: broken === 0 ? undefined : filled(t.leftOut, { count: broken }),
      hidden: shown.length < laid.parts.length ? inLanguage(draftingWords, reading.language).someHidden : undefined,
      compared: { ...compared, counts: compared.counts.map(({ more, ...one }) => ({ ...one, difference: more === 0 ? t.same : filled(more > 0 ? t.more : t.fewer, { count: Math.abs(more) }) })) },
      map: { href: to.map(draft.id), said: { text: t.map } },
      back: { href: to.draft(draft.id), said: { text: inLanguage(draftingWords, reading.language).backToDraft } },
    },
  });
}

/** What would be otherwise, as sentences: what falls and rises, what moves, whom it rests on, the structure. */
function summaryIn({ reading }: DraftReading, { moved, responsibilities, reach, people, structure }: ReturnType<typeof comparisonOf>): readonly string[] {
  const t = inLanguage(comparingWords, reading.language);
  const counted = (what: 'falls' | 'rises' | 'loses' | 'gains' | 'person' | 'accountable', count: number): string => filled(t[`${what}${count === 0 ? 'None' : count === 1 ? 'One' : 'Many'}`], { count });
  const accountable = responsibilities.filter(({ isAccountable }) => isAccountable).length;
  const [loses, gains] = [reach.filter(({ lost }) => lost.length > 0).length, reach.filter(({ gained }) => gained.length > 0).length];
  const [now, then] = [people.filter((one) => one.now > 0).length, people.filter((one) => one.then > 0).length];
  return [
    filled(t.verdicts, { falls: counted('falls', moved.falls.length), rises: counted('rises', moved.rises.length) }),
    ...(responsibilities.length === 0 ? [t.noneMove] : [filled(t.moves, { moves: filled(responsibilities.length === 1 ? t.movesOne : t.movesMany, { count: responsibilities.length }), accountable: counted('accountable', accountable) })]),
    ...(loses + gains === 0 ? [t.noLever] : [filled(t.levers, { loses: counted('loses', loses), gains: counted('gains', gains) })]),
    filled(now === then ? t.restsSame : t.rests, { now: counted('person', now), then: counted('person', then) }),
    filled(structure[0].type === structure[1].type ? t.structureSame : t.structureMoves, { before: structure[0].type, after: structure[1].type }),
  ];
}

/** The map as it would be. */
export function draftMapPage(dr: DraftReading): Page {
  const { reading, draft, after } = dr;
  const t = inLanguage(comparingWords, reading.language);
  const map = mapPage({ ...after, assessment: assessedWith(dr) });
  return pageOfDraft(dr, { view: 'map.njk', title: t.map, model: { ...map.model, draft: { name: draft.name, onDate: filled(t.mapOnDate, { date: dayOf(draft, reading) }), heading: t.map } } });
}
