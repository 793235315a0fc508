import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { originOf } from '../ledger.ts';
import { generateKey, parseSigningKey, signingKeyText, type SigningKey } from '../log/note-key.ts';
import { NotIntact } from '../not-intact.ts';
import { keysIn, syncFolder, writeSecret } from './files.ts';

const ENDING = '.key';

/** The register's signing key. @throws NotIntact where it is missing, damaged, or another register's */
export function signingKey(folder: string, register: string): SigningKey {
  if (!hasSigningKey(folder, register)) throw new NotIntact(`The signing key of the register \`${register}\` is missing from ${keysIn(folder)}. Put it back, or restore a back-up.`);
  return keyIn(readFileSync(join(keysIn(folder), `${register}${ENDING}`), 'utf8'), register);
}

/** The key of a register that is to have its first entry: made, unless one was made before and no entry came of it. */
export function newSigningKey(folder: string, register: string): SigningKey {
  if (hasSigningKey(folder, register)) return signingKey(folder, register);
  const key = generateKey(originOf(register));
  keepSigningKey(folder, register, signingKeyText(key));
  return key;
}

export function keepSigningKey(folder: string, register: string, text: string): void {
  if (!existsSync(keysIn(folder))) {
    mkdirSync(keysIn(folder), { mode: 0o700 });
    syncFolder(folder);
  }
  const path = join(keysIn(folder), `${register}${ENDING}`);
  writeSecret(path, `${text}\n`);
  chmodSync(path, 0o600);
}

export const hasSigningKey = (folder: string, register: string): boolean => existsSync(join(keysIn(folder), `${register}${ENDING}`));

/** The text of every key in the folder, by register. */
export function keyTexts(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(keysIn(folder))) return new Map();
  const files = readdirSync(keysIn(folder)).filter((file) => file.endsWith(ENDING));
  return new Map(files.map((file) => [file.slice(0, -ENDING.length), readFileSync(join(keysIn(folder), file), 'utf8').trim()]));
}

function keyIn(text: string, register: string): SigningKey {
  const key = parseSigningKey(text.trim());
  if (!key.ok) throw new NotIntact(`The signing key of the register \`${register}\` cannot be read: ${key.faults.map(({ sentence }) => sentence).join(' ')}`);
  if (key.value.name !== originOf(register)) throw new NotIntact(`The signing key of the register \`${register}\` is one of \`${key.value.name}\`.`);
  return key.value;
}
