import { isErased, KEY_KIND, type KeptEntry } from '../store/store.ts';
import { keySaidIn } from './key-said.ts';

/** What an entry says of a change of key, in verifier keys. */
export interface ChangeOfKey {
  readonly entry: number;
  readonly from: string;
  readonly to: string;
}

/** Every change of key that the entries tell of. In a history that was taken over, some are of the folder that it came from. */
export function changesOfKey(entries: readonly KeptEntry[]): readonly ChangeOfKey[] {
  return entries.flatMap(({ number, changes }) =>
    changes.flatMap(({ kind, id, put }) => {
      const said = kind !== KEY_KIND || put === undefined || isErased(put) ? undefined : keySaidIn(id, put.body);
      return said !== undefined && 'to' in said ? [{ entry: number, from: said.from, to: said.to }] : [];
    }),
  );
}

/**
 * The keys that signed one after the other, the newest last, each with the size of the first checkpoint that it signed: before the
 * entry that says so, the `from` of a change was in force. The checkpoint that ends with that entry has both signatures.
 */
export function chainOfKeys(entries: readonly KeptEntry[], newest: string): readonly { readonly key: string; readonly from: number }[] {
  const chain: { key: string; from: number }[] = [];
  let key = newest;
  for (const change of changesOfKey(entries).toReversed()) {
    if (change.to !== key) continue;
    chain.unshift({ key, from: change.entry + 1 });
    key = change.from;
  }
  return [{ key, from: 1 }, ...chain];
}
