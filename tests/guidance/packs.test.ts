import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runExample } from '../../src/assessment/run-example.ts';
import { addDays } from '../../src/kernel/date.ts';
import { faultInWords } from '../../src/kernel/fault.ts';
import { contains } from '../../src/kernel/period.ts';
import { bundledPackIds, packFolder } from '../../src/guidance/bundled.ts';
import { coverageFaults } from '../../src/guidance/coverage.ts';
import { loadPack } from '../../src/guidance/load.ts';
import { readWorkedExamples } from '../../src/guidance/worked-example.ts';
import { compilePack } from '../../src/rules/compile.ts';

const scratch = mkdtempSync(join(tmpdir(), 'packs-'));
after(() => rmSync(scratch, { recursive: true }));

for (const id of bundledPackIds()) {
  describe(`The pack ${id}`, () => {
    it('is sound, and every worked example comes out as it says, with its reasons', async () => {
      const loaded = loadPack(packFolder(id));
      assert.ok(loaded.ok, loaded.ok ? '' : loaded.faults.map(faultInWords).join('\n'));
      const compiled = compilePack(loaded.value);
      assert.ok(compiled.ok, compiled.ok ? '' : compiled.faults.map(faultInWords).join('\n'));
      const { examples, faults } = readWorkedExamples(packFolder(id), compiled.value.pack);
      const found = [...faults, ...coverageFaults(loaded.value, examples)];
      for (const example of examples) found.push(...(await runExample(example, compiled.value)));
      assert.deepEqual(found.map(faultInWords), []);
    });

    it('says everything in both languages, in words of its own for each expectation', () => {
      const loaded = loadPack(packFolder(id));
      assert.ok(loaded.ok);
      for (const field of ['title', 'says', 'ask', 'remedy', 'notEncoded'] as const) {
        const said: readonly string[] = loaded.value.pack.expectations.map((expectation) => expectation[field].en);
        if (field === 'title' || field === 'says') assert.equal(new Set(said).size, said.length, `two expectations have the same ${field}`);
        for (const expectation of loaded.value.pack.expectations) assert.notEqual(expectation[field].cy, expectation[field].en, `${expectation.id} ${field} is not in Welsh`);
      }
    });
  });
}

describe('The editions for one nation', () => {
  for (const nation of ['wales', 'scotland']) {
    it(`leave no date between them without guidance, nor two at once (${nation})`, () => {
      const editions = bundledPackIds().map((id) => loadPack(packFolder(id))).flatMap((loaded) => (loaded.ok && loaded.value.pack.nation === nation ? [loaded.value.pack] : []));
      const starts = editions.flatMap(({ inForce }) => inForce.from ?? []).toSorted();
      const [first] = starts;
      assert.ok(first !== undefined && editions.length === 2);
      for (const boundary of [first, ...starts.flatMap((start) => (start === first ? [] : [addDays(start, -1), start])), addDays(starts.at(-1) ?? first, 1000)]) {
        assert.deepEqual(editions.filter(({ inForce }) => contains(inForce, boundary)).length, 1, `on ${boundary}`);
      }
    });
  }
});

describe('A pack with faults', () => {
  /** A copy of a bundled pack, one file of it changed. */
  function broken(name: string, file: string, change: (text: string) => string): string {
    const folder = join(scratch, name, 'scotland-2016');
    cpSync(packFolder('scotland-2016'), folder, { recursive: true });
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const changed = change(text);
    assert.notEqual(changed, text, 'the pack was not changed');
    writeFileSync(path, changed);
    return folder;
  }

  function faultsOf(folder: string): readonly string[] {
    const loaded = loadPack(folder);
    if (!loaded.ok) return loaded.faults.map(faultInWords);
    const compiled = compilePack(loaded.value);
    return compiled.ok ? [] : compiled.faults.map(faultInWords);
  }

  it('is refused with the file, the line and the nearest word, all at once', () => {
    const folder = broken('words', 'expectations/access.yaml', (text) => text.replace(/^ {2}chapter: .*$/m, '  chapter: acess').replace(/^ {2}force: .*$/m, '  force: shoud'));
    const said = faultsOf(folder);
    assert.ok(said.some((sentence) => /access\.yaml:\d+:\d+.*`shoud`.*Did you mean `should`/.test(sentence)), said.join('\n'));
  });

  it('is refused for an operator that does not exist', () => {
    const folder = broken('operator', 'expectations/designation.yaml', (text) => text.replace(/designated:/, 'designatd:'));
    assert.ok(faultsOf(folder).some((sentence) => /designation\.yaml:\d+:\d+.*`designatd` is not an operator\. Did you mean `designated`/.test(sentence)), faultsOf(folder).join('\n'));
  });

  it('is refused for YAML that is not well formed, with its line', () => {
    const folder = broken('yaml', 'pack.yaml', (text) => text.replace('id: scotland-2016', 'id: [scotland-2016'));
    assert.ok(faultsOf(folder).some((sentence) => /pack\.yaml:\d+:\d+: This is not well-formed YAML/.test(sentence)), faultsOf(folder).join('\n'));
  });

  it('is refused for a theme that it does not define', () => {
    const folder = broken('theme', 'expectations/influence.yaml', (text) => text.replace('over: [risk, budget', 'over: [risk, budgit'));
    assert.ok(faultsOf(folder).some((sentence) => /influence\.yaml:\d+:\d+.*`budgit` is not one of .*Did you mean `budget`/.test(sentence)), faultsOf(folder).join('\n'));
  });
});
