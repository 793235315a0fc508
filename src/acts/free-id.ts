import type { AnyRecord } from '../model/kind.ts';
import type { KindName } from '../model/kinds.ts';
import type { Snapshot } from '../register/snapshot.ts';

/** An id for a new record that none of its kind ever had: the stem, or with a number after it. @param stem letters, digits, dot, dash or underscore */
export function freeId(snapshot: Snapshot, kind: KindName, stem: string): string {
  const isTaken = (id: string): boolean => (snapshot.where(kind, 'id', id, 'ever') as readonly AnyRecord[]).length > 0;
  let id = stem;
  for (let count = 2; isTaken(id); count += 1) id = `${stem}-${count}`;
  return id;
}
