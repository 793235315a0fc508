import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { NotIntact } from '../not-intact.ts';
import { bytesOfHandle } from './content/file-bytes.ts';
import { foundKind } from './content/found-kind.ts';
import { EvidenceFiles } from './evidence-files.ts';
import type { FileDigest } from './file-digest.ts';
import type { FilePlaces } from './file-places.ts';
import { takenIn } from './taken-in.ts';

/** The files of one register that a back-up holds. */
export interface BackedUpFiles {
  readonly files: number;
  /** Files that could not be taken along, because what is kept is not what the digest says. */
  readonly damaged: readonly FileDigest[];
}

const TABLE = `CREATE TABLE IF NOT EXISTS evidence_parts (
  register TEXT NOT NULL,
  digest TEXT NOT NULL,
  part INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (register, digest, part)
) STRICT`;

/** Puts the files of a register into a back-up, part by part, each checked against its digest on the way. */
export async function putFiles(backUp: string, register: string, places: FilePlaces): Promise<BackedUpFiles> {
  const from = new EvidenceFiles(places.of(register));
  const database = new DatabaseSync(backUp);
  const damaged: FileDigest[] = [];
  let files = 0;
  try {
    database.exec(`PRAGMA synchronous = OFF; ${TABLE}`);
    const insert = database.prepare('INSERT INTO evidence_parts VALUES (?, ?, ?, ?)');
    for await (const { digest } of from.list()) {
      const file = await from.get(digest);
      if (file === undefined) continue;
      database.exec('BEGIN');
      try {
        let part = 0;
        for await (const content of file.content as AsyncIterable<Uint8Array>) insert.run(register, digest, part++, content);
        database.exec('COMMIT');
        files += 1;
      } catch (error) {
        database.exec('ROLLBACK');
        if (!(error instanceof NotIntact)) throw error;
        damaged.push(digest);
      }
    }
  } finally {
    database.close();
  }
  return { files, damaged };
}

/**
 * The first file of a back-up that is not what its digest says; undefined where all are.
 * @param registers those that were found intact in the back-up: files of any other are not right
 */
export function wrongFile(backUp: string, registers: readonly string[]): string | undefined {
  const database = new DatabaseSync(backUp, { readOnly: true });
  try {
    for (const { register, digest } of filesIn(database)) {
      const hash = createHash('sha256');
      for (const part of partsOf(database, register, digest)) hash.update(part);
      if (!registers.includes(register) || `sha256:${hash.digest('hex')}` !== digest) return digest;
    }
    return undefined;
  } finally {
    database.close();
  }
}

/** Puts the files of a back-up, found right, where they are to be kept. Answers how many each register has. @throws NotIntact where one is no longer right */
export async function takeFiles(backUp: string, places: FilePlaces): Promise<ReadonlyMap<string, number>> {
  const database = new DatabaseSync(backUp, { readOnly: true });
  const counts = new Map<string, number>();
  try {
    for (const { register, digest } of filesIn(database)) {
      await takeFile(database, register, digest, places);
      counts.set(register, (counts.get(register) ?? 0) + 1);
    }
    return counts;
  } finally {
    database.close();
  }
}

/** Takes them out of a back-up that is to become a folder's database. */
export function dropFiles(database: DatabaseSync): void {
  if (holdsFiles(database)) database.exec('PRAGMA secure_delete = OFF; DROP TABLE evidence_parts');
}

const holdsFiles = (database: DatabaseSync): boolean => database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'evidence_parts'`).get() !== undefined;

function* filesIn(database: DatabaseSync): Generator<{ readonly register: string; readonly digest: string }> {
  if (!holdsFiles(database)) return;
  for (const row of database.prepare('SELECT DISTINCT register, digest FROM evidence_parts ORDER BY register, digest').iterate()) yield { register: String(row['register']), digest: String(row['digest']) };
}

function* partsOf(database: DatabaseSync, register: string, digest: string): Generator<Uint8Array> {
  const rows = database.prepare('SELECT content FROM evidence_parts WHERE register = ? AND digest = ? ORDER BY part').iterate(register, digest);
  for (const { content } of rows) yield content as Uint8Array;
}

async function takeFile(database: DatabaseSync, register: string, digest: string, places: FilePlaces): Promise<void> {
  const draft = await places.of(register).draft();
  try {
    const taken = await takenIn(Readable.from(partsOf(database, register, digest)), draft.handle, Number.MAX_SAFE_INTEGER);
    if (taken === 'too large' || 'brokeOff' in taken || taken.digest !== digest) throw new NotIntact(`The file of evidence ${digest} in the back-up is not what its digest says.`);
    const found = await foundKind(bytesOfHandle(draft.handle, taken.bytes));
    await draft.keep({ ...taken, type: 'kind' in found ? found.kind.type : 'application/octet-stream' }, false);
  } finally {
    await draft.end();
  }
}
