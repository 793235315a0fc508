import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { date } from '../../src/kernel/date.ts';
import { databaseIn } from '../../src/register/folder/files.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { importRequest } from '../../src/register/requests.ts';
import { SMALL } from '../assessment/small-register.ts';
import { asked, at, contentOf, good, openFolder, person, request, sentences, smallFolder, verified } from './folder.ts';

describe('A kept register', () => {
  it('answers an act once it is on the disk, where another reader finds it', async () => {
    const { path, folder, register } = await smallFolder();
    const { number } = good(await register.perform(request('record.put', person('dee'))));
    assert.equal(number, 1);
    const beside = good(await readRegister(path, undefined));
    assert.deepEqual(beside.entries.map(({ act }) => act), ['register.import', 'record.put']);
    assert.equal(beside.image.versions('persons', 'dee').length, 1);
    await folder.close();
  });

  it('is after opening again what it was before', async () => {
    const { path, folder, register } = await smallFolder();
    good(await register.perform(request('record.put', { kind: 'seats', id: 's2', from: '2012-01-01', until: '2012-06-01', body: { body: 'cmt', holder: 'deputy', role: 'member' } })));
    const before = register.image.content();
    await folder.close();
    const again = openFolder(path);
    assert.deepEqual((await again.register('small')).image.content(), before);
    await again.close();
  });

  it('answers the first entry to a key that is used again, in the same commit and after opening again', async () => {
    const { path, folder, register } = await smallFolder();
    const once = request('record.put', person('dee'), { key: 'k' });
    const [one, same] = await Promise.all([register.perform(once), register.perform(once)]);
    assert.deepEqual([good(one).number, good(same).number, good(one).again, good(same).again], [1, 1, false, true]);
    await folder.close();
    const opened = openFolder(path);
    assert.deepEqual([good(await (await opened.register('small')).perform(once)).number, (await opened.register('small')).image.entries.length], [1, 2]);
    await opened.close();
  });

  it('commits what is asked for at the same time together, each decided after the one before', async () => {
    const { path, folder, register } = await smallFolder();
    const asks = Array.from({ length: 40 }, (_, n) => register.perform(request('record.put', n % 2 === 0 ? person(`p${n}`) : { kind: 'appointments', id: `ap${n}`, body: { person: `p${n - 1}`, post: 'deputy', basis: 'shared' } })));
    assert.deepEqual((await Promise.all(asks)).map((one) => good(one).number), Array.from({ length: 40 }, (_, n) => n + 1));
    await folder.close();
    const notes = new DatabaseSync(databaseIn(path)).prepare('SELECT size FROM kept_checkpoints ORDER BY size').all();
    assert.deepEqual(notes.map(({ size }) => size), [1, 41]);
    assert.equal(verified(path).state, 'intact');
  });

  it('never dates an entry before the one before it, and says how far the clock was behind', async () => {
    const { folder, register } = await smallFolder();
    const late = good(await register.perform(request('record.put', person('dee'), { now: at('2013-01-01T11:00:00Z') })));
    assert.deepEqual([late.recordedAt, late.clockBehind], ['2013-01-01T12:00:00.000Z', 3_600_000]);
    await folder.close();
  });

  it('refuses an act on a record that changed since the actor read it, and says by what', async () => {
    const { folder, register } = await smallFolder();
    const read = new Map([['persons/ann', register.image.lastChanged('persons/ann')]]);
    good(await register.perform(request('record.put', person('ann', 'Ann Other'), { reason: 'She married.' })));
    const refused = await register.perform(request('record.put', person('ann', 'Ann Third'), { read }));
    assert.deepEqual(sentences(refused), ['`persons/ann` was changed by entry 1 (record.put by clerk: She married.) since you read it. Look again, and decide again.']);
    assert.equal(register.image.entries.length, 2);
    good(await register.perform(request('record.put', person('ann', 'Ann Third'), { read: new Map([['persons/ann', 1]]) })));
    await folder.close();
  });

  for (const [name, input, ...wanted] of [
    ['record.put', { kind: 'seats', id: 's9', body: { body: 'cmt', holder: 'directr', role: 'membr' } }, '`role` cannot be `membr`. Did you mean `member`?', '`directr` is not the id of any of'],
    ['record.put', { kind: 'persns', id: 'x', body: {} }, '`persns` is not a kind of record. Did you mean `persons`?'],
    ['record.put', { kind: 'persons', id: 'x', from: '2012-02-30', body: { name: 'X' } }, '`2012-02-30` is not a date that exists'],
    ['record.put', { kind: 'persons', id: 'x', from: '2012-02-02', until: '2012-02-01', body: { name: 'X' } }, 'not later than `from`'],
    ['record.put', { kind: 'persons', id: 'x', body: { name: 'X', id: 'y' } }, 'The body has the id `y`, the change `x`.'],
    ['record.put', { kind: 'persons', id: 'x', bdy: {} }, '`bdy` is not expected here. Did you mean `body`?', '`body` is missing'],
    ['record.put', { kind: 'posts', id: 'chief', body: { title: 'Chief', reportsTo: 'deputy' } }, '`reportsTo` leads from `chief` back to itself'],
    ['record.put', { kind: 'appointments', id: 'a9', from: '2012-01-01', body: { person: 'ben', post: 'director', basis: 'acting' } }, '`persons/ben` already holds `posts/director` by the appointment `a2`'],
    ['record.end', { kind: 'persons', id: 'annn', from: '2013-01-01' }, '`persons/annn` is not a record of the register. Did you mean `ann`?'],
    ['record.end', { kind: 'posts', id: 'director', from: '0001-01-01' }, undefined],
    ['record.end', { kind: 'appointments', id: 'a2', from: '2009-01-01' }, undefined],
    ['record.end', { kind: 'persons', id: 'ann', until: '2013-01-01' }, 'Say with `from` the first day'],
    ['record.correct', { kind: 'persons', id: 'nobody', body: { name: 'N' } }, '`persons/nobody` is not a record of the register.'],
    ['record.put', { changes: [] }, '`changes` must be a list of at least one change.'],
    ['record.put', { changes: [person('x'), { ...person('y'), body: { nam: 'Y' } }] }, '`nam`'],
  ] as const) {
    it(`${wanted[0] === undefined ? 'allows' : 'refuses'} ${name} of ${JSON.stringify(input)}`, async () => {
      const { folder, register } = await smallFolder();
      const result = await register.perform(request(name, input));
      const said = sentences(result).join('\n');
      if (wanted[0] === undefined) assert.ok(result.ok, said);
      else {
        for (const sentence of wanted) assert.ok(said.includes(sentence ?? ''), said);
        assert.equal(register.image.entries.length, 1, 'nothing is left of a refused act');
      }
      await folder.close();
    });
  }

  it('does not let a record vanish that others refer to', async () => {
    const { folder, register } = await smallFolder();
    const gone = await register.perform({ ...request('record.put', person('x')), decide: () => ({ ok: true, value: { changes: [] } }) });
    assert.deepEqual(sentences(gone), ['This would change nothing.']);
    good(await register.perform(request('record.put', { kind: 'persons', id: 'temp', from: '2012-01-01', body: { name: 'Temp' } })));
    good(await register.perform(request('record.put', { kind: 'appointments', id: 'at', from: '2012-01-01', body: { person: 'temp', post: 'deputy', basis: 'acting' } })));
    assert.match(sentences(await register.perform(request('record.end', { kind: 'persons', id: 'temp', from: '2011-01-01' }))).join(), /`appointments\/at` refers to `persons\/temp`, of which nothing would be left/);
    await folder.close();
  });

  it('ends, and corrects, without losing what was said before', async () => {
    const { folder, register } = await smallFolder();
    good(await register.perform(request('record.end', { kind: 'seats', id: 's1', from: '2013-01-01' }, { now: at('2013-01-02T00:00:00Z') })));
    good(await register.perform(request('record.correct', { kind: 'seats', id: 's1', from: '2010-01-01', body: { body: 'cmt', holder: 'director', role: 'chair' } }, { now: at('2013-01-03T00:00:00Z') })));
    const role = (on: string, known: string) => register.image.snapshot(date(on), at(known)).get('seats/s1')?.role;
    assert.deepEqual([role('2012-01-01', '2013-01-01T12:00:00Z'), role('2013-06-01', '2013-01-02T12:00:00Z'), role('2013-06-01', '2013-01-03T00:00:00Z'), role('2009-06-01', '2013-01-03T00:00:00Z')], ['member', undefined, 'chair', undefined]);
    await folder.close();
  });

  it('enters only what differs, and leaves alone what the file does not name', async () => {
    const { folder, register } = await smallFolder();
    const nothing = await register.perform(importRequest(await contentOf(SMALL), asked()));
    assert.deepEqual(sentences(nothing), ['The register says all of this already: there is nothing to import.']);
    good(await register.perform(request('record.put', person('dee'))));
    const { number } = good(await register.perform(importRequest(await contentOf(SMALL.replace('Ben Example', 'Ben Changed')), asked())));
    assert.deepEqual(register.image.entries[number]?.changes.map(({ kind, id }) => `${kind}/${id}`), ['persons/ben']);
    assert.equal(register.image.versions('persons', 'dee').length, 1);
    await folder.close();
  });

  it('makes several entries, in one commit, of an import that no leaf has room for', async () => {
    const { path, folder, register } = await smallFolder();
    const persons = Array.from({ length: 900 }, (_, n) => `  - { id: many-${n}, name: Person ${n} }`).join('\n');
    const text = SMALL.replace('persons:\n', `persons:\n${persons}\n`);
    const done = good(await register.perform(importRequest(await contentOf(text), asked({ key: 'big' }))));
    assert.ok(done.last > done.number);
    const again = good(await register.perform(importRequest(await contentOf(text), asked({ key: 'big' }))));
    assert.deepEqual([again.number, again.last, again.again], [done.number, done.last, true]);
    await folder.close();
    assert.equal(verified(path).state, 'intact');
  });

  it('keeps registers apart in one folder', async () => {
    const { path, folder } = await smallFolder();
    const other = await folder.register('other');
    good(await other.perform(importRequest(await contentOf(SMALL.replace('id: small', 'id: other')), asked())));
    good(await other.perform(request('record.put', person('dee'))));
    assert.deepEqual(await folder.registers(), ['small', 'other']);
    await folder.close();
    assert.equal(good(await readRegister(path, 'small')).entries.length, 1);
    assert.equal(good(await readRegister(path, 'other')).entries.length, 2);
    assert.match(sentences((await readRegister(path, undefined)) as never).join(), /several registers/);
  });

  it('says that it does not know whether an act was kept when the store fails, and goes on when it is well again', async () => {
    const { path, folder, register } = await smallFolder();
    const other = new DatabaseSync(databaseIn(path));
    other.exec('BEGIN IMMEDIATE');
    const ask = request('record.put', person('dee'), { key: 'k' });
    const failed = await register.perform(ask);
    assert.match(sentences(failed).join(), /not known whether this was kept .* Ask again with the same key/);
    other.exec('ROLLBACK');
    other.close();
    const again = good(await register.perform(ask));
    assert.deepEqual([again.number, again.again, register.image.entries.length], [1, false, 2]);
    await folder.close();
    assert.equal(verified(path).state, 'intact');
  });

  it('has the current records as plain rows, and a view for each kind', async () => {
    const { path, folder, register } = await smallFolder();
    good(await register.perform(request('record.put', { kind: 'seats', id: 's2', until: '2012-06-01', body: { body: 'cmt', holder: 'deputy', role: 'member' } })));
    const database = new DatabaseSync(databaseIn(path), { readOnly: true });
    const rows = (sql: string) => database.prepare(sql).all().map((row) => ({ ...row }));
    assert.deepEqual(rows('SELECT id, title, title_cy, reportsTo FROM posts ORDER BY id').slice(0, 1), [{ id: 'chief', title: 'Chief Executive', title_cy: null, reportsTo: null }]);
    assert.deepEqual(rows('SELECT id FROM seats'), [{ id: 's1' }]);
    assert.deepEqual(rows(`SELECT id, valid_until, json_extract(body, '$.holder') AS holder FROM current_records WHERE kind = 'seats' AND entry = 1`), [{ id: 's2', valid_until: '2012-06-01', holder: 'posts/deputy' }]);
    assert.equal(rows('SELECT count(*) AS n FROM "case-reviews"')[0]?.['n'], 0);
    database.close();
    await folder.close();
  });

  it('keeps its files to their owner', async () => {
    const { path, folder } = await smallFolder();
    await folder.close();
    for (const file of ['registers.sqlite', join('keys', 'small.key'), 'lock']) assert.equal(statSync(join(path, file)).mode & 0o777, 0o600, file);
  });
});
