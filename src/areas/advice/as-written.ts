import type { AnyRecord } from '../../model/kind.ts';
import type { Proposed } from '../../register/acts/act.ts';

const NOT_FIELDS = ['ref', 'id', 'valid'];

/** The record with some of its fields other than they were; what was said and decided has one version, which later acts add to. */
export function rewritten(record: AnyRecord, changes: Readonly<Record<string, unknown>>): Proposed {
  const fields = Object.entries({ ...record, ...changes }).filter(([name, value]) => !NOT_FIELDS.includes(name) && value !== undefined);
  return { kind: record.ref.slice(0, record.ref.indexOf('/')), id: record.id, ...record.valid, fields: Object.fromEntries(fields) };
}
