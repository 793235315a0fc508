import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SMALL } from '../assessment/small-register.ts';
import { temporaryFolder } from '../kept/folder.ts';
import { filesWith } from './erasing.ts';

/** As the launcher does it: half the time to start. */
const env = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url)), ...process.env };
const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

const answerable = (...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });

async function done(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await answerable(...args);
  assert.equal(code, 0, err);
  return out;
}

const LEFT = 'A former post holder';
const YEARS_AGO = SMALL.replace('basis: permanent, from: 2010-01-01 }', 'basis: permanent, from: 2010-01-01, until: 2012-01-01 }');

let base: string;
let data: string;
let known: string;

const input = (value: object): string => {
  const path = join(base, `in-${Math.random()}.json`);
  writeFileSync(path, JSON.stringify(value));
  return path;
};
const act = (name: string, value: object, person: string) => answerable('act', name, '--data', data, '--input', input(value), '--as', person, '--reason', 'By the schedule.');

before(async () => {
  base = temporaryFolder();
  data = join(base, 'data');
  const file = join(base, 'small.yaml');
  writeFileSync(file, YEARS_AGO);
  await done('import', file, '--data', data, '--as', 'clerk', '--reason', 'The first entry.');
  known = new Date().toISOString();
});

describe('Retention and erasure from the command line', () => {
  it('list what is due and why, in either language, and for any date', async () => {
    assert.equal(await done('retention', 'due', '--data', data, '--as-at', '2017-12-31'), 'Nothing is due on 2017-12-31.\n');
    const due = await done('retention', 'due', '--data', data, '--as-at', '2018-01-01');
    assert.match(due.replace(/\s+/g, ' '), /^2018-01-01 persons\/ben person-who-left the last post ended: 2012-01-01; kept for 6 years after it\. .* In its place stays \{"name"/);
    assert.match(await done('retention', 'due', '--data', data, '--as-at', '2018-01-01', '--lang', 'cy'), /daeth y swydd olaf i ben/);
    const listed = JSON.parse(await done('retention', 'due', '--data', data, '--json')) as { due: readonly { record: string; rule: string; since: string; counted: string }[] };
    assert.deepEqual(listed.due.map(({ record, rule, since, counted }) => [record, rule, since, counted]), [['persons/ben', 'person-who-left', '2018-01-01', '2012-01-01']]);
  });

  it('check the rules, the bundled ones with their examples', async () => {
    assert.match(await done('retention', 'check'), /^\d+ rules, \d+ worked examples, 0 faults\n$/);
    const own = join(base, 'own.yaml');
    writeFileSync(own, '- { id: x, kind: persns }');
    const { code, err } = await answerable('retention', 'check', '--rules', own);
    assert.equal(code, 3);
    assert.match(err, /own\.yaml:1:\d+, 0\.kind: `persns` is not one of .* Did you mean `persons`\?/);
    assert.equal((await answerable('retention', 'list')).code, 2);
  });

  it('refuse what is not due by the rule, and what the same person proposed', async () => {
    const early = await act('erasure.propose', { records: ['persons/ann'], rule: 'person-who-left' }, 'clerk');
    assert.deepEqual([early.code, early.out], [3, '']);
    assert.match(early.err, /`persons\/ann` is not due by the rule `person-who-left` on /);
    const unknown = await act('erasure.propose', { records: ['persons/ann'], rule: 'persons-who-left' }, 'clerk');
    assert.match(unknown.err, /`persons-who-left` is not a rule of retention\. Did you mean `person-who-left`\?/);
  });

  it('erase by two people, so that nothing of it is in any file or export, and every command still answers', async () => {
    const proposed = await act('erasure.propose', { records: ['persons/ben'], rule: 'person-who-left' }, 'clerk');
    assert.deepEqual([proposed.code, proposed.out], [0, '1\n']);
    const own = await act('erasure.carry-out', { proposal: 1 }, 'clerk');
    assert.deepEqual([own.code, own.out], [3, '']);
    const carried = await act('erasure.carry-out', { proposal: 1 }, 'officer');
    assert.deepEqual([carried.code, carried.out, carried.err], [0, '2\n', '']);
    assert.deepEqual(filesWith(data, 'Ben Example'), []);

    assert.match(await done('verify', '--data', data), /^intact with erasures \(1 body; person-who-left\): 3 entries of answerable\/small, root /);
    const verified = JSON.parse(await done('verify', '--data', data, '--json')) as { state: string; erasures: object };
    assert.deepEqual([verified.state, verified.erasures], ['intact', { bodies: 1, rules: ['person-who-left'] }]);
    assert.match((await done('history', 'persons/ben', '--data', data)).replace(/\s+/g, ' '), /at all times: erased by entry 2 under the rule person-who-left; in its place \{.*A former post holder/);
    const history = JSON.parse(await done('history', 'persons/ben', '--data', data, '--json')) as { entries: readonly { changes: readonly { erased?: { by: number; rule: string } }[] }[] };
    assert.deepEqual([history.entries[0]?.changes[0]?.erased?.by, history.entries[0]?.changes[0]?.erased?.rule], [2, 'person-who-left']);
    assert.match(await done('diff', '2011-06-01', '2012-06-01', '--data', data, '--known-at', known), /^- appointments\/a2$/m);
    assert.equal(await done('retention', 'due', '--data', data), `Nothing is due on ${new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' })}.\n`);
    assert.ok([0, 1].includes((await answerable('assess', '--data', data, '--json', '--known-at', known)).code));

    const out = join(base, 'out');
    for (const [format, name] of [['register', 'all.yaml'], ['xlsx', 'all.xlsx'], ['csv', 'csv'], ['tiles', 'tiles'], ['history', 'history.txt']] as const) {
      const path = format === 'csv' || format === 'tiles' ? join(out, name) : join(base, name);
      await done('export', '--data', data, '--format', format, '-o', path);
    }
    assert.deepEqual(filesWith(out, 'Ben Example'), []);
    assert.match(await done('import', join(base, 'all.yaml'), '--data', data, '--dry-run'), /^Would enter: 0 new, 0 changed/);
    assert.match(await done('import', join(base, 'all.xlsx'), '--data', data, '--dry-run'), /^Would enter: 0 new, 0 changed/);
    const before = await done('export', '--data', data, '--known-at', known);
    assert.ok(before.includes(LEFT) && !before.includes('Ben Example'), before);
    const then = join(base, 'then.yaml');
    writeFileSync(then, before);
    assert.match(await done('import', then, '--data', join(base, 'read-back'), '--dry-run'), /^Would enter: /, 'as known before, it reads back whole');
  });

  it('replay from the history and restore from a back-up with what is gone still gone', async () => {
    const [replayed, restored, file] = [join(base, 'replayed'), join(base, 'restored'), join(base, 'back-up')];
    await done('import', join(base, 'history.txt'), '--data', replayed);
    await done('backup', '--data', data, '-o', file);
    await done('restore', file, '--data', restored);
    for (const folder of [replayed, restored]) {
      assert.match(await done('verify', '--data', folder), /^intact with erasures \(1 body; person-who-left\): 3 entries/);
      assert.deepEqual(filesWith(folder, 'Ben Example'), []);
    }
    const size = (note: string) => note.split('\n').slice(0, 3);
    assert.deepEqual(size(await done('checkpoint', '--data', replayed)), size(await done('checkpoint', '--data', data)));
  });
});
