import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { databaseIn } from '../../src/register/folder/files.ts';
import { SMALL } from '../assessment/small-register.ts';
import { openFolder, temporaryFolder } from './folder.ts';

/** As the launcher does it: half the time to start. */
const env = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url)), ...process.env };

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const answerable = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });

let base: string;
let data: string;
let small: string;

const file = (name: string, text: string): string => {
  const path = join(base, name);
  writeFileSync(path, text);
  return path;
};

/** The output of a command that succeeds. */
async function done(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await answerable(...args);
  assert.equal(code, 0, err);
  return out;
}

const act = (name: string, input: object, ...more: readonly string[]): Promise<Ran> =>
  answerable('act', name, '--data', data, '--input', file(`in-${Math.random()}.json`, JSON.stringify(input)), '--as', 'clerk', '--reason', 'For the test.', ...more);

before(async () => {
  base = temporaryFolder();
  data = join(base, 'data');
  small = file('small.yaml', SMALL);
  await done('import', small, '--data', data, '--as', 'clerk', '--reason', 'The first entry.');
});

describe('A kept register from the command line', () => {
  it('import says what a file would change, and changes nothing, on a dry run', async () => {
    const changed = file('changed.yaml', SMALL.replace('Ben Example', 'Ben Changed').replace('  - { id: cai', '  - { id: dot, name: Dot Example }\n  - { id: cai'));
    const before = await done('checkpoint', '--data', data);
    assert.equal(await done('import', changed, '--data', data, '--dry-run'), 'Would enter: 1 new, 1 changed, 10 the same.\n+ persons/dot\n~ persons/ben\n');
    assert.equal(await done('checkpoint', '--data', data), before);
    assert.ok(!existsSync(join(base, 'nowhere')) && (await answerable('import', small, '--data', join(base, 'nowhere'), '--dry-run')).code === 0 && !existsSync(join(base, 'nowhere')));
  });

  it('import refuses a bad file with every fault and makes no folder', async () => {
    const bad = file('bad.yaml', SMALL.replace('role: member', 'role: membr').replace('post: chief,', 'post: cheif,'));
    const { code, out, err } = await answerable('import', bad, '--data', join(base, 'none'));
    assert.deepEqual([code, out, existsSync(join(base, 'none'))], [3, '', false]);
    assert.match(err, /`membr`.*`member`/);
    assert.match(err, /`cheif`.*`chief`/);
  });

  it('act prints the number of its entry, and the same number for the same key', async () => {
    const input = { kind: 'persons', id: 'dee', body: { name: 'Dee Example' } };
    const first = await act('record.put', input, '--key', 'once');
    assert.match(first.out, /^\d+\n$/);
    const again = await act('record.put', input, '--key', 'once');
    assert.deepEqual([again.code, again.out], [0, first.out]);
    assert.match(again.err, /nothing new was recorded/);
    const several = await act('record.put', { changes: [{ kind: 'persons', id: 'eve', body: { name: 'Eve Example' } }, { kind: 'appointments', id: 'ae', from: '2013-01-01', body: { person: 'eve', post: 'deputy', basis: 'acting' } }] }, '--post', 'chief');
    assert.deepEqual([several.code, Number(several.out)], [0, Number(first.out) + 1]);
  });

  for (const [what, code, said, ...args] of [
    ['no --as', 2, '`--as PERSON` is missing.', 'act', 'record.put', '--input', 'x', '--reason', 'r'],
    ['no --data', 2, 'Say with `--data DIR`', 'checkpoint'],
    ['an unknown act', 2, '`record.putt` is not an act. Did you mean `record.put`?', 'act', 'record.putt'],
    ['an unknown register', 3, '`smal` is not a register of this folder. Did you mean `small`?', 'checkpoint', '--register', 'smal'],
    ['no such entry', 3, 'There is no entry 99', 'receipt', '99'],
    ['a number that is none', 2, '`one` is not the number of an entry', 'leaf', 'one'],
    ['no such record', 3, '`persons/annn` was never entered. Did you mean `ann`?', 'history', 'persons/annn'],
    ['no such kind', 2, '`persns/ann` is not a record written KIND/ID. Did you mean `persons`?', 'history', 'persns/ann'],
    ['a day that does not exist', 2, '`2013-02-30` is not a date', 'diff', '2013-02-30', '2013-03-01'],
    ['a known-at that is no instant', 2, '`yesterday` is not an instant', 'assess', '--known-at', 'yesterday'],
    ['a known-at before the register began', 3, 'Nothing was known at 2001-01-01T00:00:00.000Z', 'assess', '--known-at', '2001-01-01T00:00:00Z'],
    ['a checkpoint file that is none', 3, 'small.yaml', 'verify', '--since', 'SMALL'],
  ] as const) {
    it(`answers ${what} with exit code ${code} and one sentence`, async () => {
      const ran = await answerable(...args.map((word) => (word === 'SMALL' ? small : word)), ...(what === 'no --data' ? [] : ['--data', data]));
      assert.deepEqual([ran.code, ran.out], [code, ''], ran.err);
      assert.ok(ran.err.includes(said), ran.err);
    });
  }

  it('refuses a bad act with the place, and a folder that keeps nothing', async () => {
    const bad = await act('record.put', { kind: 'seats', id: 's9', body: { body: 'cmt', holder: 'directr', role: 'member' } });
    assert.deepEqual([bad.code, bad.out], [3, '']);
    assert.match(bad.err, /^in-.*\.json, seats\/s9\.holder: `directr` is not the id of any of .* Did you mean `director`\?/);
    const none = await answerable('assess', '--data', join(base, 'empty'));
    assert.deepEqual([none.code, none.out], [3, '']);
    assert.match(none.err, /This folder keeps no register/);
  });

  it('assess, explain, reach and what-if read it as they read the file', async () => {
    const own = join(base, 'own');
    await done('import', small, '--data', own);
    for (const words of [['assess', '--json'], ['explain', 'designation.post'], ['reach', '--json'], ['what-if', '--vacate', 'director', '--json']]) {
      const [name = '', ...rest] = words;
      const [fromFile, kept] = await Promise.all([answerable(name, small, ...rest), answerable(name, ...rest, '--data', own, '--register', 'small')]);
      assert.deepEqual(kept, fromFile, name);
    }
  });

  it('tells the history of a record, what was known when, and what differs between two dates', async () => {
    await act('record.put', { kind: 'seats', id: 's1', from: '2012-06-01', body: { body: 'cmt', holder: 'director', role: 'chair' } });
    const known = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await act('record.end', { kind: 'seats', id: 's1', from: '2013-01-01' });
    const history = JSON.parse(await done('history', 'seats/s1', '--data', data, '--json')) as { versions: readonly { from?: string; until?: string; body: { role: string } }[]; entries: readonly { act: string; actor: { person: string } }[] };
    assert.deepEqual(history.versions.map(({ from, until, body }) => [from, until, body.role]), [[undefined, '2012-06-01', 'member'], ['2012-06-01', '2013-01-01', 'chair']]);
    assert.deepEqual(history.entries.map(({ act: name, actor }) => `${name} ${actor.person}`), ['register.import clerk', 'record.put clerk', 'record.end clerk']);
    assert.match(await done('history', 'seats/s1', '--data', data), /from 2013-01-01 without an end: not/);
    assert.equal(await done('diff', '2012-01-01', '2012-07-01', '--data', data), '~ seats/s1\n    role: member -> chair\n');
    assert.match(await done('diff', '2012-07-01', '2013-02-01', '--data', data), /^- seats\/s1$/m);
    assert.doesNotMatch(await done('diff', '2012-07-01', '2013-02-01', '--data', data, '--known-at', known), /seats/);
    assert.match(await done('export', '--data', data, '--as-at', '2013-02-01', '--known-at', known), /role: chair/);
    assert.doesNotMatch(await done('export', '--data', data, '--as-at', '2013-02-01'), /role: chair/);
  });

  it('gives a checkpoint, a leaf and a receipt that thirty lines of somebody else’s code accept, and refuse after one flipped bit', async () => {
    const [note, key, leaf, receipt] = await Promise.all([done('checkpoint', '--data', data), done('vkey', '--data', data), done('leaf', '1', '--data', data), done('receipt', '1', '--data', data)]);
    assert.ok(accepts(leaf, receipt, key.trim()));
    assert.ok(receipt.endsWith(note));
    assert.equal(accepts(leaf.replace('record.put', 'record.pus'), receipt, key.trim()), false);
    assert.equal(accepts(leaf, receipt.replace(/index 1\n(.)/, (_, sign: string) => `index 1\n${sign === 'A' ? 'B' : 'A'}`), key.trim()), false);
    assert.equal(accepts(leaf, receipt.replace(/^(answerable\/small\n)(\d+)$/m, (_, origin: string, size: string) => `${origin}${Number(size) + 1}`), key.trim()), false);
    const path = join(base, 'one.tlog-proof');
    await done('receipt', '1', '--data', data, '-o', path);
    assert.equal(readFileSync(path, 'utf8'), receipt);
  });

  it('verify answers intact, and 5 with the entry where a row was changed', async () => {
    assert.match(await done('verify', '--data', data), /^intact: \d+ entries of answerable\/small, root /);
    const older = file('older.checkpoint', await done('checkpoint', '--data', data));
    await act('record.put', { kind: 'persons', id: 'later', body: { name: 'Later' } });
    assert.match(await done('verify', '--data', data, '--since', older), /^intact/);
    const copy = join(base, 'copy');
    await done('backup', '--data', data, '-o', join(base, 'back-up'));
    assert.match(await done('restore', join(base, 'back-up'), '--data', copy), /^small: intact, \d+ entries/);
    const database = new DatabaseSync(databaseIn(copy));
    database.exec(`UPDATE kept_entries SET reason = 'Rewritten.' WHERE number = 1`);
    database.close();
    const { code, out } = await answerable('verify', '--data', copy);
    assert.deepEqual([code, out.split(':')[0]], [5, 'corrupt at entry 1']);
    const other = join(base, 'other');
    await done('import', small, '--data', other);
    const forked = await answerable('verify', '--data', other, '--since', older);
    assert.deepEqual([forked.code, forked.out.split(':')[0]], [5, 'not consistent with the older checkpoint']);
  });

  it('exports a history that replays to the same root, and tables, tiles, a workbook and a file that read back', async () => {
    const history = join(base, 'history.txt');
    await done('export', '--data', data, '--format', 'history', '-o', history);
    const replayed = join(base, 'replayed');
    await done('import', history, '--data', replayed);
    const size = (note: string) => note.split('\n').slice(0, 3);
    assert.deepEqual(size(await done('checkpoint', '--data', replayed)), size(await done('checkpoint', '--data', data)));
    for (const [format, name] of [['register', 'all.yaml'], ['xlsx', 'all.xlsx']] as const) {
      await done('export', '--data', data, '--format', format, '-o', join(base, name));
      assert.match(await done('import', join(base, name), '--data', data, '--dry-run'), /^Would enter: 0 new, 0 changed/, format);
    }
    await done('export', '--data', data, '--format', 'csv', '-o', join(base, 'csv'));
    assert.match(readFileSync(join(base, 'csv', 'persons.csv'), 'utf8'), /^\ufeffid,name.*\r\n/);
    await done('export', '--data', data, '--format', 'tiles', '-o', join(base, 'tiles'));
    assert.equal(readFileSync(join(base, 'tiles', 'checkpoint'), 'utf8'), await done('checkpoint', '--data', data));
    assert.deepEqual(readdirSync(join(base, 'tiles', 'tile')).toSorted(), ['0', 'entries']);
  });

  it('names the process that holds the folder, and lets readers in beside it', async () => {
    const folder = openFolder(data);
    const { code, out, err } = await act('record.put', { kind: 'persons', id: 'x', body: { name: 'X' } });
    assert.deepEqual([code, out], [3, '']);
    assert.match(err, new RegExp(`open for writing in process ${process.pid} since`));
    assert.match(await done('verify', '--data', data), /^intact/);
    await folder.close();
  });
});

/** Checks a receipt by RFC 6962 and the C2SP forms; shares no line with the program. */
function accepts(leaf: string, receipt: string, vkey: string): boolean {
  const sha = (...parts: (string | Buffer)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  const [name = '', id = '', encoded = ''] = [...vkey.split('+').slice(0, 2), vkey.split('+').slice(2).join('+')];
  const raw = Buffer.from(encoded, 'base64');
  const [head = '', ...rest] = receipt.split('\n\n');
  const [text = '', signature = ''] = [`${rest[0] ?? ''}\n`, rest[1]?.split('\n')[0]?.split(' ')[2]];
  const signed = Buffer.from(signature, 'base64');
  const publicKey = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw.subarray(1)]), format: 'der', type: 'spki' });
  if (sha(`${name}\n`, raw).subarray(0, 4).toString('hex') !== id || signed.subarray(0, 4).toString('hex') !== id) return false;
  if (!verify(null, Buffer.from(text), publicKey, signed.subarray(4))) return false;
  const [, index = '', ...proof] = head.split('\n');
  let [node, last] = [Number(index.slice('index '.length)), Number(text.split('\n')[1]) - 1];
  let hash = sha('\0', leaf);
  for (const sibling of proof.map((line) => Buffer.from(line, 'base64'))) {
    if (node % 2 === 1 || node === last) {
      hash = sha('\u0001', sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else hash = sha('\u0001', hash, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.toString('base64') === text.split('\n')[2];
}
