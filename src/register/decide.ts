import { randomUUID } from 'node:crypto';
import { ok, type Result } from '../kernel/result.ts';
import { changedSince } from './changed-since.ts';
import type { Image } from './image.ts';
import { keptChange, keptHeader, keptOwn } from './kept-form.ts';
import { entriesOf } from './ledger.ts';
import type { Performed, Request } from './request.ts';
import type { KeptEntry } from './store/store.ts';

/** The entries that a request becomes on the register as it is, none where its key was used before; or why it is refused. */
export function decide(request: Request, image: Image): Result<{ readonly entries: readonly KeptEntry[]; readonly performed: Performed }> {
  const { actor, act, reason, now, key = randomUUID() } = request;
  const first = image.numberOf(key);
  if (first !== undefined) return ok({ entries: [], performed: performedBefore(first, key, image) });
  const conflict = changedSinceRead(request, image);
  if (conflict !== undefined) return conflict;
  const decided = request.decide(image);
  if (!decided.ok) return decided;
  const previous = image.entries.at(-1)?.recordedAt;
  const recordedAt = previous !== undefined && previous > now ? previous : now;
  const { header, own, changes } = decided.value;
  const number = image.entries.length;
  const kept = [...(header === undefined ? [] : [keptHeader(header)]), ...(own === undefined ? [] : [keptOwn(own)]), ...changes.map(keptChange)];
  const entries = entriesOf({ recordedAt, actor, act, reason, key, changes: kept }, number);
  if (!entries.ok) return entries;
  const clockBehind = Date.parse(recordedAt) - Date.parse(now);
  return ok({ entries: entries.value, performed: { number, last: number + entries.value.length - 1, recordedAt, again: false, clockBehind } });
}

function performedBefore(number: number, key: string, image: Image): Performed {
  let last = number;
  while (image.numberOf(`${key}#${last - number + 2}`) === last + 1) last += 1;
  const entry = image.entries[number];
  if (entry === undefined) throw new RangeError(`There is no entry ${number}.`);
  return { number, last, recordedAt: entry.recordedAt, again: true, clockBehind: 0 };
}

/** The refusal where a record that the actor read was changed after they read it. */
function changedSinceRead({ read }: Request, image: Image): Result<never> | undefined {
  for (const [ref, seen] of read ?? []) if (image.lastChanged(ref) !== seen) return changedSince(ref, image, 'you read it');
  return undefined;
}
