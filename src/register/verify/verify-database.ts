import { DatabaseSync } from 'node:sqlite';
import { RawRows } from './raw-rows.ts';
import { verifyRegister, type Verification } from './verify.ts';
import type { Signed } from './signed-checkpoint.ts';

/**
 * Verifies one register of a database file, as it is at this moment; a writer may be at work.
 * @param verifierKey `name+id+key`, as `answerable vkey` prints it
 */
export function verifyDatabase(path: string, register: string, verifierKey: string, since?: Signed): Verification {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    database.exec('PRAGMA busy_timeout = 5000; BEGIN');
    return verifyRegister(new RawRows(database, register), verifierKey, since);
  } catch (error) {
    return { state: 'corrupt', entry: 0, why: `the database cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    database?.close();
  }
}
