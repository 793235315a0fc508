import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { databaseIn } from '../../src/register/folder/files.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import { SCHEMA_VERSION } from '../../src/register/store/sqlite/schema.ts';
import { good, openFolder, person, request, temporaryFolder, verified } from '../kept/folder.ts';
import { answerable, done } from './command.ts';
import { released } from './released.ts';

const versionOf = (folder: string): unknown => {
  const database = new DatabaseSync(databaseIn(folder), { readOnly: true });
  try {
    return database.prepare('PRAGMA user_version').get()?.['user_version'];
  } finally {
    database.close();
  }
};

/** The first three lines of a signed note: origin, size, root. */
const signed = (note: string): readonly string[] => note.split('\n').slice(0, 3);

describe('Every version of the tables that was released', () => {
  it('has its database here: raise SCHEMA_VERSION only after `write-released.ts` has written the one before', () => {
    const missing = Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1).filter((version) => !released.some((one) => one.version === version));
    assert.deepEqual(missing, []);
  });
});

for (const then of released) {
  describe(`A register kept by version ${then.version} of the tables`, () => {
    const [origin, size = '', root = ''] = signed(then.text('checkpoint'));

    it('is migrated when it is opened for writing, and is intact with the root and the key of then', async () => {
      const path = then.folder();
      await openFolder(path).close();
      assert.equal(versionOf(path), SCHEMA_VERSION);
      const state = verified(path, 'then');
      assert.deepEqual([state.state, state.state === 'intact' && state.entries, state.state === 'intact' && state.root], ['intact', Number(size), root]);
      assert.deepEqual([await done('checkpoint', '--data', path), await done('vkey', '--data', path)], [then.text('checkpoint'), then.text('vkey')]);
    });

    it('is read, verified and backed up as it is, without being opened for writing', async () => {
      const path = then.folder();
      assert.match(await done('verify', '--data', path), new RegExp(`^intact: ${size} entries of ${origin ?? ''}, root `));
      assert.equal(await done('export', '--data', path, '--format', 'register'), then.text('register.yaml'));
      assert.match(await done('backup', '--data', path, '-o', join(temporaryFolder(), 'back-up')), new RegExp(`^then: ${size} entries`));
      assert.equal(versionOf(path), then.version);
    });

    it('says the same of every record, has the same leaf and receipt, and still begins with what an older checkpoint signed', async () => {
      const path = then.folder();
      await openFolder(path).close();
      assert.equal(await done('export', '--data', path, '--format', 'register'), then.text('register.yaml'));
      assert.equal(await done('export', '--data', path, '--format', 'history'), then.text('history.txt'));
      assert.equal(await done('leaf', '3', '--data', path), then.text('leaf-3.json'));
      assert.equal(await done('receipt', '3', '--data', path), then.text('leaf-3.tlog-proof'));
      assert.match(await done('verify', '--data', path, '--since', then.path('older.checkpoint')), /^intact/);
    });

    it('takes further acts, knows the keys of acts that it took then, and stays intact', async () => {
      const path = then.folder();
      const folder = openFolder(path);
      const register = await folder.register('then');
      const first = register.image.entries.length;
      assert.deepEqual(good(await register.perform(request('record.put', person('dee', 'Somebody Else'), { key: 'first-key' }))).again, true);
      assert.equal(good(await register.perform(request('record.put', person('fay')))).number, first);
      assert.equal(good(await register.perform(request('record.correct', person('dee', 'Dee Corrected')))).number, first + 1);
      await folder.close();
      assert.equal(verified(path, 'then').state, 'intact');
      assert.equal(good(await readRegister(path, undefined)).entries.length, first + 2);
    });

    it('gets the views of today in place of those of then', async () => {
      const path = then.folder();
      const old = new DatabaseSync(databaseIn(path));
      old.exec('DROP VIEW posts; CREATE VIEW posts AS SELECT id FROM current_records; DROP VIEW seats');
      old.close();
      await openFolder(path).close();
      const database = new DatabaseSync(databaseIn(path), { readOnly: true });
      assert.deepEqual(database.prepare('SELECT title, title_cy FROM posts WHERE id = ?').all('deputy').map((row) => ({ ...row })), [{ title: 'Head of Adults and Carers', title_cy: 'Pennaeth Oedolion a Gofalwyr' }]);
      assert.deepEqual(database.prepare('SELECT id FROM seats').all(), []);
      database.close();
    });

    it('restores from the back-up of then', async () => {
      const path = join(temporaryFolder(), 'restored');
      assert.equal(await done('restore', then.path('back-up'), '--data', path), `then: intact, ${size} entries, root ${root}\n`);
      assert.equal(await done('import', then.path('register.yaml'), '--data', path, '--dry-run'), await dryRun(then.folder(), then.path('register.yaml')));
      await openFolder(path).close();
      assert.equal(verified(path, 'then').state, 'intact');
    });

    it('replays from the history of then to the same root', async () => {
      const path = join(temporaryFolder(), 'replayed');
      await done('import', then.path('history.txt'), '--data', path);
      assert.deepEqual(signed(await done('checkpoint', '--data', path)), [origin, size, root]);
      assert.equal(verified(path, 'then').state, 'intact');
    });

    it('comes out as the tiles of then', async () => {
      const path = then.folder();
      const tiles = join(temporaryFolder(), 'tiles');
      await done('export', '--data', path, '--format', 'tiles', '-o', tiles);
      const files = readdirSync(then.path('tiles'), { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(then.path('tiles'), name)).isFile());
      assert.ok(files.length >= 3);
      for (const name of files) assert.deepEqual(readFileSync(join(tiles, name)), readFileSync(join(then.path('tiles'), name)), name);
    });
  });
}

const dryRun = (path: string, file: string): Promise<string> => done('import', file, '--data', path, '--dry-run');

describe('A register kept by a newer version of the tables', () => {
  it('is refused in one sentence by what reads and by what writes, and is left as it was', async () => {
    const [latest] = released.slice(-1);
    const path = latest?.folder() ?? assert.fail('no release');
    await openFolder(path).close();
    const database = new DatabaseSync(databaseIn(path));
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}; PRAGMA wal_checkpoint(TRUNCATE)`);
    database.close();
    const before = readFileSync(databaseIn(path));
    const input = join(path, 'input.json');
    cpSync(latest?.path('leaf-3.json') ?? '', input);
    for (const args of [['export'], ['checkpoint'], ['verify'], ['backup', '-o', join(temporaryFolder(), 'b')], ['act', 'record.put', '--input', input, '--as', 'clerk', '--reason', 'No.']]) {
      const { code, out, err } = await answerable(...args, '--data', path);
      assert.notEqual(code, 0, args[0]);
      assert.match(out + err, new RegExp(`kept by a newer version of Answerable \\(its tables are version ${SCHEMA_VERSION + 1}, this one knows ${SCHEMA_VERSION}\\)`), args[0]);
      assert.doesNotMatch(err, /\n\s+at /, `${args[0] ?? ''} shows no stack`);
    }
    assert.deepEqual(readFileSync(databaseIn(path)), before);
    assert.equal(existsSync(`${databaseIn(path)}-wal`) && statSync(`${databaseIn(path)}-wal`).size > 0, false);
  });
});
