import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { ReadOnly } from '../../src/register/keeping/read-only.ts';
import { importRequest } from '../../src/register/requests.ts';
import type { Result } from '../../src/kernel/result.ts';
import { SMALL } from '../assessment/small-register.ts';
import { asked, contentOf, good, openFolder, person, request, sentences, smallFolder, temporaryFolder, verified } from './folder.ts';
import { sharing } from './stores.ts';

const WRITER = fileURLToPath(new URL('limited-writer.ts', import.meta.url));

const codeOf = (result: Result<unknown>): string => (result.ok ? 'kept' : (result.faults[0]?.code ?? ''));

describe('A register whose store fails', () => {
  it('answers that the outcome is unknown, then refuses, can be read all the while, and recovers by itself with everything that was kept', async () => {
    const { path, folder } = await smallFolder();
    await folder.close();
    const { register, store, close } = await sharing(path);
    const right = store.store;
    // The commit reaches the disk, and the connection is lost before anybody hears of it; then the store is gone altogether.
    store.after = () => right.close().then(() => Promise.reject(new Error('the connection was lost')));
    const unknown = request('record.put', person('dee'), { key: 'dee' });
    const first = await register.perform(unknown);
    assert.deepEqual([codeOf(first), sentences(first)], ['outcome-unknown', ['It is not known whether this was kept (the connection was lost). Ask again with the same key: it is done once at most.']]);
    store.after = () => Promise.resolve();
    let isThere = false;
    const probe = store.probe;
    store.probe = () => (isThere ? probe() : Promise.reject(new Error('nobody answers')));
    assert.deepEqual([codeOf(await register.perform(unknown)), codeOf(await register.perform(request('record.put', person('eve'))))], ['read-only', 'read-only']);
    const { state } = register;
    assert.ok(state.mode === 'read-only');
    assert.deepEqual([state.why, /^20\d\d-/.test(state.since)], ['nobody answers', true]);
    assert.equal((await register.latest()).entries.length, 1, 'what was acknowledged can be read');
    isThere = true;
    while (register.state.mode !== 'ready') await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal((await register.latest()).versions('persons', 'dee').length, 1, 'what was kept without an answer is there');
    const { number, again } = good(await register.perform(unknown));
    assert.deepEqual([number, again], [1, true]);
    assert.equal(good(await register.perform(request('record.put', person('eve')))).number, 2);
    await close();
    assert.equal(verified(path).state, 'intact');
  });

  it('is tried again at once, and then once a second at most, whoever asks', async () => {
    let [now, tries, isMended] = [50, 0, false];
    const mode = new ReadOnly(() => {
      tries += 1;
      return isMended ? Promise.resolve() : Promise.reject(new Error('still gone'));
    }, () => now);
    assert.deepEqual([await mode.tried(), tries], [true, 0]);
    mode.failed(new Error('gone'), () => undefined);
    for (const [at, wanted] of [[50, 1], [60, 1], [1_049, 1], [1_050, 2], [1_900, 2], [2_050, 3]] as const) {
      now = at;
      assert.deepEqual([await mode.tried(), tries], [false, wanted], String(at));
    }
    assert.equal(mode.state.mode === 'read-only' && mode.state.why, 'still gone');
    [now, isMended] = [3_050, true];
    assert.deepEqual([await mode.tried(), tries, mode.state.mode], [true, 4, 'ready']);
  });
});

describe('A full disk', () => {
  it('keeps nothing that it acknowledged from being there, and takes acts again when there is room', { timeout: 120_000 }, async (context) => {
    const disk = join(temporaryFolder(), 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
    if (mounted.status !== 0) return context.skip('Only root can make a disk that fills up: this test mounts a tmpfs of 4 MB.');
    try {
      const path = join(disk, 'data');
      const folder = openFolder(path);
      const register = await folder.register('small');
      good(await register.perform(importRequest(await contentOf(SMALL), asked())));
      const { bavail, bsize } = statfsSync(disk);
      const filler = join(disk, 'filler');
      assert.throws(() => writeFileSync(filler, Buffer.alloc(bavail * bsize + 1)), { code: 'ENOSPC' });
      const acknowledged: string[] = [];
      const answers: string[] = [];
      for (let n = 0; n < 60; n += 1) {
        const answer = await register.perform(request('record.put', person(`p${n}`, 'X'.repeat(150)), { key: `p${n}` }));
        answers.push(codeOf(answer));
        if (answer.ok) acknowledged.push(`p${n}`);
      }
      const isFull = answers.indexOf('outcome-unknown');
      assert.ok(isFull >= 0 && answers.slice(isFull + 1).every((code) => code === 'read-only'), answers.join());
      const mode = (): string => register.state.mode;
      assert.equal(mode(), 'read-only');
      assert.equal((await register.latest()).entries.length, acknowledged.length + 1);
      rmSync(filler);
      while (mode() !== 'ready') await new Promise((resolve) => setTimeout(resolve, 20));
      for (let n = 0; n < 60; n += 1) good(await register.perform(request('record.put', person(`p${n}`, 'X'.repeat(150)), { key: `p${n}` })));
      await folder.close();
      const { entries } = good(await readRegister(path, 'small'));
      assert.deepEqual(entries.slice(1).map(({ key }) => key).toSorted(), Array.from({ length: 60 }, (_, n) => `p${n}`).toSorted());
      for (const [index, key] of acknowledged.entries()) assert.equal(entries[index + 1]?.key, key);
      assert.equal(verified(path).state, 'intact');
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  it('is the same where the process may write no more to its files, without root', { timeout: 120_000 }, async (context) => {
    const { path, folder } = await smallFolder();
    await folder.close();
    if (spawnSync('prlimit', ['--version']).status !== 0) return context.skip('This test limits what a process may write, with `prlimit` of Linux (util-linux), which is not there.');
    const child = spawn(process.execPath, [WRITER, path], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<string> => String((await lines.next()).value);
    const ask = (line: string): Promise<string> => {
      child.stdin.write(`${line}\n`);
      return next();
    };
    const limit = (bytes: string) => assert.equal(spawnSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:`]).status, 0);
    assert.equal(await next(), 'open');
    assert.equal(await ask('put a'), 'kept 1');
    limit('1');
    assert.match(await ask('put b'), /^outcome-unknown It is not known whether this was kept/);
    assert.match(await ask('put c'), /^read-only The register can only be read since 20/);
    assert.equal(await ask('state'), 'read-only 2');
    limit('unlimited');
    assert.equal(await ask('ready'), 'ready');
    assert.match(await ask('put b'), /^kept 2/);
    assert.equal(await ask('put c'), 'kept 3');
    child.stdin.end();
    await once(child, 'exit');
    assert.deepEqual(good(await readRegister(path, 'small')).entries.map(({ key }) => key).slice(1), ['a', 'b', 'c']);
    assert.equal(verified(path).state, 'intact');
  });
});
