import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { parseSigningKey, verifierKey } from '../log/note-key.ts';
import { verifyDatabase } from '../verify/verify-database.ts';
import { noRegister } from './data-folder.ts';
import { databaseIn, syncFolder } from './files.ts';
import { keepSigningKey, keyTexts } from './signing-keys.ts';

/** A register in a back-up, found intact. */
export interface BackedUp {
  readonly register: string;
  readonly entries: number;
  readonly root: string;
}

/**
 * Copies the folder into one file while a writer may be at work: the state of one moment, with the signing keys, verified before it
 * gets its name. Whoever has the file can sign for the registers: it is made readable to its owner alone.
 */
export async function backUp(folder: string, file: string): Promise<Result<readonly BackedUp[]>> {
  if (!existsSync(databaseIn(folder))) return noRegister(folder);
  if (existsSync(file)) return refused({ category: 'input', code: 'file-exists', sentence: 'There is a file of this name already. A back-up never overwrites one.', place: { file } });
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  closeSync(openSync(beside, 'w', 0o600));
  try {
    const source = new DatabaseSync(databaseIn(folder), { readOnly: true });
    try {
      source.exec('PRAGMA busy_timeout = 5000');
      await backup(source, beside);
    } finally {
      source.close();
    }
    putKeys(beside, keyTexts(folder));
    const verified = verifyAll(beside);
    if (!verified.ok) return verified;
    sync(beside);
    renameSync(beside, file);
    syncFolder(dirname(file));
    return verified;
  } finally {
    for (const left of [beside, `${beside}-wal`, `${beside}-shm`]) rmSync(left, { force: true });
  }
}

/** Makes a data folder of a back-up: into a folder that is empty or not there, and only if every register in it is intact. */
export function restore(file: string, folder: string): Result<readonly BackedUp[]> {
  if (!existsSync(file)) return refused({ category: 'input', code: 'file-unreadable', sentence: 'There is no such file.', place: { file } });
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    return refused({ category: 'input', code: 'folder-not-empty', sentence: 'This folder is not empty. A back-up is restored into a new one.', place: { file: folder } });
  }
  const wasThere = existsSync(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = databaseIn(folder);
  const beside = `${database}.new`;
  copyFileSync(file, beside);
  chmodSync(beside, 0o600);
  const verified = verifyAll(beside);
  if (!verified.ok) {
    if (wasThere) for (const left of readdirSync(folder)) rmSync(`${folder}/${left}`, { force: true });
    else rmSync(folder, { recursive: true, force: true });
    return refused(...verified.faults.map((fault) => ({ ...fault, place: { file } })));
  }
  for (const [register, text] of takeKeys(beside)) keepSigningKey(folder, register, text);
  sync(beside);
  renameSync(beside, database);
  syncFolder(folder);
  return verified;
}

function putKeys(path: string, keys: ReadonlyMap<string, string>): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA journal_mode = DELETE; CREATE TABLE signing_keys (register TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT');
    for (const [register, key] of keys) database.prepare('INSERT INTO signing_keys VALUES (?, ?)').run(register, key);
  } finally {
    database.close();
  }
}

/** Takes the keys out, so that the folder's database does not hold them too. */
function takeKeys(path: string): ReadonlyMap<string, string> {
  const database = new DatabaseSync(path);
  try {
    const keys = keysOf(database);
    database.exec('PRAGMA secure_delete = ON; DROP TABLE signing_keys; VACUUM');
    return keys;
  } finally {
    database.close();
  }
}

const keysOf = (database: DatabaseSync): ReadonlyMap<string, string> =>
  new Map(database.prepare('SELECT register, key FROM signing_keys').all().map((row) => [String(row['register']), String(row['key'])]));

function verifyAll(path: string): Result<readonly BackedUp[]> {
  const found: BackedUp[] = [];
  for (const [register, text] of keysOrNone(path)) {
    const key = parseSigningKey(text);
    const verified = key.ok ? verifyDatabase(path, register, verifierKey(key.value)) : undefined;
    if (verified?.state !== 'intact') return broken(verified?.state === 'corrupt' ? `corrupt at entry ${verified.entry} of \`${register}\` (${verified.why})` : `the key of \`${register}\` cannot be read`);
    found.push({ register, entries: verified.entries, root: verified.root });
  }
  return found.length === 0 ? broken('it is not a back-up of Answerable, or is damaged') : ok(found);
}

function keysOrNone(path: string): ReadonlyMap<string, string> {
  const database = new DatabaseSync(path);
  try {
    const listed = new Set(database.prepare('SELECT register FROM kept_registers').all().map((row) => String(row['register'])));
    const keys = keysOf(database);
    // A key without a register, or the other way round, is a file that was changed.
    return [...listed].every((register) => keys.has(register)) ? new Map([...keys].filter(([register]) => listed.has(register))) : new Map();
  } catch {
    return new Map();
  } finally {
    database.close();
  }
}

const broken = (why: string): Result<never> => refused({ category: 'input', code: 'back-up-broken', sentence: `This cannot be relied on: ${why}.` });

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
