import { existsSync } from 'node:fs';
import type { ClientBase } from 'pg';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { FilePlaces } from '../files/file-places.ts';
import { filesInDatabase } from '../files/stores/postgres-files.ts';
import { filesTaken, keysIn, newestNotes, verifyWhole, writeBackUp, type BackedUp, type Found } from '../folder/back-up-file.ts';
import { hasKeyFile, writeKeyFile } from '../folder/key-files.ts';
import { recordSigned } from '../folder/last-signed.ts';
import { openPool, openSnapshot, placeOf, type Connections } from '../store/postgres/connections.ts';
import { copyIn } from '../store/postgres/copy-in.ts';
import { copyOut } from '../store/postgres/copy-out.ts';
import { openDatabase } from '../store/sqlite/open-database.ts';
import { openToRead } from '../store/sqlite/open-to-read.ts';
import type { DatabasePlace } from './database-registers.ts';
import { registersInDatabase } from './read-database.ts';
import { unlessRefused } from './refusal.ts';

/** Copies the registers of a database into one file (`writeBackUp`), the same as that of a data folder, while others may be at work. */
export async function backUpDatabase({ url, keys }: DatabasePlace, file: string, files?: FilePlaces): Promise<Result<readonly BackedUp[]>> {
  const registers = await registersInDatabase(url);
  if (!registers.ok) return registers;
  const copy = async (into: string): Promise<void> => {
    const connections = await openSnapshot(url);
    const database = openDatabase(into);
    try {
      for (const register of registers.value) await connections?.use((client) => copyOut(client, register, database));
    } finally {
      database.close();
      await connections?.close();
    }
  };
  return unlessRefused(() => withFiles(url, files, (places) => writeBackUp(file, { keys, files: places, copy })));
}

/** Files of evidence lie in the database, unless another place is given. */
async function withFiles<T>(url: string, elsewhere: FilePlaces | undefined, work: (places: FilePlaces) => Promise<T>): Promise<T> {
  if (elsewhere !== undefined) return work(elsewhere);
  const connections = await openPool(url);
  try {
    return await work(filesInDatabase(connections, placeOf(url)));
  } finally {
    await connections.close();
  }
}

/** Puts the registers of a back-up, of a folder or of a database, into a database that has none of them: all in one commit, and only if every one is intact. */
export function restoreDatabase(file: string, { url, keys }: DatabasePlace, files?: FilePlaces): Promise<Result<readonly BackedUp[]>> {
  return unlessRefused(async () => {
    if (!existsSync(file)) return refused({ category: 'input', code: 'file-unreadable', sentence: 'There is no such file.', place: { file } });
    const verified = verifyWhole(file);
    if (!verified.ok) return refused(...verified.faults.map((fault) => ({ ...fault, place: { file } })));
    const other = verified.value.find(({ register }) => hasKeyFile(keys, register));
    if (other !== undefined) return refused({ category: 'input', code: 'key-exists', sentence: `There is a signing key of the register \`${other.register}\` already. A back-up is restored with a folder of keys that has none: name one with \`--keys DIR\`.`, place: { file: keys } });
    const connections = await openPool(url);
    try {
      const there = await connections.use((client) => registerThere(client, verified.value));
      if (there !== undefined) return refused({ category: 'input', code: 'database-not-empty', sentence: `This database has the register \`${there}\` already. A back-up is restored into one that has none of its registers.` });
      // Files without a register are of no account; a register without its files would be.
      const restored = await filesTaken(file, verified.value, files ?? filesInDatabase(connections, placeOf(url)));
      await putIn(connections, file, keys, verified.value);
      for (const [register, note] of newestNotes(file)) recordSigned(keys, register, note);
      return ok(restored);
    } finally {
      await connections.close();
    }
  });
}

async function registerThere(client: ClientBase, registers: readonly Found[]): Promise<string | undefined> {
  const { rows } = await client.query<{ register: string }>('SELECT register FROM kept_registers');
  return registers.find(({ register }) => rows.some((row) => row.register === register))?.register;
}

async function putIn(connections: Connections, file: string, keys: string, registers: readonly Found[]): Promise<void> {
  const secrets = keysIn(file);
  const from = openToRead(file);
  try {
    await connections.use(async (client) => {
      await client.query('BEGIN');
      try {
        for (const { register } of registers) await copyIn(client, register, from);
        // Before the commit: what is in the database without its key could not be gone on with.
        for (const { register } of registers) writeKeyFile(keys, register, secrets.get(register) ?? '');
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  } finally {
    from.close();
  }
}
