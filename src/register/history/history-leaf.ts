import { z } from 'zod';
import { parseDate, type CalendarDate } from '../../kernel/date.ts';
import { parseInstant } from '../../kernel/instant.ts';
import { ID } from '../../model/kind.ts';

const day = z.string().refine((written) => parseDate(written) !== undefined).transform((written) => written as CalendarDate);

const schema = z.strictObject({
  number: z.number().int().nonnegative(),
  recordedAt: z.string().refine((written) => parseInstant(written) === written),
  actor: z.strictObject({ person: z.string().min(1), post: z.string().optional() }),
  act: z.string().min(1),
  reason: z.string(),
  idempotencyKey: z.string().min(1),
  changes: z.array(z.strictObject({ kind: z.string(), id: z.string().regex(ID), from: day.optional(), until: day.optional(), bodyDigest: z.string().regex(/^[0-9a-f]{64}$/).optional() })).min(1),
});

/** What a leaf says (docs/reference/history-format.md). */
export type HistoryLeaf = z.output<typeof schema>;

/** The leaf in the text; undefined where it is none. */
export function historyLeaf(text: string): HistoryLeaf | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
