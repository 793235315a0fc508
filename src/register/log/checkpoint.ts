import { ok, refused, type Result } from '../../kernel/result.ts';
import { base64, parseBase64 } from './base64.ts';
import { logFault } from './log-fault.ts';
import type { SigningKey, VerifierKey } from './note-key.ts';
import { openNote, signNote } from './note.ts';

/** C2SP tlog-checkpoint: the root (32 bytes) of the tree of the first `size` leaves of the log that `origin` names. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The text that is signed: origin, size, root in base64, a line each. @throws RangeError for what has no such text. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${base64(root)}\n`;
  if (!parseCheckpointText(text).ok) throw new RangeError(`No checkpoint can have the origin \`${origin}\`, the size ${size} and a root of ${root.length} bytes.`);
  return text;
}

/** The checkpoint in its text, unsigned. Extension lines are allowed by the specification and passed over. */
export function parseCheckpointText(text: string): Result<Checkpoint> {
  const lines = text.split('\n');
  const [origin = '', size = '', encoded = ''] = lines;
  const root = parseBase64(encoded);
  const isFormed = lines.length >= 4 && lines.at(-1) === '' && !lines.slice(0, -1).includes('');
  if (!isFormed || !isDecimal(size) || root?.length !== 32) {
    return refused(logFault('checkpoint-malformed', 'A checkpoint is an origin, a size in decimal and a root of 32 bytes in base64, a line each.'));
  }
  return ok({ origin, size: Number(size), root });
}

/**
 * The checkpoint as a note signed by each of the keys. The caller must never sign one that is inconsistent with an earlier one of the same origin.
 * @throws RangeError where a key is another log's: a key signs for the one origin that it is named after.
 */
export function signCheckpoint(checkpoint: Checkpoint, ...keys: readonly [SigningKey, ...SigningKey[]]): string {
  const other = keys.find(({ name }) => name !== checkpoint.origin);
  if (other !== undefined) throw new RangeError(`The key \`${other.name}\` does not sign for \`${checkpoint.origin}\`.`);
  return signNote(checkpointText(checkpoint), ...keys);
}

/** The checkpoint of a note that the log's key signed, for the origin that the key is named after. */
export function openCheckpoint(note: string | Uint8Array, key: VerifierKey): Result<Checkpoint> {
  const opened = openNote(note, key);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpointText(opened.value.text);
  if (checkpoint.ok && checkpoint.value.origin !== key.name) {
    return refused(logFault('checkpoint-origin', `The checkpoint is of another log than \`${key.name}\`.`, checkpoint.value.origin));
  }
  return checkpoint;
}

/** A decimal that is written in one way only (no sign, no leading zero) and that counts exactly. */
export const isDecimal = (text: string): boolean => /^(0|[1-9][0-9]{0,15})$/.test(text) && Number.isSafeInteger(Number(text));
