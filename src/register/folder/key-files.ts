import { chmodSync, closeSync, existsSync, fsyncSync, ftruncateSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { originOf } from '../ledger.ts';
import { generateKey, parseSigningKey, signingKeyText, type SigningKey } from '../log/note-key.ts';
import { NotIntact } from '../not-intact.ts';
import { syncFolder, writeSecret } from './files.ts';

/*
 * The files of a folder of signing keys: `REGISTER.key` signs, `next/REGISTER.key` was made to take its place and has not yet. They
 * lie in a folder of their own because `REGISTER.next` can be a register too.
 */

const ENDING = '.key';

const fileOf = (keys: string, register: string): string => join(keys, `${register}${ENDING}`);
const nextFileOf = (keys: string, register: string): string => join(keys, 'next', `${register}${ENDING}`);

export const hasKeyFile = (keys: string, register: string): boolean => existsSync(fileOf(keys, register));

/** The register's signing key. @throws NotIntact where it is missing, damaged, or another register's */
export function keyIn(keys: string, register: string): SigningKey {
  if (!hasKeyFile(keys, register)) throw new NotIntact(`The signing key of the register \`${register}\` is missing from ${keys}. Put it back, or restore a back-up.`);
  return keyOf(readFileSync(fileOf(keys, register), 'utf8'), register);
}

/** The key made to take the place of the one that signs; undefined where none was. @throws NotIntact where it is damaged */
export function nextKeyIn(keys: string, register: string): SigningKey | undefined {
  return existsSync(nextFileOf(keys, register)) ? keyOf(readFileSync(nextFileOf(keys, register), 'utf8'), register) : undefined;
}

/** The key to take the place of the one that signs: made, and on the disk, unless one was made before and came to nothing. */
export function makeNextKey(keys: string, register: string): SigningKey {
  const made = nextKeyIn(keys, register);
  if (made !== undefined) return made;
  makeKey(nextFileOf(keys, register), register);
  return nextKeyIn(keys, register) ?? keyIn(keys, register);
}

/** The key of a register that is to have its first entry: made, unless one was made before and no entry came of it. */
export function makeFirstKey(keys: string, register: string): void {
  if (!hasKeyFile(keys, register)) makeKey(fileOf(keys, register), register);
}

/**
 * The next key takes the place of the one that signs, in one step; what the other was is overwritten. Nothing happens where that is
 * done already.
 */
export function takeNextKey(keys: string, register: string): void {
  if (!existsSync(nextFileOf(keys, register))) return;
  const old = hasKeyFile(keys, register) ? openSync(fileOf(keys, register), 'r+') : undefined;
  try {
    const length = old === undefined ? 0 : readFileSync(old).length;
    try {
      renameSync(nextFileOf(keys, register), fileOf(keys, register));
    } catch (error) {
      // Another process that keeps its keys here was quicker.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    syncFolder(keys);
    syncFolder(join(keys, 'next'));
    if (old === undefined) return;
    writeSync(old, Buffer.alloc(length), 0, length, 0);
    fsyncSync(old);
    ftruncateSync(old, 0);
  } finally {
    if (old !== undefined) closeSync(old);
  }
}

export const writeKeyFile = (keys: string, register: string, text: string): void => writeKey(fileOf(keys, register), text);

/** The registers that have a key in the folder. */
export const registersWithKeys = (keys: string): readonly string[] =>
  existsSync(keys) ? readdirSync(keys).filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length)) : [];

function writeKey(path: string, text: string): void {
  makeFolder(dirname(path));
  writeSecret(path, `${text}\n`);
  chmodSync(path, 0o600);
}

/** Makes a key where there is none; of processes that do so together one makes it, for all. */
function makeKey(path: string, register: string): void {
  makeFolder(dirname(path));
  const beside = `${path}.${process.pid}`;
  writeSecret(beside, `${signingKeyText(generateKey(originOf(register)))}\n`);
  try {
    linkSync(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(beside);
    syncFolder(dirname(path));
  }
}

function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  syncFolder(dirname(folder));
}

function keyOf(text: string, register: string): SigningKey {
  const key = parseSigningKey(text.trim());
  if (!key.ok) throw new NotIntact(`The signing key of the register \`${register}\` cannot be read: ${key.faults.map(({ sentence }) => sentence).join(' ')}`);
  if (key.value.name !== originOf(register)) throw new NotIntact(`The signing key of the register \`${register}\` is one of \`${key.value.name}\`.`);
  return key.value;
}
