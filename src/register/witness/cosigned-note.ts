import { instantOf, type Instant } from '../../kernel/instant.ts';
import { asCosignature, type Cosignature } from '../log/cosignature.ts';
import { parseNote, signatureLine, type NoteSignature } from '../log/note.ts';
import type { Store } from '../store/store.ts';

/** The register's newest checkpoint with the cosignatures kept for it, as one note; undefined where there is no entry. */
export async function cosignedCheckpoint(store: Pick<Store, 'size' | 'checkpoint' | 'cosignatures'>, register: string): Promise<string | undefined> {
  const note = await store.checkpoint(register);
  return note === undefined ? undefined : withCosignatures(note, await store.cosignatures(register, await store.size(register)));
}

/** The note with the cosignature lines under its signatures: of each witness the newest alone. */
export function withCosignatures(note: string, lines: readonly string[]): string {
  const newest = new Map<string, { readonly time: number; readonly line: string }>();
  for (const signature of signaturesIn(lines)) {
    const time = asCosignature(signature)?.time;
    const signer = signerOf(signature);
    if (time !== undefined && time >= (newest.get(signer)?.time ?? 0)) newest.set(signer, { time, line: signatureLine(signature) });
  }
  return note + [...newest.values()].map(({ line }) => line).join('');
}

/** The newest cosignature among the lines that bears the key's name and id; nothing is verified. */
export function newestBy(lines: readonly string[], key: { readonly name: string; readonly id: Uint8Array }): Cosignature | undefined {
  const own = signaturesIn(lines).filter(({ name, keyId }) => name === key.name && Buffer.from(key.id).equals(keyId)).map(asCosignature);
  return own.filter((one) => one !== undefined).toSorted((a, b) => a.time - b.time).at(-1);
}

/** A witness named in a note, and when it cosigned. What the note says is not verified here. */
export interface NamedWitness {
  readonly by: string;
  readonly at: Instant;
}

/** The witnesses whose cosignatures stand in the note. */
export function witnessesIn(note: string): readonly NamedWitness[] {
  const parsed = parseNote(note);
  const cosignatures = parsed.ok ? parsed.value.signatures.map(asCosignature) : [];
  return cosignatures.filter((one) => one !== undefined).map(({ name, time }) => ({ by: name, at: timeOf(time) }));
}

/** The time of a cosignature, whole seconds since 1970, as an instant. */
export const timeOf = (seconds: number): Instant => instantOf(seconds * 1000);

/** In words: *not witnessed*, or *witnessed by … at …*. */
export const stateOf = (witnesses: readonly NamedWitness[]): string =>
  witnesses.length === 0 ? 'not witnessed' : witnesses.map(({ by, at }) => `witnessed by ${by} at ${at}`).join(', ');

function signaturesIn(lines: readonly string[]): readonly NoteSignature[] {
  return lines.flatMap((line) => {
    const parsed = parseNote(`-\n\n${line}`);
    return parsed.ok ? parsed.value.signatures : [];
  });
}

const signerOf = ({ name, keyId }: NoteSignature): string => `${name} ${Buffer.from(keyId).toString('hex')}`;
