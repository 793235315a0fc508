import ICAL from 'ical.js';

/** When an event takes place: the start that its rule gives, by which it is found again, and the start it was moved to. */
export interface Occurrence {
  readonly original: ICAL.Time;
  readonly start: ICAL.Time;
  readonly component: ICAL.Component;
}

/** What is wrong with a rule, as a sentence; and why one is not followed. */
export type Expanded = { readonly occurrences: readonly Occurrence[]; readonly left: number } | { readonly code: string; readonly sentence: string };

/** Dates that a rule is followed through, at most; one of every day for more than fifteen years. */
const MOST_STEPS = 6_000;
/** Of one event within the window. */
const MOST_TAKEN = 1_000;

/** The parts of a rule with which what people repeat is said. With others the library may look for a date without end. */
const PARTS: Readonly<Record<string, RegExp>> = {
  DAILY: /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|BYDAY)$/,
  WEEKLY: /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|BYDAY)$/,
  MONTHLY: /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|BYDAY|BYMONTHDAY|BYSETPOS)$/,
  YEARLY: /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|BYDAY|BYMONTH|BYMONTHDAY)$/,
};

/** The occurrences of an event whose day is within the window, cancelled ones left in. @param inWindow -1 before, 0 within, 1 after @param budget the steps that are left for the file */
export function occurrencesOf(component: ICAL.Component, exceptions: readonly ICAL.Component[], inWindow: (time: ICAL.Time) => number, budget: { steps: number }): Expanded {
  const rule = component.getFirstPropertyValue('rrule') as ICAL.Recur | null;
  const refusal = rule === null ? undefined : wrongRule(rule);
  if (refusal !== undefined) return refusal;
  const event = new ICAL.Event(component, { exceptions: [...exceptions], strictExceptions: true });
  if (!event.isRecurring()) return { occurrences: inWindow(event.startDate) === 0 ? [{ original: event.startDate, start: event.startDate, component }] : [], left: inWindow(event.startDate) === 0 ? 0 : 1 };
  const iterator = event.iterator();
  const occurrences: Occurrence[] = [];
  let left = 0;
  for (let steps = 0, time = iterator.next() as ICAL.Time | null | undefined; time; time = iterator.next() as ICAL.Time | null | undefined) {
    if ((steps += 1) > MOST_STEPS) return { code: 'repeats-too-often', sentence: `This entry repeats more than ${MOST_STEPS.toLocaleString('en-GB')} times before the dates asked for end. Give it a later beginning.` };
    if ((budget.steps -= 1) < 0) return { code: 'repeats-too-often', sentence: 'All that repeats in this calendar together has more dates than are followed. Export a part of it.' };
    // An exception may have moved it into the window or out of it.
    const { startDate, item } = event.getOccurrenceDetails(time) as unknown as { readonly startDate: ICAL.Time; readonly item: ICAL.Event };
    const where = inWindow(startDate);
    if (where === 0 && isOnItsDay(rule, time)) occurrences.push({ original: time, start: startDate, component: item.component });
    else left += 1;
    if (occurrences.length > MOST_TAKEN) return { code: 'repeats-too-often', sentence: `This entry repeats more than ${MOST_TAKEN.toLocaleString('en-GB')} times between the dates asked for. Ask for fewer.` };
    if (inWindow(time) > 0) break;
  }
  return { occurrences, left };
}

/** A clock whose rules are such as clocks have: others the library may follow without end. */
export const isPlainClock = (zone: ICAL.Component): boolean =>
  zone.getAllSubcomponents().every((part) => part.getAllProperties('rrule').every((property) => /^FREQ=YEARLY(;(BYMONTH=\d{1,2}|BYDAY=-?\d?(MO|TU|WE|TH|FR|SA|SU)|UNTIL=[\dTZ:-]+|INTERVAL=1|WKST=[A-Z]{2}))*$/.test(String(property.getFirstValue()))));

function wrongRule(rule: ICAL.Recur): { readonly code: string; readonly sentence: string } | undefined {
  const allowed = PARTS[rule.freq];
  if (allowed === undefined) return { code: 'repeats-too-often', sentence: 'This entry repeats more often than every day: no meeting does. Take it out of the calendar.' };
  const written = rule.toString().split(';').map((part) => part.split('=')[0] ?? '');
  const other = written.find((part) => !allowed.test(part));
  if (other !== undefined) return { code: 'rule-not-read', sentence: `The rule by which this entry repeats has a part that is not read (${other} with ${rule.freq}). Write its dates one by one.` };
  return rule.interval >= 1 && rule.interval <= 1_000 ? undefined : { code: 'rule-not-read', sentence: 'The interval by which this entry repeats is none that a meeting has. Write its dates one by one.' };
}

/** The library gives 2 March for 30 February: where a rule names days of the month, only those are taken. */
function isOnItsDay(rule: ICAL.Recur | null, time: ICAL.Time): boolean {
  const days = (rule?.parts['BYMONTHDAY'] ?? []) as readonly number[];
  const length = ICAL.Time.daysInMonth(time.month, time.year);
  return days.length === 0 || days.some((day) => (day > 0 ? day : length + 1 + day) === time.day);
}
