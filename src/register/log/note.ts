import { sign, verify } from 'node:crypto';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { base64, parseBase64 } from './base64.ts';
import { logFault } from './log-fault.ts';
import { isKeyName } from './key-text.ts';
import type { SigningKey, VerifierKey } from './note-key.ts';

const MOST_SIGNATURES = 100;
const MOST_CHARACTERS = 1_000_000;
const EM_DASH = '\u2014';

/** One signature line, whether or not we know the key. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Uint8Array;
  /** For Ed25519, 64 bytes. */
  readonly signature: Uint8Array;
}

/** C2SP signed-note as read, nothing verified yet: the text, with its last newline, and the signatures under it. */
export interface ParsedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** The text signed as a note: the text, a blank line, then a signature line for each key. @throws RangeError for a text that no note can carry. */
export function signNote(text: string, ...keys: readonly [SigningKey, ...SigningKey[]]): string {
  if (!isNoteText(text)) throw new RangeError('The text of a note ends in a newline and has no other control character.');
  const lines = keys.map(({ name, id, privateKey }) => signatureLine({ name, keyId: id, signature: sign(null, Buffer.from(text), privateKey) }));
  return `${text}\n${lines.join('')}`;
}

export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `${EM_DASH} ${name} ${base64(Buffer.concat([keyId, signature]))}\n`;

/**
 * The text of a note that at least one of `keys` signed. Signatures by keys that are not among them are ignored, as the
 * specification asks; a signature by one of them that does not verify refuses the whole note.
 */
export function openNote(note: string | Uint8Array, ...keys: readonly VerifierKey[]): Result<ParsedNote> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const { text, signatures } = parsed.value;
  let verified = 0;
  for (const { name, keyId, signature } of signatures) {
    const key = keys.find((known) => known.name === name && Buffer.from(known.id).equals(keyId));
    if (key === undefined) continue;
    if (signature.length !== 64 || !verify(null, Buffer.from(text), key.publicKey, signature)) {
      return refused(logFault('note-signature-wrong', 'The signature does not fit the text: one of them was changed.', name));
    }
    verified += 1;
  }
  return verified > 0 ? parsed : refused(logFault('note-not-signed', `The note is not signed by ${keys.map(({ name }) => `\`${name}\``).join(' or ')} with the key given.`));
}

/** Reads the form alone; trust nothing of it before `openNote`. */
export function parseNote(note: string | Uint8Array): Result<ParsedNote> {
  const whole = typeof note === 'string' ? note : utf8(note);
  if (whole === undefined || whole.length > MOST_CHARACTERS || !isNoteText(whole)) {
    return refused(logFault('note-malformed', 'A signed note is UTF-8 text of lines, with no control character but the newline, and ends in a newline.'));
  }
  const blank = whole.lastIndexOf('\n\n');
  if (blank === -1) return refused(logFault('note-unsigned', 'A signed note has a blank line and signatures after its text.'));
  const lines = whole.slice(blank + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return refused(logFault('note-too-many-signatures', `A note may have ${MOST_SIGNATURES} signatures at most.`));
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === undefined) return refused(logFault('note-signature-malformed', 'A signature line is an em dash, a name and a signature in base64, with one space between.', line));
    signatures.push(signature);
  }
  return ok({ text: whole.slice(0, blank + 1), signatures });
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ');
  const bytes = parseBase64(encoded);
  if (dash !== EM_DASH || !isKeyName(name) || rest.length > 0 || bytes === undefined || bytes.length < 5) return undefined;
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

const isNoteText = (text: string): boolean => text.isWellFormed() && text.endsWith('\n') && !/[\u0000-\u0009\u000b-\u001f]/.test(text);

/** The text of the bytes; undefined where they are not UTF-8. A byte order mark is kept: it is part of what was signed. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
