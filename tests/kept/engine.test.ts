import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { date } from '../../src/kernel/date.ts';
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import { databaseIn } from '../../src/register/folder/files.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { importRequest } from '../../src/register/requests.ts';
import { SqliteStore } from '../../src/register/store/sqlite/sqlite-store.ts';
import { SMALL } from '../assessment/small-register.ts';
import { asked, contentOf, good, NOON, person, request, sentences, smallFolder, temporaryFolder, verified } from './folder.ts';
import { gate, sharing } from './stores.ts';

const DAY = date('2013-01-01');

/** A folder with the small register, of which nobody holds the lock: several may share it. */
async function closedFolder(): Promise<string> {
  const { path, folder } = await smallFolder();
  await folder.close();
  return path;
}

describe('Readers', () => {
  it('never see what is not durable, however long its commit takes, and see it once it is acknowledged', async () => {
    const { register, store, close } = await sharing(await closedFolder());
    const [reaching, returning] = [gate(), gate()];
    [store.before, store.after] = [() => reaching.passed, () => returning.passed];
    let isAnswered = false;
    const answer = register.perform(request('record.put', person('dee'))).finally(() => (isAnswered = true));
    const seen = () => [register.image.entries.length, register.image.versions('persons', 'dee').length, register.image.snapshot(DAY).get('persons/dee')?.id];
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(seen(), [1, 0, undefined]);
    assert.equal((await register.latest()).snapshot(DAY).get('persons/dee'), undefined);
    const waiting = register.latest();
    reaching.open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual([isAnswered, ...seen()], [false, 1, 0, undefined], 'it is on the disk, but nobody was told');
    returning.open();
    good(await answer);
    await waiting;
    assert.deepEqual(seen(), [2, 1, 'dee']);
    await close();
  });

  it('see no more than the disk has while many acts are under way, and all that was acknowledged before they asked', async () => {
    const path = await closedFolder();
    const { register, store, close } = await sharing(path);
    store.before = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
    store.after = store.before;
    let acknowledged = 1;
    const writing = Promise.all(Array.from({ length: 40 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      const { number } = good(await register.perform(request('record.put', person(`p${n}`))));
      acknowledged = Math.max(acknowledged, number + 1);
    }));
    let isWriting = true;
    void writing.finally(() => (isWriting = false));
    while (isWriting) {
      const before = acknowledged;
      const image = await register.latest();
      const read = image.entries.length;
      const beside = SqliteStore.openToRead(databaseIn(path));
      assert.ok(read <= (await beside.size('small')), 'nothing is read that is not on the disk');
      assert.ok(read >= before, 'what was acknowledged is read');
      await beside.close();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await writing;
    assert.equal(register.image.entries.length, 41);
    await close();
    assert.equal(verified(path).state, 'intact');
  });

  it('keep the snapshot that they took, whatever comes after', async () => {
    const { folder, register } = await smallFolder();
    const snapshot = register.image.snapshot(DAY);
    const known = register.image.snapshot(DAY, NOON);
    good(await register.perform(request('record.put', person('dee'), { now: '2013-01-01T13:00:00.000Z' as typeof NOON })));
    assert.deepEqual([snapshot.all('persons').length, known.all('persons').length, register.image.snapshot(DAY, NOON).all('persons').length, register.image.snapshot(DAY).all('persons').length], [3, 3, 3, 4]);
    await folder.close();
  });
});

describe('Two processes on one store', () => {
  it('lose, double and reorder nothing where both write at once', async () => {
    const path = await closedFolder();
    const [one, other] = [await sharing(path), await sharing(path)];
    for (const { store } of [one, other]) store.before = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
    const asks = Array.from({ length: 60 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
      return good(await (n % 2 === 0 ? one : other).register.perform(request('record.put', person(`p${n}`), { key: `k${n}` }))).number;
    });
    const numbers = await Promise.all(asks);
    assert.deepEqual(numbers.toSorted((a, b) => a - b), Array.from({ length: 60 }, (_, n) => n + 1));
    const [first, second] = [await one.register.latest(), await other.register.latest()];
    assert.deepEqual(first.entries.map(({ number, changes }) => [number, changes[0]?.id]), second.entries.map(({ number, changes }) => [number, changes[0]?.id]));
    for (const [n, number] of numbers.entries()) assert.equal(first.entries[number]?.changes[0]?.id, `p${n}`);
    await one.close();
    await other.close();
    assert.equal(verified(path).state, 'intact');
  });

  it('read, and decide on, what the other acknowledged', async () => {
    const path = await closedFolder();
    const [one, other] = [await sharing(path), await sharing(path)];
    const seen = other.register.image.lastChanged('persons/ann');
    good(await one.register.perform(request('record.put', person('dee'))));
    assert.equal((await other.register.latest()).versions('persons', 'dee').length, 1);
    good(await one.register.perform(request('record.put', person('eve'))));
    good(await other.register.perform(request('record.end', { kind: 'persons', id: 'eve', from: '2013-01-01' })));
    good(await one.register.perform(request('record.put', person('ann', 'Ann Other'))));
    const refused = await other.register.perform(request('record.put', person('ann', 'Ann Third'), { read: new Map([['persons/ann', seen]]) }));
    assert.match(sentences(refused).join(), /`persons\/ann` was changed by entry 4/);
    await one.close();
    await other.close();
  });

  it('answer the first entry to a key that the other used', async () => {
    const path = await closedFolder();
    const [one, other] = [await sharing(path), await sharing(path)];
    const once = request('record.put', person('dee'), { key: 'k' });
    const both = [good(await one.register.perform(once)), good(await other.register.perform(once))];
    assert.deepEqual(both.map(({ number, again }) => [number, again]), [[1, false], [1, true]]);
    const race = await Promise.all([one, other].map(({ register }) => register.perform(request('record.put', person('eve'), { key: 'race' }))));
    assert.deepEqual(race.map((answer) => good(answer).number), [2, 2]);
    assert.equal(race.filter((answer) => good(answer).again).length, 1);
    await one.close();
    await other.close();
  });

  it('refuse an act that others overtook every time, and keep nothing of it', async () => {
    const path = await closedFolder();
    const [one, other] = [await sharing(path), await sharing(path)];
    let n = 0;
    one.store.before = () => other.register.perform(request('record.put', person(`q${(n += 1)}`)));
    const refused = await one.register.perform(request('record.put', person('late')));
    assert.deepEqual([refused.ok, !refused.ok && refused.faults[0]?.category, !refused.ok && refused.faults[0]?.code], [false, 'conflict', 'overtaken']);
    assert.match(sentences(refused).join(), /each of the 20 times/);
    assert.equal((await one.register.latest()).versions('persons', 'late').length, 0);
    assert.equal(one.register.state.mode, 'ready');
    one.store.before = () => Promise.resolve();
    good(await one.register.perform(request('record.put', person('late'))));
    await one.close();
    await other.close();
    assert.equal(verified(path).state, 'intact');
  });

  it('sign nothing over a copy that is behind, or that went its own way to the same length, and go on when the right one is back', async () => {
    const path = await closedFolder();
    const stale = join(temporaryFolder(), 'stale');
    cpSync(path, stale, { recursive: true });
    const { register, store, close } = await sharing(path);
    good(await register.perform(request('record.put', person('dee'))));
    const [right, behind] = [store.store, SqliteStore.open(databaseIn(stale))];
    store.store = behind;
    await assert.rejects(register.latest(), /has 1 entries, and 2 were acknowledged and signed here: an older copy/);
    store.store = right;
    await until(() => register.state.mode === 'ready');
    store.store = behind;
    const fork = await sharing(stale);
    good(await fork.register.perform(request('record.put', person('fork'))));
    await fork.close();
    const refused = await register.perform(request('record.put', person('eve')));
    assert.match(sentences(refused).join(), /do not fit its signed checkpoint/);
    assert.equal(await behind.size('small'), 2);
    store.store = right;
    await until(() => register.state.mode === 'ready');
    assert.equal(good(await register.perform(request('record.put', person('eve')))).number, 2);
    await close();
    await behind.close();
  });
});

describe('An act', () => {
  it('that throws is refused by itself: those beside it are kept', async () => {
    const { folder, register } = await smallFolder();
    const broken = { ...request('record.put', person('x')), decide: () => { throw new Error('a fault of ours'); } };
    const [one, failed, two] = await Promise.all([register.perform(request('record.put', person('p1'))), register.perform(broken), register.perform(request('record.put', person('p2')))]);
    assert.deepEqual([good(one).number, good(two).number], [1, 2]);
    assert.deepEqual(sentences(failed), ['The act failed (a fault of ours). Nothing was recorded; please tell us.']);
    assert.equal(register.state.mode, 'ready');
    await folder.close();
  });
});

describe('Registers in memory', () => {
  it('are let go of within the budget, the one used longest ago first, and loaded again when they are used', async () => {
    const alone = await smallFolder();
    const room = alone.register.bytes * 2.5;
    await alone.folder.close();
    const path = join(temporaryFolder(), 'data');
    const folder = good(DataFolder.open(path, NOON, true, { memory: room }));
    const ids = ['small', 'two', 'three'];
    const registers = [];
    for (const id of ids) {
      const register = await folder.register(id);
      good(await register.perform(importRequest(await contentOf(SMALL.replace('id: small', `id: ${id}`)), asked())));
      await register.settled();
      registers.push(register);
    }
    const [small, two, three] = registers;
    assert.ok(small !== undefined && two !== undefined && three !== undefined);
    assert.deepEqual(registers.map(({ bytes }) => bytes > 0), [false, true, true]);
    assert.throws(() => small.image, /not in memory/);
    assert.equal(await folder.register('small'), small, 'there is one object for a register');
    assert.equal((await small.latest()).entries.length, 1);
    assert.deepEqual(registers.map(({ bytes }) => bytes > 0), [true, false, true]);
    good(await two.perform(request('record.put', person('dee'))));
    assert.equal((await two.latest()).versions('persons', 'dee').length, 1);
    for (let round = 0; round < 3; round += 1) for (const [n, register] of registers.entries()) good(await register.perform(request('record.put', person(`r${round}-${n}`))));
    await folder.close();
    for (const [n, id] of ids.entries()) {
      assert.equal(good(await readRegister(path, id)).entries.length, n === 1 ? 5 : 4);
      assert.equal(verified(path, id).state, 'intact');
    }
  });

  it('are never asked for by what is not an id', async () => {
    const { folder } = await smallFolder();
    await assert.rejects(folder.register('../small'), /`..\/small` is not the id of a register/);
    await folder.close();
  });
});

/** Waits until it is so; the test's own time limit ends a wait for nothing. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
