import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Fault } from '../../src/kernel/fault.ts';
import { writeWorkbook } from '../../src/model/register-file/workbook/write-workbook.ts';
import { mutated, mutatedBytes, mutatedValue, pieced } from './mutations.ts';
import { faults, processorTime, register } from './reading.ts';
import { WHOLE_REGISTER, WORDS } from './whole-register.ts';
import { rowsOf, workbookParts, zipOf, type Part } from './zip-of.ts';

/** A short form in the suite; FUZZ_RUNS=100000 for the long one. Divided among the tests below. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1_500);
const SLOWEST_MS = 1_000;

const text = new TextEncoder();
const START = WHOLE_REGISTER.slice(0, WHOLE_REGISTER.indexOf('appraisals:'));
let slowest = 0;
let refusedFiles = 0;

/** Whatever the bytes, the reader answers in time, with a register or with faults that are sentences with a place. */
async function survives(name: string, bytes: Uint8Array): Promise<void> {
  let told: readonly Fault[] = [];
  const took = await processorTime(async () => (told = await faults(bytes, name, WORDS)));
  slowest = Math.max(slowest, took);
  assert.ok(took < SLOWEST_MS, `${took} ms`);
  refusedFiles += told.length > 0 ? 1 : 0;
  assert.ok(told.length <= 101);
  for (const { category, code, sentence, place } of told) {
    assert.equal(category, 'input');
    assert.match(code, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.match(sentence, /^[A-Z`].*[.?]$/s);
    assert.doesNotMatch(sentence, /\[object |undefined|NaN|\n|Error:|node:|file:\/\//);
    assert.ok(sentence.length < 1_500, sentence);
    assert.equal(place?.file, name);
  }
}

const run = (share: number, files: fc.Arbitrary<readonly [string, Uint8Array]>): Promise<void> =>
  fc.assert(fc.asyncProperty(files, ([name, bytes]) => survives(name, bytes)), { numRuns: Math.ceil(RUNS * share) });

describe('the register file reader, given anything', () => {
  let workbook: Uint8Array;
  let json: string;

  before(async () => {
    workbook = await writeWorkbook(await register(WHOLE_REGISTER, 'x.yaml', WORDS));
    json = JSON.stringify(parse(WHOLE_REGISTER), null, 1);
  });

  it('answers for YAML with anything done to it', () => run(0.35, fc.oneof({ weight: 4, arbitrary: mutated(START) }, { weight: 1, arbitrary: mutated(WHOLE_REGISTER) }).map((written) => ['x.yaml', text.encode(written)] as const)));
  it('answers for JSON with anything done to it', () => run(0.15, mutated(json).map((written) => ['x.json', text.encode(written)] as const)));
  it('answers for values in any place', () => run(0.1, mutatedValue(parse(WHOLE_REGISTER)).map((value) => ['x.json', text.encode(JSON.stringify(value))] as const)));
  it('answers for signs thrown together', () => run(0.2, fc.tuple(fc.constantFrom('x.yaml', 'x.json', 'x'), pieced).map(([name, written]) => [name, text.encode(written)] as const)));
  it('answers for bytes that are no text', () => run(0.1, mutatedBytes(text.encode(WHOLE_REGISTER.slice(0, 3_000))).map((bytes) => ['x.yaml', bytes] as const)));
  it('answers for a workbook with anything done to its bytes', () => run(0.05, mutatedBytes(workbook).map((bytes) => ['x.xlsx', bytes] as const)));
  it('answers for a workbook with anything done to its parts', () => {
    const sheets = {
      register: rowsOf([['id', 'x'], ['authority.name', 'X'], ['authority.nation', 'wales']]),
      posts: rowsOf([['id', 'title', 'title.cy', 'designations', 'from', 'until'], ['a', 'A', 'B', 'head-of-paid-service', '2012-01-01', '2013-01-01']]),
      'persons.registrations': rowsOf([['of', 'body', 'number', 'from'], ['p', 'CCW', '1', '2012-01-01']]),
    };
    const parts = workbookParts(sheets, { sharedStrings: '<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>', styles: '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>' });
    const changed = fc.nat({ max: parts.length - 1 }).chain((at) => mutated(String(parts[at]?.data)).map((data): readonly Part[] => parts.map((part, index) => (index === at ? { ...part, data } : part))));
    return run(0.05, changed.map((all) => ['x.xlsx', zipOf(all)] as const));
  });

  it('never took a second, and refused most', (test) => {
    test.diagnostic(`${RUNS} runs, ${refusedFiles} refused, slowest ${slowest.toFixed(0)} ms`);
    assert.ok(slowest < SLOWEST_MS && refusedFiles > RUNS / 3);
  });
});
