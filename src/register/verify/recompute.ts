import { hash } from 'node:crypto';

/*
 * What a leaf, a root and a body's digest must be, worked out from the published formats alone (docs/reference/history-format.md,
 * RFC 6962, RFC 8785). Shares nothing with the code that writes the log, so that one mistake cannot be made twice.
 */

export interface LeafFields {
  readonly number: number;
  readonly recordedAt: string;
  readonly person: string;
  readonly post: string | undefined;
  readonly act: string;
  readonly reason: string;
  readonly key: string;
  readonly changes: readonly { readonly kind: string; readonly id: string; readonly from: string | undefined; readonly until: string | undefined; readonly digest: string | undefined }[];
}

/** The leaf as RFC 8785 writes it: members by name, nothing between them. */
export function leafText({ number, recordedAt, person, post, act, reason, key, changes }: LeafFields): string {
  const listed = changes.map(({ kind, id, from, until, digest }) => `{${given('bodyDigest', digest)}${given('from', from)}"id":${JSON.stringify(id)},"kind":${JSON.stringify(kind)}${last('until', until)}}`);
  return `{"act":${JSON.stringify(act)},"actor":{"person":${JSON.stringify(person)}${last('post', post)}},"changes":[${listed.join(',')}],"idempotencyKey":${JSON.stringify(key)},` +
    `"number":${number},"reason":${JSON.stringify(reason)},"recordedAt":${JSON.stringify(recordedAt)}}`;
}

const given = (name: string, value: string | undefined): string => (value === undefined ? '' : `"${name}":${JSON.stringify(value)},`);
const last = (name: string, value: string | undefined): string => (value === undefined ? '' : `,"${name}":${JSON.stringify(value)}`);

/** Asked for as text, which Node gives in half the time that bytes take. */
const hashed = (bytes: string | Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

const node = Buffer.alloc(65, 1);

function nodeOf(left: Uint8Array, right: Uint8Array): Buffer {
  node.set(left, 1);
  node.set(right, 33);
  return hashed(node);
}

export const leafHashOf = (leaf: string): Buffer => hashed(`\0${leaf}`);

/** Room for a salt and a body of usual length, so that it is not asked for each time. */
const room = Buffer.alloc(65_536);

export function digestOf(salt: Uint8Array, body: string): string {
  // A character of UTF-16 takes three bytes at most.
  if (salt.length + body.length * 3 > room.length) return hash('sha256', Buffer.concat([salt, Buffer.from(body)]), 'hex');
  room.set(salt);
  return hash('sha256', room.subarray(0, salt.length + room.write(body, salt.length)), 'hex');
}

/** The root over leaves as they come: the roots of the complete subtrees so far, widest first. */
export class RunningRoot {
  readonly #subtrees: { readonly height: number; readonly hash: Buffer }[] = [];
  size = 0;

  add(leaf: Buffer): void {
    let whole = { height: 0, hash: leaf };
    for (let last = this.#subtrees.at(-1); last !== undefined && last.height === whole.height; last = this.#subtrees.at(-1)) {
      whole = { height: whole.height + 1, hash: nodeOf(last.hash, whole.hash) };
      this.#subtrees.pop();
    }
    this.#subtrees.push(whole);
    this.size += 1;
  }

  root(): Buffer {
    return this.#subtrees.reduceRight<Buffer | undefined>((right, { hash }) => (right === undefined ? hash : nodeOf(hash, right)), undefined) ?? hashed('');
  }
}
