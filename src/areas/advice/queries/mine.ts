import type { Advice } from '../../../model/advice.ts';
import type { CalendarDate } from '../../../kernel/date.ts';
import type { Ref } from '../../../model/field.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import { answerState } from '../answer-state.ts';
import { stepsLeft } from '../line.ts';
import { answersFor } from '../who-answers.ts';

/** What is to be done next about what was raised, and by whom: the reader where they may. */
export type Turn = 'yours' | 'further' | 'waiting' | 'escalated' | 'answered';

/** Whether the person may answer it now. */
export const mayRespond = (snapshot: Snapshot, person: Ref<'persons'> | undefined, one: Advice): boolean =>
  person !== undefined && one.escalatedTo === undefined && answersFor(snapshot, person)(one.to);

/** Whether the person may take it to the next in line on the day: it was not accepted, or not answered in time, and somebody is left. */
export function mayEscalate(snapshot: Snapshot, person: Ref<'persons'> | undefined, one: Advice, on: CalendarDate): boolean {
  if (person === undefined || !answersFor(snapshot, person)(one.from)) return false;
  const { state, answer } = answerState(snapshot, one, on);
  const isDue = state === 'overdue' || (state === 'answered' && (answer?.outcome === 'not-accepted' || answer?.outcome === 'partly'));
  return isDue && stepsLeft(snapshot, one).length > 0;
}

/** @param snapshot the register as the person may see it */
export function turnOf(snapshot: Snapshot, person: Ref<'persons'> | undefined, one: Advice, on: CalendarDate): Turn {
  const { state } = answerState(snapshot, one, on);
  if (state === 'escalated') return 'escalated';
  const isOpen = state === 'awaiting' || state === 'overdue';
  if (isOpen && mayRespond(snapshot, person, one)) return 'yours';
  if (mayEscalate(snapshot, person, one, on)) return 'further';
  return isOpen ? 'waiting' : 'answered';
}
