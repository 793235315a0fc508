import { existsSync } from 'node:fs';
import { ok, type Result } from '../../kernel/result.ts';
import type { SigningKey } from '../log/note-key.ts';
import { readFrom, type ReadRegister } from '../read-register.ts';
import { SqliteStore } from '../store/sqlite/sqlite-store.ts';
import { chosenRegister, noRegister } from './data-folder.ts';
import { databaseIn, keysIn } from './files.ts';
import { lastSigned } from './last-signed.ts';
import { keyAfter } from './signing-keys.ts';

/** Reads a register of a data folder whole. @throws NotIntact where its entries do not fit its checkpoint, or are fewer than were signed here */
export async function readRegister(folder: string, asked: string | undefined): Promise<Result<ReadRegister>> {
  const id = chosen(await registersIn(folder), asked, folder);
  if (!id.ok) return id;
  const last = lastSigned(keysIn(folder), id.value);
  const store = SqliteStore.openToRead(databaseIn(folder));
  try {
    return ok(await readFrom(store, id.value, keysIn(folder), last));
  } finally {
    await store.close();
  }
}

const chosen = (registers: Result<readonly string[]>, asked: string | undefined, folder: string): Result<string> =>
  registers.ok ? chosenRegister(registers.value, asked, folder) : registers;

/** The key that signs the register now. @throws NotIntact where it is missing or damaged */
export async function keyNow(folder: string, register: string): Promise<SigningKey> {
  return keyAfter(folder, register, await newestNote(folder, register).catch(() => undefined));
}

/** @throws where the database cannot be read */
async function newestNote(folder: string, register: string): Promise<string | undefined> {
  const store = SqliteStore.openToRead(databaseIn(folder));
  try {
    return await store.checkpoint(register);
  } finally {
    await store.close();
  }
}

/** The ids of the registers in the folder. */
export async function registersIn(folder: string): Promise<Result<readonly string[]>> {
  if (!existsSync(databaseIn(folder))) return noRegister(folder);
  const store = SqliteStore.openToRead(databaseIn(folder));
  try {
    return ok(await store.registers());
  } finally {
    await store.close();
  }
}
