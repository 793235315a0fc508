import { z } from 'zod';
import { parseDuration, type Duration } from '../kernel/duration.ts';
import type { BothLanguages } from '../kernel/text.ts';
import type { KindName } from './kinds.ts';
import { KIND_NAMES } from './kinds.ts';

const both = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });
const scalar = z.union([z.string().min(1), z.boolean(), z.number()]);
const days = z.string().refine((written) => parseDuration(written) !== undefined, { error: 'a duration such as P6M or P6Y is expected' }).transform((written) => written as Duration);

/** A field, or a way through references to a field of another record: `type`, `supports.type`, `series.body.type`. */
const way = z.string().regex(/^[A-Za-z-]+(\.[A-Za-z-]+){0,3}$/, { error: 'a field is expected, or a way through references such as `series.body.type`' });

const condition = z.union([scalar, z.array(scalar).min(1), z.strictObject({ includes: z.array(z.string().min(1)).min(1) })]);

export const retentionRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'an id of small letters, digits and dashes is expected' }),
  /** What is kept, and how long, in plain words. */
  says: both,
  kind: z.enum(KIND_NAMES as readonly [KindName, ...KindName[]]),
  where: z.record(way, condition).optional(),
  /** The day from which the period counts. */
  from: z.union([z.strictObject({ date: way }), z.enum(['end-of-record', 'end-of-last-post'])]).optional(),
  keep: z.union([z.enum(['permanent', 'until-then']), days]),
  /** What stays in the record's place: fields as people write them, and fields of the record that stay as they are. Absent: nothing stays. */
  leave: z.strictObject({ put: z.record(z.string(), z.unknown()).optional(), only: z.array(z.string().min(1)).optional() }).optional(),
  authority: z.strictObject({ basis: z.enum(['statute', 'practice', 'own-choice']), source: z.strictObject({ title: z.string().min(1), url: z.url().optional() }).optional(), ...both.shape }),
});

/**
 * How long records of one kind are kept and why. `keep` counts from the day that `from` names: a date, the day on which the record
 * no longer holds, or the day on which the last appointment of the person ended.
 */
export type RetentionRule = Omit<z.output<typeof retentionRule>, 'says'> & { readonly says: BothLanguages };

export type Condition = z.output<typeof condition>;
