import { randomBytes } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { settingOf } from '../store/sqlite/open-database.ts';
import { databaseIn, syncFolder } from './files.ts';

/**
 * Whether a data folder keeps what is written to it: the database has its write-ahead log, and a file is written, synced, read back as
 * it was and taken away. That its writer syncs every commit is checked when the database is opened.
 */
export async function testFolder(folder: string): Promise<Result<undefined>> {
  try {
    const mode = journalMode(databaseIn(folder));
    if (mode !== 'wal') return unsafe(folder, `its database has the journal mode ${mode}, not wal`);
    const written = randomBytes(4096);
    const path = join(folder, 'self-test');
    try {
      const file = await open(path, 'w', 0o600);
      try {
        await file.writeFile(written);
        await file.sync();
      } finally {
        await file.close();
      }
      syncFolder(folder);
      if (!(await readFile(path)).equals(written)) return unsafe(folder, 'what was written there was not what was read back');
    } finally {
      await rm(path, { force: true });
    }
    return ok(undefined);
  } catch (error) {
    return unsafe(folder, error instanceof Error ? error.message : String(error));
  }
}

function journalMode(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return String(settingOf(database, 'journal_mode'));
  } finally {
    database.close();
  }
}

const unsafe = (folder: string, why: string): Result<never> =>
  refused({ category: 'ours', code: 'not-durable', sentence: `This folder does not keep safely what is written to it: ${why}. Nothing is served from it.`, place: { file: folder } });
