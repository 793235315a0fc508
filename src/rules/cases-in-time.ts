import type { BothLanguages } from '../kernel/text.ts';
import type { CalendarDate } from '../kernel/date.ts';
import type { Ref } from '../model/field.ts';
import type { KindName } from '../model/kinds.ts';
import type { Facts } from './facts.ts';
import { firstReasons } from './naming.ts';
import { doesNotApply, missing, reason, type Outcome, type Reason } from './outcome.ts';
import { percent, share } from './ratio.ts';

/** Something that somebody was owed by a day, and what came of it. */
export interface Case {
  readonly record: Ref;
  readonly to?: Ref | undefined;
  readonly due: CalendarDate;
  /** When it was answered; absent where no answer is on record. */
  readonly answered?: { readonly on: CalendarDate; readonly record?: Ref } | undefined;
  /** Whether an answer that is not on record was not given, or may merely not be recorded. */
  readonly silenceIsNo: boolean;
}

export interface CasePhrases {
  readonly none: BothLanguages;
  /** `{yes} of {all}` in time, `{share}` per cent. */
  readonly count: BothLanguages;
  /** Of `{record}`, due `{due}`: answered only on `{on}`. */
  readonly late: BothLanguages;
  readonly unanswered: BothLanguages;
  readonly notSaid: BothLanguages;
  readonly record: BothLanguages;
  readonly more: BothLanguages;
}

/** The share of cases answered in time. What is not due yet and has no answer is not counted; with none left, it does not apply. */
export function casesInTime(facts: Facts, cases: readonly Case[], atLeast: number, kind: KindName, says: CasePhrases): Outcome {
  const counted = cases.filter(({ answered, due }) => answered !== undefined || due < facts.on);
  if (counted.length === 0) return doesNotApply(reason(says.none, { from: facts.window.from, to: facts.on }, cases.slice(0, 10).map(({ record }) => record)));
  const tally = { yes: 0, no: 0, unknown: 0 };
  const because: Reason[] = [];
  const named: Ref[] = [];
  for (const one of counted) {
    const { record, to, due, answered } = one;
    const filled = { record, to: to ?? '', due, on: answered?.on ?? '' };
    const records = [record, ...(answered?.record === undefined ? [] : [answered.record])];
    if (answered !== undefined && answered.on <= due) {
      tally.yes += 1;
      named.push(...records);
    } else if (answered !== undefined || one.silenceIsNo) {
      tally.no += 1;
      because.push(reason(answered === undefined ? says.unanswered : says.late, filled, records));
    } else {
      tally.unknown += 1;
      because.push(reason(says.notSaid, filled, records));
    }
  }
  const all = counted.length;
  const total = reason(says.count, { yes: tally.yes, all, share: percent(tally.yes / all), from: facts.window.from, to: facts.on }, because.length > 0 ? [] : named.slice(0, 10));
  return share(tally, atLeast, [total, ...firstReasons(because, (count) => reason(says.more, { count }))], [missing(says.record, {}, kind)]);
}
