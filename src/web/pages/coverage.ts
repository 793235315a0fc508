import { themeCoverage, together, type CoverageCell, type CoverageOf, type ThemeCoverage } from '../../assessment/theme-coverage.ts';
import { monthInWords } from '../month-in-words.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { seenFacts } from '../seen-facts.ts';
import { coverageWords } from '../words/coverage.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** How far back the months may go. */
const SPANS = ['12', '24', '36', 'all'] as const;

/** Themes by body over a year, and by month for all bodies together, each apart, or one: from what was minuted. */
export function coveragePage(reading: Reading): Page {
  const { ask, language, speaker, assessment: { compiled } } = reading;
  const t = inLanguage(coverageWords, language);
  const themeIds = compiled.pack.themes.map(({ id }) => id);
  const own = seenFacts(reading);
  const { of } = themeCoverage(own, themeIds);
  const themes = themeIds.map((id, index) => ({ id, name: capitalised(speaker.value(id)), counts: of.map(({ rows }) => rows[index]?.items ?? 0) }));
  const discussed = themes.filter(({ counts }) => counts.some((count) => count > 0));
  const span = SPANS.find((one) => one === ask.query.get('months')) ?? '12';
  const over = themeCoverage(own, themeIds, span === 'all' ? 'all' : Number(span));
  const chosen = over.of.find((one) => one.of === ask.query.get('of'))?.of ?? (ask.query.get('of') === 'each' ? 'each' : 'all');
  return pageOfRegister(reading, {
    view: 'coverage.njk',
    title: t.title,
    current: 'coverage',
    model: {
      t,
      bodies: of.map((one) => recordLink(reading, one.of)),
      held: of.map(({ held }) => sum(held)),
      rows: discussed.map(({ name, counts }) => ({ name, cells: [...counts, sum(counts)].map((count) => cell(count)) })),
      never: themes.filter((theme) => !discussed.includes(theme)).map(({ name }) => name),
      months: monthsModel(over, chosen, reading),
      options: [
        { value: 'all', text: t.allBodies, selected: chosen === 'all' },
        { value: 'each', text: t.eachBody, selected: chosen === 'each' },
        ...over.of.map((one) => ({ value: one.of, text: recordName(reading, one.of).text, selected: one.of === chosen })),
      ],
      spans: SPANS.map((one) => ({ value: one, text: one === 'all' ? t.everyMonth : filled(t.lastMonths, { count: one }), selected: one === span })),
    },
  });
}

/** One table of themes by month: a group of rows for each theme, in which each body has its own where they are shown apart. */
function monthsModel({ months, of }: ThemeCoverage, chosen: CoverageOf['of'] | 'all' | 'each', reading: Reading) {
  const { language, speaker } = reading;
  const t = inLanguage(coverageWords, language);
  const one = of.find((each) => each.of === chosen);
  const whole = one ?? together(of);
  const groups = whole.rows.flatMap(({ theme, cells, items }, index) => {
    if (items === 0) return [];
    const apart = chosen === 'each' ? of.flatMap((body) => rowOf(reading, recordName(reading, body.of).text, body.rows[index])) : [];
    return [{ name: capitalised(speaker.value(theme)), cells: [...cells.map((each) => monthCell(reading, each)), cell(items)], apart }];
  });
  return {
    heading: one === undefined ? t.byMonthAll : filled(t.byMonth, { body: recordName(reading, one.of).text }),
    months: months.map((month) => monthInWords(month, language, 'short')),
    isWide: months.length > 12,
    held: [...whole.held, sum(whole.held)],
    groups,
  };
}

const rowOf = (reading: Reading, name: string, row: CoverageOf['rows'][number] | undefined) =>
  row === undefined || row.items === 0 ? [] : [{ name, cells: [...row.cells.map((each) => monthCell(reading, each)), cell(row.items)] }];

const monthCell = ({ to }: Reading, { items, where }: CoverageCell) => ({ ...cell(items), links: where.map((ref) => to.record(ref)) });

/** A count, and how dark its cell is: words say it, the shade helps the eye. */
const cell = (count: number) => ({ count, shade: count === 0 ? 0 : count === 1 ? 1 : count < 4 ? 2 : 3, links: [] as readonly string[] });

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase('en-GB') + text.slice(1);
