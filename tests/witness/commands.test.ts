import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { backUp, restore } from '../../src/register/folder/back-up.ts';
import { databaseIn } from '../../src/register/folder/files.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { generateKey, parseVerifierKey, verifierKey } from '../../src/register/log/note-key.ts';
import { parseReceipt, verifyReceipt } from '../../src/register/log/receipt.ts';
import { generateWitnessKey, witnessKeyText } from '../../src/register/log/witness-key.ts';
import { postSubmission, submissionAddress } from '../../src/register/witness/post-submission.ts';
import { good, openFolder, person, request, smallFolder, temporaryFolder } from '../kept/folder.ts';
import { answerable, done, startWitness, type Ran, type WitnessProcess } from './witness-process.ts';

const answers = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
const missing = !answers('openssl', 'pkeyutl', '-help') ? 'openssl is not on this machine' : !answers('python3', '-c', 'import sys; sys.exit(sys.version_info < (3, 9))') ? 'python3 (3.9 or later) is not on this machine' : false;

const NAME = 'inspectorate.example/w1';
const WITNESSED = new RegExp(`^witnessed by ${NAME} at (20[0-9:T.-]+Z)`);

let base: string;
let data: string;
let key: string;
let witness: WitnessProcess;

/** Enters people in a data folder. */
async function enter(path: string, ...names: readonly string[]): Promise<void> {
  const folder = openFolder(path);
  const register = await folder.register('small');
  for (const name of names) good(await register.perform(request('record.put', person(name, `Person ${name}`))));
  await folder.close();
}

function copyOf(path: string, name: string): string {
  const copy = join(base, name);
  cpSync(path, copy, { recursive: true });
  return copy;
}

const ask = (path: string, ...more: readonly string[]): Promise<Ran> => answerable('witness', 'ask', witness.url, '--data', path, '--vkey', witness.vkey, ...more);
const verify = (path: string, ...more: readonly string[]): Promise<Ran> => answerable('verify', '--data', path, '--witness', witness.vkey, ...more);
const stateIn = async (path: string): Promise<string> => (JSON.parse(await done('checkpoint', '--data', path, '--json')) as { state: string }).state;

before(async () => {
  base = temporaryFolder();
  const { path, folder } = await smallFolder();
  await folder.close();
  data = path;
  key = (await done('vkey', '--data', data)).trim();
  witness = await startWitness(join(base, 'witness'), [key], '--name', NAME);
});

describe('A council that asks a witness', () => {
  it('is not witnessed before it asks, and is told so', async () => {
    assert.equal(await stateIn(data), 'not witnessed');
    const { code, out } = await verify(data);
    assert.deepEqual([code, out.split('\n')[1]], [0, `not witnessed by ${NAME}`]);
  });

  it('has its first checkpoint cosigned, and keeps the cosignature with it', async () => {
    const early = copyOf(data, 'before-asking');
    const { code, out, err } = await ask(data);
    assert.equal(code, 0, err);
    assert.match(out, WITNESSED);
    const at = WITNESSED.exec(out)?.[1] ?? '';
    assert.equal(await stateIn(data), `witnessed by ${NAME} at ${at}`);
    assert.equal((await verify(data)).out.split('\n')[1], `witnessed by ${NAME} at ${at}: 1 of 1 entries`);
    assert.equal(await stateIn(early), 'not witnessed');
  });

  it('has every step of its growth cosigned, also from a copy that does not know what the witness knows', async () => {
    const forgetful = copyOf(join(base, 'before-asking'), 'forgetful');
    await enter(data, 'a1', 'a2', 'a3');
    assert.equal(await stateIn(data), 'not witnessed', 'the newest checkpoint has not been shown yet');
    assert.match((await verify(data)).out, /witnessed by .*: 1 of 4 entries\n/);
    assert.equal((await ask(data)).code, 0);
    assert.match((await verify(data)).out, /witnessed by .*: 4 of 4 entries\n/);
    await enter(data, 'a4');
    cpSync(data, forgetful, { recursive: true, force: true });
    const database = new DatabaseSync(databaseIn(forgetful));
    database.exec('DELETE FROM kept_cosignatures');
    database.close();
    const { code, out, err } = await ask(forgetful, '--json');
    assert.equal(code, 0, err);
    const { state, by, size } = JSON.parse(out) as { state: string; by: string; size: number };
    assert.deepEqual([state, by, size], ['witnessed', NAME, 5]);
  });

  it('keeps no second cosignature of one checkpoint on one day', async () => {
    for (let n = 0; n < 3; n += 1) assert.equal((await ask(data)).code, 0);
    assert.equal((await done('checkpoint', '--data', data)).split('— ').length - 1, 2, 'the signature of the register and one of the witness');
  });

  it('may ask while its server has the folder open for writing', async () => {
    const folder = openFolder(data);
    const register = await folder.register('small');
    assert.equal((await ask(data)).code, 0);
    good(await register.perform(request('record.put', person('a5', 'Person a5'))));
    assert.equal((await ask(data)).code, 0);
    await folder.close();
    assert.match((await verify(data)).out, /intact: 6 entries.*\nwitnessed by .*: 6 of 6 entries\n/);
  });

  it('gives receipts that carry the cosignature and check as any other', async () => {
    const text = await done('receipt', '2', '--data', data);
    assert.ok(good(parseReceipt(text)).checkpoint.includes(`— ${NAME} `));
    const leaf = await done('leaf', '2', '--data', data);
    assert.equal(good(verifyReceipt(text, Buffer.from(leaf), good(parseVerifierKey(key)))).index, 2);
  });

  it('has a cosigned checkpoint that Python with openssl accepts, and refuses after one flipped bit', { skip: missing }, async () => {
    const [script, file] = [fileURLToPath(new URL('verify-cosigned.py', import.meta.url)), join(base, 'note')];
    const run = (note: Uint8Array): { status: number | null; stdout: string; stderr: string } => {
      writeFileSync(file, note);
      return spawnSync('python3', ['-I', script, file, key, witness.vkey], { encoding: 'utf8' });
    };
    const note = Buffer.from(await done('checkpoint', '--data', data));
    const { status, stdout, stderr } = run(note);
    assert.equal(status, 0, stderr);
    assert.match(stdout, new RegExp(`^6 entries of answerable/small, witnessed by ${NAME} at 20.*Z\n$`));
    for (let bit = 5; bit < note.length * 8; bit += 211) {
      const flipped = Buffer.from(note);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit % 8));
      assert.equal(run(flipped).status, 1, `bit ${bit}`);
    }
  });

  it('with a second register of the same name and key, that parted at an entry, is found out: exit code 5', async () => {
    for (const [at, more] of [[6, 3], [6, 1]] as const) {
      const fork = copyOf(data, `fork-${at}-${more}`);
      await enter(data, `own-${more}`);
      assert.equal((await ask(data)).code, 0);
      await enter(fork, ...Array.from({ length: more + 1 }, (_, n) => `other-${n}`));
      const { code, out, err } = await ask(fork);
      assert.deepEqual([code, out], [5, ''], err);
      assert.match(err, /The first \d+ entries of `answerable\/small` are not those that the witness `inspectorate\.example\/w1` has seen: the register was rewritten/);
      assert.equal(await stateIn(fork), 'not witnessed');
    }
    const same = copyOf(join(base, 'fork-6-1'), 'fork-same-size');
    await enter(data, 'level-1');
    while ((await sizeOf(data)) < (await sizeOf(same))) await enter(data, `level-${Math.random()}`);
    assert.equal(await sizeOf(data), await sizeOf(same));
    assert.equal((await ask(data)).code, 0);
    const { code, err } = await ask(same);
    assert.equal(code, 5);
    assert.match(err, /The \d+ entries of `answerable\/small` here are not those that the witness/);
  });

  it('that went back to an older copy is found out: exit code 5', async () => {
    const file = join(base, 'older.backup');
    good(await backUp(data, file));
    const seen = await sizeOf(data);
    await enter(data, 'later-1', 'later-2');
    assert.equal((await ask(data)).code, 0);
    const older = join(base, 'older');
    good(await restore(file, older));
    const { code, err } = await ask(older);
    assert.equal(code, 5);
    assert.match(err, new RegExp(`has seen ${seen + 2} entries of \`answerable/small\`, and there are ${seen} here: this is an older copy, or entries were taken away`));
    await enter(older, 'instead-1', 'instead-2', 'instead-3');
    assert.equal((await ask(older)).code, 5, 'and again once it has gone on from there');
  });

  it('that rewrote its past and kept the cosignatures is found out by verify, without the witness', async () => {
    const [own, rewritten] = [databaseIn(data), copyOf(join(base, 'before-asking'), 'rewritten')];
    await enter(rewritten, ...Array.from({ length: await sizeOf(data) }, (_, n) => `rewritten-${n}`));
    const database = new DatabaseSync(databaseIn(rewritten));
    database.exec(`ATTACH '${own}' AS own; INSERT INTO kept_cosignatures SELECT * FROM own.kept_cosignatures`);
    database.close();
    const { code, out } = await verify(rewritten);
    assert.equal(code, 5);
    assert.match(out, /^intact: .*\nnot what inspectorate\.example\/w1 witnessed: its cosignature is not of the first \d+ entries as they are/);
    const cut = copyOf(join(base, 'before-asking'), 'cut');
    const other = new DatabaseSync(databaseIn(cut));
    other.exec(`ATTACH '${own}' AS own; INSERT INTO kept_cosignatures SELECT * FROM own.kept_cosignatures`);
    other.close();
    const after = await verify(cut, '--json');
    assert.equal(after.code, 5);
    assert.match(after.out, /"state": "not-what-was-witnessed"[^]*entries were taken away/);
  });

  it('is refused in a clear sentence by a witness that does not watch it, or trusts another key of it', async () => {
    const { path, folder } = await smallFolder();
    await folder.close();
    const strangers = await ask(path);
    assert.equal(strangers.code, 3);
    assert.match(strangers.err, /trusts another key of `answerable\/small`.*`answerable vkey`/);
    const elsewhere = await startWitness(join(base, 'elsewhere'), [verifierKey(generateKey('answerable/elsewhere'))]);
    const { code, err } = await answerable('witness', 'ask', elsewhere.url, '--data', data, '--vkey', elsewhere.vkey);
    assert.equal(code, 3);
    assert.match(err, /does not watch `answerable\/small`/);
    await elsewhere.end('SIGTERM');
  });

  it('keeps nothing of a witness whose cosignature is not by the key that was named', async () => {
    const { code, err } = await answerable('witness', 'ask', witness.url, '--data', data, '--vkey', witnessKeyText(generateWitnessKey(NAME)));
    assert.equal(code, 3);
    assert.match(err, /a cosignature that does not verify with its key.*Nothing was kept/);
  });
});

describe('A council that asks what is no witness', () => {
  const servers: Server[] = [];
  after(() => servers.forEach((server) => server.close()));

  async function answering(status: number, type: string, text: string): Promise<string> {
    const server = createServer((_request, response) => response.writeHead(status, { 'content-type': type }).end(text));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  const answersOf = {
    'a web page': [200, 'text/html', '<!doctype html>'], 'a cosignature of nothing': [200, 'text/plain', `— ${NAME} AAAA\n`], 'nothing': [200, 'text/plain', ''],
    'a size that is none': [409, 'text/x.tlog.size', 'three\n'], 'a size of another type': [409, 'text/plain', '3\n'], 'the same conflict without end': [409, 'text/x.tlog.size', '0\n'],
    'a redirection': [302, 'text/plain', ''], 'a fault of its own': [503, 'text/plain', 'Come back later.'], 'far too much': [200, 'text/plain', 'x'.repeat(100_000)],
  } as const;
  for (const [what, [status, type, text]] of Object.entries(answersOf)) {
    it(`is told clearly that the answer was ${what}, and keeps nothing`, async () => {
      const url = await answering(status, type, text);
      const { code, out, err } = await answerable('witness', 'ask', url, '--data', data, '--vkey', witness.vkey);
      assert.deepEqual([code, out], [3, ''], err);
      assert.match(err, /^(The address was expected to answer as the witness|The witness at `http.*` cannot be reached: its answer is over)/);
    });
  }

  it('is told that nobody answers there, and does not wait for ever for one who says nothing', async () => {
    const silent = createServer(() => undefined);
    servers.push(silent);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const posted = await postSubmission(submissionAddress(url) ?? assert.fail(), 'old 0\n\n', 100);
    assert.match(posted.ok ? '' : (posted.faults[0]?.sentence ?? ''), /did not answer within 0\.1 seconds/);
    silent.closeAllConnections();
    silent.close();
    const { code, err } = await answerable('witness', 'ask', url, '--data', data, '--vkey', witness.vkey);
    assert.equal(code, 3);
    assert.match(err, /cannot be reached: ECONNREFUSED\. Is it running/);
  });

  it('is told what is wrong with its words', async () => {
    const wrong: Readonly<Record<string, readonly [number, RegExp, ...string[]]>> = {
      'no part': [2, /Say what/],
      'another part': [2, /Did you mean `serve`/, 'serv'],
      'no address': [2, /URL is missing/, 'ask', '--data', data, '--vkey', witness.vkey],
      'no web address': [2, /is not the address of a witness/, 'ask', 'witness.example', '--data', data, '--vkey', witness.vkey],
      'no key': [2, /--vkey/, 'ask', witness.url, '--data', data],
      'the key of a register': [3, /verifier key of a register, not of a witness/, 'ask', witness.url, '--data', data, '--vkey', key],
      'nobody to trust': [2, /--trust/, 'serve', '--data', join(base, 'nobody')],
      'a key to trust that is none': [2, /A verifier key is a name/, 'serve', '--data', join(base, 'nobody'), '--trust', 'key'],
      'no port': [2, /is not a port/, 'serve', '--data', join(base, 'nobody'), '--trust', key, '--port', 'x'],
      'no witness there': [3, /holds no witness/, 'vkey', '--data', join(base, 'nobody')],
      'no folder': [2, /--data/, 'vkey'],
    };
    for (const [what, [code, words, ...args]] of Object.entries(wrong)) {
      const ran = await answerable('witness', ...args);
      assert.deepEqual([ran.code, ran.out], [code, ''], what);
      assert.match(ran.err, words, what);
    }
    assert.equal((await done('witness', 'vkey', '--data', join(base, 'witness'))).trim(), witness.vkey);
    assert.equal(await witness.end('SIGTERM'), 0);
    assert.ok(!readFileSync(join(base, 'witness', 'witness.key'), 'utf8').includes(witness.vkey.split('+')[2] ?? ''));
  });
});

const sizeOf = async (path: string): Promise<number> => good(await readRegister(path, 'small')).tree.size;
