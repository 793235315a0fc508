import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request as ask, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { signingKey } from '../../src/register/folder/signing-keys.ts';
import { parseVerifierKey, verifierKey } from '../../src/register/log/note-key.ts';
import { witnessKeyText } from '../../src/register/log/witness-key.ts';
import { Witness } from '../../src/register/witness/witness.ts';
import { serveWitness } from '../../src/register/witness/witness-server.ts';
import type { Health } from '../../src/web/operation/health.ts';
import { importRequest } from '../../src/register/requests.ts';
import { asked, good, NOON, openFolder, temporaryFolder } from '../kept/folder.ts';
import { smallContent } from './kept-site.ts';
import { ended, MAIN, QUIET, serving, until } from './serving-process.ts';
import { SMALL, SMALL_FILE } from './small-site.ts';

const answerable = (...args: readonly string[]) => spawnSync(process.execPath, [MAIN, ...args], { env: QUIET, encoding: 'utf8', timeout: 60_000 });

/** A folder that keeps the small council, which nobody holds. */
async function keptFolder(): Promise<string> {
  const path = join(temporaryFolder(), 'data');
  const folder = openFolder(path);
  good(await (await folder.register(SMALL)).perform(importRequest(await smallContent(), asked())));
  await folder.close();
  return path;
}

describe('answerable serve --data', () => {
  it('is the one server of the folder: a second one, and every act, is refused at once and told which process holds it', async (test) => {
    const folder = await keptFolder();
    const { child, url } = await serving(test, ['--data', folder, '--port', '0']);
    const holder = new RegExp(`This folder is open for writing in process ${child.pid} since \\d{4}-.*\\. Stop that first`);
    const second = answerable('serve', '--data', folder, '--port', '0');
    assert.deepEqual([second.status, second.stdout], [3, '']);
    assert.match(second.stderr, holder);
    const input = join(temporaryFolder(), 'input.yaml');
    writeFileSync(input, '{ kind: persons, id: p9, body: { name: Fictional Person Nine } }');
    const act = answerable('act', 'record.put', '--data', folder, '--input', input, '--as', 'clerk', '--reason', 'Beside the server.');
    assert.equal(act.status, 3);
    assert.match(act.stderr, holder);
    assert.match(await (await fetch(`${url}en/${SMALL}`)).text(), /holds one entry/);
    assert.deepEqual(await ended(child, 'SIGTERM'), [0, null]);
    const after = answerable('act', 'record.put', '--data', folder, '--input', input, '--as', 'clerk', '--reason', 'After the server.');
    assert.deepEqual([after.status, after.stdout], [0, '1\n'], after.stderr);
  });

  it('logs its start, each request and its stop as JSON lines, and nothing else', async (test) => {
    const { child, url, log } = await serving(test, ['--data', await keptFolder(), '--port', '0']);
    await (await fetch(`${url}en/${SMALL}?known-at=2099-01-01`)).text();
    await ended(child, 'SIGTERM');
    assert.deepEqual(log().map(({ level, msg, route, status }) => [level, msg, route, status]), [
      ['info', 'listening', undefined, undefined],
      ['info', 'started', undefined, undefined],
      ['info', 'request', '/en/:register', 400],
      ['info', 'stopping', undefined, undefined],
      ['info', 'stopped', undefined, undefined],
    ]);
  });

  it('takes form and level of its log from the options or the environment, and says which there are', async (test) => {
    const folder = await keptFolder();
    const quiet = await serving(test, ['--data', folder, '--port', '0', '--log', 'none'], { ANSWERABLE_LOG: 'json' });
    await ended(quiet.child, 'SIGTERM');
    assert.equal(quiet.err(), '');
    const warned = await serving(test, ['--data', folder, '--port', '0'], { ANSWERABLE_LOG_LEVEL: 'warn' });
    await ended(warned.child, 'SIGTERM');
    assert.deepEqual(warned.log(), []);
    assert.match(answerable('serve', '--data', folder, '--log', 'jsn').stderr, /^`jsn` is not one of them: `--log` and ANSWERABLE_LOG take `json`, `none`\. Did you mean `json`\?/);
    assert.equal(answerable('serve', '--data', folder, '--log-level', 'loud').status, 2);
  });

  it('answers what is under way when it is told to stop, takes nothing more, and ends with 0', async (test) => {
    const { child, url } = await serving(test, ['--data', await keptFolder(), '--port', '0']);
    const { port } = new URL(url);
    // A request that is half sent is under way: it is finished after the signal.
    const asked = ask({ host: '127.0.0.1', port, path: `/en/${SMALL}/kept`, headers: { connection: 'close' } });
    const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
    asked.end();
    const exit = once(child, 'exit');
    const [response] = await answered;
    child.kill('SIGTERM');
    let bytes = 0;
    for await (const chunk of response) bytes += (chunk as Buffer).length;
    assert.ok(bytes === Number(response.headers['content-length']) && bytes > 1000);
    assert.deepEqual(await exit, [0, null]);
    await assert.rejects(fetch(url));
  });

  it('remembers over a restart when its jobs were last done', async (test) => {
    const folder = await keptFolder();
    const first = await serving(test, ['--data', folder, '--port', '0']);
    await until(async () => (await (await fetch(`${first.url}health`)).json()) as Health, ({ scheduler }) => scheduler.jobs[0]?.outcome === 'ok');
    await ended(first.child, 'SIGTERM');
    const kept = JSON.parse(readFileSync(join(folder, 'jobs.json'), 'utf8')) as Readonly<Record<string, string>>;
    const second = await serving(test, ['--data', folder, '--port', '0']);
    const health = (await (await fetch(`${second.url}health`)).json()) as Health;
    assert.ok((health.scheduler.jobs[0]?.lastRun ?? '') >= (kept['self-test'] ?? 'none'));
    await ended(second.child, 'SIGTERM');
  });

  it('does not start where the folder does not keep what is written to it, and says why', async () => {
    const folder = await keptFolder();
    // A file cannot be written where a folder has its name.
    mkdirSync(join(folder, 'self-test'));
    const { status, stdout, stderr } = answerable('serve', '--data', folder, '--port', '0');
    assert.deepEqual([status, stdout], [3, '']);
    assert.match(stderr, /This folder does not keep safely what is written to it: .*EISDIR.*\. Nothing is served from it\./);
  });

  it('asks a witness that it is given, and says on its pages who has witnessed the register', async (test) => {
    const folder = await keptFolder();
    const vkey = good(parseVerifierKey(verifierKey(signingKey(folder, SMALL))));
    const witness = good(Witness.open({ folder: join(temporaryFolder(), 'witness'), name: 'inspectorate.example', trusted: new Map([[vkey.name, [vkey]]]), now: NOON }));
    const served = good(await serveWitness(witness, { host: '127.0.0.1', port: 0, tell: () => undefined }));
    test.after(async () => {
      await served.close();
      witness.close();
    });
    const { child, url } = await serving(test, ['--data', folder, '--port', '0', '--witness', served.url, '--witness-key', witnessKeyText(witness.key)]);
    const kept = await until(async () => (await fetch(`${url}en/${SMALL}/kept`)).text(), (page) => page.includes('Witnessed by'));
    assert.match(kept, /Witnessed by inspectorate\.example on \d+ \w+ 20\d\d at \d\d:\d\d/);
    assert.match(await (await fetch(`${url}cy/${SMALL}`)).text(), /Tystiwyd gan inspectorate\.example ar/);
    assert.match(await (await fetch(`${url}en/${SMALL}/kept/checkpoint`)).text(), /\u2014 inspectorate\.example /);
    assert.deepEqual(await ended(child, 'SIGTERM'), [0, null]);
    assert.match(answerable('serve', '--data', folder, '--witness', served.url).stderr, /give both `--witness URL` and `--witness-key VKEY`/);
  });

  it('shows one register of several where one is asked for, and names them where there is none such', async () => {
    const folder = await keptFolder();
    assert.match(answerable('serve', '--data', folder, '--register', 'glan-dychymig').stderr, /`glan-dychymig` is not a register of this folder\. Did you mean `glan-dychymyg`\?/);
  });

  it('refuses a register that is not in the folder, files beside a folder, and a register without one', () => {
    assert.match(answerable('serve', '--data', temporaryFolder(), '--register', SMALL).stderr, /keeps no register/);
    assert.match(answerable('serve', SMALL_FILE, '--data', temporaryFolder()).stderr, /^Registers that are kept are served alone/);
    assert.match(answerable('serve', SMALL_FILE, '--register', SMALL).stderr, /^`--register` says which of the registers that are kept/);
  });
});
