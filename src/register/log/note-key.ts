import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { base64, parseBase64 } from './base64.ts';
import { logFault } from './log-fault.ts';
import { sha256 } from './sha256.ts';

/** The signature type byte that C2SP signed-note gives to Ed25519. */
const ED25519 = 1;
/** RFC 8410: what stands before the 32 bytes of a seed in PKCS #8, and of a public key in SPKI. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
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

/** A name that a note can carry: not empty, well-formed, no space of any kind, no plus, no control character. */
export const isKeyName = (name: string): boolean => name.isWellFormed() && /^[^\s\p{White_Space}+\u0000-\u001f]+$/u.test(name);

/** A new Ed25519 key. @throws RangeError for a name that no note can carry (`isKeyName`). */
export function generateKey(name: string): SigningKey {
  if (!isKeyName(name)) throw new RangeError(`\`${name}\` cannot be the name of a key: it is empty or has a space, a plus or a control character.`);
  return signingKey(name, generateKeyPairSync('ed25519').privateKey);
}

/** The verifier key as text to give to others: `name+hex(key id)+base64(01 ‖ public key)`. */
export const verifierKey = (key: VerifierKey): string => written(key, rawPublicKey(key.publicKey));

/** The signing key as text to keep: `PRIVATE+KEY+name+hex(key id)+base64(01 ‖ seed)`, as Go's `note` package writes it. */
export const signingKeyText = (key: SigningKey): string =>
  SECRET + written(key, key.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8_HEAD.length));

export function parseVerifierKey(text: string): Result<VerifierKey> {
  const parts = partsOf(text);
  if (parts === undefined) return refused(logFault('verifier-key-malformed', 'A verifier key is a name, a key id of 8 hex digits and an Ed25519 key in base64, with + between.', text));
  const key = verifierKeyOf(parts.name, createPublicKey({ key: Buffer.concat([SPKI_HEAD, parts.raw]), format: 'der', type: 'spki' }));
  return hex(key.id) === parts.id ? ok(key) : refused(logFault('verifier-key-mismatch', 'The key id is not the one of this name and key: one of the three was changed.', text));
}

/** Says nothing of what it found, which may be most of a secret. */
export function parseSigningKey(text: string): Result<SigningKey> {
  const parts = text.startsWith(SECRET) ? partsOf(text.slice(SECRET.length)) : undefined;
  if (parts === undefined) return refused(logFault('signing-key-malformed', 'This is not a signing key: PRIVATE+KEY, a name, a key id of 8 hex digits and an Ed25519 seed in base64, with + between.'));
  const key = signingKey(parts.name, createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, parts.raw]), format: 'der', type: 'pkcs8' }));
  return hex(key.id) === parts.id ? ok(key) : refused(logFault('signing-key-mismatch', 'The key id is not the one of this name and signing key: the key was damaged.'));
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const written = ({ name, id }: VerifierKey, raw: Uint8Array): string => `${name}+${hex(id)}+${base64(Buffer.concat([Uint8Array.of(ED25519), raw]))}`;

const rawPublicKey = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD.length);

function verifierKeyOf(name: string, publicKey: KeyObject): VerifierKey {
  const id = sha256(Buffer.from(`${name}\n`), Uint8Array.of(ED25519), rawPublicKey(publicKey)).subarray(0, 4);
  return { name, id, publicKey };
}

const signingKey = (name: string, privateKey: KeyObject): SigningKey => ({ ...verifierKeyOf(name, createPublicKey(privateKey)), privateKey });

function partsOf(text: string): { name: string; id: string; raw: Uint8Array } | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const bytes = parseBase64(encoded);
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== ED25519) return undefined;
  return { name, id, raw: bytes.subarray(1) };
}
