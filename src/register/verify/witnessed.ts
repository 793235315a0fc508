import { createHash, createPublicKey, verify } from 'node:crypto';
import { RunningRoot } from './recompute.ts';

/*
 * What a witness vouches for in a register, worked out from the words of C2SP tlog-cosignature alone. Shares nothing with the code
 * that cosigns, asks and keeps.
 */

/** What is kept of a register that this needs: the hashes of its leaves in order, and the cosignature lines of every size that has any. */
export interface WitnessedRows {
  readonly leafHashes: readonly Uint8Array[];
  /** The largest size first. */
  readonly cosigned: readonly { readonly size: number; readonly lines: readonly string[] }[];
}

/** What one witness says of the register: that its first `size` entries are those that it saw at the time; nothing; or what does not fit them. */
export type Witnessing = { readonly by: string } & (
  | { readonly state: 'witnessed'; readonly size: number; readonly at: string }
  | { readonly state: 'not-witnessed' }
  | { readonly state: 'not-what-was-witnessed'; readonly size: number; readonly why: string }
);

const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

interface Claim {
  readonly seconds: number;
  readonly signature: Uint8Array;
}

/**
 * What the witness with the key vouches for, by the newest size that bears its cosignature. The witness itself saw to it that this one
 * continues all that it saw before.
 *
 * @param witnessKey `name+id+key`, as `answerable witness vkey` prints it
 */
export function witnessedBy(witnessKey: string, origin: string, { leafHashes, cosigned }: WitnessedRows): Witnessing {
  const { name, id, publicKey } = keyIn(witnessKey);
  const newest = cosigned.map(({ size, lines }) => ({ size, claims: lines.flatMap((line) => claimIn(line, name, id)) })).find(({ claims }) => claims.length > 0);
  if (newest === undefined) return { by: name, state: 'not-witnessed' };
  const { size, claims } = newest;
  if (size > leafHashes.length) return { by: name, state: 'not-what-was-witnessed', size, why: `it saw ${size} entries, and there are ${leafHashes.length}: entries were taken away` };
  const root = new RunningRoot();
  for (const leaf of leafHashes.slice(0, size)) root.add(Buffer.from(leaf));
  const text = `${origin}\n${size}\n${root.root().toString('base64')}\n`;
  const right = claims.filter(({ seconds, signature }) => verify(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), publicKey, signature));
  if (right.length < claims.length) return { by: name, state: 'not-what-was-witnessed', size, why: `its cosignature is not of the first ${size} entries as they are: they were rewritten, or the cosignature was changed` };
  return { by: name, state: 'witnessed', size, at: new Date(Math.max(...right.map(({ seconds }) => seconds)) * 1000).toISOString() };
}

/** @throws RangeError where the text is no witness's key */
function keyIn(witnessKey: string): { name: string; id: Buffer; publicKey: ReturnType<typeof createPublicKey> } {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(witnessKey) ?? [];
  const key = Buffer.from(encoded, 'base64');
  const wanted = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);
  if (key.length !== 33 || key[0] !== 4 || wanted.toString('hex') !== id) throw new RangeError('This is not the verifier key of a witness.');
  return { name, id: wanted, publicKey: createPublicKey({ key: Buffer.concat([SPKI_HEAD, key.subarray(1)]), format: 'der', type: 'spki' }) };
}

/** The line as a claim of the witness; none where it is by another. One that bears its name and id and is not well-formed is a claim that fits nothing. */
function claimIn(line: string, name: string, id: Buffer): readonly Claim[] {
  const [, signer = '', written = ''] = line.trimEnd().split(' ');
  const bytes = Buffer.from(written, 'base64');
  if (signer !== name || !bytes.subarray(0, 4).equals(id)) return [];
  const isWhole = bytes.length === 76 && bytes.toString('base64') === written;
  const seconds = isWhole ? Number(bytes.readBigUInt64BE(4)) : Number.NaN;
  return [{ seconds: seconds <= 8.64e12 ? seconds : 0, signature: isWhole ? bytes.subarray(12) : Buffer.alloc(64) }];
}
