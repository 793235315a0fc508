import type { CalendarDate } from '../kernel/date.ts';
import { plus, wholeTimes, type Duration } from '../kernel/duration.ts';
import type { Facts } from './facts.ts';

/** The days on which the successive spells begin, counted from the start of the look-back, and at last the day after them all. */
const edgesOf = (facts: Facts, every: Duration): readonly CalendarDate[] =>
  facts.once(`spells ${every}`, () => {
    const { from, until } = facts.window;
    const edges = [from];
    for (let spell = 1; spell <= Math.max(1, wholeTimes(every, from, until)); spell += 1) edges.push(plus(from, every, spell));
    return edges;
  });

/** How many whole spells of that length the look-back has; one at least. */
export const spellsIn = (facts: Facts, every: Duration): number => edgesOf(facts, every).length - 1;

/** In how many of the successive spells at least one of the days falls. Takes no more days than it needs to know. */
export function spellsWith(facts: Facts, every: Duration, days: Iterable<CalendarDate>): number {
  const edges = edgesOf(facts, every);
  const spells = edges.length - 1;
  const having = new Set<number>();
  for (const day of days) {
    const spell = edges.findLastIndex((edge) => edge <= day);
    if (spell >= 0 && spell < spells) having.add(spell);
    if (having.size === spells) break;
  }
  return having.size;
}
