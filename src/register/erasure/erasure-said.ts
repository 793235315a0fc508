import { z } from 'zod';
import { parseDate, type CalendarDate } from '../../kernel/date.ts';

const day = z.string().refine((written) => parseDate(written) !== undefined).transform((written) => written as CalendarDate);
const grounds = { rule: z.string().min(1).optional(), authority: z.string().min(1), why: z.string().min(1) };
const number = z.number().int().nonnegative();
const ref = z.string().regex(/^[^/]+\/[^/]+$/);

const schema = z.discriminatedUnion('says', [
  z.strictObject({ says: z.literal('proposed'), ...grounds, records: z.array(ref).min(1), until: day, leaving: z.record(ref, z.record(z.string(), z.unknown())).optional() }),
  z.strictObject({ says: z.literal('withdrawn') }),
  z.strictObject({ says: z.literal('carried-out'), ...grounds, erased: z.array(z.strictObject({ record: ref, bodies: z.array(z.tuple([number, number])).min(1) })).min(1) }),
]);

/** Why records may be erased: the rule of retention where one asks for it, the authority for it, and the reason in words. */
export interface Grounds {
  readonly rule?: string | undefined;
  readonly authority: string;
  readonly why: string;
}

/**
 * What an entry says of an erasure; `proposal` is the number of the entry that proposed it.
 * `until` is the first day on which a proposal can no longer be carried out; `leaving` has the fields that stay in a record's place.
 * `erased` names, for each record, every body that went: its entry, and its place among the changes of that entry.
 */
export type ErasureSaid = { readonly proposal: number } & (
  | ({ readonly says: 'proposed'; readonly records: readonly string[]; readonly until: CalendarDate; readonly leaving?: Leaving | undefined } & Grounds)
  | { readonly says: 'withdrawn' }
  | ({ readonly says: 'carried-out'; readonly erased: readonly ErasedRecord[] } & Grounds)
);

export type Leaving = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface ErasedRecord {
  readonly record: string;
  readonly bodies: readonly (readonly [entry: number, position: number])[];
}

/** Reads the body of a change of the kind `erasure`, whose id is the number of the proposal; undefined where it is none. */
export function erasureIn(id: string, body: string): ErasureSaid | undefined {
  if (!/^(0|[1-9]\d{0,14})$/.test(id)) return undefined;
  try {
    const { data } = schema.safeParse(JSON.parse(body));
    return data === undefined ? undefined : { proposal: Number(id), ...data };
  } catch {
    return undefined;
  }
}
