import { z } from 'zod';
import { addDays, type CalendarDate } from '../../kernel/date.ts';
import { duration, minus } from '../../kernel/duration.ts';
import type { Ref } from '../../model/field.ts';
import type { Communication } from '../../model/instruments.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { Report } from '../../model/reporting.ts';
import { absent } from '../absence.ts';
import { all } from '../compose-tests.ts';
import type { Facts } from '../facts.ts';
import { bodiesOf, meetingsHeld } from '../meetings-held.ts';
import { isOfOffice } from '../of-office.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { anyOf, met, missing, notKnown, notMet, reason, type Outcome } from '../outcome.ts';

const says = {
  heard: { en: '{report} was before {body} on {on}.', cy: 'Roedd {report} gerbron {body} ar {on}.' },
  told: { en: '{who} was told of {report} on {on}.', cy: 'Cafodd {who} wybod am {report} ar {on}.' },
  tooLate: { en: '{report} came before {where} only on {on}; the last day for that was {by}.', cy: 'Dim ond ar {on} y daeth {report} gerbron {where}; y diwrnod olaf ar gyfer hynny oedd {by}.' },
  notPublished: { en: '{report} is neither published nor presented to the council.', cy: 'Nid yw {report} wedi’i gyhoeddi na’i gyflwyno i’r cyngor.' },
  undated: { en: 'When {report} was published or presented to the council is not on record.', cy: 'Nid oes cofnod o bryd y cyhoeddwyd {report} nac y’i cyflwynwyd i’r cyngor.' },
  recordDate: { en: 'Record when {report} was published or presented.', cy: 'Cofnodwch pryd y cyhoeddwyd neu y cyflwynwyd {report}.' },
};

/** Before the latest report of the type was published or presented to the council, it was heard at such a body, or each office was told. */
export const beforePublished = defineOperator({
  name: 'beforePublished',
  params: ({ bodyTypes, offices }) =>
    z
      .strictObject({ report: z.enum(['annual', 'performance', 'scrutiny', 'council']), at: bodyTypes.optional(), to: offices.optional(), daysBefore: z.number().int().nonnegative().default(1) })
      .refine(({ at, to }) => at !== undefined || to !== undefined, '`at` or `to`'),
  evaluate({ report: type, at, to, daysBefore }, facts) {
    const reports = facts.where('reports', 'type', type).filter(({ state }) => state !== 'withdrawn' && state !== 'draft');
    const dated = reports.map((report) => ({ report, published: publication(facts, report) })).filter(({ published }) => published === undefined || published <= facts.on);
    if (dated.length === 0) return absent(facts, 'reports', { en: 'a report of the type {type}', cy: 'adroddiad o’r math {type}' }, { type });
    const latest = dated.reduce((last, one) => ((one.published ?? '') > (last.published ?? '') ? one : last));
    const { report, published } = latest;
    if (published === undefined) return notKnown([reason(isOut(report) ? says.undated : says.notPublished, { report: report.ref }, [report.ref])], missing(says.recordDate, { report: report.ref }, 'reports'));
    const by = addDays(published, -daysBefore);
    const asked = [...(at === undefined ? [] : [() => heardAt(facts, report, at, by)]), ...(to ?? []).map((office) => () => toldTo(facts, report, office, by))];
    return all(asked)(facts);
  },
  explain: ({ report, at, to, daysBefore }) => ({
    says: { en: 'Before the latest {report} was published, by at least {days} days, it was put to {whom}.', cy: 'Cyn cyhoeddi’r {report} diweddaraf, o leiaf {days} diwrnod, fe’i rhoddwyd gerbron {whom}.' },
    with: { report, days: daysBefore, whom: [...(at ?? []), ...(to ?? [])] },
  }),
});

const isOut = ({ state }: Report): boolean => state === 'published' || state === 'presented';

/** When it was published, else when a council first had it as a paper. */
function publication(facts: Facts, report: Report): CalendarDate | undefined {
  if (report.publishedOn !== undefined) return report.publishedOn;
  return papersAt(facts, report.ref, ['council'])[0]?.on;
}

/** Held meetings, of whatever time up to the date, at which the report was the paper of an item. */
function papersAt(facts: Facts, report: Ref<'reports'>, types: Parameters<typeof bodiesOf>[1]) {
  const ever = { from: '0001-01-01' as CalendarDate, until: facts.window.until };
  return meetingsHeld(facts, { of: types }, ever).filter(({ items }) => items.some(({ paper }) => paper === report));
}

function heardAt(facts: Facts, report: Report, types: Parameters<typeof bodiesOf>[1], by: CalendarDate): Outcome {
  const papers = papersAt(facts, report.ref, types);
  const told = bodiesOf(facts, types).flatMap((body) => facts.where('communications', 'of', report.ref).filter(({ to, on }) => to === body && on <= facts.on));
  const [first] = [...papers, ...told].toSorted((a, b) => (a.on < b.on ? -1 : 1));
  if (first === undefined) return absent(facts, 'meetings', { en: 'an item of {where} with {report} as its paper', cy: 'eitem gan {where} â {report} fel ei phapur' }, { where: anyOf(types), report: report.ref });
  const where = whereOf(facts, first) ?? anyOf(types);
  if (first.on > by) return notMet(reason(says.tooLate, { report: report.ref, where, on: first.on, by }, [report.ref, first.ref]));
  return met(reason(says.heard, { report: report.ref, body: where, on: first.on }, [report.ref, first.ref]));
}

/** The body before which it was: of the meeting or of its series, or the one that it was sent to. */
const whereOf = (facts: Facts, first: Meeting | Communication): Ref | undefined =>
  'of' in first ? first.to : (first.body ?? (first.series === undefined ? undefined : facts.get(first.series)?.body));

function toldTo(facts: Facts, report: Report, office: string, by: CalendarDate): Outcome {
  const posts = postsDesignated(facts, office).map(({ ref }) => ref);
  if (posts.length === 0) return absent(facts, 'posts', { en: 'a post designated {office}', cy: 'swydd wedi’i dynodi’n {office}' }, { office });
  const told = facts.where('communications', 'of', report.ref).filter(({ to, on }) => on <= facts.on && isOfOffice(facts, to, office, on));
  // A briefing names no report: one is about this report by its theme, in the year reported on or after, or by coming once that year was over.
  const since = report.period ?? aYearBefore(by);
  const briefings = posts.flatMap((post) => facts.where('briefings', 'to', post)).filter(({ on, themes }) => on <= facts.on && on >= (themes.includes('annual-report') ? since.from : since.until));
  const meetings = posts.flatMap((post) => facts.where('series', 'between', post)).flatMap((series) => facts.where('meetings', 'series', series.ref)).filter(({ held, on, items }) => held && on <= facts.on && items.some((item) => isOn(item, report, on)));
  const [first] = [...told, ...briefings, ...meetings].toSorted((a, b) => (a.on < b.on ? -1 : 1));
  if (first === undefined) return absent(facts, 'communications', { en: '{report} told to {office}', cy: '{report} wedi’i gyfleu i {office}' }, { report: report.ref, office });
  return first.on <= by
    ? met(reason(says.told, { who: office, report: report.ref, on: first.on }, [report.ref, first.ref]))
    : notMet(reason(says.tooLate, { report: report.ref, where: office, on: first.on, by }, [report.ref, first.ref]));
}

const aYearBefore = (by: CalendarDate) => ({ from: minus(by, duration('P1Y')), until: minus(by, duration('P1Y')) });

/** An item with the report as its paper, or on the annual report once the year that it reports on was over. */
const isOn = ({ paper, themes }: Meeting['items'][number], { ref, type, period }: Report, day: CalendarDate): boolean =>
  paper === ref || (paper === undefined && type === 'annual' && themes.includes('annual-report') && period !== undefined && day >= period.until);
