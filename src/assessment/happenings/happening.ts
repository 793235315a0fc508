import type { CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { Reason } from '../../rules/outcome.ts';

/** What a happening is about, for choosing among them. */
export const HAPPENING_GROUPS = ['people', 'structure', 'instruments', 'meetings', 'actions', 'advice', 'reports', 'scrutiny', 'inspection', 'workforce', 'performance'] as const;
export type HappeningGroup = (typeof HAPPENING_GROUPS)[number];

/** Something that the register says happened, or is to happen, on a day. */
export interface Happening {
  readonly day: CalendarDate;
  readonly of: HappeningGroup;
  /** The sentence; `records` is the record that says so. */
  readonly says: Reason;
  readonly record: Ref;
  /** Everything that the record names, itself included. */
  readonly names: ReadonlySet<string>;
}
