import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SMALL } from '../assessment/small-register.ts';
import { temporaryFolder } from '../kept/folder.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';
import { answerable, done, startWitness, type WitnessProcess } from './witness-process.ts';

describe('A register in a database that asks a witness', { skip: noPostgres }, () => {
  const base = temporaryFolder();
  let postgres: Postgres;
  let witness: WitnessProcess;
  let place: readonly string[];

  const put = (id: string): Promise<string> => {
    const file = join(base, `${id}.json`);
    writeFileSync(file, JSON.stringify({ kind: 'persons', id, body: { name: `Person ${id}` } }));
    return done('act', 'record.put', ...place, '--input', file, '--as', 'clerk', '--reason', 'For the test.');
  };

  before(async () => {
    postgres = await startPostgres();
    place = ['--database-url', postgres.url, '--keys', join(base, 'keys')];
    const file = join(base, 'small.yaml');
    writeFileSync(file, SMALL);
    await done('import', file, ...place, '--as', 'clerk', '--reason', 'The first entry.');
    witness = await startWitness(join(base, 'witness'), [(await done('vkey', ...place)).trim()]);
  });
  after(async () => {
    await witness.end('SIGTERM');
    await postgres.stop();
  });

  it('keeps the cosignature, shows it, grows from it and verifies it', async () => {
    const ask = ['witness', 'ask', witness.url, ...place, '--vkey', witness.vkey];
    assert.match(await done(...ask), /^witnessed by answerable\/witness at 20.*: 1 entries/);
    await put('a');
    assert.match((await answerable('verify', ...place, '--witness', witness.vkey)).out, /^intact: 2 entries.*\nwitnessed by answerable\/witness at 20.*: 1 of 2 entries\n$/);
    assert.match(await done(...ask), /: 2 entries/);
    assert.match(await done('checkpoint', ...place), /\n— answerable\/small .*\n— answerable\/witness .*\n$/);
    assert.match(await done('verify', ...place, '--witness', witness.vkey), /: 2 of 2 entries\n$/);
  });
});
