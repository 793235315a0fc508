import { addDays, daysBetween, type CalendarDate } from '../kernel/date.ts';
import { minus, type Duration } from '../kernel/duration.ts';
import type { Facts, Window } from './facts.ts';

/**
 * The last day on which something begun on a day is still in time: the whole length later (begun on 1 March with P28D, due by
 * 29 March; on 31 January with P1M, by the last of February). Made once a test and called for each record.
 */
export function dueAfter(length: Duration): (begun: CalendarDate) => CalendarDate {
  const part = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(length)?.[1] ?? 0);
  const [months, days] = [part('Y') * 12 + part('M'), part('W') * 7 + part('D')];
  const known = new Map<CalendarDate, CalendarDate>();
  return (begun) => {
    let due = known.get(begun);
    if (due === undefined) known.set(begun, (due = afterDays(afterMonths(begun, months), days)));
    return due;
  };
}

const afterDays = (day: CalendarDate, days: number): CalendarDate => (days === 0 ? day : addDays(day, days));

/** Months later by the calendar, without the cost of a calendar object for each record; a month's end stays within its month. */
function afterMonths(day: CalendarDate, months: number): CalendarDate {
  if (months === 0) return day;
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = (ahead: number): CalendarDate => `${String(Math.floor(ahead / 12)).padStart(4, '0')}-${String((ahead % 12) + 1).padStart(2, '0')}-01` as CalendarDate;
  const length = daysBetween(first(count), first(count + 1));
  return `${first(count).slice(0, 8)}${String(Math.min(Number(day.slice(8)), length)).padStart(2, '0')}` as CalendarDate;
}

/** The period of a length that ends with the date itself: the look-back where no length is given. */
export const windowOf = (facts: Facts, length: Duration | undefined): Window =>
  length === undefined ? facts.window : facts.once(`the last ${length}`, () => ({ from: minus(facts.window.until, length), until: facts.window.until }));

export const isIn = ({ from, until }: Window, day: CalendarDate): boolean => from <= day && day < until;
