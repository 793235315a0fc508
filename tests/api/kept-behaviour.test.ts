import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { WEBHOOK_TABLES } from '../../src/api/webhooks/webhook-tables.ts';
import { Webhooks } from '../../src/api/webhooks/webhooks.ts';
import type { Database } from '../../src/database/database.ts';
import { openSqlite } from '../../src/database/open-sqlite.ts';
import { openPostgres } from '../../src/database/postgres/open-postgres.ts';
import { TOKEN_TABLES, Tokens } from '../../src/identity/tokens.ts';
import { prepareIn } from '../../src/register/database/prepare-database.ts';
import { at, good, temporaryFolder } from '../kept/folder.ts';
import { newDatabase } from '../postgres/databases.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';

const ROOMS = [TOKEN_TABLES, WEBHOOK_TABLES];
const [NOW, LATER] = [at('2026-03-02T09:00:00Z'), at('2026-03-02T10:00:00Z')];

/** One suite for what is kept of tokens and webhooks, whichever database keeps it. */
function behaviour(open: () => Promise<Database>): void {
  let database: Database;
  before(async () => { database = await open(); });
  after(() => database.close());

  it('finds a token by its secret, of its account alone, until it ends or is revoked', async () => {
    const tokens = new Tokens(database);
    const secret = await tokens.make({ account: 7, label: 'One', scopes: new Set(['export', 'read']), days: 1 }, NOW);
    const found = await tokens.find(secret, LATER);
    assert.deepEqual([found?.account, found?.label, [...(found?.scopes ?? [])], found?.usedAt], [7, 'One', ['read', 'export'], undefined]);
    assert.deepEqual((await tokens.of(7, LATER)).map(({ usedAt }) => usedAt), [LATER]);
    assert.deepEqual(await tokens.of(8, LATER), []);
    await tokens.revoke(8, found?.id ?? '');
    assert.ok(await tokens.find(secret, LATER));
    assert.equal(await tokens.find(secret, at('2026-03-03T09:00:00Z')), undefined);
    assert.equal(await tokens.find(`${secret}x`, LATER), undefined);
    await tokens.revoke(7, found?.id ?? '');
    assert.equal(await tokens.find(secret, LATER), undefined);
  });

  it('queues what is to be sent once, gives it to one process, and forgets it with its webhook', async () => {
    const webhooks = new Webhooks(database);
    const told = { nextEntry: 3, judged: '3 2026-03-02', verdicts: { 'a.b': 'met met met secured' } };
    const { id } = await webhooks.make({ register: 'small', address: 'https://example.org/', events: new Set(['entry.recorded']), madeBy: 'persons/ann' }, told, NOW);
    assert.deepEqual((await webhooks.active()).map((one) => one.told), [told]);
    const event = { type: 'entry.recorded', timestamp: NOW, data: { register: 'small', entry: 3, url: 'https://example.org/' } } as const;
    const moved = await Promise.all([1, 2].map(() => webhooks.queue(id, told, { ...told, nextEntry: 4 }, [event], NOW)));
    assert.equal(moved.filter((one) => one).length, 1);
    const [due] = await webhooks.due(NOW, 5);
    assert.ok(due !== undefined && JSON.parse(due.payload).data.entry === 3);
    const claimed = await Promise.all([1, 2, 3].map(() => webhooks.claim(due, LATER)));
    assert.equal(claimed.filter((one) => one).length, 1);
    assert.deepEqual(await webhooks.due(NOW, 5), []);
    await webhooks.settle(due.id, 'taken', '204', NOW);
    await webhooks.forget(at('2026-05-02T09:00:00Z'));
    assert.deepEqual(await webhooks.deliveries(id, 5), []);
    assert.deepEqual([await webhooks.remove('other', id), await webhooks.remove('small', id), await webhooks.remove('small', id)], [false, true, false]);
  });
}

describe('Tokens and webhooks in a file', () => behaviour(async () => good(await openSqlite(join(temporaryFolder(), 'accounts.sqlite'), ROOMS))));

describe('Tokens and webhooks in PostgreSQL', { skip: noPostgres }, () => {
  let server: Postgres;
  before(async () => { server = await startPostgres(); });
  after(() => server.stop());
  describe('with the rights of the app', () => behaviour(async () => {
    const url = await newDatabase(server);
    return good(await openPostgres({ url, role: good(await prepareIn(url)).role }, ROOMS));
  }));
});
