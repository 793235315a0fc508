import type { CalendarDate } from '../kernel/date.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { Proposed } from '../register/acts/act.ts';

/**
 * The record from a day on with some of its fields other than they are; a field given as undefined goes. A day before the record’s
 * present version began changes that version whole.
 */
export function changed(record: AnyRecord, day: CalendarDate, fields: Readonly<Record<string, unknown>>): Proposed {
  const { ref, id, valid, ...before } = record;
  const from = valid.from !== undefined && valid.from > day ? valid.from : day;
  return { kind: ref.slice(0, ref.indexOf('/')), id, from, until: valid.until, fields: withoutUndefined({ ...before, ...fields }) };
}

export const withoutUndefined = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
