import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AREA_ACTS } from '../../src/areas/acts.ts';
import { SMALL } from '../assessment/small-register.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const answerable = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });

const small = file('small.yaml', SMALL);

describe('answerable act', () => {
  it('lists every act of the everyday work with what its file holds', async () => {
    const { code, out } = await answerable('act', '--list');
    assert.equal(code, 0);
    assert.match(out, /^protocol\.agree +Agree an instrument for a party\n +\{ instrument, party, version, signedBy\? \}$/m);
    assert.equal(out.split('\n').filter((line) => /^[a-z]+\./.test(line)).length, AREA_ACTS.length);
  });

  it('says which acts there are where the name is none', async () => {
    const { code, err } = await answerable('act', 'protocol.agre', '--data', folder, '--input', small, '--as', 'ann', '--reason', 'x');
    assert.equal(code, 2);
    assert.match(err, /`protocol\.agre` is not an act\. Did you mean `protocol\.agree`\?/);
  });
});

describe('answerable assess', () => {
  it('answers one JSON object in the shape of the contract, and 1 while some expectations are not secured', async () => {
    const { code, out, err } = await answerable('assess', small, '--json');
    assert.deepEqual([code, err], [1, '']);
    const answer = JSON.parse(out) as Record<string, unknown> & { expectations: readonly Record<string, unknown>[]; summary: Record<string, number> };
    assert.deepEqual(Object.keys(answer), ['register', 'authority', 'pack', 'asAt', 'lookBack', 'structure', 'summary', 'expectations', 'reach']);
    assert.deepEqual([answer['register'], answer['authority'], answer['asAt'], answer['lookBack']], ['small', 'Small Example Council', '2012-12-10', 'P1Y']);
    assert.deepEqual(Object.keys(answer.summary), ['secured', 'person-dependent', 'despite-the-arrangements', 'on-paper-only', 'exposed', 'not-known', 'does-not-apply']);
    assert.equal(Object.values(answer.summary).reduce((sum, count) => sum + count, 0), answer.expectations.length);
    const seat = answer.expectations.find(({ id }) => id === 'access.corporate-management-team');
    assert.deepEqual(
      { accountability: seat?.['accountability'], force: seat?.['force'], paper: seat?.['paper'] },
      {
        accountability: 'access',
        force: 'should',
        paper: { verdict: 'met', because: [{ text: 'Director sits on Corporate Management Team as member.', records: ['seats/s1', 'bodies/cmt'] }], missing: [] },
      },
    );
    assert.deepEqual((seat?.['cites'] as readonly unknown[] | undefined)?.[0], { document: '004_8aa6f2467cff58ba', paragraph: '2.17' });
  });

  it('reads well in 80 columns, without colour when it is not a terminal', async () => {
    const { out } = await answerable('assess', small);
    assert.deepEqual(out.split('\n').filter((line) => line.length > 80), []);
    assert.doesNotMatch(out, /\u001b/);
    assert.match(out.replace(/\s+/g, ' '), /^Small Example Council .* as at 10 December 2012/);
    assert.match(out, / access\.corporate-management-team\s+met/);
    assert.match(out, /What to do first\n1\. /);
  });

  it('speaks Welsh', async () => {
    const { out } = await answerable('assess', small, '--lang', 'cy');
    assert.match(out.replace(/\s+/g, ' '), /^Cyngor Bach Enghreifftiol .* fel yr oedd ar 10 Rhagfyr 2012/);
    assert.match(out, /Beth i’w wneud gyntaf/);
  });

  it('answers for another date', async () => {
    const { out } = await answerable('assess', small, '--json', '--as-at', '2009-06-01');
    const { asAt, expectations } = JSON.parse(out) as { asAt: string; expectations: readonly { id: string; practice: { verdict: string } }[] };
    assert.equal(asAt, '2009-06-01');
    assert.equal(expectations.find(({ id }) => id === 'designation.post')?.practice.verdict, 'not-met');
  });

  it('refuses a bad file with every fault, its place and the nearest choice, and prints nothing else', async () => {
    const bad = file('bad.yaml', SMALL.replace('role: member', 'role: membr').replace('post: chief,', 'post: cheif,'));
    const { code, out, err } = await answerable('assess', bad, '--json');
    assert.deepEqual([code, out], [3, '']);
    assert.match(err, /bad\.yaml:\d+:\d+.*`membr`.*`member`/);
    assert.match(err, /bad\.yaml:\d+:\d+.*`cheif`.*`chief`/);
    assert.doesNotMatch(err, /\n\s+at /);
  });

  for (const [said, ...args] of [
    ['`--jsn` is not an option here. Did you mean `--json`?', 'assess', small, '--jsn'],
    ['FILE is missing.', 'assess'],
    ['`2012-02-30` is not a date', 'assess', small, '--as-at', '2012-02-30'],
    ['`1Y` is not a duration', 'assess', small, '--look-back', '1Y'],
    ['`fr` is not a language', 'assess', small, '--lang', 'fr'],
    ['`asess` is not a command. Did you mean `assess`?', 'asess', small],
  ] as const) {
    it(`was misused: ${said}`, async () => {
      const { code, out, err } = await answerable(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.ok(err.includes(said), err);
    });
  }

  it('names the packs there are when another is asked for', async () => {
    const { code, err } = await answerable('assess', small, '--guidance', 'wales-2008');
    assert.equal(code, 3);
    assert.match(err, /`wales-2008` is not a guidance pack\. Did you mean `wales-2009`\?/);
  });
});

describe('The other commands', () => {
  it('explain tells one verdict with its reasons, paragraphs, question and remedy', async () => {
    const { code, out } = await answerable('explain', small, 'designation.post');
    assert.equal(code, 0);
    for (const part of ['004_8aa6f2467cff58ba ¶ 1.5', 'person-dependent', 'Ben Example holds Director (permanent).', 'Without Ben Example (Director)', 'Ask: ', 'Do: ']) assert.ok(out.includes(part), part);
  });

  it('explain names the nearest expectation', async () => {
    const { code, err } = await answerable('explain', small, 'designation.pst');
    assert.equal(code, 3);
    assert.match(err, /Did you mean `designation\.post`\?/);
  });

  it('what-if answers before, after and the changes with their reasons', async () => {
    const { code, out } = await answerable('what-if', small, '--vacate', 'director', '--json');
    assert.equal(code, 0);
    const { before, after: later, changes } = JSON.parse(out) as { before: object; after: object; changes: readonly { expectation: string; lens: string; before: string; after: string; because: readonly unknown[] }[] };
    assert.ok('expectations' in before && 'expectations' in later);
    const change = changes.find(({ expectation, lens }) => expectation === 'designation.post' && lens === 'practice');
    assert.deepEqual([change?.before, change?.after, (change?.because.length ?? 0) > 0], ['met', 'not-met', true]);
  });

  it('reach tells the levers, and a function without one in capitals', async () => {
    const functions = `${SMALL}functions:\n  - { id: care, name: Care at home, group: adult, delivery: direct, ledBy: deputy }\n  - { id: lone, name: Lost function, group: children, delivery: purchased }\n`;
    const { code, out } = await answerable('reach', file('reach.yaml', functions));
    assert.equal(code, 0);
    assert.match(out, /Care at home +manages \(Director > Head of Adults\)/);
    assert.match(out, /Lost function +ACCOUNTABLE WITH NO LEVER/);
  });

  it('export writes an empty workbook, which is refused only for having nothing in it', async () => {
    const path = join(folder, 'empty.xlsx');
    assert.equal((await answerable('export', '--format', 'xlsx', '--template', '-o', path)).code, 0);
    const { code, err } = await answerable('assess', path);
    assert.equal(code, 3);
    assert.match(err, /empty\.xlsx, sheet register/);
  });

  it('export turns a register into a workbook that is judged the same', async () => {
    const path = join(folder, 'small.xlsx');
    assert.equal((await answerable('export', small, '--format', 'xlsx', '-o', path)).code, 0);
    const [one, other] = await Promise.all([answerable('assess', small, '--json'), answerable('assess', path, '--json')]);
    assert.equal(other.out, one.out);
  });

  it('help is there for all', async () => {
    const { code, out } = await answerable('--help');
    assert.equal(code, 0);
    for (const name of ['assess', 'explain', 'reach', 'what-if', 'guidance', 'export', 'schema']) assert.match(out, new RegExp(`^ {2}${name} `, 'm'));
  });
});
