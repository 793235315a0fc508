import type { Ref } from '../model/field.ts';
import type { Reason } from './outcome.ts';

/** More records or reasons than this are not named one by one: a reader wants the number and the first few. */
const ENOUGH = 10;

export const firstRefs = (records: readonly { readonly ref: Ref }[]): readonly Ref[] => records.slice(0, ENOUGH).map(({ ref }) => ref);

/** The first reasons, then one that says how many more there are. */
export const firstReasons = (reasons: readonly Reason[], more: (count: number) => Reason): readonly Reason[] =>
  reasons.length <= ENOUGH ? reasons : [...reasons.slice(0, ENOUGH), more(reasons.length - ENOUGH)];
