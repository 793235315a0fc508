import { sign, verify } from 'node:crypto';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { logFault } from './log-fault.ts';
import { parseNote, signatureLine, type NoteSignature } from './note.ts';
import type { CosigningKey, WitnessKey } from './witness-key.ts';

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;
/** The last second that a `Date` can tell, far below the 2^63 - 1 of the specification: no clock that is right comes near it. */
const LAST_TIME = 8_640_000_000_000;

/**
 * C2SP tlog-cosignature, `cosignature/v1`: a witness says that at `time` (whole seconds since 1970) the newest tree it had seen of the
 * log is the one of the checkpoint, and that it continues every one it saw before.
 */
export interface Cosignature {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Uint8Array;
  readonly time: number;
  /** Ed25519, 64 bytes, over `cosignature/v1`, the time, and the text of the note. */
  readonly signature: Uint8Array;
}

/** The cosignature of a checkpoint's text as a signature line of its note. @throws RangeError for a time that is none */
export function cosign(noteText: string, time: number, key: CosigningKey): string {
  if (!isTime(time)) throw new RangeError(`A cosignature cannot have the time ${time}: it is in whole seconds since 1970.`);
  const stamp = Buffer.alloc(TIME_BYTES);
  stamp.writeBigUInt64BE(BigInt(time));
  const signature = Buffer.concat([stamp, sign(null, message(noteText, time), key.privateKey)]);
  return signatureLine({ name: key.name, keyId: key.id, signature });
}

/** The signature of a note as a cosignature; undefined where it has not the form of one. Nothing is verified. */
export function asCosignature({ name, keyId, signature }: NoteSignature): Cosignature | undefined {
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const stamp = Buffer.from(signature.buffer, signature.byteOffset, TIME_BYTES).readBigUInt64BE();
  if (stamp > BigInt(LAST_TIME)) return undefined;
  return { name, keyId, time: Number(stamp), signature: signature.subarray(TIME_BYTES) };
}

/** True when the witness with the key cosigned the text at the time. */
export const verifyCosignature = (noteText: string, cosignature: Cosignature, key: WitnessKey): boolean =>
  isBy(cosignature, key) && verify(null, message(noteText, cosignature.time), key.cosigns, cosignature.signature);

/**
 * The newest cosignature of the note by the key. Other signatures are passed over; one that bears the key's name and id and does not
 * verify refuses the whole note.
 */
export function openCosigned(note: string | Uint8Array, key: WitnessKey): Result<Cosignature> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  let newest: Cosignature | undefined;
  for (const signature of parsed.value.signatures.filter((one) => isBy(one, key))) {
    const cosignature = asCosignature(signature);
    if (cosignature === undefined || !verifyCosignature(parsed.value.text, cosignature, key)) {
      return refused(logFault('cosignature-wrong', 'The cosignature does not fit the checkpoint: one of them was changed.', key.name));
    }
    if (newest === undefined || cosignature.time > newest.time) newest = cosignature;
  }
  return newest === undefined ? refused(logFault('not-cosigned', `The checkpoint is not cosigned by \`${key.name}\` with the key given.`)) : ok(newest);
}

const isBy = (signer: Pick<NoteSignature, 'name' | 'keyId'>, key: WitnessKey): boolean => signer.name === key.name && Buffer.from(key.id).equals(signer.keyId);

const message = (noteText: string, time: number): Buffer => Buffer.from(`cosignature/v1\ntime ${time}\n${noteText}`);

const isTime = (time: number): boolean => Number.isSafeInteger(time) && time >= 0 && time <= LAST_TIME;
