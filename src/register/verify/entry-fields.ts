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

/** The fields of the leaf, as the rows have them; every body that is there is the one that was entered. @throws Corrupt */
export function fieldsOf({ entry, changes, bodies, tombstones }: RawEntry, number: number, previous: string): LeafFields {
  const wrong = (why: string): never => {
    throw new Corrupt(number, why);
  };
  const text = (value: unknown, what: string): string => (typeof value === 'string' ? value : wrong(`its ${what} is not text`));
  const optional = (value: unknown, what: string): string | undefined => (value === null ? undefined : text(value, what));
  if (entry['number'] !== number) wrong('it is missing');
  const recordedAt = text(entry['recorded_at'], 'time');
  if (parseInstant(recordedAt) !== recordedAt) wrong('its time is not one');
  if (recordedAt < previous) wrong('its time is before that of the entry before it');
  const listed = changes.map((change, position) => {
    if (change['position'] !== position) wrong(`its change ${position} is missing`);
    const digest = optional(change['digest'], 'digest');
    const body = bodies.get(position);
    const isErased = tombstones.has(position);
    if (digest === undefined && (body !== undefined || isErased)) wrong(`its change ${position} has a body that it did not make`);
    if (digest !== undefined && body === undefined && !isErased) wrong(`the body of its change ${position} is missing`);
    if (digest !== undefined && body !== undefined) {
      if (isErased) wrong(`the body of its change ${position} is said to be erased, and is there`);
      const salt = body['salt'];
      if (!(salt instanceof Uint8Array) || salt.length !== 32 || digestOf(salt, text(body['body'], 'body')) !== digest) wrong(`the body of its change ${position} is not what was entered`);
    }
    return { kind: text(change['kind'], 'kind'), id: text(change['id'], 'id'), from: optional(change['valid_from'], 'period'), until: optional(change['valid_until'], 'period'), digest };
  });
  if ([...bodies.keys(), ...tombstones.keys()].some((position) => position >= changes.length || position < 0)) wrong('it has a body of no change');
  return { number, recordedAt, person: text(entry['person'], 'actor'), post: optional(entry['post'], 'post'), act: text(entry['act'], 'act'), reason: text(entry['reason'], 'reason'), key: text(entry['idempotency_key'], 'key'), changes: listed };
}
