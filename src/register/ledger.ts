import type { Instant } from '../kernel/instant.ts';
import { refused, ok, type Result } from '../kernel/result.ts';
import { MOST_LEAF_BYTES } from './log/leaf.ts';
import { leafHash } from './log/merkle.ts';
import type { Actor } from './entry.ts';
import { leafOf } from './kept-form.ts';
import type { KeptChange, KeptEntry } from './store/store.ts';

/** What is to become an entry, before it has a number. */
export interface Draft {
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly act: string;
  readonly reason: string;
  readonly key: string;
  readonly changes: readonly KeptChange[];
}

/** Room in a leaf for what is no change: the longest reason and names, and the words around them. */
const HEAD_BYTES = 14_000;

export const MOST_REASON = 2_000;

/** The register's name in the log: the first line of its checkpoints. */
export const originOf = (register: string): string => `answerable/${register}`;

/**
 * The entries of one act, numbered from `first`. An act with more changes than one leaf has room for becomes several entries that
 * are committed together; the second has the key of the first with `#2`, and so on.
 */
export function entriesOf({ actor, changes, ...draft }: Draft, first: number): Result<readonly KeptEntry[]> {
  const entries: KeptEntry[] = [];
  for (const part of parts(changes)) {
    const index = entries.length;
    const key = index === 0 ? draft.key : `${draft.key}#${index + 1}`;
    const entry = { ...draft, key, person: actor.person, post: actor.post, number: first + index, changes: part };
    const leaf = leafOf(entry);
    if (!leaf.ok) return leaf;
    entries.push({ ...entry, leafHash: leafHash(leaf.value) });
  }
  return entries.length === 0 ? refused({ category: 'conflict', code: 'no-change', sentence: 'This would change nothing.' }) : ok(entries);
}

function parts(changes: readonly KeptChange[]): readonly (readonly KeptChange[])[] {
  const all: KeptChange[][] = [];
  let room = 0;
  for (const change of changes) {
    const bytes = Buffer.byteLength(JSON.stringify({ ...change, put: change.put?.digest })) + 20;
    if (bytes > room) {
      all.push([]);
      room = MOST_LEAF_BYTES - HEAD_BYTES;
    }
    room -= bytes;
    all.at(-1)?.push(change);
  }
  return all;
}
