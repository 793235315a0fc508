import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { EvidenceFiles } from '../../src/register/files/evidence-files.ts';
import { PostgresFiles } from '../../src/register/files/stores/postgres-files.ts';
import { openPool, placeOf, type Connections } from '../../src/register/store/postgres/connections.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { behavesAsFiles, codeOf, contentOf, digestOf, good, text, type TestPlace } from './behaviour.ts';
import { Bench, done } from './run-command.ts';
import { gathered, inPieces, pdf } from './samples.ts';

let postgres: Postgres;
let connections: Connections;

before(async () => {
  if (noPostgres !== false) return;
  postgres = await startPostgres();
  connections = await openPool(postgres.url);
});
after(async () => {
  if (noPostgres !== false) return;
  await connections.close();
  await postgres.stop();
});

async function asSuperuser(sql: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(postgres.url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

const inDatabase: TestPlace = {
  of: (register) => new PostgresFiles(connections, placeOf(postgres.url), register),
  async damage(register, digest) {
    await asSuperuser(`UPDATE answerable.kept_file_parts p SET content = set_byte(content, length(content) - 1, get_byte(content, length(content) - 1) # 1)
      WHERE register = $1 AND digest = $2 AND part = (SELECT max(part) FROM answerable.kept_file_parts o WHERE o.register = p.register AND o.digest = p.digest)`, [register, digest]);
  },
  async cut(register, digest) {
    await asSuperuser(`UPDATE answerable.kept_file_parts p SET content = substring(content FROM 1 FOR length(content) - 1)
      WHERE register = $1 AND digest = $2 AND part = (SELECT max(part) FROM answerable.kept_file_parts o WHERE o.register = p.register AND o.digest = p.digest)`, [register, digest]);
  },
};

behavesAsFiles('a database', () => inDatabase, noPostgres);

describe('Files of evidence in a database', { skip: noPostgres }, () => {
  const files = (register: string): EvidenceFiles => new EvidenceFiles(inDatabase.of(register));

  it('lie in parts, in the tables of the register, under row-level security', async () => {
    const { digest } = good(await files('one').put(inPieces(text(600_000)), { name: 'long.txt' }));
    const parts = await asSuperuser('SELECT part, length(content) AS bytes FROM answerable.kept_file_parts WHERE register = $1 AND digest = $2 ORDER BY part', ['one', digest]);
    assert.deepEqual(parts, [{ part: 0, bytes: 262_144 }, { part: 1, bytes: 262_144 }, { part: 2, bytes: 75_712 }]);
    await connections.use(async (client) => {
      const seen = async (register: string): Promise<unknown> => {
        await client.query(`SELECT set_config('answerable.register', $1, false)`, [register]);
        return (await client.query<{ n: string }>('SELECT (SELECT count(*) FROM kept_files) + (SELECT count(*) FROM kept_file_parts) AS n')).rows[0]?.n;
      };
      assert.equal(await seen('other'), '0');
      assert.equal(await seen('one'), '4');
      await assert.rejects(client.query(`UPDATE kept_file_parts SET content = ''`), /permission denied/);
      await assert.rejects(client.query(`INSERT INTO kept_files (register, digest, bytes, type) VALUES ('other', 'x', 1, 'y')`), /row-level security/);
      await client.query('RESET answerable.register');
    });
  });

  it('are whole or not there when the server is killed while one is put, and the next put works', async () => {
    const register = 'killed';
    const whole = text(8_000_000);
    good(await files(register).put(inPieces('before\n'), { name: 'before.txt' }));
    const store = inDatabase.of(register);
    const draft = await store.draft();
    await draft.handle.write(whole);
    const keeping = draft.keep({ digest: digestOf(whole), bytes: whole.length, type: 'text/plain' }, false);
    const outcome = keeping.then(() => 'kept' as const, () => 'not known' as const);
    await postgres.kill();
    const known = await outcome;
    await draft.end();
    await postgres.start();
    const there = await gathered(files(register).check());
    assert.deepEqual(there.filter(({ state }) => state !== 'right'), []);
    assert.equal(there.length, known === 'kept' ? 2 : there.length);
    assert.ok(there.some(({ digest }) => digest === digestOf('before\n')));
    assert.equal(good(await files(register).put(inPieces(whole, 500_000), { name: 'whole.txt' })).digest, digestOf(whole));
    assert.equal((await contentOf(files(register), digestOf(whole))).toString(), whole);
  });

  it('are put, listed, checked and backed up from the command line, and are there when the back-up is restored as a folder', async () => {
    const bench = new Bench();
    await asSuperuser('CREATE DATABASE council');
    bench.place = ['--database-url', postgres.url.replace(/\/postgres$/, '/council'), '--keys', bench.path('keys')];
    await bench.begin();
    const report = pdf();
    assert.equal(await done('file', 'put', bench.file('report.pdf', report), ...bench.place), `${digestOf(report)}\n`);
    await bench.evidence('report', { file: 'report.pdf', digest: digestOf(report) });
    assert.equal(await done('file', 'list', ...bench.place), `${digestOf(report)}  191 bytes  application/pdf  evidence/report\n`);
    assert.equal(await done('file', 'check', ...bench.place), '1 file that records name is there and what the digest says\n');
    await done('file', 'get', digestOf(report), ...bench.place, '-o', bench.path('again.pdf'));
    assert.deepEqual(readFileSync(bench.path('again.pdf')), Buffer.from(report));
    assert.match(await done('backup', ...bench.place, '-o', bench.path('back-up')), /, 1 file of evidence\n$/);
    assert.match(await done('restore', bench.path('back-up'), '--data', bench.path('folder')), /, 1 file of evidence\n$/);
    await done('file', 'check', '--data', bench.path('folder'));
    await asSuperuser('CREATE DATABASE other');
    const other = ['--database-url', postgres.url.replace(/\/postgres$/, '/other'), '--keys', bench.path('other-keys')];
    assert.match(await done('restore', bench.path('back-up'), ...other), /, 1 file of evidence\n$/);
    await done('file', 'check', ...other);
  });

  it('are refused in a sentence while the server is away', async () => {
    await postgres.halt();
    const put = await files('away').put(inPieces('words\n'), { name: 'a.txt' });
    assert.equal(codeOf(put), 'file-not-kept');
    assert.match(put.ok ? '' : (put.faults[0]?.sentence ?? ''), /^The file could not be kept \(the database cannot be reached: /);
    await postgres.start();
    good(await files('away').put(inPieces('words\n'), { name: 'a.txt' }));
  });
});
