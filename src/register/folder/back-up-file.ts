import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { dropFiles, putFiles, takeFiles, wrongFile, type BackedUpFiles } from '../files/back-up-files.ts';
import type { FilePlaces } from '../files/file-places.ts';
import { parseSigningKey, signingKeyText, verifierKey } from '../log/note-key.ts';
import { verifyDatabase } from '../verify/verify-database.ts';
import { syncFolder } from './files.ts';
import { keyAfterIn } from './signing-keys.ts';

/** A register that was found intact in a back-up. */
export interface Found {
  readonly register: string;
  readonly entries: number;
  readonly root: string;
}

/** A register in a back-up, with its files of evidence. */
export interface BackedUp extends Found, BackedUpFiles {}

/** What goes into a back-up. */
export interface BackUpOf {
  /** The folder of signing keys. */
  readonly keys: string;
  readonly files: FilePlaces;
  /** Copies the registers, as they are at one moment, into the SQLite file of this name. */
  readonly copy: (into: string) => Promise<void>;
}

/**
 * Writes a back-up: one SQLite file with the registers, their signing keys and their files of evidence, verified before it gets its
 * name. Whoever has the file can sign for the registers: it is made readable to its owner alone.
 */
export async function writeBackUp(file: string, of: BackUpOf): Promise<Result<readonly BackedUp[]>> {
  if (existsSync(file)) return refused({ category: 'input', code: 'file-exists', sentence: 'There is a file of this name already. A back-up never overwrites one.', place: { file } });
  const copied = await copyVerified(file, of);
  // Where the key was changed while the copy was made, the copy has entries of before and the key of after.
  return copied.ok ? copied : copyVerified(file, of);
}

async function copyVerified(file: string, { keys, files, copy }: BackUpOf): Promise<Result<readonly BackedUp[]>> {
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  closeSync(openSync(beside, 'w', 0o600));
  try {
    await copy(beside);
    putKeys(beside, keys);
    const verified = verifyAll(beside);
    if (!verified.ok) return verified;
    const backedUp: BackedUp[] = [];
    for (const found of verified.value) backedUp.push({ ...found, ...(await putFiles(beside, found.register, files)) });
    sync(beside);
    renameSync(beside, file);
    syncFolder(dirname(file));
    return ok(backedUp);
  } finally {
    for (const left of [beside, `${beside}-wal`, `${beside}-shm`, `${beside}-journal`]) rmSync(left, { force: true });
  }
}

function putKeys(path: string, keys: string): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA journal_mode = DELETE; CREATE TABLE signing_keys (register TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT');
    const newest = database.prepare('SELECT register, (SELECT note FROM kept_checkpoints c WHERE c.register = r.register ORDER BY size DESC LIMIT 1) AS note FROM kept_registers r');
    for (const { register, note } of newest.all()) {
      const key = keyAfterIn(keys, String(register), note === null ? undefined : String(note));
      database.prepare('INSERT INTO signing_keys VALUES (?, ?)').run(String(register), signingKeyText(key));
    }
  } finally {
    database.close();
  }
}

/** Every register in a back-up that is to be restored; refused where one, or a file of evidence, is not intact. */
export function verifyWhole(path: string): Result<readonly Found[]> {
  const verified = verifyAll(path);
  const wrong = verified.ok ? wrongFile(path, verified.value.map(({ register }) => register)) : undefined;
  return wrong === undefined ? verified : broken(`its file of evidence ${wrong} is not what its digest says`);
}

/** Puts the files of evidence of a back-up, found whole, where they are to be kept. */
export async function filesTaken(path: string, registers: readonly Found[], places: FilePlaces): Promise<readonly BackedUp[]> {
  const taken = await takeFiles(path, places);
  return registers.map((found) => ({ ...found, files: taken.get(found.register) ?? 0, damaged: [] }));
}

/** Takes the keys out of a copy of a back-up, so that a folder's database does not hold them too. */
export function takeKeys(path: string): ReadonlyMap<string, string> {
  const database = new DatabaseSync(path);
  try {
    const keys = keysOf(database);
    dropFiles(database);
    database.exec('PRAGMA secure_delete = ON; DROP TABLE signing_keys; VACUUM');
    return keys;
  } finally {
    database.close();
  }
}

/** The signing keys in a back-up, by register. */
export function keysIn(path: string): ReadonlyMap<string, string> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return keysOf(database);
  } finally {
    database.close();
  }
}

/** The newest checkpoint of each register: from here on it is never signed with less. */
export function newestNotes(path: string): ReadonlyMap<string, string> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return new Map(database.prepare('SELECT register, note, max(size) FROM kept_checkpoints GROUP BY register').all().map((row) => [String(row['register']), String(row['note'])]));
  } finally {
    database.close();
  }
}

const keysOf = (database: DatabaseSync): ReadonlyMap<string, string> =>
  new Map(database.prepare('SELECT register, key FROM signing_keys').all().map((row) => [String(row['register']), String(row['key'])]));

/** Every register in the back-up; refused where one is not intact. */
function verifyAll(path: string): Result<readonly Found[]> {
  const found: Found[] = [];
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

export const broken = (why: string): Result<never> => refused({ category: 'input', code: 'back-up-broken', sentence: `This cannot be relied on: ${why}.` });

/** Brings what was written to a file to the disk. */
export function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
