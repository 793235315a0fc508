import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SMALL } from '../assessment/small-register.ts';
import { temporaryFolder } from '../kept/folder.ts';

/** As the launcher does it: half the time to start. */
const env = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url)), ...process.env };
const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

const answerable = (...args: readonly string[]): Promise<readonly [code: number, out: string, err: string]> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env }, (error, out, err) => resolve([error === null ? 0 : Number(error.code), out, err]));
  });

describe('The signing key from the command line', () => {
  it('is changed by two people; vkey prints the newest, or the chain; an old checkpoint still stands', async () => {
    const [base, data] = [temporaryFolder(), join(temporaryFolder(), 'data')];
    writeFileSync(join(base, 'small.yaml'), SMALL);
    await answerable('import', join(base, 'small.yaml'), '--data', data, '--as', 'clerk');
    const [, old] = await answerable('vkey', '--data', data);
    writeFileSync(join(base, 'then'), (await answerable('checkpoint', '--data', data))[1]);
    const rotate = (verb: string, person: string) => answerable('rotate-key', verb, '--data', data, '--as', person, '--reason', 'Once a year.');
    assert.deepEqual((await rotate('carry-out', 'officer')).slice(0, 2), [3, '']);
    assert.deepEqual(await rotate('propose', 'clerk'), [0, '1\n', '']);
    const [code, , err] = await rotate('carry-out', 'clerk');
    assert.deepEqual([code, err], [3, 'clerk proposed this with entry 1: another person carries it out.\n']);
    const [done, next] = await rotate('carry-out', 'officer');
    assert.equal(done, 0);
    assert.notEqual(next, old);
    assert.equal((await answerable('vkey', '--data', data))[1], next);
    assert.equal((await answerable('vkey', '--data', data, '--all'))[1], `${old.trim()} 1\n${next.trim()} 3\n`);
    assert.match((await answerable('verify', '--data', data, '--since', join(base, 'then')))[1], /^intact: 3 entries/);
    assert.equal((await rotate('carryout', 'officer'))[0], 2);
  });
});
