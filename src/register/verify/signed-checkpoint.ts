import { createHash, createPublicKey, verify } from 'node:crypto';

/** A checkpoint whose signature by the key was found right. */
export interface Signed {
  readonly size: number;
  /** In base64. */
  readonly root: string;
}

const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const FORM = /^([^\n]+)\n(\d+)\n([A-Za-z0-9+/]{43}=)\n((?:[^\n]+\n)*)\n((?:\u2014 [^ \n]+ [A-Za-z0-9+/=]+\n)+)$/;

/** Reads a C2SP checkpoint and checks it against a verifier key (`name+hex id+base64 key`); otherwise one sentence of why not. */
export function signedCheckpoint(note: string, verifierKey: string): Signed | string {
  const [, origin, size, root, , lines] = FORM.exec(note) ?? [];
  if (origin === undefined || lines === undefined || root === undefined) return 'it is not a signed checkpoint';
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(verifierKey) ?? [];
  if (origin !== name) return `it is a checkpoint of \`${origin}\`, not of \`${name}\``;
  const key = Buffer.from(encoded, 'base64');
  const wanted = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);
  if (wanted.toString('hex') !== id || key.length !== 33) return 'the verifier key is not one';
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI_HEAD, key.subarray(1)]), format: 'der', type: 'spki' });
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  const isSigned = lines.trimEnd().split('\n').some((line) => {
    const [, signer = '', written = ''] = line.split(' ');
    const bytes = Buffer.from(written, 'base64');
    const isWhole = bytes.toString('base64') === written && bytes.length === 68;
    return signer === name && isWhole && bytes.subarray(0, 4).equals(wanted) && verify(null, Buffer.from(text), publicKey, bytes.subarray(4));
  });
  return isSigned ? { size: Number(size), root } : 'its signature is not by the key of this register';
}
