import { z } from 'zod';
import type { ReportHeading } from '../../guidance/pack.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import type { Report } from '../../model/reporting.ts';
import { isIn } from '../due.ts';
import type { Facts } from '../facts.ts';
import { defineOperator } from '../operator.ts';
import { doesNotApply, met, notMet, partly, reason } from '../outcome.ts';

const says = {
  has: { en: '{report} has {count} of the {all} headings that are laid down.', cy: 'Mae gan {report} {count} o’r {all} pennawd a bennwyd.' },
  none: { en: 'The guidance lays down no headings.', cy: 'Nid yw’r canllawiau’n pennu unrhyw benawdau.' },
  noReport: { en: 'There is no finished report ({report}) between {from} and {to} of which to ask.', cy: 'Nid oes adroddiad gorffenedig ({report}) rhwng {from} a {to} i ofyn amdano.' },
  left: { en: 'Left out: {left}.', cy: 'Wedi’u gadael allan: {left}.' },
};

const FINISHED: readonly string[] = ['agreed', 'presented', 'published'];

/** The latest finished report of the look-back has a section for every heading that the pack lays down; with `carriesForward`, for those that take up last year's improvements. Does not apply where there is no such report. */
export const headed = defineOperator({
  name: 'headed',
  params: () => z.strictObject({ report: z.enum(['annual', 'performance', 'scrutiny', 'council']), carriesForward: z.boolean().default(false) }),
  evaluate({ report, carriesForward }, facts) {
    const headings = (facts.words.pack.reportHeadings ?? []).filter((heading) => !carriesForward || heading.carriesForward === true);
    if (headings.length === 0) return doesNotApply(reason(says.none));
    const latest = latestFinished(facts, report);
    if (latest === undefined) return doesNotApply(reason(says.noReport, { report, from: facts.window.from, to: facts.on }));
    const left = headings.filter((heading) => !latest.sections.some((section) => isUnder(section, heading)));
    const counted = reason(says.has, { report: latest.ref, count: headings.length - left.length, all: headings.length }, [latest.ref]);
    if (left.length === 0) return met(counted);
    const missed = reason(says.left, { left: left.map(({ name }) => name) }, [latest.ref]);
    return left.length < headings.length ? partly(missed, counted) : notMet(missed, counted);
  },
  explain: ({ report, carriesForward }) => ({
    says: carriesForward
      ? { en: 'The latest finished report ({report}) has every heading that takes up last year’s improvements.', cy: 'Mae gan yr adroddiad gorffenedig diweddaraf ({report}) bob pennawd sy’n ymdrin â gwelliannau’r llynedd.' }
      : { en: 'The latest finished report ({report}) has every heading that is laid down.', cy: 'Mae gan yr adroddiad gorffenedig diweddaraf ({report}) bob pennawd a bennwyd.' },
    with: { report },
  }),
});

/** A section stands under a heading by its number, or by its title in either language. */
function isUnder({ number, title }: Report['sections'][number], { id, number: laidDown, name }: ReportHeading): boolean {
  if (number === laidDown || number === id) return true;
  const titles = [title.en, title.cy].flatMap((one) => (one === undefined ? [] : [one.trim().toLowerCase()]));
  return titles.includes(name.en.toLowerCase()) || titles.includes(name.cy.toLowerCase());
}

function latestFinished(facts: Facts, type: string): Report | undefined {
  const day = ({ publishedOn, period }: Report): CalendarDate => publishedOn ?? period?.until ?? facts.on;
  const finished = facts.where('reports', 'type', type).filter((report) => FINISHED.includes(report.state) && isIn(facts.window, day(report)));
  return finished.reduce<Report | undefined>((last, one) => (last === undefined || day(one) > day(last) ? one : last), undefined);
}
