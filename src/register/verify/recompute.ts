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
  const listed = changes.map(({ kind, id, from, until, digest }) => members([['bodyDigest', digest], ['from', from], ['id', id], ['kind', kind], ['until', until]]));
  return members([
    ['act', act], ['actor', members([['person', person], ['post', post]]), 'as it is'], ['changes', `[${listed.join(',')}]`, 'as it is'],
    ['idempotencyKey', key], ['number', String(number), 'as it is'], ['reason', reason], ['recordedAt', recordedAt],
  ]);
}

function members(fields: readonly (readonly [name: string, value: string | undefined, written?: 'as it is'])[]): string {
  const given = fields.filter(([, value]) => value !== undefined);
  return `{${given.map(([name, value, written]) => `"${name}":${written === undefined ? JSON.stringify(value) : value}`).join(',')}}`;
}

/** Asked for as text, which Node gives in half the time that bytes take. */
const hashed = (bytes: string | Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

const nodeOf = (left: Uint8Array, right: Uint8Array): Buffer => hashed(Buffer.concat([Uint8Array.of(1), left, right]));

export const leafHashOf = (leaf: string): Buffer => hashed(`\0${leaf}`);

export const digestOf = (salt: Uint8Array, body: string): string => hash('sha256', Buffer.concat([salt, Buffer.from(body)]), 'hex');

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
