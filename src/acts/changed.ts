import type { CalendarDate } from '../kernel/date.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { Proposed } from '../register/acts/act.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The record from a day on with some of its fields other than they are; a field given as undefined goes. A day before the record’s
 * present version began changes that version whole.
 */
export function changed(record: AnyRecord, day: CalendarDate, fields: Fields): Proposed {
  const { valid } = record;
  const from = valid.from !== undefined && valid.from > day ? valid.from : day;
  return { ...named(record), from, until: valid.until, fields: withoutUndefined({ ...fieldsOf(record), ...fields }) };
}

/** The record with some of its fields other than they were, for as long as it is valid: what happened, or was said, has one version, to which later acts add. */
export const rewritten = (record: AnyRecord, fields: Fields): Proposed => ({ ...named(record), ...record.valid, fields: withoutUndefined({ ...fieldsOf(record), ...fields }) });

const named = ({ ref, id }: AnyRecord): Pick<Proposed, 'kind' | 'id'> => ({ kind: ref.slice(0, ref.indexOf('/')), id });

/** The fields of a record as people write them. */
export const fieldsOf = ({ ref: _ref, id: _id, valid: _valid, ...fields }: AnyRecord): Fields => withoutUndefined(fields);

export const withoutUndefined = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
