import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { backUp, restore } from '../../src/register/folder/back-up.ts';
import { databaseIn, keysIn } from '../../src/register/folder/files.ts';
import { keyNow, readRegister } from '../../src/register/folder/read-folder.ts';
import { leafOf } from '../../src/register/kept-form.ts';
import { verifierKey } from '../../src/register/log/note-key.ts';
import { verifyReceipt, writeReceipt } from '../../src/register/log/receipt.ts';
import { chainOfKeys } from '../../src/register/rotation/changes-of-key.ts';
import { THIN_CHECKPOINTS } from '../../src/register/store/sqlite/schema.ts';
import { signedCheckpoint } from '../../src/register/verify/signed-checkpoint.ts';
import { verifyDatabase } from '../../src/register/verify/verify-database.ts';
import type { Verification } from '../../src/register/verify/verify.ts';
import { at, good, openFolder, person, request, sentences, smallFolder, temporaryFolder } from '../kept/folder.ts';
import { carryOut, propose, rotate } from './rotating.ts';

const ROTATOR = fileURLToPath(new URL('one-rotator.ts', import.meta.url));
const KILLS = Number(process.env['KEPT_KILLS'] ?? 3);

/** Verified with the newest key, as the command does. */
const verifiedNow = async (path: string, since?: string): Promise<Verification> => verifyDatabase(databaseIn(path), 'small', verifierKey(await keyNow(path, 'small')), since);

const keyFile = (path: string): string => join(keysIn(path), 'small.key');
const nextFile = (path: string): string => join(keysIn(path), 'next', 'small.key');
const secretIn = (file: string): string => readFileSync(file, 'utf8').trim().slice(-44);
const copyOf = (path: string): string => {
  const copy = join(temporaryFolder(), 'copy');
  cpSync(path, copy, { recursive: true, filter: (name) => !name.endsWith('lock') });
  return copy;
};
const put = async (path: string, id: string): Promise<void> => {
  const folder = openFolder(path);
  good(await (await folder.register('small')).perform(request('record.put', person(id))));
  await folder.close();
};

describe('A change of the signing key', () => {
  it('takes two people, within four weeks', async () => {
    const { path, folder, register } = await smallFolder();
    assert.match(sentences(await carryOut(path, register)).join(), /Nobody has proposed in the last 28 days/);
    const { number } = good(await propose(path, register));
    assert.deepEqual(sentences(await carryOut(path, register, { actor: { person: 'Clerk' } })), [`clerk proposed this with entry ${number}: another person carries it out.`]);
    assert.match(sentences(await carryOut(path, register, { now: at('2013-01-29T00:00:00Z') })).join(), /Nobody has proposed/);
    good(await carryOut(path, register, { now: at('2013-01-28T23:00:00Z') }));
    assert.match(sentences(await carryOut(path, register, { now: at('2013-01-28T23:30:00Z') })).join(), /Nobody has proposed/, 'it was for the key of then');
    await folder.close();
  });

  it('is signed by both keys, and what comes after it by the new one alone', async () => {
    const { path, folder, register } = await smallFolder();
    const old = verifierKey(await keyNow(path, 'small'));
    const number = await rotate(path, register);
    const both = good(await readRegister(path, 'small')).checkpoint;
    const next = verifierKey(await keyNow(path, 'small'));
    assert.notEqual(next, old);
    for (const key of [old, next]) assert.equal((signedCheckpoint(both, key) as { size: number }).size, number + 1);
    good(await register.perform(request('record.put', person('after'))));
    const later = good(await readRegister(path, 'small'));
    assert.equal(typeof signedCheckpoint(later.checkpoint, old), 'string');
    assert.equal((signedCheckpoint(later.checkpoint, next) as { size: number }).size, number + 2);
    assert.deepEqual(chainOfKeys(later.entries, next), [{ key: old, from: 1 }, { key: next, from: number + 1 }]);
    await folder.close();
    const found = await verifiedNow(path);
    assert.deepEqual([found.state, found.state === 'intact' && found.entries], ['intact', number + 2]);
  });

  it('leaves one key, to its owner alone, and nothing of the old one', async () => {
    const { path, folder, register } = await smallFolder();
    const old = secretIn(keyFile(path));
    await rotate(path, register);
    const next = secretIn(keyFile(path));
    assert.notEqual(next, old);
    assert.equal(statSync(keyFile(path)).mode & 0o777, 0o600);
    assert.ok(!existsSync(nextFile(path)));
    const files = globSync('**/*', { cwd: path }).map((file) => join(path, file)).filter((file) => statSync(file).isFile());
    assert.deepEqual(files.filter((file) => readFileSync(file).includes(old)), []);
    await folder.close();
  });

  it('leaves receipts and checkpoints of before as they were: each is checked with the key of its time', async () => {
    const { path, folder, register } = await smallFolder();
    const old = await keyNow(path, 'small');
    const then = good(await readRegister(path, 'small'));
    const receipt = writeReceipt({ index: 0, proof: then.tree.inclusionProof(0), checkpoint: then.checkpoint });
    const leaf = good(leafOf(then.entries[0] ?? assert.fail()));
    const number = await rotate(path, register);
    const handover = good(await readRegister(path, 'small')).checkpoint;
    good(await register.perform(request('record.put', person('after'))));
    await folder.close();
    assert.equal(good(verifyReceipt(receipt, leaf, old)).index, 0);
    assert.equal(verifyReceipt(receipt, leaf, await keyNow(path, 'small')).ok, false);
    for (const since of [then.checkpoint, handover]) assert.equal((await verifiedNow(path, since)).state, 'intact');
    const forged = await verifiedNow(path, then.checkpoint.replace('answerable/small', 'answerable/smell'));
    assert.equal(forged.state, 'inconsistent');
    assert.ok(number > 0);
  });

  it('can be made again and again', async () => {
    const { path, folder, register } = await smallFolder();
    const changes = [await rotate(path, register), await rotate(path, register), await rotate(path, register)];
    good(await register.perform(request('record.put', person('after'))));
    await folder.close();
    assert.equal((await verifiedNow(path)).state, 'intact');
    const { entries, key } = good(await readRegister(path, 'small'));
    assert.deepEqual(chainOfKeys(entries, verifierKey(key)).map(({ from }) => from), [1, ...changes.map((number) => number + 1)]);
  });

  it('keeps its place among acts that are asked for at the same time', async () => {
    const { path, folder, register } = await smallFolder();
    good(await propose(path, register));
    const acts = [register.perform(request('record.put', person('a'))), carryOut(path, register), register.perform(request('record.put', person('b')))];
    assert.deepEqual((await Promise.all(acts)).map((one) => good(one).number), [2, 3, 4]);
    await folder.close();
    assert.equal((await verifiedNow(path)).state, 'intact');
  });

  it('says nothing to a folder that took over the history with a key of its own', async () => {
    const { path, folder, register } = await smallFolder();
    await rotate(path, register);
    await folder.close();
    const { entries } = good(await readRegister(path, 'small'));
    const target = join(temporaryFolder(), 'new');
    const other = openFolder(target);
    good(await (await other.register('small')).replay(entries));
    good(await (await other.register('small')).perform(request('record.put', person('after'))));
    await other.close();
    assert.equal((await verifiedNow(target)).state, 'intact');
    await put(target, 'more');
  });

  it('keeps the checkpoint by both keys when older ones are thinned out', async () => {
    const { path, folder, register } = await smallFolder();
    const number = await rotate(path, register);
    good(await register.perform(request('record.put', person('after'))));
    await folder.close();
    const database = new DatabaseSync(databaseIn(path));
    database.prepare(THIN_CHECKPOINTS).run('small', 5_000);
    const left = database.prepare('SELECT size FROM kept_checkpoints').all().map(({ size }) => size);
    database.close();
    // The entry that proposed it is about a key too.
    assert.deepEqual(left, [number, number + 1]);
  });
});

describe('A change of the signing key that is cut off', () => {
  let old: string;
  let committed: string;
  let number: number;

  before(async () => {
    const { path, folder, register } = await smallFolder();
    old = copyOf(path);
    good(await propose(path, register));
    const keys = join(temporaryFolder(), 'keys');
    number = await rotate(path, register);
    await folder.close();
    cpSync(keysIn(path), keys, { recursive: true });
    // As they lie between the commit and the step in which the new key takes the place of the old.
    committed = copyOf(path);
    mkdirSync(join(keysIn(committed), 'next'), { recursive: true });
    cpSync(keyFile(path), nextFile(committed));
    cpSync(keyFile(old), keyFile(committed));
  });

  it('before its commit, came to nothing: the next one takes up the key that was made', async () => {
    const path = copyOf(old);
    mkdirSync(join(keysIn(path), 'next'));
    cpSync(nextFile(committed), nextFile(path));
    const made = secretIn(nextFile(path));
    await put(path, 'dee');
    assert.notEqual(secretIn(keyFile(path)), made);
    const folder = openFolder(path);
    await rotate(path, await folder.register('small'));
    await folder.close();
    assert.equal(secretIn(keyFile(path)), made);
    assert.equal((await verifiedNow(path)).state, 'intact');
  });

  it('after its commit, is read and verified as it is, and finished at the next opening', async () => {
    const path = copyOf(committed);
    const next = secretIn(nextFile(path));
    assert.equal(good(await readRegister(path, 'small')).entries.length, number + 1);
    assert.equal((await verifiedNow(path)).state, 'intact');
    const folder = openFolder(path);
    await folder.register('small');
    assert.deepEqual([secretIn(keyFile(path)), existsSync(nextFile(path))], [next, false]);
    await folder.close();
    await put(path, 'dee');
    assert.equal((await verifiedNow(path)).state, 'intact');
  });

  it('where the disk lost the step although more was signed with the new key, is finished too', async () => {
    const path = copyOf(committed);
    const ahead = copyOf(committed);
    await put(ahead, 'dee');
    for (const file of globSync('registers.sqlite*', { cwd: path })) rmSync(join(path, file));
    cpSync(databaseIn(ahead), databaseIn(path));
    assert.equal((await verifiedNow(path)).state, 'intact');
    await put(path, 'eve');
    assert.equal((await verifiedNow(path)).state, 'intact');
  });

  it('is backed up with the key that signs from there on', async () => {
    const [file, restored] = [join(temporaryFolder(), 'back-up'), join(temporaryFolder(), 'again')];
    good(await backUp(committed, file));
    good(await restore(file, restored));
    await put(restored, 'dee');
    assert.equal((await verifiedNow(restored)).state, 'intact');
  });

  it('and whose new key is gone, signs nothing, and says which key is needed', async () => {
    const path = copyOf(committed);
    const next = verifierKey(await keyNow(path, 'small'));
    rmSync(join(keysIn(path), 'next'), { recursive: true });
    const folder = openFolder(path);
    await assert.rejects(folder.register('small'), (error: Error) => error.message.includes(`Entry ${number}`) && error.message.includes(next));
    await folder.close();
  });
});

describe('A process that changes the signing key over and over', () => {
  it(`can be killed at any moment: the register opens, is intact and can be signed again (${KILLS} times)`, async () => {
    const { path, folder } = await smallFolder();
    await folder.close();
    let changes = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const child = spawn(process.execPath, [ROTATOR, path], { stdio: ['ignore', 'pipe', 'inherit'] });
      const told: string[] = [];
      child.stdout.on('data', (bytes: Buffer) => told.push(bytes.toString()));
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60));
      child.kill('SIGKILL');
      await once(child, 'close');
      assert.equal((await verifiedNow(path)).state, 'intact', 'before it is opened');
      await put(path, `after-${round}`);
      assert.equal((await verifiedNow(path)).state, 'intact');
      const { entries, key } = good(await readRegister(path, 'small'));
      const acknowledged = changes + told.join('').split('\n').length - 1;
      changes = chainOfKeys(entries, verifierKey(key)).length - 1;
      assert.ok(changes >= acknowledged && changes <= acknowledged + 1, `${changes} changes, ${acknowledged} acknowledged`);
    }
    assert.ok(changes > 0);
  });
});

describe('Verification of a change of the signing key', () => {
  let whole: string;
  let number: number;

  before(async () => {
    const { path, folder, register } = await smallFolder();
    good(await register.perform(request('record.put', person('before'))));
    number = await rotate(path, register);
    good(await register.perform(request('record.put', person('after'))));
    await folder.close();
    whole = path;
  });

  async function after(change: (database: DatabaseSync) => void): Promise<string> {
    const path = copyOf(whole);
    const database = new DatabaseSync(databaseIn(path));
    change(database);
    database.close();
    const found = await verifiedNow(path);
    return found.state === 'corrupt' ? `${found.entry - number}: ${found.why}` : found.state;
  }

  for (const [what, sql, said] of [
    ['the checkpoint by both keys is gone', 'DELETE FROM kept_checkpoints WHERE size = $n + 1', /^0: it changes the signing key, and the checkpoint that both keys signed is missing/],
    ['one of its signatures is gone', `UPDATE kept_checkpoints SET note = substr(note, 1, instr(note, char(10) || char(10)) + 1) || substr(note, instr(substr(note, instr(note, char(8212)) + 1), char(8212)) + instr(note, char(8212))) WHERE size = $n + 1`, /^-?\d+: the checkpoint over it is not valid: its signature is not by the key/],
    ['what it says of the keys was changed', `UPDATE kept_changes SET body = replace(body, '"from"', '"form"') WHERE entry = $n`, /^0: what it says of a signing key is not what was entered/],
    ['what it says of the keys is gone', 'UPDATE kept_changes SET salt = NULL, body = NULL WHERE entry = $n', /^0: what it says of a signing key is not what was entered/],
    ['it is said to be about something else', `UPDATE kept_changes SET kind = 'persons' WHERE entry = $n`, /^0: it is not what its leaf was made of/],
    ['what it says is said to be erased', `INSERT INTO kept_erasures VALUES ('small', $n, 0, $n + 1)`, /^0: the body of its change 0 is said to be erased, and is there/],
    ['an earlier checkpoint is signed by nobody', `UPDATE kept_checkpoints SET note = replace(note, 'small ', 'smell ') WHERE size = 1`, /^-3: the checkpoint over it is not valid/],
  ] as const) {
    it(`names the entry where ${what}`, async () => {
      assert.match(await after((database) => database.exec(sql.replaceAll('$n', String(number)))), said);
    });
  }

  it('is not done with an old key', async () => {
    const path = copyOf(whole);
    const { entries } = good(await readRegister(path, 'small'));
    const [first] = chainOfKeys(entries, verifierKey(await keyNow(path, 'small')));
    assert.equal(verifyDatabase(databaseIn(path), 'small', first?.key ?? '').state, 'corrupt');
  });
});
