import { z } from 'zod';
import { DIAGNOSES } from '../../assessment/diagnosis.ts';

/** The answers of `assess`, `explain`, `reach` and `what-if --json`: the tests hold these schemas against what is answered. */
const verdict = z.enum(['met', 'partly', 'not-met', 'not-known', 'does-not-apply']).meta({ id: 'Verdict' });
const because = z.array(z.strictObject({ text: z.string(), records: z.array(z.string()) })).describe('Reasons from the evaluation itself. Where they rest on what you may not see, one sentence says so and they are not given.');
const lens = z.strictObject({
  verdict,
  because,
  missing: z.array(z.strictObject({ text: z.string(), kind: z.string().optional() })).describe('What to record to know.'),
}).meta({ id: 'Lens' });

const resilient = z.strictObject({
  verdict,
  because,
  restsOn: z.array(z.strictObject({ person: z.string(), posts: z.array(z.string()), lens: z.string(), falls: verdict })).describe('The persons without whom a lens would fall.'),
});

const expectation = {
  id: z.string(),
  accountability: z.string(),
  force: z.string(),
  title: z.string(),
  diagnosis: z.enum(DIAGNOSES),
  paper: lens,
  practice: lens,
  resilient,
  cites: z.array(z.strictObject({ document: z.string(), paragraph: z.string() })),
};
const both = z.strictObject({ en: z.string(), cy: z.string() });

export const explainedSchema = z.strictObject({ ...expectation, says: both, ask: both, remedy: both, notEncoded: both }).meta({ id: 'Explained' });

const reach = z.strictObject({
  function: z.string(),
  levers: z.array(z.string()),
  chain: z.array(z.string()).describe('The shortest line from the officer, as ids of posts.'),
  informal: z.array(z.string()),
  gap: z.boolean().describe('Accountable with no lever.'),
}).meta({ id: 'Reach' });

const structure = z.strictObject({
  type: z.enum(['single', 'dual', 'integrated', 'shared', 'not-known']),
  lines: z.enum(['single', 'dual', 'integrated', 'not-known']),
  because: z.array(z.string()),
}).meta({ id: 'Structure' });

export const structureSchema = structure;
export const reachSchema = z.strictObject({ items: z.array(reach) }).meta({ id: 'ReachList' });

export const assessmentSchema = z.strictObject({
  register: z.string(),
  authority: z.string(),
  pack: z.strictObject({ id: z.string(), edition: z.string(), digest: z.string() }),
  asAt: z.string().meta({ format: 'date' }),
  lookBack: z.string(),
  structure,
  summary: z.record(z.enum(DIAGNOSES), z.number().int()),
  expectations: z.array(z.strictObject(expectation).meta({ id: 'Expectation' })),
  reach: z.array(reach),
}).meta({ id: 'Assessment' });

export const comparisonSchema = z.strictObject({
  before: assessmentSchema,
  after: assessmentSchema,
  changes: z.array(z.strictObject({ expectation: z.string(), lens: z.enum(['paper', 'practice', 'resilient']), before: verdict, after: verdict, because })),
}).meta({ id: 'Comparison' });
