import type { CalendarDate } from '../kernel/date.ts';
import { duration, minus } from '../kernel/duration.ts';
import type { Ref } from '../model/field.ts';
import type { Facts } from '../rules/facts.ts';

/** What was discussed in one month: the items about a theme, in the meetings of a body or a series that were held. */
export interface CoverageCell {
  readonly meetings: number;
  readonly items: number;
  /** The meetings with such an item. */
  readonly where: readonly Ref<'meetings'>[];
}

export interface CoverageRow {
  readonly theme: string;
  /** A month each, as many as there are months. */
  readonly cells: readonly CoverageCell[];
  readonly items: number;
}

/** How the themes of the pack came up in what one body or series minuted. */
export interface CoverageOf {
  readonly of: Ref<'bodies'> | Ref<'series'>;
  readonly rows: readonly CoverageRow[];
  /** Meetings held in each month, whatever they were about. */
  readonly held: readonly number[];
}

export interface ThemeCoverage {
  /** The first day of each month, in order; the last is the month of the date. */
  readonly months: readonly CalendarDate[];
  readonly of: readonly CoverageOf[];
}

/** The month of the date and those before it, the last twelve unless told. */
const MONTHS = 12;
/** As far back as a table can be read. */
const MOST_MONTHS = 120;

/**
 * Themes by body and month, from minutes, over the months that end with the month of the date.
 * @param over how many months, or every month since the first meeting on record
 */
export function themeCoverage(facts: Facts, themes: readonly string[], over: number | 'all' = MONTHS): ThemeCoverage {
  const last = `${facts.on.slice(0, 7)}-01` as CalendarDate;
  const months = monthsTo(last, Math.min(MOST_MONTHS, over === 'all' ? monthsSinceFirst(facts) : over));
  const bySubject = new Map<Ref<'bodies'> | Ref<'series'>, Map<string, CoverageMeeting[]>>();
  for (const meeting of facts.all('meetings')) {
    if (!meeting.held || meeting.on > facts.on) continue;
    const month = meeting.on.slice(0, 7);
    const series = meeting.series === undefined ? undefined : facts.get(meeting.series);
    const of = meeting.body ?? series?.body ?? meeting.series;
    if (of === undefined) continue;
    const own = bySubject.get(of) ?? new Map<string, CoverageMeeting[]>();
    bySubject.set(of, own.set(month, [...(own.get(month) ?? []), { ref: meeting.ref, themes: meeting.items.map((item) => item.themes) }]));
  }
  const inMonths = [...bySubject].filter(([, own]) => months.some((month) => own.has(month.slice(0, 7))));
  return { months, of: inMonths.map(([of, own]) => coverageOf(of, own, months, themes)) };
}

const monthsTo = (last: CalendarDate, count: number): readonly CalendarDate[] => Array.from({ length: count - 1 }, (_, index) => minus(last, duration(`P${count - 1 - index}M`))).concat(last);

function monthsSinceFirst(facts: Facts): number {
  const first = facts.all('meetings').find(({ held, on }) => held && on <= facts.on)?.on ?? facts.on;
  const [from, to] = [first, facts.on].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return (to ?? 0) - (from ?? 0) + 1;
}

/** The same of several bodies taken together: what was discussed anywhere. */
export function together(of: readonly CoverageOf[]): Pick<CoverageOf, 'rows' | 'held'> {
  const [first] = of;
  const added = (cells: readonly CoverageCell[]): CoverageCell => ({ meetings: sum(cells.map(({ meetings }) => meetings)), items: sum(cells.map(({ items }) => items)), where: cells.flatMap(({ where }) => where) });
  const cellsOf = (row: number, month: number): readonly CoverageCell[] => of.flatMap(({ rows }) => rows[row]?.cells[month] ?? []);
  return {
    rows: (first?.rows ?? []).map(({ theme, cells }, row) => ({ theme, cells: cells.map((_, month) => added(cellsOf(row, month))), items: sum(of.map(({ rows }) => rows[row]?.items ?? 0)) })),
    held: (first?.held ?? []).map((_, month) => sum(of.map(({ held }) => held[month] ?? 0))),
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

interface CoverageMeeting {
  readonly ref: Ref<'meetings'>;
  /** Of each item. */
  readonly themes: readonly (readonly string[])[];
}

function coverageOf(of: CoverageOf['of'], own: ReadonlyMap<string, readonly CoverageMeeting[]>, months: readonly CalendarDate[], themes: readonly string[]): CoverageOf {
  const held = months.map((month) => own.get(month.slice(0, 7)) ?? []);
  const rows = themes.map((theme): CoverageRow => {
    const cells = held.map((meetings): CoverageCell => {
      const where = meetings.filter((meeting) => meeting.themes.some((some) => some.includes(theme)));
      return { meetings: meetings.length, items: meetings.reduce((count, meeting) => count + meeting.themes.filter((some) => some.includes(theme)).length, 0), where: where.map(({ ref }) => ref) };
    });
    return { theme, cells, items: cells.reduce((count, { items }) => count + items, 0) };
  });
  return { of, rows, held: held.map(({ length }) => length) };
}
