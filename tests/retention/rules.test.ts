import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { faultInWords } from '../../src/kernel/fault.ts';
import { loadRules, RETENTION } from '../../src/guidance/retention/load-rules.ts';
import { readRetentionExamples } from '../../src/guidance/retention/worked-example.ts';
import { runRetentionExample } from '../../src/register/retention/run-example.ts';
import { good } from '../kept/folder.ts';

const scratch = mkdtempSync(join(tmpdir(), 'rules-'));
after(() => rmSync(scratch, { recursive: true }));

const loaded = good(loadRules());
const { examples, faults } = readRetentionExamples(loaded);

describe('The rules of retention', () => {
  it('are sound, each with worked examples on its boundary, in words of both languages', () => {
    assert.deepEqual(faults.map(faultInWords), []);
    for (const { id, says, authority } of loaded.rules) assert.ok(says.en !== says.cy && authority.en !== authority.cy, id);
  });

  for (const example of examples) {
    it(`${example.rule}: ${example.name}`, async () => assert.deepEqual(await runRetentionExample(example, loaded.rules), []));
  }

  it('come out otherwise than a worked example that is wrong says', async () => {
    const [example] = examples.filter(({ due }) => Object.keys(due).length > 0);
    assert.ok(example !== undefined);
    assert.match((await runRetentionExample({ ...example, due: {} }, loaded.rules)).join(), /^due is \{"evidence\/e1"/);
  });
});

describe('A file of rules with faults', () => {
  const text = readFileSync(join(RETENTION, 'council.yaml'), 'utf8');

  function faultsAfter(change: (text: string) => string): string {
    const changed = change(text);
    assert.notEqual(changed, text, 'the file was not changed');
    const file = join(scratch, 'own.yaml');
    writeFileSync(file, changed);
    const read = loadRules(file);
    return read.ok ? 'accepted' : read.faults.map(faultInWords).join('\n');
  }

  for (const [what, change, ...said] of [
    ['a kind that there is not', (all: string) => all.replace('kind: reports', 'kind: report'), /own\.yaml:\d+:\d+, .*kind: `report` is not one of .* Did you mean `reports`\?/],
    ['a field that the kind does not have', (all: string) => all.replace('where: { type: scrutiny }', 'where: { tipe: scrutiny }'), /own\.yaml:\d+:\d+.*`tipe` is not a field of `reports` that a rule can ask for\. Did you mean `type`\?/],
    ['a word that the field does not have', (all: string) => all.replace('where: { type: scrutiny }', 'where: { type: scrutny }'), /`scrutny` is not one of annual, performance, scrutiny, council\. Did you mean `scrutiny`\?/],
    ['a way through what is no reference', (all: string) => all.replace('where: { type: scrutiny }', 'where: { title.type: scrutiny }'), /`title` of `reports` refers to no record/],
    ['a day that is no date', (all: string) => all.replace('date: supports.publishedOn', 'date: supports.title'), /`supports\.title` is not a date/],
    ['a period that is none', (all: string) => all.replace('keep: P5Y', 'keep: 5 years'), /own\.yaml:\d+:\d+.*keep/],
    ['a period and no day from which it counts', (all: string) => all.replace('  from: end-of-record\n', ''), /`from` is missing/],
    ['a last post of what is no person', (all: string) => all.replace('from: { date: supports.publishedOn }', 'from: end-of-last-post'), /Only persons have a last post/],
    ['what stays without what the kind needs', (all: string) => all.replace('leave: { put: { name: { en: A former post holder, cy: Cyn-ddeiliad swydd } } }', 'leave: { only: [note] }'), /cannot be without `name`/],
    ['practice without a source', (all: string) => all.replace('    basis: own-choice', '    basis: practice'), /names its `source`/],
    ['an id that is used twice', (all: string) => all.replace('id: person-no-longer-recorded', 'id: person-who-left'), /Another rule has the id `person-who-left`/],
    ['no Welsh', (all: string) => all.replace(/^ {4}cy: Cedwir adroddiadau.*\n/m, ''), /`cy` is missing/],
    ['several faults', (all: string) => all.replace('kind: reports', 'kind: report').replace('keep: P6Y', 'keep: six'), /`report` is not one of/, /keep/],
    ['no list', () => 'rules: []', /A list of rules of retention is expected here/],
  ] as const) {
    it(`is refused for ${what}, with its line`, () => {
      const told = faultsAfter(change);
      for (const pattern of said) assert.match(told, pattern);
    });
  }
});
