import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import { Identity } from '../../src/identity/identity.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import { smtpMailer } from '../../src/mail/smtp-mailer.ts';
import type { RemindingState } from '../../src/reminders/reminding-parts.ts';
import type { Reminding } from '../../src/reminders/reminding.ts';
import { ReminderChoices } from '../../src/reminders/reminder-choices.ts';
import { sideDatabase } from '../database/side-database.ts';
import { at, temporaryFolder } from '../kept/folder.ts';
import { mailServer, type MailServer } from '../mail/mail-server.ts';
import { BUSY, reminding, shelfOf, withAddress } from './reminded.ts';

const stateOf = (one: Reminding): RemindingState => ({ ...one.state });
const FIRST = '2026-05-28T08:00:00Z';
const SECOND = '2026-06-11T08:00:00Z';

describe('reminding', () => {
  let database: Database;
  let server: MailServer;
  let clock: { now: Instant };
  const done: (() => unknown)[] = [];
  const mailer = () => smtpMailer({ host: '127.0.0.1', port: server.port, isSecure: false }, 'answerable@example.org', false, { socketTimeout: 500 });
  beforeEach(async () => {
    database = await sideDatabase(join(temporaryFolder(), 'accounts.sqlite'));
    server = await mailServer({ after: (end: () => unknown) => done.push(end) });
    clock = { now: at('2026-05-01T09:00:00Z') };
    await withAddress(database, 'ben', clock.now);
  });
  afterEach(async () => {
    for (const end of done.splice(0)) await end();
    await database.close();
  });

  /** Runs at each of the times, one process after another; gives the count of mails after each. */
  async function runs(times: readonly string[], text = BUSY): Promise<readonly number[]> {
    const counts: number[] = [];
    for (const time of times) {
      clock.now = at(time);
      await reminding(database, await shelfOf(text), mailer(), clock).run();
      counts.push(server.taken().length);
    }
    return counts;
  }

  it('sends one mail before the day and one after it, through restarts, and never a third', async () => {
    const times = ['2026-05-27T09:00:00Z', '2026-05-28T06:59:00Z', FIRST, '2026-05-28T07:00:01Z', '2026-05-29T09:00:00Z', '2026-06-10T09:00:00Z', SECOND, '2026-06-12T09:00:00Z', '2026-07-13T09:00:00Z', '2031-06-11T09:00:00Z'];
    // Eight o’clock in London is seven in UTC: the summer is on.
    assert.deepEqual(await runs(times), [0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
    const [one, two] = server.taken();
    assert.deepEqual([one?.header('to'), two?.header('to')], ['ben@example.org', 'ben@example.org']);
    assert.match(one?.text ?? '', /This is the first of two reminders about it. The second and last goes out on 11 June 2026/);
    assert.match(two?.text ?? '', /It was due by 4 June 2026. This is the second and last reminder about it/);
    for (const mail of [one, two]) assert.ok(!/rota|Look into/.test(`${mail?.header('subject')} ${mail?.text} ${mail?.html}`), 'nothing of what the record says');
  });

  it('goes out on working days from its hour on, and nothing was lost by then', async () => {
    // A Saturday, a Sunday, the bank holiday of 25 May, then Tuesday before and after eight.
    const text = BUSY.replaceAll('due: 2026-06-04', 'due: 2026-05-30');
    assert.deepEqual(await runs(['2026-05-23T09:00:00Z', '2026-05-24T09:00:00Z', '2026-05-25T09:00:00Z', '2026-05-26T06:30:00Z', '2026-05-26T07:30:00Z'], text), [0, 0, 0, 0, 1]);
  });

  it('leaves those alone who have acted, and counts a later day that was agreed anew', async () => {
    assert.deepEqual(await runs([FIRST]), [1]);
    assert.deepEqual(await runs([SECOND], BUSY.replaceAll('owner: director, due: 2026-06-04, state: in-progress', 'owner: director, due: 2026-06-04, state: complete-claimed')), [1]);
    const extended = BUSY.replace('state: in-progress', 'state: in-progress, extensions: [{ to: 2026-07-02, why: More was found, grantedBy: posts/chief }]');
    assert.deepEqual(await runs(['2026-06-12T09:00:00Z', '2026-06-25T09:00:00Z', '2026-06-26T09:00:00Z', '2026-07-09T09:00:00Z', '2026-08-10T09:00:00Z'], extended), [1, 2, 2, 3, 3]);
  });

  it('does not reach whoever holds nothing any more, has closed their account, gave no address, or wants none', async () => {
    await withAddress(database, 'cai', clock.now);
    const gone = BUSY.replace('person: ben, post: director, basis: permanent, from: 2010-01-01', 'person: ben, post: director, basis: permanent, from: 2010-01-01, until: 2026-05-01').replace('person: cai, post: deputy, basis: permanent, from: 2010-01-01', 'person: cai, post: deputy, basis: permanent, from: 2010-01-01');
    const { accounts, mailAddresses } = new Identity(database);
    const cai = await accounts.ofPerson('small', 'persons/cai');
    await new ReminderChoices(database).choose(cai?.id ?? 0, { how: 'off', language: 'both' });
    assert.deepEqual(await runs([FIRST], gone), [0]);
    await new ReminderChoices(database).choose(cai?.id ?? 0, { how: 'each', language: 'cy' });
    await accounts.close((await accounts.ofPerson('small', 'persons/ben'))?.id ?? 0, clock.now);
    assert.deepEqual(await runs(['2026-05-29T09:00:00Z']), [1]);
    assert.match(server.taken()[0]?.text ?? '', /^Gweld popeth/);
    await mailAddresses.remove(cai?.id ?? 0);
    assert.deepEqual(await runs([SECOND]), [1]);
  });

  it('gathers what is due in one mail a week for those who chose that', async () => {
    const ben = await new Identity(database).accounts.ofPerson('small', 'persons/ben');
    await new ReminderChoices(database).choose(ben?.id ?? 0, { how: 'weekly', language: 'en' });
    const more = `${BUSY}  - { id: third, arisingFrom: meetings/m1, what: Another, owner: director, due: 2026-06-05, state: not-started }\n`;
    // Thursday, Friday; the Monday after.
    assert.deepEqual(await runs(['2026-05-28T09:00:00Z', '2026-05-29T09:00:00Z', '2026-06-01T09:00:00Z'], more), [1, 1, 2]);
    assert.deepEqual(server.taken().map(({ header }) => header('subject')), ['Small Example Council: one thing waits for you', 'Small Example Council: one thing waits for you']);
  });

  it('tries again what the mail server did not take, and doubles nothing', async () => {
    server.mood = 'refuses for now';
    assert.deepEqual(await runs([FIRST, '2026-05-28T08:05:00Z']), [0, 0]);
    server.mood = 'says nothing';
    assert.deepEqual(await runs(['2026-05-28T08:11:00Z']), [0]);
    server.mood = 'takes';
    assert.deepEqual(await runs(['2026-05-28T08:12:00Z', '2026-05-28T08:32:00Z', '2026-05-28T09:45:00Z', '2026-05-29T09:00:00Z']), [0, 1, 1, 1]);
  });

  it('sends what broke off under the same id, so that whoever has both shows one', async () => {
    server.mood = 'breaks off';
    await runs([FIRST]);
    server.mood = 'takes';
    await runs(['2026-05-28T08:15:00Z', '2026-05-28T12:15:00Z']);
    const ids = server.taken().map(({ header }) => header('message-id'));
    assert.deepEqual([ids.length, new Set(ids).size], [2, 1]);
  });

  it('gives up on an address that there is not, and drops what was done before it could be sent', async () => {
    server.mood = 'refuses the address';
    await runs([FIRST]);
    server.mood = 'takes';
    assert.deepEqual(await runs(['2026-05-28T09:00:00Z', '2026-05-29T09:00:00Z']), [0, 0]);
    assert.equal((await database.one('SELECT state FROM reminder_mails'))?.['state'], 'ended');
    server.mood = 'refuses for now';
    await runs([SECOND]);
    server.mood = 'takes';
    const finished = BUSY.replaceAll('owner: director, due: 2026-06-04, state: in-progress', 'owner: director, due: 2026-06-04, state: complete-accepted');
    assert.deepEqual(await runs(['2026-06-11T09:00:00Z'], finished), [0]);
  });

  it('stands a clock that jumps ahead and back: no flood, nothing twice, and the rest still comes', async () => {
    assert.deepEqual(await runs(['2030-01-02T09:00:00Z', FIRST, SECOND, '2030-01-03T09:00:00Z']), [1, 1, 1, 1]);
    assert.match(server.taken()[0]?.text ?? '', /This is the only reminder about it/);
    const more = `${BUSY}  - { id: third, arisingFrom: meetings/m1, what: Another, owner: director, due: 2026-06-15, state: not-started }\n`;
    assert.deepEqual(await runs(['2026-06-08T09:00:00Z'], more), [2]);
  });

  it('is not held up by what a process left behind that died with the lease, longer than the lease lasts', async () => {
    await database.run('INSERT INTO leases (name, holder, until) VALUES (?, ?, ?)', 'reminders', 'another', at('2026-05-28T08:04:00Z'));
    assert.deepEqual(await runs([FIRST, '2026-05-28T08:04:00Z']), [0, 1]);
    await database.run('INSERT INTO leases (name, holder, until) VALUES (?, ?, ?)', 'reminders', 'of a clock that was put back', at('2036-05-28T08:04:00Z'));
    assert.deepEqual(await runs([SECOND]), [2]);
  });

  it('says that it is late where the day is not done, or a mail waits to be sent', async () => {
    clock.now = at('2026-05-28T11:30:00Z');
    const shelf = await shelfOf();
    const one = reminding(database, shelf, mailer(), clock);
    await database.run('INSERT INTO leases (name, holder, until) VALUES (?, ?, ?)', 'reminders', 'another', at('2026-05-28T11:34:00Z'));
    await one.run();
    assert.deepEqual(stateOf(one), { state: 'late', lastFinished: null, unsent: 0 });
    clock.now = at('2026-05-28T11:40:00Z');
    server.mood = 'refuses for now';
    await one.run();
    assert.deepEqual(stateOf(one), { state: 'ok', lastFinished: clock.now, unsent: 1 });
    clock.now = at('2026-05-28T18:00:00Z');
    await one.run();
    assert.equal(stateOf(one).state, 'late');
    server.mood = 'takes';
    clock.now = at('2026-05-28T19:00:00Z');
    await one.run();
    assert.deepEqual([stateOf(one).state, stateOf(one).unsent], ['ok', 0]);
  });

  it('begins nothing more once it is told to stop', async () => {
    clock.now = at(FIRST);
    const one = reminding(database, await shelfOf(), mailer(), clock);
    one.stop();
    await one.run();
    assert.equal(server.taken().length, 0);
    assert.deepEqual(await runs([FIRST]), [1]);
  });
});
