import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { TOTP, Secret } from 'otpauth';
import { instantOf, type Instant } from '../../src/kernel/instant.ts';
import type { Database } from '../../src/database/database.ts';
import { Identity } from '../../src/identity/identity.ts';
import type { Account } from '../../src/identity/accounts.ts';
import { acceptablePassword } from '../../src/identity/password-rules.ts';
import { isPassword, passwordDigest } from '../../src/identity/password.ts';
import { newTotpSecret } from '../../src/identity/totp.ts';

import { sideDatabase } from '../database/side-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'identity-'));
const opened: Database[] = [];
after(async () => {
  for (const database of opened) await database.close();
  rmSync(folder, { recursive: true, force: true });
});
const START = Date.parse('2026-03-02T09:00:00Z');
const later = (seconds: number): Instant => instantOf(START + seconds * 1000);
const NOW = later(0);
const GOOD = 'lantern gravel otter pedal';

let files = 0;
const fresh = async (): Promise<Identity> => {
  const database = await sideDatabase(join(folder, `accounts-${(files += 1)}.sqlite`));
  opened.push(database);
  return new Identity(database);
};
async function ann(identity: Identity): Promise<Account> {
  const made = await identity.accounts.make({ register: 'small', person: 'persons/ann', name: 'Ann@Example.org' }, NOW);
  return made.ok ? made.value : assert.fail(made.faults[0]?.sentence);
}
async function annWithPassword(identity: Identity): Promise<Account> {
  const account = await ann(identity);
  assert.ok((await identity.setPassword(account, GOOD, [])).ok);
  return account;
}
const from = (seconds: number, address = '127.0.0.1') => ({ address, now: later(seconds) });
const codeOf = (result: { ok: boolean; faults?: readonly { code: string }[] }): string | undefined => (result.ok ? 'ok' : result.faults?.[0]?.code);

describe('A password', () => {
  it('is kept as argon2id with its own salt, at the cost that ASVS asks for', async () => {
    const [one, two] = [await passwordDigest(GOOD), await passwordDigest(GOOD)];
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.notEqual(one, two);
    assert.ok(await isPassword(GOOD, one));
    assert.ok(!(await isPassword(`${GOOD} `, one)));
    assert.ok(!(await isPassword('', undefined)));
  });

  it('is the same however the keyboard writes its accents', async () => {
    assert.ok(await isPassword('pâté llwynog a’r môr'.normalize('NFD'), await passwordDigest('pâté llwynog a’r môr'.normalize('NFC'))));
  });

  for (const [password, code] of [
    ['elevenchars', 'password-short'], ['twelvechars!', 'ok'], ['password1234', 'password-common'], ['1234567890123', 'password-common'],
    ['qwertyuiop123', 'password-common'], ['abcabcabcabcabc', 'password-common'], ['ann@example2026', 'password-a-name'], ['Example Example 99', 'password-a-name'],
    [GOOD, 'ok'], ['x'.repeat(129), 'password-long'],
  ] as const) {
    it(`${code === 'ok' ? 'may be' : 'may not be'} \`${password.slice(0, 30)}\`${code === 'ok' ? '' : ` (${code})`}`, () => {
      assert.equal(codeOf(acceptablePassword(password, ['ann@example.org', 'Ann Example'])), code);
    });
  }
});

describe('Signing in', () => {
  it('takes the name in any case, and answers a wrong name and a wrong password alike', async () => {
    const identity = await fresh();
    await annWithPassword(identity);
    assert.equal(codeOf(await identity.checkPassword(' ANN@example.org', GOOD, from(0))), 'ok');
    const wrong = await identity.checkPassword('ann@example.org', 'something else', from(1));
    const nobody = await identity.checkPassword('nobody@example.org', 'something else', from(2));
    assert.deepEqual(wrong, nobody);
  });

  it('waits longer after each failure beyond the first few, for the name and for the address, and forgets after success', async () => {
    const identity = await fresh();
    await annWithPassword(identity);
    for (let n = 0; n < 5; n += 1) assert.equal(codeOf(await identity.checkPassword('ann@example.org', 'wrong', from(n, `10.0.0.${n}`))), 'sign-in-refused');
    assert.equal(codeOf(await identity.checkPassword('ann@example.org', GOOD, from(5, '10.0.0.9'))), 'too-many-tries');
    assert.equal(codeOf(await identity.checkPassword('ann@example.org', GOOD, from(8, '10.0.0.9'))), 'ok');
    for (let n = 0; n < 5; n += 1) await identity.checkPassword(`guess${n}@example.org`, 'wrong', from(10 + n, '10.0.0.66'));
    assert.equal(codeOf(await identity.checkPassword('ann@example.org', GOOD, from(15, '10.0.0.66'))), 'too-many-tries');
    assert.equal(codeOf(await identity.checkPassword('ann@example.org', GOOD, from(15, '10.0.0.9'))), 'ok');
  });

  it('counts tries that are made at the same moment', async () => {
    const identity = await fresh();
    await annWithPassword(identity);
    const tries = await Promise.all(Array.from({ length: 20 }, () => identity.checkPassword('ann@example.org', 'wrong', from(0))));
    assert.ok(tries.filter((one) => codeOf(one) === 'sign-in-refused').length <= 6);
  });

  it('is over for an account that is closed', async () => {
    const identity = await fresh();
    const account = await annWithPassword(identity);
    const secret = await identity.sessions.begin(account.id, 'full', 'a browser', NOW);
    await identity.accounts.close(account.id, NOW);
    assert.equal(await identity.sessions.find(secret, NOW), undefined);
    assert.equal(codeOf(await identity.checkPassword('ann@example.org', GOOD, from(1))), 'sign-in-refused');
  });
});

describe('A second factor', () => {
  it('is a code that opens once, and no older one after it', async () => {
    const identity = await fresh();
    const account = await annWithPassword(identity);
    const secret = newTotpSecret();
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    const code = (seconds: number): string => app.generate({ timestamp: Date.parse(later(seconds)) });
    assert.ok(!(await identity.totp.confirm(account.id, secret, '000000', NOW)) || code(0) === '000000');
    assert.ok(await identity.totp.confirm(account.id, secret, code(0), NOW));
    const password = await identity.checkPassword('ann@example.org', GOOD, from(60));
    assert.ok(password.ok && password.value.proved === 'password');
    assert.equal(codeOf(await identity.checkSecondFactor(account.id, code(60), from(60))), 'ok');
    assert.equal(codeOf(await identity.checkSecondFactor(account.id, code(60), from(61))), 'code-refused');
    assert.equal(codeOf(await identity.checkSecondFactor(account.id, code(30), from(62))), 'code-refused');
    assert.equal(codeOf(await identity.checkSecondFactor(account.id, code(90), from(90))), 'ok');
  });

  it('can be a recovery code, each of which opens once, written with or without its dashes', async () => {
    const identity = await fresh();
    const account = await annWithPassword(identity);
    const [first = '', second = ''] = await identity.recoveryCodes.make(account.id);
    assert.equal(codeOf(await identity.checkSecondFactor(account.id, first.toUpperCase().replaceAll('-', ' '), from(0))), 'ok');
    assert.equal(codeOf(await identity.checkSecondFactor(account.id, first, from(1))), 'code-refused');
    assert.equal(await identity.recoveryCodes.left(account.id), 9);
    await identity.recoveryCodes.make(account.id);
    assert.equal(codeOf(await identity.checkSecondFactor(account.id, second, from(2))), 'code-refused');
  });
});

describe('A session', () => {
  it('ends when it is ended, after an hour unused, and after twelve hours in any case', async () => {
    const identity = await fresh();
    const account = await ann(identity);
    const [one, two, three] = (await Promise.all([0, 1, 2].map((n) => identity.sessions.begin(account.id, 'full', `browser ${n}`, NOW)))) as [string, string, string];
    assert.equal((await identity.sessions.of(account.id, NOW)).length, 3);
    await identity.sessions.end(one);
    assert.equal(await identity.sessions.find(one, NOW), undefined);
    for (let minute = 0; minute < 12 * 60; minute += 50) assert.ok(await identity.sessions.find(two, later(minute * 60)));
    assert.equal(await identity.sessions.find(three, later(3600)), undefined);
    assert.equal(await identity.sessions.find(two, later(12 * 3600)), undefined);
  });

  it('has another secret after every step, and the file has none of them', async () => {
    const identity = await fresh();
    const account = await ann(identity);
    const half = await identity.sessions.begin(account.id, 'password', 'a browser', NOW);
    const full = await identity.sessions.begin(account.id, 'full', 'a browser', NOW, half);
    assert.equal(await identity.sessions.find(half, NOW), undefined);
    assert.equal((await identity.sessions.find(full, NOW))?.proved, 'full');
    for (const file of [`accounts-${files}.sqlite`, `accounts-${files}.sqlite-wal`]) assert.ok(!readFileSync(join(folder, file)).includes(full));
  });

  it('that shows a password alone lasts ten minutes', async () => {
    const identity = await fresh();
    const secret = await identity.sessions.begin((await ann(identity)).id, 'password', 'a browser', NOW);
    assert.ok(await identity.sessions.find(secret, later(599)));
    assert.equal(await identity.sessions.find(secret, later(600)), undefined);
  });

  it('of every other browser ends when the password changes', async () => {
    const identity = await fresh();
    const account = await ann(identity);
    const [here, there] = [await identity.sessions.begin(account.id, 'full', 'here', NOW), await identity.sessions.begin(account.id, 'full', 'there', NOW)];
    await identity.setPassword(account, GOOD, [], (await identity.sessions.find(here, NOW))?.id);
    assert.ok(await identity.sessions.find(here, NOW));
    assert.equal(await identity.sessions.find(there, NOW), undefined);
  });
});

describe('A link', () => {
  it('lets in once, for its one purpose, until it expires or a newer one takes its place', async () => {
    const identity = await fresh();
    const link = { purpose: 'invitation', register: 'small', person: 'persons/ben', madeBy: 'persons/ann' } as const;
    const first = await identity.links.make(link, NOW);
    const second = await identity.links.make(link, NOW);
    assert.equal(await identity.links.find(first, NOW), undefined);
    assert.equal((await identity.links.find(second, NOW))?.purpose, 'invitation');
    assert.ok(await identity.links.use(second, NOW));
    assert.ok(!(await identity.links.use(second, NOW)));
    const third = await identity.links.make(link, NOW);
    assert.equal(await identity.links.find(third, later(14 * 24 * 3600)), undefined);
  });
});

describe('An account', () => {
  it('belongs to one person of one register, under one name', async () => {
    const identity = await fresh();
    await ann(identity);
    const make = async (person: `persons/${string}`, name: string): Promise<string | undefined> => codeOf(await identity.accounts.make({ register: 'small', person, name }, NOW));
    assert.equal(await make('persons/ben', 'ann@example.org'), 'account-name-taken');
    assert.equal(await make('persons/ann', 'other@example.org'), 'account-there');
    assert.equal(await make('persons/ben', 'no address'), 'wrong-account-name');
  });
});
