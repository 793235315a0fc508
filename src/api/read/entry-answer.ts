import { z } from 'zod';
import type { Access } from '../../access/access.ts';
import type { Change, Entry } from '../../register/entry.ts';
import { entryTold } from '../../areas/entry-told.ts';
import { named } from '../../register/erasure/named.ts';
import type { Image } from '../../register/image.ts';
import { bodyAnswer, periodOf } from './record-answer.ts';

const day = z.string().meta({ format: 'date' });

const changeSchema = z.strictObject({
  record: z.string(),
  from: day.optional(),
  until: day.optional(),
  body: z.record(z.string(), z.unknown()).nullable().describe('What the record is over the period; null where it is not.'),
  erasedBy: z.number().int().optional().describe('The entry that erased what was said here.'),
});

export const entrySchema = z.strictObject({
  number: z.number().int(),
  recordedAt: z.string().meta({ format: 'date-time' }),
  actor: z.strictObject({ person: z.string(), post: z.string().optional() }),
  act: z.string(),
  reason: z.string().describe('Why. Empty where not all that the entry did is the caller’s to see; `act` is then `record.put`.'),
  changes: z.array(changeSchema).describe('Those that you may see.'),
  more: z.number().int().describe('How many of the changes that you may see are not given here: ask for the entry itself.'),
}).meta({ id: 'Entry' });

/** An import has thousands of changes, and a list many entries. */
const MOST_CHANGES = 50;

/** An entry as far as the caller may see it; undefined where they may not know of it. @param most changes that are given */
export function entryAnswer(entry: Entry, image: Image, access: Access, most = MOST_CHANGES): z.output<typeof entrySchema> | undefined {
  const { number, recordedAt, actor } = entry;
  const changes = entry.changes.flatMap((change) => changeAnswer(change, image, access) ?? []);
  if (changes.length === 0 && !saysOfItself(entry, image, access)) return undefined;
  const { act, reason = '' } = entryTold(entry, image, access);
  return { number, recordedAt, actor: { person: actor.person, ...(actor.post === undefined ? {} : { post: actor.post }) }, act, reason, changes: changes.slice(0, most), more: Math.max(0, changes.length - most) };
}

/** Whether it speaks of the register as a whole, or of erasing records that the caller may see. */
function saysOfItself({ header, erasure, signingKey }: Entry, image: Image, access: Access): boolean {
  if (!access.standing.roles.has('insider') && !access.standing.roles.has('inspector')) return false;
  if (erasure?.says === 'proposed') return erasure.records.every((ref) => isSeen(ref, image, access));
  return erasure === undefined && (header !== undefined || signingKey !== undefined);
}

function changeAnswer({ kind, id, from, until, record, erasedBy }: Change, image: Image, access: Access): z.output<typeof changeSchema> | undefined {
  const ref = `${kind}/${id}`;
  const period = periodOf({ valid: { from, until } });
  // What somebody may not know of is answered like what never was, and so is what is no more.
  if (!isSeen(ref, image, access)) return undefined;
  const seen = record === undefined ? undefined : access.view(record);
  if (record !== undefined && seen === undefined) return undefined;
  return { record: ref, ...period, body: seen === undefined ? null : (bodyAnswer(seen) as Record<string, unknown>), ...(erasedBy === undefined ? {} : { erasedBy }) };
}

/** Whether the caller may know of the record as it is now. */
export function isSeen(ref: string, image: Image, access: Access): boolean {
  const { kind, id } = named(ref);
  return image.versions(kind, id).some((version) => access.sees(version));
}
