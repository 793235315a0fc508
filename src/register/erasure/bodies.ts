import type { Entry } from '../entry.ts';
import { ERASURE_KIND, isErased, type Appended, type KeptEntry } from '../store/store.ts';
import { erasureIn, type ErasedRecord } from './erasure-said.ts';

/** Every body ever entered of each record (`persons/ann`) that is still there; a record of which nothing is there has no bodies. */
export function bodiesOf(entries: readonly Entry[], records: readonly string[]): readonly ErasedRecord[] {
  const bodies = new Map<string, [entry: number, position: number][]>(records.map((record) => [record, []]));
  for (const entry of entries) {
    for (const [index, { kind, id, record, erasedBy }] of entry.changes.entries()) {
      if (record !== undefined && erasedBy === undefined) bodies.get(`${kind}/${id}`)?.push([entry.number, firstPosition(entry) + index]);
    }
  }
  return [...bodies].map(([record, own]) => ({ record, bodies: own }));
}

/** The position, among all changes of the entry, of the first that is about a record: before it stands what the register says of itself. */
export const firstPosition = ({ header, erasure, signingKey }: Entry): number => [header, erasure, signingKey].filter((own) => own !== undefined).length;

/** The bodies that the entries say are erased, for the commit that keeps them. */
export function erasedBy(entries: readonly KeptEntry[]): NonNullable<Appended['erased']> {
  return entries.flatMap(({ number: by, changes }) =>
    changes.flatMap(({ kind, id, put }) => {
      const said = kind !== ERASURE_KIND || put === undefined || isErased(put) ? undefined : erasureIn(id, put.body);
      if (said?.says !== 'carried-out') return [];
      return said.erased.flatMap(({ bodies }) => bodies.map(([entry, position]) => ({ entry, position, by })));
    }),
  );
}
