import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { date } from '../../src/kernel/date.ts';
import { backUp, restore } from '../../src/register/folder/back-up.ts';
import { databaseIn } from '../../src/register/folder/files.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { readHistory } from '../../src/register/history/read-history.ts';
import { historyLines } from '../../src/register/history/write-history.ts';
import { importRequest } from '../../src/register/requests.ts';
import { SqliteStore } from '../../src/register/store/sqlite/sqlite-store.ts';
import { SMALL } from '../assessment/small-register.ts';
import { asked, at, contentOf, good, openFolder, person, request, sentences, smallFolder, temporaryFolder, verified } from '../kept/folder.ts';
import { erase, erasing, filesWith, folderWithSecret, FRAGMENT, GROUNDS, SECRET } from './erasing.ts';

const LEFT = { 'persons/x': { name: { en: 'A former deputy', cy: 'Cyn-ddirprwy' } } };

describe('Erasure', () => {
  it('leaves no byte of what was said in any file of the folder, which stays open', async () => {
    const { path, folder, register } = await folderWithSecret();
    assert.notDeepEqual(filesWith(path, SECRET), [], 'it was there');
    const { number } = await erase(register, ['persons/x', 'persons/y'], LEFT);
    for (const words of [SECRET, FRAGMENT]) assert.deepEqual(filesWith(path, words), [], words);
    assert.ok(await register.purged());
    const found = verified(path);
    assert.deepEqual(found.state === 'intact' && found.erasures, { bodies: 3, rules: [GROUNDS.authority] });
    good(await register.perform(request('record.put', person('after'))));
    assert.equal(register.image.entries.at(-1)?.number, number + 1);
    await folder.close();
    for (const words of [SECRET, FRAGMENT]) assert.deepEqual(filesWith(path, words), [], words);
  });

  it('keeps references whole: what is left stands for the record over its whole period, now and as known before', async () => {
    const { path, folder, register } = await folderWithSecret();
    const before = at('2013-01-01T12:00:00Z');
    const { number } = await erase(register, ['persons/x'], LEFT);
    const check = ({ image }: { readonly image: typeof register.image }) => {
      assert.deepEqual(image.versions('persons', 'x').map(({ valid }) => [valid.from, valid.until]), [['2010-01-01', '2012-06-01']]);
      assert.deepEqual(image.snapshot(date('2011-03-01'), before).get('persons/x')?.name, LEFT['persons/x'].name);
      assert.equal(image.snapshot(date('2012-07-01'), before).get('persons/x'), undefined);
      assert.ok(!JSON.stringify([image.entries, image.content(), image.content(before)]).includes(FRAGMENT) || image.versions('persons', 'y').length === 1);
      const said = image.entries.flatMap(({ changes }) => changes.filter(({ kind, id }) => kind === 'persons' && id === 'x'));
      assert.deepEqual(said.map(({ erasedBy }) => erasedBy), [number, number, undefined, undefined, undefined]);
    };
    check(register);
    await folder.close();
    check(good(await readRegister(path, 'small')));
    const again = openFolder(path);
    check(await again.register('small'));
    await again.close();
  });

  it('lets a record be entered anew, and erases that as well', async () => {
    const { path, folder, register } = await folderWithSecret();
    await erase(register, ['persons/y']);
    good(await register.perform(request('record.put', person('y', `${SECRET} again`))));
    assert.equal(register.image.versions('persons', 'y').length, 1);
    await erase(register, ['persons/y', 'persons/x'], LEFT);
    await erase(register, ['persons/x'], { 'persons/x': { name: 'Nobody' } });
    assert.deepEqual(filesWith(path, FRAGMENT), []);
    const said = JSON.stringify(register.image.entries.slice(0, -1).map(({ changes }) => changes));
    assert.ok(!said.includes('former deputy') && said.includes('Nobody'), 'what was left before is gone too');
    await folder.close();
    const found = verified(path);
    assert.deepEqual(found.state === 'intact' && found.erasures?.bodies, 5);
  });

  it('takes two people, while the proposal stands and what it is about stays as it was', async () => {
    const { folder, register } = await folderWithSecret();
    const propose = async (more = {}) => good(await register.perform(erasing('erasure.propose', { records: ['person/y'], ...GROUNDS, ...more }))).number;
    const carryOut = async (proposal: number, person: string, now = '2013-01-02T12:00:00Z') => sentences(await register.perform(erasing('erasure.carry-out', { proposal }, { actor: { person }, now: at(now) }))).join();
    const first = await propose({ within: 'P7D' });
    assert.equal(await carryOut(first, 'clerk'), `clerk proposed this with entry ${first}: another person carries it out.`);
    assert.match(await carryOut(first, ' CLERK '), /another person carries it out/);
    assert.equal(await carryOut(first, 'officer', '2013-01-08T00:00:00Z'), `What entry ${first} proposes could be carried out before 2013-01-08. Propose it again.`);
    good(await register.perform(erasing('erasure.withdraw', { proposal: first }, { reason: 'A mistake.' })));
    assert.equal(await carryOut(first, 'officer'), `What entry ${first} proposes was withdrawn by entry ${first + 1}.`);
    const second = await propose();
    good(await register.perform(request('record.put', person('y', 'Some Other'), { reason: 'Married.' })));
    assert.equal(await carryOut(second, 'officer'), `\`persons/y\` was changed by entry ${second + 1} (record.put by clerk: Married.) since entry ${second} proposed to erase it. Look again, and decide again.`);
    const third = await propose();
    assert.equal(await carryOut(third - 1, 'officer'), `Entry ${third - 1} proposes no erasure. Open are those of the entries ${second}, ${third}.`);
    assert.equal(await carryOut(third, 'officer'), '');
    assert.equal(await carryOut(third, 'officer'), `What entry ${third} proposes was carried out by entry ${third + 1}.`);
    assert.deepEqual(sentences(await register.perform(erasing('erasure.propose', { records: ['persons/y'], ...GROUNDS }))), ['Nothing that was entered of `persons/y` is there to erase: it was erased before, or only ever ended.']);
    await folder.close();
  });

  it('is refused where something refers to what would be gone, until it is said what stays in its place', async () => {
    const { folder, register } = await folderWithSecret();
    const size = register.image.entries.length;
    const refused = sentences(await register.perform(erasing('erasure.propose', { records: ['persons/x'], ...GROUNDS })));
    assert.deepEqual(refused, ['`appointments/ax` refers to `persons/x`, of which nothing would be left. End it from a later day, or change `appointments/ax` first. Or say with `leaving` what is to stay in its place.']);
    const { number } = good(await register.perform(erasing('erasure.propose', { records: ['persons/y'], ...GROUNDS })));
    good(await register.perform(request('record.put', { kind: 'appointments', id: 'ay', from: '2012-01-01', body: { person: 'y', post: 'deputy', basis: 'acting' } })));
    const late = sentences(await register.perform(erasing('erasure.carry-out', { proposal: number }, { actor: { person: 'officer' } })));
    assert.match(late.join(), /`appointments\/ay` refers to `persons\/y`/);
    assert.equal(register.image.entries.length, size + 2, 'nothing is left of a refused act');
    good(await register.perform(erasing('erasure.propose', { records: ['persons/y', 'appointments/ay'], ...GROUNDS })));
    await folder.close();
  });

  for (const [input, ...said] of [
    [{}, '`records` must be a list', 'Say with `rule` which rule'],
    [[], 'A group of `records`'],
    [{ records: ['persons/annn'], ...GROUNDS }, '`persons/annn` was never entered. Did you mean `ann`?'],
    [{ records: ['persns/ann'], ...GROUNDS }, '`persns/ann` is not a record written KIND/ID, such as `persons/ann`. Did you mean `persons`?'],
    [{ records: ['persons/ann', 'person/ann'], ...GROUNDS }, '`persons/ann` is named twice.'],
    [{ records: ['persons/ann'], rule: 'x', ...GROUNDS }, 'one or the other'],
    [{ records: ['persons/ann'], rule: 'x' }, '`x` is not a rule of retention.'],
    [{ records: ['persons/ann'], authority: 'a' }, 'Say with `rule`'],
    [{ records: ['persons/ann'], ...GROUNDS, within: 'soon' }, '`soon` is not a duration such as P14D'],
    [{ records: ['persons/ann'], ...GROUNDS, leaving: { 'persons/ben': { name: 'B' } } }, '`persons/ben` is not among `records`.'],
    [{ records: ['persons/ann'], ...GROUNDS, leaving: { 'persons/ann': { nam: 'B' } } }, '`nam` is not a field of `persons`. Did you mean `name`?'],
    [{ records: ['persons/ann'], ...GROUNDS, leaving: { 'persons/ann': { name: 'A', from: '2012-01-01' } } }, 'stays for the record’s whole period'],
    [{ records: ['persons/ann'], ...GROUNDS, recrds: [] }, '`recrds` is not expected here. Did you mean `records`?'],
    [{ records: Array.from({ length: 101 }, (_, n) => `persons/p${n}`), ...GROUNDS }, '101 records are too many for one proposal: 100 is the most.'],
  ] as const) {
    it(`refuses to propose ${JSON.stringify(input).slice(0, 100)}, and says why`, async () => {
      const { folder, register } = await smallFolder();
      const told = sentences(await register.perform(erasing('erasure.propose', input))).join('\n');
      for (const sentence of said) assert.ok(told.includes(sentence), told);
      assert.equal(register.image.entries.length, 1);
      await folder.close();
    });
  }

  it('is in the history, which replays to the same root with what is gone still gone', async () => {
    const { path, folder, register } = await folderWithSecret();
    const { number } = await erase(register, ['persons/x', 'persons/y'], LEFT);
    await folder.close();
    const { id, entries, checkpoint, tree, image } = good(await readRegister(path, 'small'));
    const text = [...historyLines(id, entries, checkpoint)].join('');
    assert.ok(!text.includes(FRAGMENT));
    assert.equal(text.split('\n').filter((line) => line === `erased ${number}`).length, 3);
    const target = join(temporaryFolder(), 'replayed');
    const fresh = openFolder(target);
    const replayed = await fresh.register('small');
    good(await replayed.replay(good(await readHistory('h', Buffer.from(text))).entries));
    assert.deepEqual(replayed.image.content(), image.content());
    await fresh.close();
    const again = good(await readRegister(target, 'small'));
    assert.deepEqual([again.tree.root(), again.entries], [tree.root(), entries]);
    const found = verified(target);
    assert.deepEqual(found.state === 'intact' && found.erasures?.bodies, 3);
  });

  it('reaches a register that had the bodies and takes over the rest of the history', async () => {
    const { path, folder, register } = await folderWithSecret();
    const size = register.image.entries.length;
    const behind = join(temporaryFolder(), 'behind');
    cpSync(path, behind, { recursive: true, filter: (name) => !name.endsWith('lock') });
    await erase(register, ['persons/x', 'persons/y'], LEFT);
    await folder.close();
    const { entries } = good(await readRegister(path, 'small'));
    const other = openFolder(behind);
    const taking = await other.register('small');
    assert.equal(taking.image.entries.length, size);
    assert.equal(good(await taking.replay(entries)), 2);
    assert.ok(!JSON.stringify(taking.image.entries).includes(FRAGMENT));
    assert.deepEqual(filesWith(behind, FRAGMENT), []);
    await other.close();
    assert.equal(verified(behind).state, 'intact');
  });

  it('is backed up and restored as it is', async () => {
    const { path, folder, register } = await folderWithSecret();
    await erase(register, ['persons/x', 'persons/y'], LEFT);
    const [file, restored] = [join(temporaryFolder(), 'back-up'), join(temporaryFolder(), 'again')];
    good(await backUp(path, file));
    await folder.close();
    good(await restore(file, restored));
    assert.deepEqual(filesWith(restored, FRAGMENT), []);
    const [before, after] = [good(await readRegister(path, 'small')), good(await readRegister(restored, 'small'))];
    assert.deepEqual([after.entries, after.image.content()], [before.entries, before.image.content()]);
    const opened = openFolder(restored);
    good(await (await opened.register('small')).perform(request('record.put', person('after'))));
    await opened.close();
    const found = verified(restored);
    assert.deepEqual(found.state === 'intact' && found.erasures?.bodies, 3);
  });

  it('finishes at the next opening what a reader or a crash kept in the write-ahead log', async () => {
    const { path, folder, register } = await folderWithSecret();
    const reader = SqliteStore.openToRead(databaseIn(path));
    await reader.entries('small');
    await erase(register, ['persons/x', 'persons/y'], LEFT);
    assert.equal(await register.purged(), false);
    assert.notDeepEqual(filesWith(path, FRAGMENT), []);
    const crashed = join(temporaryFolder(), 'crashed');
    cpSync(path, crashed, { recursive: true, filter: (name) => !name.endsWith('lock') });
    await reader.close();
    const opened = openFolder(crashed);
    assert.deepEqual(filesWith(crashed, FRAGMENT), []);
    assert.deepEqual((await opened.register('small')).image.content(), register.image.content());
    await opened.close();
    assert.equal(await register.purged(), true);
    assert.deepEqual(filesWith(path, FRAGMENT), []);
    await folder.close();
    assert.equal(verified(crashed).state, 'intact');
  });

  it('of the same register file again enters anew what it says', async () => {
    const { folder, register } = await smallFolder();
    await erase(register, ['persons/ann', 'appointments/a1']);
    assert.deepEqual([...register.image.ids('persons')], ['ben', 'cai']);
    const { number } = good(await register.perform(importRequest(await contentOf(SMALL), asked())));
    assert.deepEqual(register.image.entries[number]?.changes.map(({ kind, id }) => `${kind}/${id}`), ['persons/ann', 'appointments/a1']);
    await folder.close();
  });
});
