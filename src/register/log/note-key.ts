import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { hex, isKeyName, KEY_TYPE, keyId, keyParts, keyText, privateKeyOf, publicKeyOf, rawPublicKey, seedOf } from './key-text.ts';
import { logFault } from './log-fault.ts';

const SECRET = 'PRIVATE+KEY+';

/** A key that verifies notes. `id` is `SHA-256(name ‖ 0A ‖ 01 ‖ public key)[:4]`; name and id together say which key signed. */
export interface VerifierKey {
  readonly name: string;
  readonly id: Uint8Array;
  readonly publicKey: KeyObject;
}

/** A key that signs notes; also the verifier key of what it signs. Keep it secret. */
export interface SigningKey extends VerifierKey {
  readonly privateKey: KeyObject;
}

/** A new Ed25519 key. @throws RangeError for a name that no note can carry (`isKeyName`). */
export function generateKey(name: string): SigningKey {
  if (!isKeyName(name)) throw new RangeError(`\`${name}\` cannot be the name of a key: it is empty or has a space, a plus or a control character.`);
  return signingKey(name, generateKeyPairSync('ed25519').privateKey);
}

/** The verifier key as text to give to others: `name+hex(key id)+base64(01 ‖ public key)`. */
export const verifierKey = ({ name, id, publicKey }: VerifierKey): string => keyText(name, id, KEY_TYPE.note, rawPublicKey(publicKey));

/** The signing key as text to keep: `PRIVATE+KEY+name+hex(key id)+base64(01 ‖ seed)`, as Go's `note` package writes it. */
export const signingKeyText = ({ name, id, privateKey }: SigningKey): string => SECRET + keyText(name, id, KEY_TYPE.note, seedOf(privateKey));

export function parseVerifierKey(text: string): Result<VerifierKey> {
  const parts = keyParts(text, KEY_TYPE.note);
  if (parts === undefined) return refused(logFault('verifier-key-malformed', 'A verifier key is a name, a key id of 8 hex digits and an Ed25519 key in base64, with + between.', text));
  const key = verifierKeyOf(parts.name, publicKeyOf(parts.raw));
  return hex(key.id) === parts.id ? ok(key) : refused(logFault('verifier-key-mismatch', 'The key id is not the one of this name and key: one of the three was changed.', text));
}

/** Says nothing of what it found, which may be most of a secret. */
export function parseSigningKey(text: string): Result<SigningKey> {
  const parts = text.startsWith(SECRET) ? keyParts(text.slice(SECRET.length), KEY_TYPE.note) : undefined;
  if (parts === undefined) return refused(logFault('signing-key-malformed', 'This is not a signing key: PRIVATE+KEY, a name, a key id of 8 hex digits and an Ed25519 seed in base64, with + between.'));
  const key = signingKey(parts.name, privateKeyOf(parts.raw));
  return hex(key.id) === parts.id ? ok(key) : refused(logFault('signing-key-mismatch', 'The key id is not the one of this name and signing key: the key was damaged.'));
}

const verifierKeyOf = (name: string, publicKey: KeyObject): VerifierKey => ({ name, id: keyId(name, KEY_TYPE.note, publicKey), publicKey });

const signingKey = (name: string, privateKey: KeyObject): SigningKey => ({ ...verifierKeyOf(name, createPublicKey(privateKey)), privateKey });
