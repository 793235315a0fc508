import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What lies where in a data folder. */
export const databaseIn = (folder: string): string => join(folder, 'registers.sqlite');
export const accountsIn = (folder: string): string => join(folder, 'accounts.sqlite');
export const keysIn = (folder: string): string => join(folder, 'keys');
export const lockIn = (folder: string): string => join(folder, 'lock');
export const holderIn = (folder: string): string => join(folder, 'holder.json');

/** Writes a file that only its owner may read: there whole, and on the disk, or not at all. */
export function writeSecret(path: string, text: string): void {
  const beside = `${path}.new`;
  const file = openSync(beside, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
  syncFolder(dirname(path));
}

/** A file's name is on the disk only once its folder is. */
export function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Makes a folder that only its owner may enter, with those around it, and sees to it that their names are on the disk. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = resolve(folder); made.length >= resolve(first).length; made = dirname(made)) syncFolder(dirname(made));
}
