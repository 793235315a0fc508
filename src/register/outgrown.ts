import type { Fault } from '../kernel/fault.ts';
import { hasOwnFrom, type AnyRecord } from '../model/kind.ts';
import { kindNamed, type KindName } from '../model/kinds.ts';
import { KnownIds } from '../model/register-file/known-ids.ts';
import { readRecords, type WrittenRecord } from '../model/register-file/read-records.ts';
import { recordsOf } from '../model/register-file/written.ts';
import type { RegisterContent } from '../model/register-header.ts';

/**
 * What the schemas of today find wrong with records that an earlier version kept. Such records load and are judged as they stand; a
 * field that there is no more is in no file but the history. The guidance's words are not checked: they change with its editions.
 */
export function outgrown(content: RegisterContent): readonly Fault[] {
  const ids = new KnownIds();
  const written: WrittenRecord[] = [];
  for (const [kind, records] of recordsOf(content)) {
    for (const record of records) {
      ids.add(kind, record.id);
      written.push({ kind, fields: asWritten(kind, record) });
    }
  }
  const read = readRecords(written, ids, {});
  return read.ok ? [] : read.faults;
}

function asWritten(kind: KindName, { ref: _ref, valid, ...fields }: AnyRecord): Readonly<Record<string, unknown>> {
  return hasOwnFrom(kindNamed(kind)) ? fields : { ...fields, ...valid };
}
