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

const MONTHS = 12;

/** Themes by body and month, from minutes, over the twelve months that end with the month of the date. */
export function themeCoverage(facts: Facts, themes: readonly string[]): ThemeCoverage {
  const first = `${facts.on.slice(0, 7)}-01` as CalendarDate;
  const months = Array.from({ length: MONTHS - 1 }, (_, index) => minus(first, duration(`P${MONTHS - 1 - index}M`))).concat(first);
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
