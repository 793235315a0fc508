import type { CalendarDate } from '../../kernel/date.ts';
import type { Advice } from '../../model/advice.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { answerTime } from './answer-time.ts';

/** How what was raised stands on a day, by what had happened by then. */
export interface AnswerState {
  readonly state: 'awaiting' | 'overdue' | 'answered' | 'escalated';
  /** The last day on which an answer is in time. */
  readonly due: CalendarDate;
  /** The last answer that had been given. */
  readonly answer?: Advice['responses'][number];
}

/** A record that says no day for its answer is due when it would be had it been raised by the act; in years whose bank holidays are not known at once. */
export function answerState(snapshot: Snapshot, one: Advice, on: CalendarDate): AnswerState {
  const answer = one.responses.filter((response) => response.on <= on).at(-1);
  const time = one.answerBy === undefined ? answerTime(snapshot, one) : undefined;
  const due = one.answerBy ?? (time?.ok === true ? time.value.on : one.on);
  const later = one.escalatedTo === undefined ? undefined : snapshot.get(one.escalatedTo);
  const state = later !== undefined && later.on <= on ? 'escalated' : answer !== undefined ? 'answered' : on > due ? 'overdue' : 'awaiting';
  return { state, due, ...(answer === undefined ? {} : { answer }) };
}
