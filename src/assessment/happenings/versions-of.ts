import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import type { RegisterContent } from '../../model/register-header.ts';

/** The versions of each record, the earliest first. */
export function versionsOf(content: RegisterContent, kind: KindName): readonly (readonly AnyRecord[])[] {
  const byRef = new Map<string, AnyRecord[]>();
  for (const record of (content.records[kind] ?? []) as readonly AnyRecord[]) {
    const own = byRef.get(record.ref);
    if (own === undefined) byRef.set(record.ref, [record]);
    else own.push(record);
  }
  return [...byRef.values()].map((versions) => versions.toSorted((a, b) => ((a.valid.from ?? '') < (b.valid.from ?? '') ? -1 : 1)));
}
