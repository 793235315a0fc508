import type { KindName } from '../../model/kinds.ts';

/** The kind and the id in `persons/ann`, which is known to name a record. */
export function named(record: string): { readonly kind: KindName; readonly id: string } {
  const slash = record.indexOf('/');
  return { kind: record.slice(0, slash) as KindName, id: record.slice(slash + 1) };
}
