import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { z } from 'zod';
import type { AssessmentAnswer } from '../../src/assessment/answer.ts';
import { DIAGNOSES } from '../../src/assessment/diagnosis.ts';
import { differences, expectation, expectedIn, expectedVerdicts, judge, readYaml } from './expected.ts';

const folder = path.join(import.meta.dirname, '../../examples/cssiw-2013');
const cases = expectedIn(path.join(folder, 'cases'));
const files = [...Object.keys(expectedIn(folder)), ...Object.keys(cases).map((name) => `cases/${name}.yaml`)];

/** What `findings.yaml` says of one overall finding; its own first lines tell what each key asks. */
const findings = readYaml(
  path.join(folder, 'findings.yaml'),
  z.record(
    z.string(),
    z.strictObject({
      says: z.string(),
      shows: z.array(expectedVerdicts.extend({ file: z.enum(files as [string, ...string[]]), expectation: z.string() })).min(1),
      bothWays: z.array(z.strictObject({ expectation: z.string(), structures: z.array(z.string()).min(2) })).default([]),
      varies: z.array(z.string()).default([]),
      diagnosed: z.partialRecord(z.enum(DIAGNOSES), z.number()).default({}),
      gaps: z.strictObject({ file: z.string(), functions: z.array(z.string()) }).optional(),
    }),
  ),
);

const answers = new Map<string, AssessmentAnswer>();
const answerFor = (file: string): AssessmentAnswer => {
  const answer = answers.get(file);
  assert.ok(answer !== undefined, file);
  return answer;
};
/** The diagnoses of an expectation in all the files, or in those of one structure. */
const diagnoses = (id: string, structure?: string): ReadonlySet<string> =>
  new Set([...answers.values()].filter((answer) => structure === undefined || answer.structure.type === structure).map((answer) => expectation(answer, id).diagnosis));
const KNOWN_SHORT = ['despite-the-arrangements', 'on-paper-only', 'exposed', 'person-dependent'];

describe('The overall findings of the report', () => {
  before(async () => {
    for (const file of files) answers.set(file, await judge(path.join(folder, file)));
  });

  it('are all there, 2.6 to 2.16', () => {
    assert.deepEqual(Object.keys(findings), ['2.6', '2.7', '2.8', '2.9', '2.10', '2.11', '2.12', '2.13', '2.14', '2.15', '2.16']);
  });

  it('draw on every case between them', () => {
    const drawn = new Set(Object.values(findings).flatMap(({ shows }) => shows.map(({ file }) => file)));
    assert.deepEqual(files.filter((file) => file.startsWith('cases/') && !drawn.has(file)), []);
  });

  for (const [number, { says, shows, bothWays, varies, diagnosed, gaps }] of Object.entries(findings)) {
    it(`come out of the files: ${number} ${says}`, () => {
      for (const { file, expectation: id, ...verdicts } of shows) assert.deepEqual(differences(answerFor(file), { judged: { [id]: verdicts } }), [], file);
      for (const { expectation: id, structures } of bothWays) {
        for (const structure of structures) {
          const found = diagnoses(id, structure);
          assert.ok(found.has('secured') && KNOWN_SHORT.some((one) => found.has(one)), `${id} under ${structure}: ${[...found].join(', ')}`);
        }
      }
      for (const id of varies) {
        const found = diagnoses(id);
        assert.ok(found.has('secured') && KNOWN_SHORT.some((one) => found.has(one)), `${id}: ${[...found].join(', ')}`);
      }
      for (const [diagnosis, atLeast] of Object.entries(diagnosed)) {
        const many = Object.values(cases).filter(({ judged }) => Object.values(judged).some((one) => one.diagnosis === diagnosis)).length;
        assert.ok(many >= atLeast, `${diagnosis} in ${many} cases`);
      }
      if (gaps !== undefined) assert.deepEqual(answerFor(gaps.file).reach.filter(({ gap }) => gap).map((one) => one.function), gaps.functions);
    });
  }
});
