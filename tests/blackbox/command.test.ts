import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { dyffrynEsiampl } from './dyffryn-esiampl.ts';
import type { Register } from './register.ts';

const folder = mkdtempSync(join(tmpdir(), 'answerable-blackbox-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

/** What the command answers, as a person at a terminal sees it. */
function answerable(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { status, stdout, stderr };
}

function written(name: string, change: (register: Register) => void = () => undefined): string {
  const register = dyffrynEsiampl();
  change(register);
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(register));
  return file;
}

describe('the exit codes of assess', () => {
  it('is 0 where every expectation that applies is secured, with one JSON object and nothing else', () => {
    const { status, stdout, stderr } = answerable('assess', written('secured'), '--json');
    assert.equal(status, 0);
    assert.equal(stderr, '');
    const { register, summary } = JSON.parse(stdout) as { register: string; summary: Record<string, number> };
    assert.equal(register, 'dyffryn-esiampl');
    assert.equal((summary['secured'] ?? 0) + (summary['does-not-apply'] ?? 0), Object.values(summary).reduce((sum, count) => sum + count, 0));
  });

  it('is 1 where one is not', () => {
    assert.equal(answerable('assess', written('unseated', (r) => r.drop('seats', 'director-cmt')), '--json').status, 1);
  });

  it('is 2 for a command that is misused, and says how it is used', () => {
    const { status, stdout, stderr } = answerable('assess', written('misused'), '--as-at', '2012-13-01');
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /`2012-13-01` is not a date/);
  });

  it('is 3 for an invalid file, with the place and the nearest choice and nothing on standard output', () => {
    const { status, stdout, stderr } = answerable('assess', written('dangling', (r) => r.set('posts', 'director', { reportsTo: 'cheif-executive' })), '--json');
    assert.equal(status, 3);
    assert.equal(stdout, '');
    assert.match(stderr, /dangling\.json:\d+:\d+, posts\/director\.reportsTo: `cheif-executive` .* Did you mean `chief-executive`\?/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  });

  it('is 3 where the file names guidance that there is not, and says where, beside the other faults', () => {
    const { status, stderr } = answerable('assess', written('packless', (r) => ((r.header['pack'] = 'wales-2008'), r.set('posts', 'director', { reportsTo: 'cheif-executive' }))));
    assert.equal(status, 3);
    assert.match(stderr, /packless\.json, register\.pack: `wales-2008` is not a guidance pack\. Did you mean `wales-2009`\?/);
    assert.match(stderr, /posts\/director\.reportsTo/);
  });
});

describe('in words', () => {
  it('names the structure in Welsh', () => {
    assert.match(answerable('assess', written('welsh'), '--lang', 'cy').stdout, /Strwythur: un gyfarwyddiaeth/);
  });

  it('says what a vacancy changes, and nothing of what it does not', () => {
    const { status, stdout } = answerable('what-if', written('vacated'), '--vacate', 'director', '--json');
    assert.equal(status, 0);
    const { changes } = JSON.parse(stdout) as { changes: { expectation: string; lens: string; before: string; after: string }[] };
    assert.ok(changes.some(({ expectation, lens, after: now }) => expectation === 'designation.post' && lens === 'resilient' && now === 'not-met'));
    assert.ok(changes.every(({ lens }) => lens === 'resilient'), 'the named deputy acts: neither paper nor practice falls');
  });
});
