import { themeCoverage, type CoverageOf } from '../../assessment/theme-coverage.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import type { Language } from '../../kernel/text.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { coverageWords } from '../words/coverage.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** Themes by body over a year, and by month for the body that is chosen: from what was minuted. */
export function coveragePage(reading: Reading): Page {
  const { ask, language, speaker, assessment: { facts, compiled } } = reading;
  const t = inLanguage(coverageWords, language);
  const { months, of } = themeCoverage(facts, compiled.pack.themes.map(({ id }) => id));
  const themes = compiled.pack.themes.map(({ id }, index) => ({ id, name: capitalised(speaker.value(id)), counts: of.map(({ rows }) => rows[index]?.items ?? 0) }));
  const discussed = themes.filter(({ counts }) => counts.some((count) => count > 0));
  const chosen = of.find((one) => one.of === ask.query.get('of')) ?? of[0];
  return pageOfRegister(reading, {
    view: 'coverage.njk',
    title: t.title,
    current: 'coverage',
    model: {
      t,
      bodies: of.map((one) => recordLink(reading, one.of)),
      held: of.map(({ held }) => sum(held)),
      rows: discussed.map(({ name, counts }) => ({ name, cells: [...counts, sum(counts)].map(cell) })),
      never: themes.filter((theme) => !discussed.includes(theme)).map(({ name }) => name),
      chosen: chosen === undefined ? undefined : chosenModel(chosen, months, reading),
      options: of.map((one) => ({ value: one.of, text: recordName(reading, one.of).text, selected: one === chosen })),
    },
  });
}

function chosenModel({ of, rows, held }: CoverageOf, months: readonly CalendarDate[], reading: Reading) {
  const { language, speaker } = reading;
  const t = inLanguage(coverageWords, language);
  return {
    heading: filled(t.byMonth, { body: recordName(reading, of).text }),
    months: months.map((month) => monthName(month, language)),
    held,
    rows: rows.filter(({ items }) => items > 0).map(({ theme, cells, items }) => ({
      name: capitalised(speaker.value(theme)),
      cells: [...cells.map((one) => ({ ...cell(one.items), links: one.where.map((ref) => reading.to.record(ref)) })), cell(items)],
    })),
  };
}

/** A count, and how dark its cell is: words say it, the shade helps the eye. */
const cell = (count: number) => ({ count, shade: count === 0 ? 0 : count === 1 ? 1 : count < 4 ? 2 : 3, links: [] as readonly string[] });

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

const monthName = (month: CalendarDate, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'cy-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(new Date(`${month}T00:00:00Z`));

const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase('en-GB') + text.slice(1);
