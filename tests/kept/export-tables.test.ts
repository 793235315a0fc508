import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { done } from '../upgrade/command.ts';
import { at, good, request, smallFolder, temporaryFolder } from './folder.ts';

const [FIRST, SECOND] = [at('2013-02-01T09:00:00Z'), at('2013-03-01T09:00:00Z')];
let data: string;

/** The rows of a table, without the byte order mark, by the first cell. */
function rowsIn(folder: string, table: string): ReadonlyMap<string, string> {
  const lines = readFileSync(join(folder, `${table}.csv`), 'utf8').slice(1).trimEnd().split('\r\n');
  return new Map(lines.map((line) => [line.split(',')[0] ?? '', line]));
}

async function tables(...options: readonly string[]): Promise<string> {
  const folder = join(temporaryFolder(), 'tables');
  await done('export', '--data', data, '--format', 'csv', ...options, '-o', folder);
  return folder;
}

before(async () => {
  const { path, folder, register } = await smallFolder();
  good(await register.perform(request('record.put', { kind: 'posts', id: 'deputy', from: '2013-01-15', body: { title: 'Head of Adults, “and” Carers', reportsTo: 'director', designations: ['head-of-adult-services'] } }, { now: FIRST })));
  good(await register.perform(request('record.end', { kind: 'appointments', id: 'a3', from: '2013-01-20' }, { now: SECOND })));
  await folder.close();
  data = path;
});

describe('The tables of a kept register', () => {
  it('hold one row a record as it was on the date', async () => {
    const early = await tables('--as-at', '2013-01-10');
    assert.match(rowsIn(early, 'posts').get('deputy') ?? '', /^deputy,Head of Adults,/);
    assert.ok(rowsIn(early, 'appointments').has('a3'));
    const late = await tables('--as-at', '2013-01-25');
    assert.match(rowsIn(late, 'posts').get('deputy') ?? '', /^deputy,"Head of Adults, “and” Carers",/);
    assert.equal(rowsIn(late, 'appointments').has('a3'), false);
  });

  it('hold what was known at the instant, whatever was entered since', async () => {
    const before = await tables('--as-at', '2013-01-25', '--known-at', '2013-01-31T00:00:00Z');
    assert.match(rowsIn(before, 'posts').get('deputy') ?? '', /^deputy,Head of Adults,/);
    const between = await tables('--as-at', '2013-01-25', '--known-at', '2013-02-10T00:00:00Z');
    assert.match(rowsIn(between, 'posts').get('deputy') ?? '', /Carers/);
    assert.ok(rowsIn(between, 'appointments').has('a3'), 'its end was not known yet');
  });

  it('without a date hold every version, and no table of a kind without a record', async () => {
    const all = await tables();
    assert.equal(readFileSync(join(all, 'posts.csv'), 'utf8').match(/^deputy,/gm)?.length, 2);
    assert.deepEqual(readdirSync(all).toSorted(), ['appointments.csv', 'bodies.csv', 'persons.csv', 'posts.csv', 'seats.csv']);
  });

  it('say the same as the workbook, which reads back to the register as it was on that date and known then', async () => {
    const options = ['--as-at', '2013-01-25', '--known-at', '2013-02-10T00:00:00Z'];
    const book = join(temporaryFolder(), 'then.xlsx');
    await done('export', '--data', data, '--format', 'xlsx', ...options, '-o', book);
    const again = join(temporaryFolder(), 'again');
    await done('import', book, '--data', again, '--as', 'clerk', '--reason', 'As it was then.');
    const yaml = ['export', '--format', 'register', '--data'] as const;
    assert.equal(await done(...yaml, again), await done(...yaml, data, ...options));
    const [one, other] = [await tables(...options), join(temporaryFolder(), 'tables')];
    await done('export', '--data', again, '--format', 'csv', '-o', other);
    for (const table of readdirSync(one)) assert.equal(readFileSync(join(other, table), 'utf8'), readFileSync(join(one, table), 'utf8'), table);
    assert.ok(existsSync(book));
  });
});
