import { contains } from '../../kernel/period.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { capacities } from './who-answers.ts';

/** Whether somebody is a social worker of the authority: in a register of a care council on the day, and in a post. */
export function mayBringConcern(snapshot: Snapshot, person: Ref<'persons'>, on: CalendarDate): boolean {
  const isRegistered = snapshot.get(person)?.registrations.some((registration) => contains(registration, on)) === true;
  return isRegistered && capacities(snapshot, person).some((ref) => ref.startsWith('posts/'));
}
