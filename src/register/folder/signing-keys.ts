import { openCheckpoint } from '../log/checkpoint.ts';
import type { SigningKey } from '../log/note-key.ts';
import { hasKeyFile, keyIn, nextKeyIn, registersWithKeys, writeKeyFile } from './key-files.ts';
import { keysIn } from './files.ts';

/** The register's signing key. @throws NotIntact where it is missing, damaged, or another register's */
export const signingKey = (folder: string, register: string): SigningKey => keyIn(keysIn(folder), register);

/**
 * The key that signs from the checkpoint on: where a change of key was cut off after it was signed, the next one, which has not taken
 * its place yet. @throws NotIntact
 */
export const keyAfter = (folder: string, register: string, note: string | undefined): SigningKey => keyAfterIn(keysIn(folder), register, note);

/** The same, in a folder of keys. @throws NotIntact */
export function keyAfterIn(keys: string, register: string, note: string | undefined): SigningKey {
  const next = note === undefined ? undefined : nextKeyIn(keys, register);
  return next !== undefined && note !== undefined && openCheckpoint(note, next).ok ? next : keyIn(keys, register);
}

export const keepSigningKey = (folder: string, register: string, text: string): void => writeKeyFile(keysIn(folder), register, text);

export const hasSigningKey = (folder: string, register: string): boolean => hasKeyFile(keysIn(folder), register);

/** The registers that have a key in the folder. */
export const registersWithKey = (folder: string): readonly string[] => registersWithKeys(keysIn(folder));
