import { DatabaseSync } from 'node:sqlite';
import { hasKeyFile } from '../folder/key-files.ts';
import { keyAfterIn } from '../folder/signing-keys.ts';
import { verifierKey } from '../log/note-key.ts';
import { NewerVersion } from '../newer-version.ts';
import { openSnapshot } from '../store/postgres/connections.ts';
import { copyOut } from '../store/postgres/copy-out.ts';
import { STEPS } from '../store/sqlite/schema.ts';
import { isStoreFault } from '../store/store-fault.ts';
import { RawRows } from '../verify/raw-rows.ts';
import { verifyRegister, type Verification } from '../verify/verify.ts';
import type { DatabasePlace } from './database-registers.ts';

/**
 * Verifies one register of a PostgreSQL database as it is at this moment, a standby too: its rows are copied as they are into a private
 * SQLite file that is gone afterwards, and worked out there by the one verifier that there is.
 *
 * @param since an older checkpoint, signed, which the register must still begin with
 * @throws NewerVersion, and DatabaseRefused or StoreFault where the database cannot be used
 */
export async function verifyInDatabase({ url, keys }: DatabasePlace, register: string, since?: string): Promise<Verification> {
  const connections = await openSnapshot(url);
  // With an empty name SQLite keeps the file to itself and deletes it.
  const scratch = new DatabaseSync('');
  try {
    for (const step of STEPS) scratch.exec(step);
    await connections?.use((client) => copyOut(client, register, scratch));
    if (!hasKeyFile(keys, register)) return { state: 'corrupt', entry: 0, why: `the signing key is missing from ${keys}` };
    const newest = scratch.prepare('SELECT note FROM kept_checkpoints ORDER BY size DESC LIMIT 1').get()?.['note'];
    const key = verifierKey(keyAfterIn(keys, register, typeof newest === 'string' ? newest : undefined));
    return verifyRegister(new RawRows(scratch, register), key, since);
  } catch (error) {
    if (error instanceof NewerVersion || isStoreFault(error)) throw error;
    return { state: 'corrupt', entry: 0, why: `its rows cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    scratch.close();
    await connections?.close();
  }
}
