import type { Ref } from '../../model/field.ts';
import type { Snapshot } from '../../register/snapshot.ts';

/** Whether the text names a series or a body of the register: what a diary can be narrowed to. */
export const isCalendarRef = (seen: Snapshot, asked: string): asked is Ref<'series' | 'bodies'> =>
  (asked.startsWith('series/') || asked.startsWith('bodies/')) && seen.get(asked as Ref<'series'>) !== undefined;
