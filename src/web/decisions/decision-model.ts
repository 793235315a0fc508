import { decisionState } from '../../areas/advice/decision-state.ts';
import { dateInWords } from '../../kernel/date.ts';
import { dateInLondon, instantInWords, type Instant } from '../../kernel/instant.ts';
import type { StatutoryDecision } from '../../model/advice.ts';
import { hoursInWords } from '../../statutory-time/clock-length.ts';
import { decisionClock, timeInWords } from '../../statutory-time/decision-clock.ts';
import { reservedDecisionOn, type ReservedDecision } from '../../statutory-time/reserved-decisions.ts';
import type { Reading } from '../reading.ts';
import { recordName, recordOf } from '../record-name.ts';
import { said, type SaidText } from '../said-text.ts';
import { decisionWords } from '../words/decisions.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** What the law says of a decision on the day when its clock began; undefined of one without a clock, or of another source. */
export const lawOf = ({ register: { content: { header } } }: Reading, { clock }: StatutoryDecision): ReservedDecision | undefined =>
  clock === undefined ? undefined : reservedDecisionOn(header.authority.nation, clock.period, dateInLondon(clock.from));

/** What the decision is, in the language of the page where the law is known. */
export function decisionName(reading: Reading, one: StatutoryDecision): SaidText {
  const law = lawOf(reading, one);
  if (law !== undefined) return { text: law.what[reading.language] };
  // Some registers name a function of theirs by its id.
  const ref = `functions/${one.function}`;
  return recordOf(reading, ref) === undefined ? said({ en: one.function }, reading.language) : recordName(reading, ref);
}

/** How its time stands, in words that need no colour. */
export function timeStands({ language }: Reading, one: StatutoryDecision, at: Instant): { readonly text: string; readonly is: ReturnType<typeof decisionState>['is'] } {
  const t = inLanguage(decisionWords, language);
  const state = decisionState(one, at);
  const time = 'left' in state ? state.left : 'lateBy' in state ? state.lateBy : 0;
  const until = one.clock?.until === undefined ? '' : instantInWords(one.clock.until, language);
  return { is: state.is, text: filled(t.states[state.is], { time: hoursInWords(time)[language], until }) };
}

/** How the time was reckoned: the rule, then each day. Undefined where the law that was used is not known. */
export function reckonedTime(reading: Reading, one: StatutoryDecision): { readonly rule: string; readonly authority: ReservedDecision['authority']; readonly days: readonly string[] } | undefined {
  const { language } = reading;
  const t = inLanguage(decisionWords, language);
  const law = lawOf(reading, one);
  const clock = law === undefined || one.clock === undefined ? undefined : decisionClock(law, one.clock.from);
  const time = law === undefined ? undefined : timeInWords(law);
  if (law === undefined || time === undefined || clock?.ok !== true || clock.value === undefined) return undefined;
  return {
    rule: filled(t.runs, { time: time[language], from: law.runsFrom[language] }),
    authority: law.authority,
    days: clock.value.working.map(({ day, counts, because }) => filled(counts ? t.counts : t.not, { day: dateInWords(day, language), because: because[language] })),
  };
}
