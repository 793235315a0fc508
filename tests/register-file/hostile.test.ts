import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultInWords, type Fault } from '../../src/kernel/fault.ts';
import { faults, processorTime } from './reading.ts';
import { rowsOf, workbookParts, zipOf } from './zip-of.ts';

const HEADER = 'register: { id: x, authority: { name: X, nation: wales } }\n';
const JSON_HEADER = '"register": { "id": "x", "authority": { "name": "X", "nation": "wales" } }';
const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
const many = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join(',');
const posts = (list: string): string => `{ ${JSON_HEADER}, "posts": [${list}] }`;

/** Small or middling files that would cost far more than they are, with the code of the refusal. */
const TEXTS: readonly (readonly [what: string, name: string, text: () => string, code: string])[] = [
  ['a million opening brackets', 'x.yaml', () => '['.repeat(1_000_000), 'too-deep'],
  ['a quarter of a million groups inside each other', 'x.yaml', () => '{a: '.repeat(250_000), 'too-deep'],
  ['a million explicit keys inside each other', 'x.yaml', () => '? '.repeat(1_000_000), 'too-deep'],
  ['two thousand indentations', 'x.yaml', () => Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'too-deep'],
  ['a billion laughs', 'x.yaml', () => `${HEADER}a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefghijklmnopq').map((name, index) => `${name}: &${name} [${many(9, () => `*${'abcdefghijklmnopq'[index]}`)}]`).join('\n')}`, 'too-much'],
  ['a record repeated by alias, its long list with it', 'x.yaml', () => `${HEADER}meetings: [{ id: m, on: 2012-01-01, held: true, items: [&i { number: 1, title: T, themes: [${many(300, () => 'x')}] },${many(9_000, () => '*i')}] }]`, 'too-much'],
  ['three hundred thousand aliases', 'x.yaml', () => `${HEADER}a: &a 1\nb: [${many(300_000, () => '*a')}]`, 'too-much'],
  ['an alias inside itself', 'x.yaml', () => `${HEADER}posts: &p [*p]`, 'alias-inside-itself'],
  ['a million list items at the top', 'x.yaml', () => '-\n'.repeat(1_000_000), 'not-a-register'],
  ['nine megabytes of prose', 'x.yaml', () => 'lorem ipsum dolor '.repeat(500_000), 'not-a-register'],
  ['two thousand keys in one group', 'x.yaml', () => `register:\n${Array.from({ length: 2_000 }, (_, index) => `  k${index}: 1`).join('\n')}`, 'too-much'],
  ['twenty thousand equal keys', 'x.yaml', () => `register:\n${'  a: 1\n'.repeat(20_000)}`, 'duplicate-key'],
  ['five million backslashes in open quotes', 'x.yaml', () => `a: "${'\\'.repeat(5_000_000)}`, 'yaml-syntax'],
  ['three million spaces in quotes over two lines', 'x.yaml', () => `a: 'x${' '.repeat(3_000_000)}\ny`, 'yaml-syntax'],
  ['a key of five million letters', 'x.yaml', () => `${'a'.repeat(5_000_000)}: 1`, 'not-a-register'],
  ['five million opening brackets', 'x.json', () => '['.repeat(5_000_000), 'too-deep'],
  ['a million groups inside each other', 'x.json', () => '{"a":'.repeat(1_000_000), 'too-deep'],
  ['thirty million letters in open quotes', 'x.json', () => `{"a":"${'a'.repeat(30_000_000)}`, 'json-syntax'],
  ['ten million digits', 'x.json', () => '1'.repeat(10_000_000), 'not-a-register'],
  ['posts that all report to the next, in a ring', 'x.json', () => posts(many(10_000, (index) => `{ "id": "q${index}", "title": "P", "reportsTo": "q${(index + 1) % 10_000}" }`)), 'cycle'],
  ['a ring that changes every day', 'x.json', () => posts(many(4_000, (index) => `{ "id": "q${index}", "title": "P", "reportsTo": "q${(index + 1) % 4_000}", "from": "${day(index)}" }`)), 'cycle'],
  ['ten thousand records with one id', 'x.json', () => posts(many(10_000, () => '{ "id": "p", "title": "P" }')), 'duplicate-id'],
  ['ten thousand references to nothing', 'x.json', () => posts(many(10_000, (index) => `{ "id": "post-${index}", "title": "P", "reportsTo": "pots-${index}" }`)), 'dangling-reference'],
  ['fifty thousand records of nonsense', 'x.json', () => posts(many(50_000, () => '{ "id": [], "a": 2, "title": {}, "designations": "x" }')), 'wrong-type'],
];

const BYTES: readonly (readonly [what: string, name: string, bytes: () => Uint8Array, code: string])[] = [
  ['sixty megabytes of zeros', 'x.yaml', () => new Uint8Array(60_000_000), 'control-character'],
  ['seventy megabytes', 'x.yaml', () => new Uint8Array(70_000_000), 'file-too-large'],
  ['thirty megabytes that are not UTF-8', 'x.yaml', () => new Uint8Array(30_000_000).fill(0xe9), 'not-utf-8'],
  ['a workbook that unpacks to 300 megabytes', 'x.xlsx', () => zipOf(workbookParts({ posts: ' '.repeat(300_000_000) })), 'workbook-too-large'],
  ['a workbook that unpacks to 200 megabytes and denies it', 'x.xlsx', () => zipOf(workbookParts({ posts: ' '.repeat(200_000_000) }).map((part) => (part.name.includes('s0') ? { ...part, claims: 100 } : part))), 'workbook-too-large'],
  ['a row beyond a thousand million', 'x.xlsx', () => zipOf(workbookParts({ posts: '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>' })), 'header-missing'],
  ['a cell in column ZZZ', 'x.xlsx', () => zipOf(workbookParts({ posts: '<row r="1"><c r="ZZZ1"><v>1</v></c></row>' })), 'sheet-too-large'],
  ['a workbook of elements inside each other', 'x.xlsx', () => zipOf(workbookParts({ posts: '<a>'.repeat(1_000_000) })), 'workbook-damaged'],
  ['a workbook with entities of its own', 'x.xlsx', () => zipOf(workbookParts({ posts: '' }).map((part) => (part.name.includes('s0') ? { ...part, data: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>' } : part))), 'workbook-damaged'],
  ['a thousand sheets', 'x.xlsx', () => zipOf(workbookParts(Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`s${index}`, ''])))), 'workbook-damaged'],
  ['cells of quotes', 'x.xlsx', () => zipOf(workbookParts({ register: '', posts: rowsOf([['id', 'designations'], ...Array.from({ length: 50 }, () => ['a', '"'.repeat(32_000)])]) })), 'duplicate-id'],
];

/** Well above what these take on the slowest machine that the suite has met, well below what a bomb would. */
const SOON_MS = 3_000;

describe('a hostile register file', () => {
  const files = [...TEXTS.map(([what, name, text, code]) => [what, name, () => new TextEncoder().encode(text()), code] as const), ...BYTES];
  for (const [what, name, bytes, code] of files) {
    it(`is refused soon: ${what}`, async () => {
      const given = bytes();
      let told: readonly Fault[] = [];
      const took = await processorTime(async () => (told = await faults(given, name)));
      assert.ok(told.some((fault) => fault.code === code), told.slice(0, 3).map(faultInWords).join('\n'));
      assert.ok(told.length <= 101);
      assert.ok(took < SOON_MS, `${took} ms`);
    });
  }

  it('leaves no trace on objects', async () => {
    const text = `${HEADER}__proto__: [{ polluted: true }]\nposts: [{ id: a, title: A, __proto__: { polluted: true }, constructor: { prototype: { polluted: true } } }]\n`;
    for (const [name, written] of [['x.yaml', text], ['x.json', `{ ${JSON_HEADER}, "__proto__": { "polluted": true }, "posts": [{ "id": "a", "title": "A", "__proto__": { "polluted": true } }] }`]] as const) {
      const told = await faults(written, name);
      assert.ok(told.length > 0 && told.every((fault) => fault.code === 'unknown-kind' || fault.code === 'unknown-field'));
    }
    assert.equal('polluted' in {}, false);
  });
});
