import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { TABLES } from '../../src/compose/tables.ts';
import type { Database } from '../../src/database/database.ts';
import { openPostgres } from '../../src/database/postgres/open-postgres.ts';
import type { Account } from '../../src/identity/accounts.ts';
import { Identity } from '../../src/identity/identity.ts';
import { newTotpSecret } from '../../src/identity/totp.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { Secret, TOTP } from 'otpauth';
import { prepareIn } from '../../src/register/database/prepare-database.ts';
import { sideDatabase } from '../database/side-database.ts';
import { good, temporaryFolder } from '../kept/folder.ts';
import { newDatabase } from '../postgres/databases.ts';
import { noPostgres, startPostgres, type Postgres } from '../postgres/start-postgres.ts';

const at = (seconds: number) => instantOf(Date.parse('2026-03-02T09:00:00Z') + seconds * 1000);
const GOOD = 'lantern gravel otter pedal';

/** @param open the same place each time, as two processes would */
function accountsBehaviour(name: string, open: () => Promise<Database>, options: { readonly skip?: string | false } = {}): void {
  describe(`Accounts in ${name}, of two processes`, options, () => {
    let [one, other]: Database[] = [];
    let here: Identity;
    let there: Identity;
    let people = 0;
    before(async () => {
      [one, other] = [await open(), await open()];
      [here, there] = [new Identity(one), new Identity(other)];
    });
    after(async () => {
      await one?.close();
      await other?.close();
    });
    const somebody = async (): Promise<Account> => {
      people += 1;
      const account = good(await here.accounts.make({ register: 'small', person: `persons/p${people}`, name: `p${people}@example.org` }, at(0)));
      good(await here.setPassword(account, GOOD, []));
      return account;
    };
    const codes = (results: readonly { readonly ok: boolean; readonly faults?: readonly { readonly code: string }[] }[], code: string): number => results.filter((result) => (result.ok ? 'ok' : result.faults?.[0]?.code) === code).length;

    it('count tries of both at the same moment, and make both wait', async () => {
      const { name: target } = await somebody();
      const tries = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? here : there).checkPassword(target, 'wrong', { address: `10.0.${people}.${n}`, now: at(0) })));
      assert.equal(codes(tries, 'sign-in-refused'), 5);
      assert.equal(codes(tries, 'too-many-tries'), 15);
      assert.equal(codes([await there.checkPassword(target, GOOD, { address: '10.1.0.1', now: at(1) })], 'too-many-tries'), 1);
      assert.equal(codes([await here.checkPassword(target, GOOD, { address: '10.1.0.1', now: at(3) })], 'ok'), 1);
    });

    it('count nothing for a name while the address waits', async () => {
      const { name: target } = await somebody();
      for (let n = 0; n < 5; n += 1) await here.checkPassword(`guess${n}@example.org`, 'wrong', { address: '10.9.9.9', now: at(n) });
      for (let n = 0; n < 9; n += 1) assert.equal(codes([await there.checkPassword(target, 'wrong', { address: '10.9.9.9', now: at(5) })], 'too-many-tries'), 1);
      assert.equal(codes([await here.checkPassword(target, GOOD, { address: '10.9.9.8', now: at(5) })], 'ok'), 1);
    });

    it('wait for no longer than a quarter of an hour, and forget after a day', async () => {
      const { name: target } = await somebody();
      let now = 0;
      for (let n = 0; n < 20; n += 1) {
        now += 901;
        assert.equal(codes([await here.checkPassword(target, 'wrong', { address: `10.2.0.${n}`, now: at(now) })], 'sign-in-refused'), 1, String(n));
      }
      assert.equal(codes([await here.checkPassword(target, GOOD, { address: '10.2.1.1', now: at(now + 899) })], 'too-many-tries'), 1);
      const day = now + 86_401;
      for (let n = 0; n < 5; n += 1) assert.equal(codes([await here.checkPassword(target, 'wrong', { address: `10.2.2.${n}`, now: at(day) })], 'sign-in-refused'), 1);
    });

    it('let a code, a recovery code and a link in once, whoever of two is first', async () => {
      const account = await somebody();
      const secret = newTotpSecret();
      const app = new TOTP({ secret: Secret.fromBase32(secret) });
      const code = (seconds: number): string => app.generate({ timestamp: Date.parse(at(seconds)) });
      assert.ok(await here.totp.confirm(account.id, secret, code(0), at(0)));
      const twice = (used: string, seconds: number) => Promise.all([here, there].map((identity, n) => identity.checkSecondFactor(account.id, used, { address: `10.3.0.${n}`, now: at(seconds) })));
      assert.equal(codes(await twice(code(60), 60), 'ok'), 1);
      const [recovery = ''] = await there.recoveryCodes.make(account.id);
      assert.equal(codes(await twice(recovery, 61), 'ok'), 1);
      const link = await here.links.make({ purpose: 'invitation', register: 'small', person: 'persons/new', madeBy: 'the test' }, at(0));
      assert.deepEqual((await Promise.all([here.links.use(link, at(1)), there.links.use(link, at(1))])).toSorted(), [false, true]);
    });

    it('share sessions, and forget them together', async () => {
      const account = await somebody();
      const secret = await here.sessions.begin(account.id, 'full', 'a browser', at(0));
      assert.equal((await there.sessions.signedIn(secret, at(1)))?.account.name, account.name);
      await there.sessions.endAll(account.id);
      assert.equal(await here.sessions.find(secret, at(2)), undefined);
    });

    it('make one account of two forms for the same person or name, and a new one after it was closed', async () => {
      const make = (identity: Identity, person: string, called: string) => identity.accounts.make({ register: 'small', person: `persons/${person}`, name: `${called}@example.org` }, at(0));
      const both = await Promise.all([make(here, 'twice', 'twice'), make(there, 'twice', 'twice-again')]);
      assert.deepEqual([codes(both, 'ok'), codes(both, 'account-there')], [1, 1]);
      const named = await Promise.all([make(here, 'x', 'shared'), make(there, 'y', 'shared')]);
      assert.deepEqual([codes(named, 'ok'), codes(named, 'account-name-taken')], [1, 1]);
      const first = (await here.accounts.ofPerson('small', 'persons/twice')) ?? assert.fail();
      const secret = await here.sessions.begin(first.id, 'full', 'a browser', at(0));
      await there.accounts.close(first.id, at(1));
      assert.equal(await here.sessions.find(secret, at(2)), undefined);
      const again = good(await make(here, 'twice', first.name.replace('@example.org', '')));
      assert.notEqual(again.id, first.id);
      assert.equal(await here.sessions.find(secret, at(2)), undefined);
    });

    it('take whatever is typed where a name belongs', async () => {
      for (const typed of ['', '\0', 'é'.repeat(100_000), '\ud800', `' OR 1=1 --`]) assert.equal(codes([await here.checkPassword(typed, 'wrong', { address: '10.4.0.1', now: at(0) })], 'ok'), 0);
    });

    it('do away with what has run out', async () => {
      const account = await somebody();
      await here.sessions.begin(account.id, 'full', 'a browser', at(0));
      await here.sweep(at(20 * 86_400));
      for (const table of ['sessions', 'attempts']) assert.equal((await one?.one(`SELECT count(*) AS n FROM ${table}`))?.['n'], 0, table);
    });
  });
}

const file = join(temporaryFolder(), 'accounts.sqlite');
accountsBehaviour('a file', () => sideDatabase(file));

describe('With PostgreSQL', { skip: noPostgres }, () => {
  let server: Postgres;
  let place: { url: string; role: string } | undefined;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());
  accountsBehaviour('a database', async () => {
    if (place === undefined) {
      const url = await newDatabase(server);
      place = { url, role: good(await prepareIn(url)).role };
    }
    return good(await openPostgres(place, TABLES));
  });
});
