import { ok, refused, type Result } from '../../kernel/result.ts';
import { chooseRegister } from '../choose-register.ts';
import { lastSigned } from '../folder/last-signed.ts';
import { readFrom, type ReadRegister } from '../read-register.ts';
import { PostgresStore } from '../store/postgres/postgres-store.ts';
import type { Store } from '../store/store.ts';
import type { DatabasePlace } from './database-registers.ts';
import { unlessRefused } from './refusal.ts';

/** Reads from a database as it is at one moment, a standby too; refused where it keeps no register. */
export const readingDatabase = <T>(url: string, work: (store: Store) => Promise<Result<T>>): Promise<Result<T>> =>
  unlessRefused(async () => {
    const store = await PostgresStore.openToRead(url);
    if (store === undefined) return refused({ category: 'not-found', code: 'no-register', sentence: 'This database keeps no register. Begin one with `answerable import FILE --database-url URL`.' });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });

/** Reads a register of a database whole. @throws NotIntact where its entries do not fit its checkpoint, or are fewer than were signed here */
export async function readRegisterInDatabase({ url, keys }: DatabasePlace, asked: string | undefined): Promise<Result<ReadRegister>> {
  const registers = await registersInDatabase(url);
  const id = registers.ok ? chooseRegister(registers.value, asked, 'database') : registers;
  if (!id.ok) return id;
  const last = lastSigned(keys, id.value);
  return readingDatabase(url, async (store) => ok(await readFrom(store, id.value, keys, last)));
}

/** The ids of the registers in the database. */
export const registersInDatabase = (url: string): Promise<Result<readonly string[]>> => readingDatabase(url, async (store) => ok(await store.registers()));
