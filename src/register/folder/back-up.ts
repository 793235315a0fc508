import { chmodSync, copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { filesInFolder, type FilePlaces } from '../files/file-places.ts';
import { filesTaken, newestNotes, sync, takeKeys, verifyWhole, writeBackUp, type BackedUp } from './back-up-file.ts';
import { noRegister } from './data-folder.ts';
import { databaseIn, keysIn, makeFolder, syncFolder } from './files.ts';
import { recordSigned } from './last-signed.ts';
import { keepSigningKey } from './signing-keys.ts';

/** Copies the folder into one file (`writeBackUp`) while a writer may be at work. */
export async function backUp(folder: string, file: string, files = filesInFolder(folder)): Promise<Result<readonly BackedUp[]>> {
  if (!existsSync(databaseIn(folder))) return noRegister(folder);
  const copy = async (into: string): Promise<void> => {
    const source = new DatabaseSync(databaseIn(folder), { readOnly: true });
    try {
      source.exec('PRAGMA busy_timeout = 5000');
      await backup(source, into);
    } finally {
      source.close();
    }
  };
  return writeBackUp(file, { keys: keysIn(folder), files, copy });
}

/** Makes a data folder of a back-up: into a folder that is empty or not there, and only if every register in it is intact. */
export async function restore(file: string, folder: string, places = filesInFolder(folder)): Promise<Result<readonly BackedUp[]>> {
  if (!existsSync(file)) return refused({ category: 'input', code: 'file-unreadable', sentence: 'There is no such file.', place: { file } });
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    return refused({ category: 'input', code: 'folder-not-empty', sentence: 'This folder is not empty. A back-up is restored into a new one.', place: { file: folder } });
  }
  const wasThere = existsSync(folder);
  let isDone = false;
  try {
    makeFolder(folder);
    const restored = await restoredInto(file, folder, places);
    isDone = restored.ok;
    return restored;
  } finally {
    if (!isDone && wasThere) for (const left of readdirSync(folder)) rmSync(`${folder}/${left}`, { force: true, recursive: true });
    else if (!isDone) rmSync(folder, { recursive: true, force: true });
  }
}

async function restoredInto(file: string, folder: string, places: FilePlaces): Promise<Result<readonly BackedUp[]>> {
  const database = databaseIn(folder);
  const beside = `${database}.new`;
  copyFileSync(file, beside);
  chmodSync(beside, 0o600);
  const verified = verifyWhole(beside);
  if (!verified.ok) return refused(...verified.faults.map((fault) => ({ ...fault, place: { file } })));
  const restored = await filesTaken(beside, verified.value, places);
  for (const [register, text] of takeKeys(beside)) keepSigningKey(folder, register, text);
  for (const [register, note] of newestNotes(beside)) recordSigned(keysIn(folder), register, note);
  sync(beside);
  renameSync(beside, database);
  syncFolder(folder);
  return ok(restored);
}
