import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { base64, parseBase64 } from './base64.ts';
import { sha256 } from './sha256.ts';

/** RFC 8410: what stands before the 32 bytes of a seed in PKCS #8, and of a public key in SPKI. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** What a key signs: the signature type byte of C2SP signed-note. The same Ed25519 key with another type is another key. */
export const KEY_TYPE = { note: 1, cosignature: 4 } as const;
export type KeyType = (typeof KEY_TYPE)[keyof typeof KEY_TYPE];

/** A key's text in its parts: a name, an id of 8 hex digits, and 32 raw bytes. */
export interface KeyParts {
  readonly name: string;
  readonly id: string;
  readonly raw: Uint8Array;
}

/** A name that a note can carry: not empty, well-formed, no space of any kind, no plus, no control character. */
export const isKeyName = (name: string): boolean => name.isWellFormed() && /^[^\s\p{White_Space}+\u0000-\u001f]+$/u.test(name);

/** `SHA-256(name ‖ 0A ‖ type ‖ public key)[:4]` */
export const keyId = (name: string, type: KeyType, publicKey: KeyObject): Uint8Array =>
  sha256(Buffer.from(`${name}\n`), Uint8Array.of(type), rawPublicKey(publicKey)).subarray(0, 4);

/** `name+hex(id)+base64(type ‖ raw)` */
export const keyText = (name: string, id: Uint8Array, type: KeyType, raw: Uint8Array): string =>
  `${name}+${hex(id)}+${base64(Buffer.concat([Uint8Array.of(type), raw]))}`;

/** The parts of `name+hex(id)+base64(type ‖ raw)`; undefined where it is not so written, or is of another type. */
export function keyParts(text: string, type: KeyType): KeyParts | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const bytes = parseBase64(encoded);
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== type) return undefined;
  return { name, id, raw: bytes.subarray(1) };
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export const rawPublicKey = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD.length);

export const publicKeyOf = (raw: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });

export const seedOf = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8_HEAD.length);

export const privateKeyOf = (seed: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
