import { isInForce } from '../../access/standing.ts';
import { addDays, type CalendarDate } from '../../kernel/date.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { BothLanguages } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { usualAnswerTime } from '../../statutory-time/answer-times.ts';
import type { CountedDay } from '../../statutory-time/counted-day.ts';
import { workingDaysAfter } from '../../statutory-time/working-days.ts';

/** By when an answer is due, with its working, and whose word that is: a provision's, else our own default with its reason. */
export interface AnswerTime {
  readonly on: CalendarDate;
  readonly working: readonly CountedDay[];
  readonly provision?: { readonly ref: Ref<'provisions'>; readonly instrument: Ref<'instruments'>; readonly limit: string };
  readonly because?: BothLanguages;
}

interface Asked {
  readonly nature: string;
  readonly from: Ref;
  readonly to: Ref;
  /** The instrument that it is raised under; else any in force between the two. */
  readonly under?: Ref<'instruments'> | undefined;
  readonly on: CalendarDate;
}

/** Faults: years whose bank holidays are not known. */
export function answerTime(snapshot: Snapshot, asked: Asked): Result<AnswerTime> {
  const { nation } = snapshot.header.authority;
  const given = limitsOf(snapshot, asked)[0];
  if (given !== undefined) {
    const last = given.workingDays === undefined ? ok({ on: addDays(asked.on, given.days), working: [] }) : workingDaysAfter(asked.on, given.workingDays, nation);
    return last.ok ? ok({ ...last.value, provision: given.provision }) : last;
  }
  const { workingDays, because } = usualAnswerTime(asked.nature);
  const last = workingDaysAfter(asked.on, workingDays, nation);
  return last.ok ? ok({ ...last.value, because }) : last;
}

type Limit = { readonly provision: NonNullable<AnswerTime['provision']> } & ({ readonly workingDays: number } | { readonly workingDays?: undefined; readonly days: number });

/** The limits in words that say a time, of what instruments in force give between the two: of the one named, else of those to which both are parties. */
function limitsOf(snapshot: Snapshot, { from, to, under }: Asked): readonly Limit[] {
  const between = under === undefined ? snapshot.where('instruments', 'parties', from).filter(({ parties }) => (parties as readonly Ref[]).includes(to)) : [snapshot.get(under)].filter((one) => one !== undefined);
  return between.filter(({ ref }) => isInForce(snapshot, ref)).flatMap(({ ref: instrument }) =>
    snapshot.where('provisions', 'instrument', instrument).flatMap(({ ref, gives }) =>
      gives.flatMap(({ to: whose, towards, limit }): readonly Limit[] => {
        const time = limit === undefined ? undefined : timeIn(limit);
        const isOfThem = whose === to || (whose === from && (towards === undefined || towards === to));
        return limit === undefined || time === undefined || !isOfThem ? [] : [{ ...time, provision: { ref, instrument, limit } }];
      })));
}

/** The time in the words of a limit: "within 5 working days", "14 days", "two weeks" as `P2W`, "o fewn 5 diwrnod gwaith"; undefined where they say none. */
function timeIn(limit: string): { readonly workingDays: number } | { readonly days: number } | undefined {
  const working = /(\d{1,3})\s*(?:working days?|diwrnod gwaith)/i.exec(limit)?.[1];
  if (working !== undefined) return Number(working) > 0 ? { workingDays: Number(working) } : undefined;
  const [, count, unit] = /(\d{1,3})\s*(days?|diwrnod|weeks?|wythnos)/i.exec(limit) ?? /^P(\d{1,3})([DW])$/.exec(limit.trim()) ?? [];
  if (count === undefined || Number(count) === 0) return undefined;
  return { days: Number(count) * (/^w/i.test(unit ?? '') ? 7 : 1) };
}
