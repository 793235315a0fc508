/** Example registers judged by the real engine and held against what is written beside them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { answerOf, type AssessmentAnswer, type ExpectationAnswer } from '../../src/assessment/answer.ts';
import { assess } from '../../src/assessment/assess.ts';
import { DIAGNOSES } from '../../src/assessment/diagnosis.ts';
import { openRegister, readingDate, readingLookBack, snapshotOf } from '../../src/assessment/open-register.ts';
import { date } from '../../src/kernel/date.ts';
import { faultInWords } from '../../src/kernel/fault.ts';

const VERDICTS = ['met', 'partly', 'not-met', 'not-known', 'does-not-apply'] as const;
const LENSES = ['paper', 'practice', 'resilient'] as const;

export const expectedVerdicts = z.strictObject({
  paper: z.enum(VERDICTS).optional(),
  practice: z.enum(VERDICTS).optional(),
  resilient: z.enum(VERDICTS).optional(),
  diagnosis: z.enum(DIAGNOSES).optional(),
  /** Each occurs in a reason of any lens. */
  because: z.array(z.string()).default([]),
  /** Each is named by a reason of any lens. */
  records: z.array(z.string()).default([]),
  /** Exactly the persons on whom it rests. */
  restsOn: z.array(z.string()).optional(),
});
type ExpectedVerdicts = z.output<typeof expectedVerdicts>;

const judged = z.record(z.string(), expectedVerdicts);
const expectedFiles = z.record(
  z.string(),
  z.strictObject({
    /** The paragraphs that a case reconstructs. */
    paragraphs: z.array(z.string()).min(1).optional(),
    structure: z.string().optional(),
    judged,
    /** Exactly the functions that the statutory officer does not reach. */
    gaps: z.array(z.string()).optional(),
    /** The same file on an earlier date. */
    before: z.strictObject({ asAt: z.string(), judged }).optional(),
  }),
);
export type ExpectedFile = z.output<typeof expectedFiles>[string];

export const readYaml = <S extends z.ZodType>(path: string, schema: S): z.output<S> => schema.parse(parse(readFileSync(path, 'utf8')));

/** What is expected of each file of a folder, by the name of the file. */
export const expectedIn = (folder: string): Readonly<Record<string, ExpectedFile>> => readYaml(join(folder, 'expected.yaml'), expectedFiles);

/** Every record of a register file, as its place, with its note. */
export function notes(path: string): readonly { readonly place: string; readonly note?: string | undefined }[] {
  const kinds = Object.entries(parse(readFileSync(path, 'utf8')) as Record<string, unknown>).filter(([kind]) => kind !== 'register');
  return kinds.flatMap(([kind, list]) => (list as { id: string; note?: string }[]).map(({ id, note }) => ({ place: `${kind}/${id}`, note })));
}

/** Judges a register file on a date, or on its own. @throws with every fault of the file. */
export async function judge(path: string, asAt?: string): Promise<AssessmentAnswer> {
  const opened = await openRegister(path);
  if (!opened.ok) throw new Error(opened.faults.map(faultInWords).join('\n'));
  const on = readingDate(opened.value, asAt === undefined ? undefined : date(asAt));
  return answerOf(assess(snapshotOf(opened.value, on), opened.value.compiled, readingLookBack(opened.value)), 'en');
}

/** What came out otherwise than expected, a sentence each. */
export function differences(answer: AssessmentAnswer, expected: Pick<ExpectedFile, 'structure' | 'judged' | 'gaps'>): readonly string[] {
  const found: string[] = [];
  if (expected.structure !== undefined && answer.structure.type !== expected.structure) found.push(`structure is ${answer.structure.type}, not ${expected.structure}`);
  const gaps = answer.reach.filter(({ gap }) => gap).map((one) => one.function);
  if (expected.gaps !== undefined && gaps.join() !== expected.gaps.join()) found.push(`no lever on ${gaps.join(', ')}, not on ${expected.gaps.join(', ')}`);
  for (const [id, verdicts] of Object.entries(expected.judged)) found.push(...differing(expectation(answer, id), verdicts));
  return found;
}

export function expectation(answer: AssessmentAnswer, id: string): ExpectationAnswer {
  const one = answer.expectations.find((each) => each.id === id);
  if (one === undefined) throw new Error(`The pack has no expectation ${id}.`);
  return one;
}

function differing(one: ExpectationAnswer, expected: ExpectedVerdicts): readonly string[] {
  const reasons = LENSES.flatMap((lens) => one[lens].because);
  const said = reasons.map(({ text }) => text).join('\n');
  const named = reasons.flatMap(({ records }) => records);
  const found: string[] = [];
  for (const lens of LENSES) if (expected[lens] !== undefined && one[lens].verdict !== expected[lens]) found.push(`${lens} is ${one[lens].verdict}, not ${expected[lens]}`);
  if (expected.diagnosis !== undefined && one.diagnosis !== expected.diagnosis) found.push(`the diagnosis is ${one.diagnosis}, not ${expected.diagnosis}`);
  for (const words of expected.because) if (!said.includes(words)) found.push(`no reason says "${words}"`);
  for (const record of expected.records) if (!named.includes(record)) found.push(`no reason names ${record}`);
  const persons = [...new Set(one.resilient.restsOn.map(({ person }) => person.slice('persons/'.length)))].sort();
  if (expected.restsOn !== undefined && persons.join() !== expected.restsOn.toSorted().join()) found.push(`it rests on ${persons.join(', ')}`);
  return found.map((difference) => `${one.id}: ${difference}. It says:\n${said}`);
}
