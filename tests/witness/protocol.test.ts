import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import type { Result } from '../../src/kernel/result.ts';
import { openCosigned } from '../../src/register/log/cosignature.ts';
import { generateKey, verifierKey, type SigningKey } from '../../src/register/log/note-key.ts';
import { parseWitnessKey } from '../../src/register/log/witness-key.ts';
import { writeSubmission } from '../../src/register/witness/submission.ts';
import { temporaryFolder } from '../kept/folder.ts';
import { history, noteOf, submission, treeOf } from './sample-history.ts';
import { post, startWitness, type Answered, type WitnessProcess } from './witness-process.ts';

const valueOf = <T>(result: Result<T>): T => (result.ok ? result.value : assert.fail(JSON.stringify(result.faults)));
const TEXT = 'text/plain; charset=utf-8';
const SIZE = 'text/x.tlog.size';

const FORKS = 12;
const forked = Array.from({ length: FORKS }, (_, n) => generateKey(`answerable/forked-${n}`));
const keyOf = Object.fromEntries(['first', 'grown', 'wrong', 'stranger', 'killed', 'rotated', 'twice'].map((name) => [name, generateKey(`answerable/${name}`)]));
const key = (name: string): SigningKey => keyOf[name] ?? assert.fail(name);
const successor = generateKey('answerable/rotated');

const folder = join(temporaryFolder(), 'witness');
const trust = [...Object.values(keyOf), successor, ...forked].map(verifierKey);
let witness: WitnessProcess;

const send = (body: string | Uint8Array): Promise<Answered> => post(witness.url, body);
const cosigns = ({ status, text }: Answered, note: string): boolean => status === 200 && openCosigned(note + text, valueOf(parseWitnessKey(witness.vkey))).ok;

before(async () => {
  witness = await startWitness(folder, trust, '--name', 'inspectorate.example/w1');
});

describe('A witness over HTTP', () => {
  it('cosigns a first checkpoint, in lines that make a cosigned note with it', async () => {
    const leaves = history('a', 3, 3);
    const answered = await send(submission(leaves, 0, key('first')));
    assert.deepEqual([answered.status, answered.type], [200, TEXT]);
    assert.match(answered.text, /^— inspectorate\.example\/w1 [A-Za-z0-9+/]+=*\n$/);
    assert.ok(cosigns(answered, noteOf(leaves, key('first'))));
  });

  it('cosigns growth with its proof, at every step of the tree, and the same checkpoint again', async () => {
    let old = 0;
    for (const size of [1, 2, 3, 5, 8, 13, 64, 65, 127, 300]) {
      const leaves = history('a', 300, size);
      assert.ok(cosigns(await send(submission(leaves, old, key('grown'))), noteOf(leaves, key('grown'))), `from ${old} to ${size}`);
      assert.ok(cosigns(await send(submission(leaves, size, key('grown'))), noteOf(leaves, key('grown'))), `${size} again`);
      old = size;
    }
  });

  it('names the size that it knows where the old size is another, and cosigns nothing', async () => {
    await send(submission(history('a', 9, 5), 0, key('twice')));
    for (const old of [0, 4, 6]) {
      assert.deepEqual(await send(submission(history('a', 9, 9), old, key('twice'))), { status: 409, type: SIZE, text: '5\n' });
    }
    assert.equal((await send(submission(history('a', 9, 9), 5, key('twice')))).status, 200);
    assert.deepEqual(await send(submission(history('a', 9, 7), 5, key('twice'))), { status: 409, type: SIZE, text: '9\n' }, 'an older checkpoint is not cosigned again');
  });

  it('refuses another history of the same size, and says so to those who run it', async () => {
    const own = history('a', 4, 6);
    await send(submission(own, 0, key('wrong')));
    assert.deepEqual(await send(submission(history('b', 4, 6), 6, key('wrong'))), { status: 409, type: SIZE, text: '6\n' });
    assert.match(witness.told(), /`answerable\/wrong` has signed two different histories of 6 entries\. Nothing was cosigned\./);
  });

  it('refuses a longer history that parted from the one it saw, with any proof that its own tree can give', async () => {
    for (const parted of [0, 1, 3, 4, 5]) {
      const { status, type, text } = await send(submission(history('b', parted, 9), 6, key('wrong')));
      assert.deepEqual([status, type], [422, TEXT]);
      assert.match(text, /does not show that the 9 entries of `answerable\/wrong` begin with the 6 seen here/);
    }
  });

  it('refuses a proof that is wrong, cut, too long or where none belongs', async () => {
    const leaves = history('a', 11, 11);
    const [proof, note] = [treeOf(leaves).consistencyProof(6), noteOf(leaves, key('wrong'))];
    const wrong = proof.map((hash, index) => (index === 1 ? hash.map((byte) => byte ^ 1) : hash));
    for (const other of [wrong, proof.slice(1), proof.slice(0, -1), [...proof, ...proof], [], proof.toReversed()]) {
      assert.equal((await send(writeSubmission({ old: 6, proof: other, note }))).status, 422);
    }
    const again = history('a', 4, 6);
    assert.equal((await send(writeSubmission({ old: 6, proof, note: noteOf(again, key('wrong')) }))).status, 422);
  });

  it('refuses the key of a stranger, a signature that does not fit, and a log that it does not watch', async () => {
    const leaves = history('a', 3, 3);
    const impostor = generateKey('answerable/stranger');
    assert.equal((await send(submission(leaves, 0, impostor))).status, 403);
    assert.equal((await send(submission(leaves, 0, key('stranger')).replace('\n3\n', '\n4\n'))).status, 403);
    assert.equal((await send(submission(leaves, 0, generateKey('answerable/unknown')))).status, 404);
    assert.equal((await send(submission(leaves, 0, key('stranger')))).status, 200, 'and stays ready for the right one');
  });

  it('trusts each of the keys that a log whose key was changed is known by', async () => {
    assert.equal((await send(submission(history('a', 9, 2), 0, key('rotated')))).status, 200);
    const both = noteOf(history('a', 9, 4), key('rotated')) + (noteOf(history('a', 9, 4), successor).split('\n\n')[1] ?? '');
    assert.equal((await send(writeSubmission({ old: 2, proof: treeOf(history('a', 9, 4)).consistencyProof(2), note: both }))).status, 200);
    assert.equal((await send(submission(history('a', 9, 9), 4, successor))).status, 200);
  });

  it('answers what is malformed with 400, what is too big with 413, and other addresses and methods as such', async () => {
    const right = submission(history('a', 8, 8), 3, key('first'));
    const [hash = ''] = right.split('\n').slice(1);
    const malformed = {
      nothing: '', 'no blank line': 'old 3\n', 'no word': right.replace('old ', ''), 'a leading zero': right.replace('old 3', 'old 03'), 'no number': right.replace('old 3', 'old x'),
      'a negative size': right.replace('old 3', 'old -3'), 'a size past counting': right.replace('old 3', `old ${'9'.repeat(20)}`), 'an old size above the new': right.replace('old 3', 'old 9'),
      'a hash cut': right.replace(hash, hash.slice(4)), 'a hash that is none': right.replace(hash, '-'.repeat(44)), '64 hashes': right.replace(hash, Array.from({ length: 64 }, () => hash).join('\n')),
      'no signature': right.slice(0, right.lastIndexOf('—')), 'carriage returns': right.replaceAll('\n', '\r\n'), 'no last newline': right.slice(0, -1), 'a root cut': right.replace(/\n8\n..../, '\n8\n'),
    };
    for (const [what, body] of Object.entries(malformed)) {
      const { status, type, text } = await send(body);
      assert.deepEqual([status, type], [400, TEXT], `${what}: ${text}`);
    }
    assert.equal((await send(Buffer.concat([Buffer.from(right), Uint8Array.of(0xff)]))).status, 400);
    assert.equal((await send(right + 'x'.repeat(200_000))).status, 413);
    assert.equal((await fetch(new URL('add-checkpoint', witness.url))).status, 405);
    assert.equal((await fetch(witness.url)).status, 404);
    assert.equal((await send(right)).status, 200, 'and the right one is still taken');
  });

  it('cosigns exactly one of two forks that are sent at once', async () => {
    await Promise.all(forked.map(async (log) => {
      const forks = [history('a', 2, 5), history('b', 2, 5), history('c', 2, 6)];
      const answers = await Promise.all(forks.map((leaves) => send(submission(leaves, 0, log))));
      assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ['200', '409', '409']);
      const won = answers.findIndex(({ status }) => status === 200);
      const [leaves, size] = [forks[won] ?? [], forks[won]?.length ?? 0];
      assert.deepEqual(answers.filter(({ status }) => status === 409).map(({ text }) => text), [`${size}\n`, `${size}\n`]);
      for (const other of forks.filter((one) => one !== leaves)) assert.notEqual((await send(submission(other, Math.min(size, other.length), log))).status, 200);
      assert.equal((await send(submission([...leaves, 'one more'], size, log))).status, 200);
    }));
  });

  it('still knows what it cosigned after kill -9 between two requests and in the midst of many, and has the same key', async () => {
    const leaves = history('a', 4_000, 4_000);
    let acknowledged = 0;
    for (let round = 0; round < 3; round += 1) {
      const before = acknowledged;
      const { vkey, end } = witness;
      const hammering = (async () => {
        for (;;) {
          const next = acknowledged + 1 + (acknowledged % 7);
          const { status } = await send(submission(leaves.slice(0, next), acknowledged, key('killed')));
          assert.equal(status, 200);
          acknowledged = next;
        }
      })().catch((error: unknown) => error);
      while (acknowledged < before + 20) await new Promise((resolve) => setImmediate(resolve));
      await end('SIGKILL');
      assert.ok((await hammering) instanceof TypeError, 'the connection broke');
      witness = await startWitness(folder, trust);
      assert.equal(witness.vkey, vkey);
      const { status, type, text } = await send(submission(history('b', 1, 2), 0, key('killed')));
      assert.deepEqual([status, type], [409, SIZE]);
      const known = Number(text);
      assert.ok(known >= acknowledged && known <= acknowledged + 7, `${known} known, ${acknowledged} acknowledged`);
      assert.equal((await send(submission([...history('b', known - 1, known), 'more'], known, key('killed')))).status, 422, 'nor is another past taken now');
      assert.equal((await send(submission(leaves.slice(0, known), known, key('killed')))).status, 200);
      acknowledged = known;
    }
  });

  it('stops when it is told to, with exit code 0, and a second one may then take its folder', async () => {
    const second = startWitness(folder, trust);
    await assert.rejects(second, /This folder is open for writing in process \d+/);
    assert.equal(await witness.end('SIGTERM'), 0);
    witness = await startWitness(folder, trust);
    assert.equal((await send(submission(history('a', 300, 300), 300, key('grown')))).status, 200);
    assert.equal(await witness.end('SIGTERM'), 0);
  });
});
