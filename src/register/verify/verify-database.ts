import type { DatabaseSync } from 'node:sqlite';
import { NewerVersion } from '../newer-version.ts';
import { openToRead } from '../store/sqlite/open-to-read.ts';
import { RawRows } from './raw-rows.ts';
import { verifyRegister, type Verification } from './verify.ts';

/**
 * Verifies one register of a database file, as it is at this moment; a writer may be at work.
 * @param verifierKey the newest, `name+id+key`, as `answerable vkey` prints it
 * @param since an older checkpoint, signed, which the register must still begin with
 * @throws NewerVersion
 */
export function verifyDatabase(path: string, register: string, verifierKey: string, since?: string): Verification {
  let database: DatabaseSync | undefined;
  try {
    database = openToRead(path);
    return verifyRegister(new RawRows(database, register), verifierKey, since);
  } catch (error) {
    if (error instanceof NewerVersion) throw error;
    return { state: 'corrupt', entry: 0, why: `the database cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    database?.close();
  }
}
