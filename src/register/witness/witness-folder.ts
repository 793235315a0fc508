import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { syncFolder, writeSecret } from '../folder/files.ts';
import { parseCheckpointText } from '../log/checkpoint.ts';
import { openCosigned } from '../log/cosignature.ts';
import { parseNote } from '../log/note.ts';
import { cosigningKeyText, generateWitnessKey, parseCosigningKey, witnessKeyText, type CosigningKey } from '../log/witness-key.ts';
import { NotIntact } from '../not-intact.ts';
import type { Remembered, WitnessMemory } from './witness-memory.ts';

/** What lies where in the folder of a witness. */
export const memoryIn = (folder: string): string => join(folder, 'witness.sqlite');
export const witnessKeyIn = (folder: string): string => join(folder, 'witness.key');

/** The key of the witness in the folder. @throws NotIntact where it is damaged */
export function witnessKeyOf(folder: string): Result<CosigningKey> {
  const path = witnessKeyIn(folder);
  if (!existsSync(path)) return refused({ category: 'not-found', code: 'no-witness', sentence: 'This folder holds no witness. Begin one with `answerable witness serve --data DIR --trust VERIFIER-KEY`.', place: { file: folder } });
  const key = parseCosigningKey(readFileSync(path, 'utf8').trim());
  if (!key.ok) throw new NotIntact(`The key of the witness, ${path}, cannot be read: ${key.faults.map(({ sentence }) => sentence).join(' ')}`);
  return ok(key.value);
}

/**
 * The key of the witness, made at its first start. A key and a memory belong together: a witness that has forgotten what it saw would
 * cosign a rewritten past, so one of the two without the other is no witness.
 *
 * @param name how the key is to be called; at a later start it may be left out and cannot be changed
 * @throws NotIntact where key and memory do not belong together, or the memory holds what the key did not cosign
 */
export function keyForMemory(folder: string, memory: WitnessMemory, name: string | undefined): Result<CosigningKey> {
  const owner = memory.verifierKey;
  if (owner === undefined || (!existsSync(witnessKeyIn(folder)) && memory.all().length === 0)) return firstKey(folder, memory, name ?? 'answerable/witness');
  if (!existsSync(witnessKeyIn(folder))) throw new NotIntact(`The key of the witness is missing from ${witnessKeyIn(folder)}. Put it back, or begin a new witness in a new folder.`);
  const key = witnessKeyOf(folder);
  if (!key.ok) return key;
  if (witnessKeyText(key.value) !== owner) throw new NotIntact(`The key ${witnessKeyIn(folder)} is not the one that this witness cosigned with.`);
  if (name !== undefined && name !== key.value.name) return refused({ category: 'misuse', code: 'witness-named', sentence: `This witness is called ${quoted(key.value.name)}, and its key with it. One of another name needs a folder of its own.` });
  const wrong = memory.all().find((one) => !isCosigned(one, key.value));
  if (wrong !== undefined) throw new NotIntact(`What the witness remembers of \`${wrong.origin}\` is not what it cosigned. Begin a new witness in a new folder.`);
  return key;
}

function firstKey(folder: string, memory: WitnessMemory, name: string): Result<CosigningKey> {
  if (existsSync(witnessKeyIn(folder))) {
    throw new NotIntact(`The witness has its key, ${witnessKeyIn(folder)}, and has lost its memory, ${memoryIn(folder)}: it would cosign a rewritten past. Begin a new witness in a new folder, and tell those who rely on this one.`);
  }
  let key: CosigningKey;
  try {
    key = generateWitnessKey(name);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused({ category: 'misuse', code: 'witness-name', sentence: error.message });
  }
  // The memory first: a key is never on the disk without the memory that it belongs to.
  memory.verifierKey = witnessKeyText(key);
  syncFolder(folder);
  writeSecret(witnessKeyIn(folder), `${cosigningKeyText(key)}\n`);
  return ok(key);
}

function isCosigned({ origin, size, root, time, note }: Remembered, key: CosigningKey): boolean {
  const [parsed, cosignature] = [parseNote(note), openCosigned(note, key)];
  const checkpoint = parsed.ok ? parseCheckpointText(parsed.value.text) : parsed;
  return checkpoint.ok && cosignature.ok && cosignature.value.time === time && checkpoint.value.origin === origin && checkpoint.value.size === size && Buffer.from(checkpoint.value.root).equals(root);
}
