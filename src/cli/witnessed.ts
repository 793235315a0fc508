import { originOf } from '../register/ledger.ts';
import { parseWitnessKey } from '../register/log/witness-key.ts';
import type { Store } from '../register/store/store.ts';
import { witnessedBy, type Witnessing } from '../register/verify/witnessed.ts';
import { newestBy } from '../register/witness/cosigned-note.ts';
import { readingStore } from './cosignatures.ts';
import { given } from './kept.ts';
import type { KeptOptions } from './place.ts';

/** What each of the witnesses vouches for in the register. @throws InvalidInput where one of the keys is no witness's */
export async function witnessings(options: KeptOptions, register: string, witnessKeys: readonly string[]): Promise<readonly Witnessing[]> {
  if (witnessKeys.length === 0) return [];
  const keys = witnessKeys.map((text) => ({ text, key: given(parseWitnessKey(text)) }));
  return readingStore(options, async (store) => {
    const leafHashes = (await store.entries(register)).map(({ leafHash }) => leafHash);
    const sizes = await store.cosigned(register);
    return Promise.all(keys.map(async ({ text, key }) => witnessedBy(text, originOf(register), { leafHashes, cosigned: await newestOf(store, register, sizes, key) })));
  });
}

/** The lines of the largest size that bears one by the witness: older ones add nothing to it. */
async function newestOf(store: Store, register: string, sizes: readonly number[], key: Parameters<typeof newestBy>[1]): Promise<readonly { size: number; lines: readonly string[] }[]> {
  for (const size of sizes) {
    const lines = await store.cosignatures(register, size);
    if (newestBy(lines, key) !== undefined) return [{ size, lines }];
  }
  return [];
}

export function witnessingInWords(found: Witnessing, entries: number): string {
  switch (found.state) {
    case 'witnessed':
      return `witnessed by ${found.by} at ${found.at}: ${found.size} of ${entries} entries`;
    case 'not-witnessed':
      return `not witnessed by ${found.by}`;
    case 'not-what-was-witnessed':
      return `not what ${found.by} witnessed: ${found.why}`;
  }
}
