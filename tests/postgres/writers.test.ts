import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readRegisterInDatabase } from '../../src/register/database/read-database.ts';
import { verifyInDatabase } from '../../src/register/database/verify-in-database.ts';
import { openCheckpoint } from '../../src/register/log/checkpoint.ts';
import { asked, contentOf, good, person, request } from '../kept/folder.ts';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { importRequest } from '../../src/register/requests.ts';
import { SMALL } from '../assessment/small-register.ts';
import { sql } from './databases.ts';
import { smallDatabase } from './small-database.ts';
import { noPostgres, startPostgres, type Postgres } from './start-postgres.ts';

const WRITER = fileURLToPath(new URL('one-writer.ts', import.meta.url));

describe('Several processes on one database', { skip: noPostgres }, () => {
  let server: Postgres;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  it('keep every acknowledged entry once, read their own and each other’s, and sign one tree', async () => {
    const { url, keys, registers } = await smallDatabase(server);
    const acknowledged = new Map<string, number>();
    const running: ChildProcessWithoutNullStreams[] = ['a', 'b', 'c', 'd'].map((name) => spawn(process.execPath, [WRITER, url, keys, name, '15'], { stdio: 'pipe' }));
    for (const child of running) {
      child.stdin.on('error', () => undefined);
      createInterface(child.stdout).on('line', (line) => {
        const [key = '', number = ''] = line.split(' ');
        acknowledged.set(key, Number(number));
        for (const other of running) if (other !== child && other.stdin.writable) other.stdin.write(`${key}\n`);
      });
    }
    const said = running.map(() => '');
    running.forEach((child, index) => child.stderr.on('data', (text: Buffer) => (said[index] += text.toString())));
    const codes = await Promise.all(running.map(async (child) => (await once(child, 'close'))[0] as number));
    assert.deepEqual([codes, said.join('')], [[0, 0, 0, 0], '']);
    assert.equal(acknowledged.size, 120);
    const { entries, tree, checkpoint, key } = good(await readRegisterInDatabase({ url, keys }, 'small'));
    assert.equal(entries.length, 121);
    for (const [name, number] of acknowledged) assert.equal(entries[number]?.key, name);
    assert.equal(new Set(entries.map((one) => one.key)).size, 121);
    assert.ok(new Set(entries.map((one) => one.person)).size === 5);
    const signed = good(openCheckpoint(checkpoint, key));
    assert.deepEqual([signed.size, Buffer.from(signed.root).toString('hex')], [121, Buffer.from(tree.root()).toString('hex')]);
    assert.equal((await verifyInDatabase({ url, keys }, 'small')).state, 'intact');
    await registers.close();
  });

  it('that begin a register together make one key and one first entry', async () => {
    const { url, keys, registers } = await smallDatabase(server);
    const content = await contentOf(SMALL.replace('id: small', 'id: other'));
    const all = await Promise.all([1, 2, 3, 4].map(async () => good(await DatabaseRegisters.open({ url, keys }))));
    const answers = await Promise.all(all.map(async (one, index) => (await one.register('other')).perform(importRequest(content, asked({ key: `begin ${index}` })))));
    assert.deepEqual(answers.map((one) => (one.ok ? 'begun' : (one.faults[0]?.code ?? ''))).toSorted(), ['begun', 'no-change', 'no-change', 'no-change']);
    for (const one of all) good(await (await one.register('other')).perform(request('record.put', person(`p${all.indexOf(one)}`))));
    assert.equal((await verifyInDatabase({ url, keys }, 'other')).state, 'intact');
    assert.deepEqual(await registers.registers(), ['small', 'other']);
    for (const one of [...all, registers]) await one.close();
  });

  it('answer a key that another used with what was done then', async () => {
    const { url, keys, registers, register } = await smallDatabase(server);
    const other = good(await DatabaseRegisters.open({ url, keys }));
    const first = good(await register.perform(request('record.put', person('once'), { key: 'the key' })));
    const again = good(await (await other.register('small')).perform(request('record.put', person('twice'), { key: 'the key' })));
    assert.deepEqual([again.number, again.again], [first.number, true]);
    await registers.close();
    await other.close();
  });

  it('go on when their connections were cut, and never do an act twice', async () => {
    const { url, keys, registers, register } = await smallDatabase(server);
    let cuts = 0;
    const cut = async (): Promise<void> => {
      await sql(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'answerable' AND datname = current_database()`);
      cuts += 1;
    };
    for (let n = 0; n < 20; n += 1) {
      const key = `cut ${n}`;
      const cutting = n % 4 === 0 ? cut() : undefined;
      for (let done = false; !done; ) {
        const answer = await register.perform(request('record.put', person(`cut${n}`), { key }));
        done = answer.ok;
        if (!answer.ok) {
          assert.match(answer.faults[0]?.code ?? '', /^(outcome-unknown|read-only)$/);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
      await cutting;
    }
    assert.equal(cuts, 5);
    const { entries } = good(await readRegisterInDatabase({ url, keys }, 'small'));
    assert.deepEqual(entries.slice(1).map(({ key }) => key), Array.from({ length: 20 }, (_, n) => `cut ${n}`));
    assert.equal((await verifyInDatabase({ url, keys }, 'small')).state, 'intact');
    await registers.close();
  });

  it('lose nothing when the server is killed, and go on by themselves once it is back', async () => {
    const { url, keys, registers, register } = await smallDatabase(server);
    good(await register.perform(request('record.put', person('before'))));
    await server.kill();
    const during = await register.perform(request('record.put', person('during'), { key: 'during' }));
    assert.equal(during.ok, false);
    assert.equal(register.state.mode, 'read-only');
    assert.equal((await register.latest()).entries.length, 2, 'what was known is still read');
    await server.start();
    for (let done = false; !done; ) {
      done = (await register.perform(request('record.put', person('during'), { key: 'during' }))).ok;
      if (!done) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(register.state.mode, 'ready');
    const { entries } = good(await readRegisterInDatabase({ url, keys }, 'small'));
    assert.equal(entries.filter(({ key }) => key === 'during').length, 1);
    assert.equal(entries.length, 3);
    await registers.close();
  });
});
