import { ok } from '../kernel/result.ts';
import { databaseIn } from '../register/folder/files.ts';
import type { WitnessKey } from '../register/log/witness-key.ts';
import { SqliteStore } from '../register/store/sqlite/sqlite-store.ts';
import type { Store } from '../register/store/store.ts';
import type { Cosigned } from '../register/witness/ask-witness.ts';
import { newestBy } from '../register/witness/cosigned-note.ts';
import { given } from './kept.ts';
import { placeOption, type KeptOptions, type Place } from './place.ts';

const DAY_SECONDS = 86_400;

/** Reads from what the options name, as it is at one moment; a writer may be at work. */
export async function readingStore<T>(options: KeptOptions, work: (store: Store) => Promise<T>): Promise<T> {
  const place = placeOption(options);
  if ('folder' in place) return closing(SqliteStore.openToRead(databaseIn(place.folder)), work);
  const { readingDatabase } = await import('../register/database/read-database.ts');
  return given(await readingDatabase(place.database.url, async (store) => ok(await work(store))));
}

/** The newest size of the register that the witness is known here to have cosigned; 0 where there is none. */
export const lastCosigned = (options: KeptOptions, register: string, witness: WitnessKey): Promise<number> =>
  readingStore(options, async (store) => {
    for (const size of await store.cosigned(register)) if (newestBy(await store.cosignatures(register, size), witness) !== undefined) return size;
    return 0;
  });

/** Keeps a cosignature that was verified; of one witness for one size, one a day. */
export async function keepCosignature(options: KeptOptions, register: string, witness: WitnessKey, { checkpoint, cosignature, line }: Cosigned): Promise<void> {
  await closing(await storeAt(placeOption(options)), async (store) => {
    const before = newestBy(await store.cosignatures(register, checkpoint.size), witness);
    if (before === undefined || cosignature.time - before.time >= DAY_SECONDS) await store.cosign(register, checkpoint.size, [line]);
  });
}

/**
 * The store open for writing, beside the one writer of a folder and without its lock: a cosignature changes nothing that a writer holds
 * in memory, and a council asks while its server runs.
 */
async function storeAt(place: Place): Promise<Store> {
  if ('folder' in place) return SqliteStore.open(databaseIn(place.folder));
  const [{ PostgresStore }, { unlessRefused }] = await Promise.all([import('../register/store/postgres/postgres-store.ts'), import('../register/database/refusal.ts')]);
  return given(await unlessRefused(async () => ok(await PostgresStore.open(place.database.url))));
}

async function closing<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
