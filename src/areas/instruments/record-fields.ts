import type { Ref } from '../../model/field.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import type { Proposed } from '../../register/acts/act.ts';
import type { CalendarDate } from '../../kernel/date.ts';

/** The fields of a record as people write them, to put it again with some of them other than they are. */
export function fieldsOf({ ref: _ref, id: _id, valid: _valid, ...fields }: AnyRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The record from a day on with some of its fields other than they are; a field given as undefined is left out. */
export function changed(record: AnyRecord, from: CalendarDate, fields: Readonly<Record<string, unknown>>): Proposed {
  const kind = record.ref.slice(0, record.ref.indexOf('/'));
  const whole = Object.fromEntries(Object.entries({ ...fieldsOf(record), ...fields }).filter(([, value]) => value !== undefined));
  return { kind, id: record.id, from, until: record.valid.until, fields: whole };
}

/** What somebody names, by its id or its reference. */
export const refTo = <K extends KindName>(kind: K, written: string): Ref<K> => (written.startsWith(`${kind}/`) ? (written as Ref<K>) : `${kind}/${written}`);
