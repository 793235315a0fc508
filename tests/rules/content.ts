/** Small registers for tests of the rules: written as a register file, read by the real reader, judged by the words of the Welsh pack. */
import path from 'node:path';
import type { z } from 'zod';
import { packFile } from '../../src/guidance/pack.ts';
import { readYamlFile } from '../../src/guidance/yaml-file.ts';
import { date } from '../../src/kernel/date.ts';
import { duration } from '../../src/kernel/duration.ts';
import { faultInWords } from '../../src/kernel/fault.ts';
import { readRegisterFile } from '../../src/model/register-file/read.ts';
import { Snapshot } from '../../src/register/snapshot.ts';
import { Facts } from '../../src/rules/facts.ts';
import { OPERATORS } from '../../src/rules/operators.ts';
import type { Outcome } from '../../src/rules/outcome.ts';
import { PackWords } from '../../src/rules/pack-words.ts';
import { Speaker } from '../../src/rules/say.ts';
import { vocabulariesOf } from '../../src/rules/vocabularies.ts';

export const AS_AT = '2012-12-10';

const pack = (() => {
  const folder = path.join(import.meta.dirname, '../../guidance/wales-2009');
  const yaml = readYamlFile(path.join(folder, 'pack.yaml'), 'pack.yaml');
  if (!yaml.ok) throw new Error(yaml.faults.map(faultInWords).join('\n'));
  return packFile.parse(yaml.value.value);
})();

export const words = new PackWords(pack);
const schemas = words.schemas();

interface Asked {
  readonly completeFor?: readonly string[];
  readonly asAt?: string;
  readonly lookBack?: string;
}

/** The facts of a register whose records are written in YAML. */
export async function facts(records: string, { completeFor = [], asAt = AS_AT, lookBack = 'P1Y' }: Asked = {}): Promise<Facts> {
  const header = `register: { id: example, authority: { name: Example Council, nation: wales }, completeFor: [${completeFor.join(', ')}] }`;
  const read = await readRegisterFile({ name: 'example.yaml', bytes: new TextEncoder().encode(`${header}\n${records}`) }, vocabulariesOf(pack));
  if (!read.ok) throw new Error(read.faults.map(faultInWords).join('\n'));
  return new Facts(new Snapshot(read.value, date(asAt)), words, duration(lookBack));
}

/** Reads the parameters as a pack's are and puts the operator's test to the facts. @throws with every issue where they are refused. */
export function ask(name: string, written: unknown, of: Facts): Outcome {
  const operator = OPERATORS.get(name);
  if (operator === undefined) throw new Error(`No operator ${name}.`);
  const { answer, reads } = of.noting(() => operator.evaluate(operator.params(schemas).parse(written), of));
  if (reads.length === 0) throw new Error('An answer that read nothing could never be brought up to date.');
  for (const reason of answer.because) said(reason, of, 'cy');
  return answer;
}

/** What is wrong with parameters, as `path: sentence`; empty where nothing is. */
export function refusals(name: string, written: unknown): readonly string[] {
  const read = OPERATORS.get(name)?.params(schemas).safeParse(written);
  return read === undefined || read.success ? [] : read.error.issues.map((issue: z.core.$ZodIssue) => `${issue.path.join('.')}: ${issue.message}`);
}

/** A sentence of an answer. @throws where a place is left unfilled, in either language. */
function said(sentence: Parameters<Speaker['say']>[0], of: Facts, language: 'en' | 'cy'): string {
  const text = new Speaker(of.snapshot, words, language).say(sentence);
  if (/[{}]/.test(text)) throw new Error(`A place is left unfilled: ${text}`);
  return text;
}

/** The English sentences of an answer: its reasons, then what is missing. */
export const told = (outcome: Outcome, of: Facts): string => [...outcome.because, ...outcome.missing].map((one) => said(one, of, 'en')).join(' ');

/** What the test asks for, in English, with both languages checked. */
export function explained(name: string, written: unknown, of: Facts): string {
  const operator = OPERATORS.get(name);
  if (operator === undefined) throw new Error(`No operator ${name}.`);
  const { says, with: filled = {} } = operator.explain(operator.params(schemas).parse(written));
  said({ says, with: filled }, of, 'cy');
  return said({ says, with: filled }, of, 'en');
}

export const recordsOf = (outcome: Outcome): readonly string[] => [...new Set(outcome.because.flatMap(({ records }) => records))];
