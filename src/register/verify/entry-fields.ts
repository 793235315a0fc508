import { parseInstant } from '../../kernel/instant.ts';
import type { RawEntry } from './raw-rows.ts';
import { digestOf, type LeafFields } from './recompute.ts';

/** A fault found on the way, with the entry that it is laid to. */
export class Corrupt extends Error {
  readonly entry: number;

  constructor(entry: number, why: string) {
    super(why);
    this.entry = entry;
  }
}

/** What an entry says, as its rows have it. */
export interface Fields extends LeafFields {
  /** Of each change, what was said; undefined where it says nothing, or where that is erased. */
  readonly bodies: readonly (string | undefined)[];
}

/** The fields of the leaf, as the rows have them; every body that is there is the one that was entered. @throws Corrupt */
export function fieldsOf({ entry, changes, tombstones }: RawEntry, register: string, number: number, previous: string): Fields {
  const wrong = (why: string): never => {
    throw new Corrupt(number, why);
  };
  const text = (value: unknown, what: string): string => (typeof value === 'string' ? value : wrong(`its ${what} is not text`));
  const optional = (value: unknown, what: string): string | undefined => (value === null ? undefined : text(value, what));
  const [place, ofNone, kept, own, instant, person, post, act, reason, key] = entry;
  if (place !== number || own !== number || ofNone !== 0 || kept !== register) wrong('it is missing');
  const recordedAt = text(instant, 'time');
  if (parseInstant(recordedAt) !== recordedAt) wrong('its time is not one');
  if (recordedAt < previous) wrong('its time is before that of the entry before it');
  const bodies: (string | undefined)[] = [];
  const listed = changes.map(([under, at, of, owner, stands, kind, id, from, until, digest, salt, body], position) => {
    if (under !== number || at !== position || of !== register || owner !== number || stands !== position) wrong(`its change ${position} is missing`);
    const given = optional(digest, 'digest');
    const isErased = tombstones.has(position);
    const isThere = salt !== null || body !== null;
    if (given === undefined && (isThere || isErased)) wrong(`its change ${position} has a body that it did not make`);
    if (given !== undefined && !isThere && !isErased) wrong(`the body of its change ${position} is missing`);
    if (isThere) {
      if (isErased) wrong(`the body of its change ${position} is said to be erased, and is there`);
      if (!(salt instanceof Uint8Array) || salt.length !== 32 || digestOf(salt, text(body, 'body')) !== given) wrong(`the body of its change ${position} is not what was entered`);
    }
    bodies.push(isThere ? text(body, 'body') : undefined);
    return { kind: text(kind, 'kind'), id: text(id, 'id'), from: optional(from, 'period'), until: optional(until, 'period'), digest: given };
  });
  for (const position of tombstones.keys()) if (position >= changes.length || position < 0) wrong('it has a body of no change');
  return { number, recordedAt, person: text(person, 'actor'), post: optional(post, 'post'), act: text(act, 'act'), reason: text(reason, 'reason'), key: text(key, 'key'), changes: listed, bodies };
}
