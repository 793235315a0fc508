import { hash } from 'node:crypto';
import type { CalendarDate } from '../../kernel/date.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { KindName } from '../../model/kinds.ts';
import { logFault } from './log-fault.ts';

/** A length in an entry bundle of C2SP tlog-tiles has two bytes. */
export const MOST_LEAF_BYTES = 65_535;
export const SALT_BYTES = 32;

/** What the log holds of one change: what it is about, and a digest that fixes the body without telling it. */
export interface LeafChange {
  readonly kind: KindName;
  readonly id: string;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  /** `bodyDigest`; absent where the change is an end. Kept apart from body and salt, so that it is still there when they are erased. */
  readonly bodyDigest?: string | undefined;
}

/** What the log holds of one entry. */
export interface LeafContent {
  /** From 0: the index of the leaf in the tree. */
  readonly number: number;
  readonly recordedAt: Instant;
  readonly actor: { readonly person: string; readonly post?: string | undefined };
  readonly act: string;
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly changes: readonly LeafChange[];
}

/** `SHA-256(salt ‖ canonical body)` in lower-case hex; the salt is 32 random bytes of its own for every body. @throws RangeError for another salt. */
export function bodyDigest(salt: Uint8Array, canonicalBody: string): string {
  if (salt.length !== SALT_BYTES) throw new RangeError(`A salt has ${SALT_BYTES} bytes, not ${salt.length}.`);
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonicalBody)]), 'hex');
}

/**
 * The exact bytes of an entry's leaf: canonical JSON (RFC 8785) in UTF-8 with the members `act`, `actor` {`person`, `post`},
 * `changes` [{`bodyDigest`, `from`, `id`, `kind`, `until`}], `idempotencyKey`, `number`, `reason` and `recordedAt`;
 * what is undefined is left out. Refused: `leaf-too-large` over 65,535 bytes, `leaf-not-unicode` for broken text.
 */
export function leafBytes(entry: LeafContent): Result<Uint8Array> {
  const { number, recordedAt, actor, act, reason, idempotencyKey } = entry;
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`An entry cannot have the number ${number}.`);
  const texts = [actor.person, actor.post ?? '', act, reason, idempotencyKey, ...entry.changes.map(({ id }) => id)];
  const broken = texts.find((text) => !text.isWellFormed());
  if (broken !== undefined) return refused(logFault('leaf-not-unicode', 'A text of the entry has half of a character (a lone surrogate).', broken.toWellFormed()));
  // Members in the order of RFC 8785: `JSON.stringify` writes them as they stand, and texts and whole numbers as the RFC does.
  const changes = entry.changes.map(({ kind, id, from, until, bodyDigest: digest }) => ({ bodyDigest: digest, from, id, kind, until }));
  const leaf = { act, actor: { person: actor.person, post: actor.post }, changes, idempotencyKey, number, reason, recordedAt };
  const bytes = Buffer.from(JSON.stringify(leaf));
  if (bytes.length <= MOST_LEAF_BYTES) return ok(bytes);
  return refused(logFault('leaf-too-large', `The entry takes ${bytes.length} bytes in the log and ${MOST_LEAF_BYTES} is the most: make several acts of it, or shorten the reason.`));
}
