import { canonicalJson } from '../kernel/canonical-json.ts';
import type { AnyRecord } from '../model/kind.ts';
import { KIND_NAMES } from '../model/kinds.ts';
import { bodyOf } from './kept-form.ts';
import type { Snapshot } from './snapshot.ts';

/** What holds on the later date and did not on the earlier one, the other way round, and what changed in between. */
export interface DatesCompared {
  readonly begun: readonly AnyRecord[];
  readonly ended: readonly AnyRecord[];
  readonly changed: readonly { readonly before: AnyRecord; readonly after: AnyRecord; readonly fields: readonly FieldCompared[] }[];
}

export interface FieldCompared {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export function compareDates(one: Snapshot, other: Snapshot): DatesCompared {
  const compared = { begun: [] as AnyRecord[], ended: [] as AnyRecord[], changed: [] as DatesCompared['changed'][number][] };
  for (const kind of KIND_NAMES) {
    const earlier = new Map(one.all(kind).map((record: AnyRecord) => [record.id, record]));
    const later: readonly AnyRecord[] = other.all(kind);
    for (const after of later) {
      const before = earlier.get(after.id);
      earlier.delete(after.id);
      if (before === undefined) compared.begun.push(after);
      else {
        const fields = fieldsCompared(before, after);
        if (fields.length > 0) compared.changed.push({ before, after, fields });
      }
    }
    compared.ended.push(...earlier.values());
  }
  return compared;
}

function fieldsCompared(before: AnyRecord, after: AnyRecord): readonly FieldCompared[] {
  const [one, other] = [before, after].map((record) => JSON.parse(bodyOf(record)) as Readonly<Record<string, unknown>>);
  const fields = [...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])];
  return fields
    .map((field): FieldCompared => ({ field, before: one?.[field], after: other?.[field] }))
    .filter((field) => canonicalJson([field.before ?? null]) !== canonicalJson([field.after ?? null]));
}
