import { z } from 'zod';
import { ID } from '../../model/kind.ts';
import { KIND_NAMES, type KindName } from '../../model/kinds.ts';
import { bodySchema } from '../read/record-answer.ts';

const day = z.string().meta({ format: 'date' });

/** What every act takes beside what it is about. */
export const askedFields = {
  reason: z.string().min(1).max(2000).describe('Why. It stays with the entry for good: no personal details.'),
  as: z.string().optional().describe('The post that you act in, as in `posts/director`; without it the first that you hold.'),
  read: z.record(z.string(), z.union([z.number().int().min(0), z.null()])).optional().describe('For records, written `kind/id`, the version that you read (`null`: not there yet). Where another came since, the act is refused.'),
};

const oneOfKinds = (fields: (kind: KindName) => z.ZodRawShape) => z.discriminatedUnion('kind', KIND_NAMES.map((kind) =>
  z.strictObject({ kind: z.literal(kind), id: z.string().regex(ID), ...fields(kind) })) as unknown as readonly [z.ZodObject<{ kind: z.ZodLiteral<KindName> }>, ...z.ZodObject<{ kind: z.ZodLiteral<KindName> }>[]]);

const period = { from: day.optional().describe('From which day.'), until: day.optional().describe('The first day on which it no longer holds.') };

/** One record as it is to be over a period. */
export const recordToPut = oneOfKinds((kind) => ({ ...period, body: bodySchema(kind) })).meta({ id: 'RecordToPut' });

const recordToEnd = z.strictObject({
  kind: z.enum(KIND_NAMES as [KindName, ...KindName[]]),
  id: z.string(),
  from: day.optional().describe('The first day on which it no longer holds; today where absent.'),
  until: day.optional().describe('For one that holds again from this day.'),
}).meta({ id: 'RecordToEnd' });

/** Changes are read as the command line reads them, with its sentences: what is published here is as strict. */
export const changesRead = z.strictObject({ ...askedFields, changes: z.array(z.unknown()).min(1).max(1000) });
export const changesToPut = z.strictObject({ ...askedFields, changes: z.array(recordToPut).min(1).max(1000) }).meta({ id: 'PutOrCorrect' });
export const changesToEnd = z.strictObject({ ...askedFields, changes: z.array(recordToEnd).min(1).max(1000) }).meta({ id: 'End' });

const ref = z.string().describe('`kind/id`');
const fields = z.record(z.string(), z.unknown());

export const proposalRead = z.strictObject({ ...askedFields, input: z.unknown() });
const proposal = z.strictObject({
  records: z.array(ref).min(1).max(100),
  rule: z.string().optional().describe('A rule of retention by its id; or `authority` and `why`.'),
  authority: z.string().optional(),
  why: z.string().optional(),
  leaving: z.record(z.string(), fields).optional().describe('For a record, the fields that stay in its place.'),
  within: z.string().optional().describe('How long the proposal stands: a duration, P28D where absent.'),
});
export const erasureToPropose = z.strictObject({ ...askedFields, input: proposal }).meta({ id: 'ProposeErasure' });
export const erasureByNumber = z.strictObject({ ...askedFields, input: z.strictObject({ proposal: z.number().int().min(0).describe('The entry that proposed it.') }) }).meta({ id: 'OnErasureProposal' });

export const performedSchema = z.strictObject({
  entry: z.number().int().describe('The entry that it became.'),
  last: z.number().int().describe('The last of them, where it took several.'),
  recordedAt: z.string().meta({ format: 'date-time' }),
  again: z.boolean().describe('True where the Idempotency-Key was used before: nothing new was recorded.'),
  purged: z.boolean().optional().describe('Of an erasure: whether it is out of the files of the store too. Where it is not, it is tried again.'),
}).meta({ id: 'Performed' });

export const dryRunSchema = z.strictObject({
  dryRun: z.literal(true),
  entries: z.number().int().describe('How many entries it would become.'),
  changes: z.array(z.strictObject({ record: z.string(), from: day.optional(), until: day.optional(), isEnd: z.boolean() })),
}).meta({ id: 'DryRun' });

