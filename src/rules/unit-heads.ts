import type { Ref } from '../model/field.ts';
import type { KindName, RecordOfKind } from '../model/kinds.ts';
import type { Post } from '../model/structure.ts';

/** Whatever reads records by the value of a field: a snapshot, or the facts of an evaluation. */
interface Reader {
  where<K extends KindName>(kind: K, field: string, value: string): readonly RecordOfKind<K>[];
}

/** The posts at the head of a unit: those in it that report to none of the others in it. */
export function headsOfUnit(reader: Reader, unit: Ref<'units'>): readonly Post[] {
  const posts = reader.where('posts', 'unit', unit);
  return posts.filter(({ reportsTo }) => !posts.some(({ ref }) => ref === reportsTo));
}
