import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { Client } from 'pg';
import { isStoreFault } from '../../src/register/store/store-fault.ts';
import { OutOfStep } from '../../src/register/store/store.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
};

const inScratch = (work: (database: DatabaseSync, path: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'fault-'));
  const database = new DatabaseSync(join(folder, 'd.sqlite'));
  try {
    work(database, folder);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
};

describe('A fault of what keeps entries', () => {
  it('is a database that is full, cannot be written to or cannot be opened', () => {
    inScratch((database, folder) => {
      database.exec('CREATE TABLE t (x TEXT); PRAGMA max_page_count = 3');
      assert.ok(isStoreFault(thrownBy(() => database.exec(`INSERT INTO t VALUES ('${'x'.repeat(50_000)}')`))));
      const readOnly = new DatabaseSync(join(folder, 'd.sqlite'), { readOnly: true });
      assert.ok(isStoreFault(thrownBy(() => readOnly.exec('DELETE FROM t'))));
      readOnly.close();
      assert.ok(isStoreFault(thrownBy(() => new DatabaseSync(join(folder, 'no/such/folder')))));
    });
  });

  it('is a disk without room', { skip: existsSync('/dev/full') ? false : 'there is no /dev/full' }, async () => {
    const { writeFileSync } = await import('node:fs');
    assert.ok(isStoreFault(thrownBy(() => writeFileSync('/dev/full', 'x'))));
  });

  it('is a server that cannot be reached', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    const { port } = await new Promise<AddressInfo>((resolve) => probe.once('listening', () => resolve(probe.address() as AddressInfo)));
    await new Promise((resolve) => probe.close(resolve));
    const error: unknown = await new Client({ host: '127.0.0.1', port }).connect().then(() => assert.fail('connected'), (refused: unknown) => refused);
    assert.ok(isStoreFault(error));
  });

  it('is not a wrong statement, a broken rule, a file that is missing or another writer', () => {
    inScratch((database) => {
      database.exec('CREATE TABLE t (x TEXT UNIQUE)');
      assert.equal(isStoreFault(thrownBy(() => database.exec('SELECT * FROM no_such_table'))), false);
      assert.equal(isStoreFault(thrownBy(() => database.exec(`INSERT INTO t VALUES ('a'), ('a')`))), false);
    });
    assert.equal(isStoreFault(thrownBy(() => readFileSync(join(tmpdir(), 'no-such-file-here')))), false);
    for (const other of [new OutOfStep(), new TypeError('ours'), 'a string', undefined]) assert.equal(isStoreFault(other), false);
  });
});
