import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { hex, isKeyName, KEY_TYPE, keyId, keyParts, keyText, privateKeyOf, publicKeyOf, rawPublicKey, seedOf } from './key-text.ts';
import { logFault } from './log-fault.ts';

const SECRET = 'PRIVATE+KEY+';

/**
 * A key that verifies a witness's cosignatures (C2SP tlog-cosignature, signature type 04). `id` is
 * `SHA-256(name ‖ 0A ‖ 04 ‖ public key)[:4]`. It is no `VerifierKey`: a cosignature is of another message than a note's signature.
 */
export interface WitnessKey {
  readonly name: string;
  readonly id: Uint8Array;
  readonly cosigns: KeyObject;
}

/** A witness's own key. Keep it secret, and use it for nothing else. */
export interface CosigningKey extends WitnessKey {
  readonly privateKey: KeyObject;
}

/** A new Ed25519 key. @throws RangeError for a name that no note can carry (`isKeyName`). */
export function generateWitnessKey(name: string): CosigningKey {
  if (!isKeyName(name)) throw new RangeError(`\`${name}\` cannot be the name of a witness: it is empty or has a space, a plus or a control character.`);
  return cosigningKey(name, generateKeyPairSync('ed25519').privateKey);
}

/** The key as text to give to others: `name+hex(key id)+base64(04 ‖ public key)`. */
export const witnessKeyText = ({ name, id, cosigns }: WitnessKey): string => keyText(name, id, KEY_TYPE.cosignature, rawPublicKey(cosigns));

/** The key as text to keep: `PRIVATE+KEY+name+hex(key id)+base64(04 ‖ seed)`. */
export const cosigningKeyText = ({ name, id, privateKey }: CosigningKey): string => SECRET + keyText(name, id, KEY_TYPE.cosignature, seedOf(privateKey));

export function parseWitnessKey(text: string): Result<WitnessKey> {
  const parts = keyParts(text, KEY_TYPE.cosignature);
  if (parts === undefined) {
    const isOfRegister = keyParts(text, KEY_TYPE.note) !== undefined;
    return isOfRegister
      ? refused(logFault('witness-key-of-register', 'This is the verifier key of a register, not of a witness, which prints its own with `answerable witness vkey`.', text))
      : refused(logFault('witness-key-malformed', 'The verifier key of a witness is a name, a key id of 8 hex digits and an Ed25519 key of the type 04 in base64, with + between.', text));
  }
  const key = witnessKeyOf(parts.name, publicKeyOf(parts.raw));
  return hex(key.id) === parts.id ? ok(key) : refused(logFault('witness-key-mismatch', 'The key id is not the one of this name and key: one of the three was changed.', text));
}

/** Says nothing of what it found, which may be most of a secret. */
export function parseCosigningKey(text: string): Result<CosigningKey> {
  const parts = text.startsWith(SECRET) ? keyParts(text.slice(SECRET.length), KEY_TYPE.cosignature) : undefined;
  const key = parts === undefined ? undefined : cosigningKey(parts.name, privateKeyOf(parts.raw));
  if (key !== undefined && hex(key.id) === parts?.id) return ok(key);
  return refused(logFault('cosigning-key-malformed', 'This is not the secret key of a witness, or it was damaged: PRIVATE+KEY, a name, a key id of 8 hex digits and an Ed25519 seed of the type 04 in base64, with + between.'));
}

const witnessKeyOf = (name: string, cosigns: KeyObject): WitnessKey => ({ name, id: keyId(name, KEY_TYPE.cosignature, cosigns), cosigns });

const cosigningKey = (name: string, privateKey: KeyObject): CosigningKey => ({ ...witnessKeyOf(name, createPublicKey(privateKey)), privateKey });
