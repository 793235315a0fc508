import { addDays, type CalendarDate } from '../kernel/date.ts';
import { dateInLondon, endOfDay, instantOf, type Instant } from '../kernel/instant.ts';
import type { BothLanguages } from '../kernel/text.ts';
import { holidayName, knows, weekendName } from './calendar.ts';
import { hoursInWords } from './clock-length.ts';
import { notWorking } from './counted-day.ts';
import { calendarOf } from './load-calendars.ts';
import type { Nation } from './nation.ts';

/** A time in which a clock stands still, from inclusive, until exclusive; without an end it stands still yet. */
export interface Stop {
  readonly from: Instant;
  readonly until?: Instant;
  /** "Extended by the sheriff on 4 June 2026". */
  readonly because: BothLanguages;
}

/** How a clock runs. A lawful extension or a pause is a stop: its time is left out. */
export type Running = { readonly stops?: readonly Stop[] } & (
  | { /** Hours pass on weekends and bank holidays too; the nation only lets the working name the latter. */ readonly over?: 'every-day'; readonly nation?: Nation }
  | { readonly over: 'working-days'; readonly nation: Nation }
);

/** One line of a clock's working: a day in London or the part of it from one instant until another (exclusive, absent while stopped). */
export interface ClockPart {
  readonly day: CalendarDate;
  readonly from: Instant;
  readonly until?: Instant;
  readonly counts: boolean;
  readonly because: BothLanguages;
}

/** The parts of time from an instant on, cut at each midnight in London and wherever a stop begins or ends; ends only at a stop without an end. */
export function* clockParts(start: Instant, running: Running): Generator<ClockPart, void> {
  const stops = running.stops ?? [];
  for (let from = start; ; ) {
    const day = dateInLondon(from);
    const midnight = instantOf(Date.parse(endOfDay(day)) + 1);
    const stop = stops.find((each) => each.from <= from && (each.until === undefined || from < each.until));
    if (stop !== undefined && stop.until === undefined) {
      yield { day, from, counts: false, because: stoppedBy(stop) };
      return;
    }
    const cuts = stops.flatMap((each) => (each.until === undefined ? [each.from] : [each.from, each.until]));
    const until = cuts.filter((cut) => cut > from).reduce((first, cut) => (cut < first ? cut : first), midnight);
    const off = stop === undefined && running.over === 'working-days' ? notWorking(calendarOf(running.nation), day) : undefined;
    if (stop !== undefined) yield { day, from, until, counts: false, because: stoppedBy(stop) };
    else if (off !== undefined) yield { day, from, until, counts: false, because: off.because };
    else yield countedPart(day, from, until, running);
    from = until;
  }
}

/** A part that counts, with how long it lasts and what is unusual about the day. */
export function countedPart(day: CalendarDate, from: Instant, until: Instant, running: Running): ClockPart {
  const lasts = hoursInWords(Date.parse(until) - Date.parse(from));
  const notes = [clockChange(day, from, until), running.over === 'working-days' ? undefined : countsToo(day, running.nation)].filter((note) => note !== undefined);
  const because = { en: [`${lasts.en} counted`, ...notes.map(({ en }) => en)].join('; '), cy: [`${lasts.cy} yn cyfrif`, ...notes.map(({ cy }) => cy)].join('; ') };
  return { day, from, until, counts: true, because };
}

const stoppedBy = ({ because }: Stop): BothLanguages => ({ en: `The clock is stopped: ${because.en}`, cy: `Mae’r cloc wedi’i stopio: ${because.cy}` });

/** What is said of a day on which other clocks stand still. */
function countsToo(day: CalendarDate, nation: Nation | undefined): BothLanguages | undefined {
  const weekend = weekendName(day);
  if (weekend !== undefined) return { en: `${weekend.en}, and this clock runs on weekends`, cy: `${weekend.cy}, ac mae’r cloc hwn yn rhedeg ar benwythnosau` };
  const calendar = nation === undefined ? undefined : calendarOf(nation);
  const holiday = calendar !== undefined && knows(calendar, day) ? calendar.holidays.get(day) : undefined;
  if (holiday === undefined) return undefined;
  const name = holidayName(holiday);
  return { en: `${name.en}, and this clock runs on bank holidays`, cy: `${name.cy}, ac mae’r cloc hwn yn rhedeg ar wyliau banc` };
}

/** In London the clocks change at 01:00 UTC: told of the part in which that moment lies. */
function clockChange(day: CalendarDate, from: Instant, until: Instant): BothLanguages | undefined {
  const change = `${day}T01:00:00.000Z`;
  const hours = (Date.parse(endOfDay(day)) - Date.parse(endOfDay(addDays(day, -1)))) / 3_600_000;
  if (hours === 24 || change < from || change >= until) return undefined;
  return hours < 24
    ? { en: `the clocks go forward and the day has ${hours} hours`, cy: `mae’r clociau’n mynd ymlaen a ${hours} awr sydd yn y diwrnod` }
    : { en: `the clocks go back and the day has ${hours} hours`, cy: `mae’r clociau’n mynd yn ôl a ${hours} awr sydd yn y diwrnod` };
}
