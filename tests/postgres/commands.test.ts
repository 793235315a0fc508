import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SMALL } from '../assessment/small-register.ts';
import { temporaryFolder } from '../kept/folder.ts';
import { newDatabase, sql } from './databases.ts';
import { noPostgres, startPostgres, type Postgres } from './start-postgres.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const run = (env: Readonly<Record<string, string>>, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env: { NODE_COMPILE_CACHE: CACHE, PATH: process.env['PATH'], ...env }, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });

describe('A register in a database, from the command line', { skip: noPostgres }, () => {
  let [server, url, home, small]: [Postgres | undefined, string, string, string] = [undefined, '', '', ''];
  /** With the database named by the environment, and the keys in the home folder. */
  const answerable = (...args: readonly string[]): Promise<Ran> => run({ HOME: home, ANSWERABLE_DATABASE_URL: url }, args);
  const done = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await answerable(...args);
    assert.equal(code, 0, err);
    return out;
  };
  const file = (name: string, text: string): string => {
    const path = join(home, name);
    writeFileSync(path, text);
    return path;
  };
  const started = (): Postgres => server ?? assert.fail('The server has not started.');

  before(async () => {
    server = await startPostgres();
    url = await newDatabase(server);
    home = temporaryFolder();
    small = file('small.yaml', SMALL);
  });
  after(() => server?.stop());

  it('is begun by an import, with its signing key in a folder of the owner alone and not in the database', async () => {
    assert.match((await answerable('checkpoint')).err, /This database keeps no register/);
    assert.equal(await done('import', small, '--dry-run'), await run({ HOME: home }, ['import', small, '--dry-run', '--data', join(home, 'none')]).then(({ out }) => out));
    assert.match(await done('import', small, '--as', 'clerk', '--reason', 'The first entry.'), /^Entry 0: /);
    const key = join(home, '.answerable/keys/small.key');
    assert.deepEqual([statSync(join(home, '.answerable/keys')).mode & 0o777, statSync(key).mode & 0o777], [0o700, 0o600]);
    const [, secret = ''] = /^PRIVATE\+KEY\+[^+]+\+[0-9a-f]{8}\+(.{44})$/.exec(readFileSync(key, 'utf8').trim()) ?? [];
    const folder = started().dataFolder;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
    assert.deepEqual([secret.length, files.filter((path) => readFileSync(path).includes(secret))], [44, []]);
  });

  it('is acted on, once for each key, and tells its history', async () => {
    const input = file('in.json', JSON.stringify({ kind: 'persons', id: 'dee', body: { name: 'Dee Example' } }));
    const act = ['act', 'record.put', '--input', input, '--as', 'clerk', '--reason', 'For the test.', '--key', 'once'];
    assert.deepEqual([await done(...act), await done(...act)], ['1\n', '1\n']);
    assert.match(await done('history', 'persons/dee'), /entry 1, .* record\.put by clerk/);
    assert.equal(await done('diff', '2012-01-01', '2012-07-01'), 'Nothing differs.\n');
    assert.match(await done('export'), /Dee Example/);
    assert.match(await done('import', small), /^Nothing to enter: /);
  });

  it('is judged as the same register is in a file', async () => {
    const path = join(home, 'exported.yaml');
    await done('export', '-o', path);
    for (const words of [['assess', '--json'], ['explain', 'designation.post'], ['reach', '--json'], ['what-if', '--vacate', 'director', '--json']]) {
      const [name = '', ...rest] = words;
      const [kept, named, read] = await Promise.all([answerable(name, ...rest), run({}, [name, ...rest, '--database-url', url, '--keys', join(home, '.answerable/keys')]), run({}, [name, path, ...rest])]);
      assert.deepEqual([kept, named], [read, read], name);
    }
    assert.deepEqual((await answerable('assess', path, '--json')).out, (await answerable('assess', '--json')).out, 'a file that is named is what is read');
  });

  it('gives checkpoint, key, leaf, receipt and tiles, and is verified', async () => {
    const note = await done('checkpoint');
    assert.match(note, /^answerable\/small\n2\n/);
    assert.match(await done('vkey'), /^answerable\/small\+/);
    assert.match(await done('leaf', '1'), /"act":"record\.put"/);
    assert.ok((await done('receipt', '1')).endsWith(note));
    await done('export', '--format', 'tiles', '-o', join(home, 'tiles'));
    assert.equal(readFileSync(join(home, 'tiles/checkpoint'), 'utf8'), note);
    assert.match(await done('verify', '--since', file('note', note)), /^intact: 2 entries of answerable\/small/);
    assert.match((await answerable('verify', '--register', 'smal')).err, /`smal` is not a register of this database\. Did you mean `small`\?/);
  });

  it('goes as a history, and as a back-up, into a folder and into another database, to the same root', async () => {
    const before = await done('checkpoint');
    const [history, backUp] = [join(home, 'history'), join(home, 'back-up')];
    await done('export', '--format', 'history', '-o', history);
    assert.match(await done('backup', '-o', backUp), /^small: 2 entries, root /);
    assert.equal(statSync(backUp).mode & 0o777, 0o600);
    const folder = join(home, 'restored');
    assert.match((await run({}, ['restore', backUp, '--data', folder])).out, /^small: intact, 2 entries/);
    assert.equal((await run({}, ['checkpoint', '--data', folder])).out, before);
    const again = join(home, 'back-up-of-folder');
    assert.equal((await run({}, ['backup', '--data', folder, '-o', again])).code, 0);
    const second = ['--database-url', await newDatabase(started()), '--keys', join(home, 'second')];
    assert.match((await run({}, ['restore', again, ...second])).out, /^small: intact, 2 entries/);
    assert.equal((await run({}, ['checkpoint', ...second])).out, before);
    assert.match((await run({}, ['verify', ...second])).out, /^intact: 2 entries/);
    assert.match((await run({}, ['restore', again, ...second])).err, /There is a signing key of the register `small` already/);
    assert.match((await run({}, ['restore', again, ...second.slice(0, 2), '--keys', join(home, 'other')])).err, /This database has the register `small` already/);
    assert.deepEqual(readdirSync(home).includes('other'), false);
    const third = ['--database-url', await newDatabase(started()), '--keys', join(home, 'third')];
    assert.match((await run({}, ['import', history, ...third])).out, /^2 of the 2 entries of `small` added/);
    const rootOf = (note: string): readonly string[] => note.split('\n').slice(0, 3);
    assert.deepEqual(rootOf((await run({}, ['checkpoint', ...third])).out), rootOf(before));
  });

  it('is refused with one sentence where the database is older than what was signed here, where the key is missing, and where two places are named', async () => {
    assert.match((await answerable('checkpoint', '--data', home, '--database-url', url)).err, /`--data` and `--database-url` \(ANSWERABLE_DATA and ANSWERABLE_DATABASE_URL\) each say where/);
    assert.match((await run({ HOME: home }, ['checkpoint'])).err, /Say with `--data DIR`.*`--database-url URL`/);
    const other = await run({ ANSWERABLE_DATABASE_URL: url, ANSWERABLE_KEYS: join(home, 'nothing') }, ['checkpoint']);
    assert.deepEqual([other.code, other.out], [5, '']);
    assert.match(other.err, /The signing key of the register `small` is missing from .*nothing/);
    const gone = await run({ HOME: home }, ['checkpoint', '--database-url', 'postgresql://ann:secret@127.0.0.1:1/x']);
    assert.deepEqual([gone.code, gone.out], [3, '']);
    assert.match(gone.err, /The database `x` on 127\.0\.0\.1:1 cannot be reached/);
    await sql(url, 'CREATE TABLE saved AS SELECT * FROM answerable.kept_checkpoints WHERE size = 2', 'DELETE FROM answerable.kept_checkpoints WHERE size = 2', 'DELETE FROM answerable.kept_entries WHERE number = 1', 'DELETE FROM answerable.kept_changes WHERE entry = 1', 'DELETE FROM answerable.kept_bodies WHERE entry = 1', `DELETE FROM answerable.current_records WHERE entry = 1`);
    const older = await answerable('checkpoint');
    assert.deepEqual([older.code, older.out], [5, '']);
    assert.match(older.err, /older copy/);
  });

  it('is prepared by hand', async () => {
    const empty = await newDatabase(started());
    const prepared = await run({}, ['database', 'prepare', '--database-url', empty, '--app-role', 'council_app']);
    assert.deepEqual([prepared.code, prepared.out], [0, 'Prepared: tables of version 1, for the role `council_app`.\n']);
    assert.match((await run({}, ['database', 'prepair'])).err, /`prepair` is nothing that is done with a database/);
  });
});
