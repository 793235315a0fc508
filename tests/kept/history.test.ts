import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { join } from 'node:path';
import { date } from '../../src/kernel/date.ts';
import { readRegisterFile } from '../../src/model/register-file/read.ts';
import { writeRegisterYaml } from '../../src/model/register-file/write-yaml.ts';
import { contentForFile } from '../../src/register/export-content.ts';
import { readHistory } from '../../src/register/history/read-history.ts';
import { historyLines } from '../../src/register/history/write-history.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { erase } from '../erasure/erasing.ts';
import { good, openFolder, person, request, smallFolder, temporaryFolder, verified } from './folder.ts';

async function written(): Promise<{ readonly text: string; readonly path: string }> {
  const { path, folder, register } = await smallFolder();
  good(await register.perform(request('record.put', person('dee', 'Dee “Two”\nLines'))));
  good(await register.perform(request('record.end', { kind: 'seats', id: 's1', from: '2013-02-01' })));
  await folder.close();
  const { id, entries, checkpoint } = good(await readRegister(path, undefined));
  return { path, text: [...historyLines(id, entries, checkpoint)].join('') };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('A history file', () => {
  it('replays to the same root, entry for entry, under a key of the new folder', async () => {
    const { text, path } = await written();
    const history = good(await readHistory('h', bytes(text)));
    const target = join(temporaryFolder(), 'new');
    const folder = openFolder(target);
    assert.equal(good(await (await folder.register(history.register)).replay(history.entries)), 3);
    assert.equal(good(await (await folder.register(history.register)).replay(history.entries)), 0);
    await folder.close();
    const [one, other] = [good(await readRegister(path, undefined)), good(await readRegister(target, undefined))];
    assert.deepEqual(other.entries, one.entries);
    assert.deepEqual(other.tree.root(), one.tree.root());
    assert.deepEqual(other.image.content(), one.image.content());
    assert.notDeepEqual(other.key.id, one.key.id);
    assert.equal(verified(target).state, 'intact');
  });

  it('lets anyone work out the root from its lines with SHA-256 alone', async () => {
    const { text } = await written();
    const h = (...parts: (string | Uint8Array)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
    const [a, b, c] = text.split('\n').filter((line) => line.startsWith('entry ')).map((line) => h(Uint8Array.of(0), line.slice('entry '.length)));
    const node = (left = Buffer.of(), right = Buffer.of()) => h(Uint8Array.of(1), left, right);
    assert.equal(text.split('\ncheckpoint\n')[1]?.split('\n')[2], node(node(a, b), c).toString('base64'));
  });

  it('adds only what is new to a register that it continues, and is refused by one that it does not', async () => {
    const { text, path } = await written();
    const history = good(await readHistory('h', bytes(text)));
    const behind = join(temporaryFolder(), 'behind');
    const folder = openFolder(behind);
    const register = await folder.register('small');
    assert.equal(good(await register.replay(history.entries.slice(0, 2))), 2);
    assert.equal(good(await register.replay(history.entries)), 1);
    await folder.close();
    const other = openFolder(path);
    good(await (await other.register('small')).perform(request('record.put', person('eve'))));
    const fresh = await smallFolder();
    const parted = await fresh.register.replay(history.entries);
    assert.match(parted.ok ? '' : (parted.faults[0]?.sentence ?? ''), /part at entry 0/);
    await Promise.all([other.close(), fresh.folder.close()]);
  });

  for (const [what, change, said] of [
    ['a changed reason', (text: string) => text.replace('For the test.', 'For the tast.'), /do not come to the root/],
    ['a changed body', (text: string) => text.replace('Ann Example', 'Ann Exampel'), /This body is not the one/],
    ['a line left out', (text: string) => text.split('\n').toSpliced(3, 1).join('\n'), /This body is not the one|A line `/],
    ['a cut end', (text: string) => text.slice(0, text.indexOf('checkpoint\n')), /it was cut|A line `entry/],
    ['entries in another order', (text: string) => { const lines = text.split('\n'); const at = lines.findIndex((line) => line.includes('"number":2')); const [line = ''] = lines.splice(at, 1); return lines.toSpliced(2, 0, line).join('\n'); }, /Entry 0 should stand here, not 2/],
    ['another register', (text: string) => text.replace('register small', 'register smell'), /does not say whose register/],
    ['no history', () => 'answerable-history 2\n', /A history begins with the line/],
  ] as const) {
    it(`is refused with ${what}, with the line`, async () => {
      const read = await readHistory('h.txt', bytes(change((await written()).text)));
      assert.match(read.ok ? 'accepted' : (read.faults[0]?.sentence ?? ''), said);
      assert.ok(!read.ok && (read.faults[0]?.place?.line ?? 0) > 0);
    });
  }
});

describe('A history file of a register of which something was erased', () => {
  async function erasedHistory(): Promise<string> {
    const { path, folder, register } = await smallFolder();
    good(await register.perform(request('record.put', person('dee', 'Dee Two'))));
    good(await register.perform(request('record.put', person('eve', 'Eve Three'))));
    await erase(register, ['persons/dee']);
    await folder.close();
    const { id, entries, checkpoint } = good(await readRegister(path, undefined));
    return [...historyLines(id, entries, checkpoint)].join('');
  }

  it('says by which entry, in the place of the body', async () => {
    const text = await erasedHistory();
    assert.ok(!text.includes('Dee Two') && text.split('\n').includes('erased 4'));
    const { entries } = good(await readHistory('h', bytes(text)));
    assert.deepEqual(entries[1]?.changes[0]?.put, { digest: JSON.parse(text.split('\n').find((line) => line.includes('"number":1'))?.slice(6) ?? '').changes[0].bodyDigest, erasedBy: 4 });
  });

  for (const [what, change, said] of [
    ['names an entry that erased nothing', (text: string) => text.replace('\nerased 4\n', '\nerased 3\n'), /what it said of persons\/dee, and that is not what is marked as gone|entry 3 does not say that it erased it/],
    ['names an entry that there is not', (text: string) => text.replace('\nerased 4\n', '\nerased 9\n'), /not what is marked as gone/],
    ['names an entry of before', (text: string) => text.replace('\nerased 4\n', '\nerased 0\n'), /no later entry is said to have erased it/],
    ['is of a record that was not erased', (text: string) => text.replace(/\nbody \S+ \{[^\n]*Eve Three[^\n]*\n/, '\nerased 4\n'), /what it said of persons\/eve is gone, and entry 4 does not say that it erased it/],
    ['is of what the register says of itself', (text: string) => text.replace(/\nbody \S+ \{[^\n]*"authority":\{"name"[^\n]*\n/, '\nerased 4\n'), /What a register says of itself is never erased/],
    ['is none', (text: string) => text.replace('\nerased 4\n', '\nerased by 4\n'), /A line `body …` or `erased …` should stand here/],
  ] as const) {
    it(`is refused where the line ${what}, with the line`, async () => {
      const text = await erasedHistory();
      const changed = change(text);
      assert.notEqual(changed, text);
      const read = await readHistory('h.txt', bytes(changed));
      assert.match(read.ok ? 'accepted' : (read.faults[0]?.sentence ?? ''), said);
      assert.ok(!read.ok && (read.faults[0]?.place?.line ?? 0) > 0);
    });
  }

  it('is refused where a body that was erased is there again', async () => {
    const { folder, register, path } = await smallFolder();
    good(await register.perform(request('record.put', person('dee', 'Dee Two'))));
    const before = good(await readRegister(path, undefined)).entries;
    await erase(register, ['persons/dee']);
    await folder.close();
    const { id, entries, checkpoint } = good(await readRegister(path, undefined));
    const text = [...historyLines(id, [...before, ...entries.slice(2)], checkpoint)].join('');
    const read = await readHistory('h.txt', bytes(text));
    assert.match(read.ok ? 'accepted' : (read.faults[0]?.sentence ?? ''), /Entry 1: entry 3 erased what it said of persons\/dee, and that is not what is marked as gone/);
  });
});

describe('A register file of a kept register', () => {
  it('reads back to the same content; as at a date, to what held then and what that refers to', async () => {
    const { folder, register } = await smallFolder();
    good(await register.perform(request('record.put', { kind: 'persons', id: 'gone', until: '2011-01-01', body: { name: 'Gone Before' } })));
    const advice = { nature: 'advice', from: 'director', by: 'gone', to: 'chief', on: '2010-05-05', subject: 'Caseloads' };
    good(await register.perform(request('record.put', { kind: 'advice', id: 'adv', body: advice })));
    const read = async (content: ReturnType<typeof register.image.content>) => good(await readRegisterFile({ name: 'x.yaml', bytes: bytes(writeRegisterYaml(content)) }, {}));
    const all = contentForFile(register.image.content());
    assert.equal(writeRegisterYaml(await read(all)), writeRegisterYaml(all));
    const then = await read(contentForFile(register.image.content(), date('2012-01-01')));
    assert.equal(then.header.asAt, '2012-01-01');
    assert.deepEqual(then.records.persons?.map(({ id }) => id).toSorted(), ['ann', 'ben', 'cai', 'gone']);
    const before = await read(contentForFile(register.image.content(), date('2009-06-01')));
    assert.deepEqual(before.records.appointments?.map(({ id }) => id), ['a1']);
    await folder.close();
  });
});
