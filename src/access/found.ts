import type { AnyRecord } from '../model/kind.ts';

/** What was found out of records for one person. Kept by the record itself: what becomes of it later is another record, found out anew. */
export class Found {
  /** What each view was made from: who may see a record depends on fields that its view may not have. */
  readonly wholes = new WeakMap<AnyRecord, AnyRecord>();
  readonly seen = new WeakMap<AnyRecord, boolean>();
  readonly hidden = new WeakMap<AnyRecord, ReadonlySet<string>>();
  readonly views = new WeakMap<AnyRecord, AnyRecord>();
}
