import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { instantOf } from '../../src/kernel/instant.ts';
import { good, request } from '../kept/folder.ts';
import { COUNCIL, insideSite, type InsideSite } from './inside-site.ts';

/** Ann chairs and Ben sits on the management team; they meet one to one in a room whose name is hostile; Cai is of neither. */
const DIARY = COUNCIL.replace('asAt: 2012-12-10', 'asAt: 2026-03-02').replace('actions:\n', `series:
  - { id: one-to-one, title: { en: Monthly one-to-one, cy: Un i un misol }, between: [chief, director], frequency: P1M }
meetings:
  - { id: spring, series: one-to-one, on: 2026-03-27, at: "10:00", place: "Room 2; BEGIN:VALARM", items: [{ number: 1, title: Staffing }, { number: 2, title: SECRET-TITLE, private: true, privateBecause: It names a member of staff }] }
  - { id: summer, series: one-to-one, on: 2026-03-30, at: "10:00" }
  - { id: autumn, series: one-to-one, on: 2026-10-23, at: "10:00" }
  - { id: winter, series: one-to-one, on: 2026-10-26, at: "10:00" }
  - { id: team, body: cmt, on: 2026-04-07 }
  - { id: long-ago, body: cmt, on: 2024-04-07, held: true }
actions:
  - { id: plain, what: Publish the rota, owner: director, due: 2026-03-20, state: in-progress }
`).replace('what: Look into it, owner: director,', 'what: SECRET-ACTION, owner: director, due: 2026-03-21,').replace('from: director, to: chief, subject: Rota of the emergency team', 'from: director, to: chief, subject: SECRET-SUBJECT');

interface Diary {
  readonly calendar: ICAL.Component;
  readonly events: readonly ICAL.Event[];
  readonly of: (uid: string) => ICAL.Event;
}

/** As a subscriber reads it: with the clock that is in the file, and no other. */
function read(text: string): Diary {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  return { calendar, events, of: (uid) => events.find((event) => event.uid.startsWith(uid)) ?? assert.fail(uid) };
}

const said = (event: ICAL.Event, property: string): string | undefined => event.component.getFirstPropertyValue(property)?.toString();

describe('A calendar by subscription', () => {
  let inside: InsideSite;
  before(async () => {
    inside = await insideSite(DIARY);
  });
  after(() => inside.close());

  const get = async (person: string, path = '/en/small/calendar') => inside.site.inject({ url: path, headers: { cookie: `answerable=${await inside.cookieOf(person)}` } });
  async function post(person: string, fields: Readonly<Record<string, string>>, language = 'en') {
    const cookie = await inside.cookieOf(person);
    const csrf = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
    return inside.site.inject({ method: 'POST', url: `/${language}/small/calendar`, headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, ...fields }).toString() });
  }
  async function addressFor(person: string, language = 'en'): Promise<string> {
    const { body } = await post(person, { do: 'make' }, language);
    return new URL(/<code[^>]*>([^<]+\.ics)<\/code>/.exec(body)?.[1] ?? assert.fail(body)).pathname;
  }
  async function diaryOf(person: string, language = 'en'): Promise<Diary & { readonly text: string }> {
    const answer = await inside.site.inject({ url: await addressFor(person, language) });
    assert.equal(answer.statusCode, 200, answer.body);
    assert.deepEqual([answer.headers['content-type'], answer.headers['cache-control'], answer.headers['referrer-policy']], ['text/calendar; charset=utf-8', 'no-store', 'no-referrer']);
    return { ...read(answer.body), text: answer.body };
  }

  it('has the meetings that its owner is of by the posts they hold today, and the days by which things are due from them', async () => {
    const [ben, cai] = [await diaryOf('ben'), await diaryOf('cai')];
    assert.deepEqual(ben.events.map(({ uid }) => uid).sort(), ['due/action/actions%2Ffollow/posts%2Fdirector@small', 'due/action/actions%2Fplain/posts%2Fdirector@small', 'meetings/autumn@small', 'meetings/spring@small', 'meetings/summer@small', 'meetings/team@small', 'meetings/winter@small']);
    assert.deepEqual(cai.events.map(({ uid }) => uid), []);
    assert.deepEqual([ben.of('meetings/spring').summary, said(ben.of('meetings/spring'), 'url')], ['Monthly one-to-one', 'http://localhost/en/small/meetings/spring']);
    assert.deepEqual([ben.of('meetings/team').startDate.isDate, ben.of('meetings/team').startDate.toString()], [true, '2026-04-07']);
    assert.deepEqual([ben.of('due/action/actions%2Fplain').startDate.toString(), ben.of('due/action/actions%2Fplain').description], ['2026-03-20', 'Action for Director: “Publish the rota” (in progress).']);
    assert.equal(said(ben.of('due/action/actions%2Fplain'), 'url'), 'http://localhost/en/small/records/actions/plain');
  });

  it('keeps its hour across both clock changes', async () => {
    const { of } = await diaryOf('ben');
    assert.deepEqual(['spring', 'summer', 'autumn', 'winter'].map((id) => of(`meetings/${id}`).startDate.toJSDate().toISOString()), ['2026-03-27T10:00:00.000Z', '2026-03-30T09:00:00.000Z', '2026-10-23T09:00:00.000Z', '2026-10-26T10:00:00.000Z']);
    assert.deepEqual(['spring', 'winter'].map((id) => of(`meetings/${id}`).startDate.toString().slice(11)), ['10:00:00', '10:00:00']);
  });

  it('has no private item and no confidential subject, and nothing in it is more than words', async () => {
    for (const person of ['ben', 'ann']) {
      const { text, of } = await diaryOf(person);
      assert.ok(!text.replace(/\r\n /g, '').includes('SECRET'));
      assert.equal(of('meetings/spring').description, 'Agenda:\n1. Staffing\n2. Private item');
      assert.equal(of('meetings/spring').location, 'Room 2; BEGIN:VALARM');
      assert.ok(!/^BEGIN:VALARM/m.test(text));
    }
    const { of } = await diaryOf('ben');
    assert.deepEqual([of('due/action/actions%2Ffollow').summary, of('due/action/actions%2Ffollow').description], ['An action is due', null]);
  });

  it('is in the language in which it was asked for', async () => {
    const { of, calendar } = await diaryOf('ben', 'cy');
    assert.equal(of('meetings/spring').summary, 'Un i un misol');
    assert.equal(said(of('meetings/spring'), 'url'), 'http://localhost/cy/small/meetings/spring');
    assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), 'Cyngor Bach Enghreifftiol: Ben Example');
  });

  it('has a higher number when a meeting has changed, and says that it is cancelled when it is called off, always the same one', async () => {
    const first = (await diaryOf('ben')).of('meetings/team');
    const change = (fields: object) => inside.register.perform(request('record.correct', { kind: 'meetings', id: 'team', body: { body: 'cmt', on: '2026-04-08', ...fields } }, { now: instantOf(Date.parse(inside.clock.now)), actor: { person: 'ann' } }));
    good(await change({}));
    const moved = (await diaryOf('ben')).of('meetings/team');
    assert.ok(moved.sequence > first.sequence, `${moved.sequence}`);
    assert.deepEqual([moved.uid, moved.startDate.toString()], [first.uid, '2026-04-08']);
    good(await change({ calledOff: { on: '2026-03-02', why: 'Snow' } }));
    const off = (await diaryOf('ben')).of('meetings/team');
    assert.deepEqual([said(off, 'status'), off.description, off.sequence > moved.sequence], ['CANCELLED', 'Called off: Snow', true]);
    assert.equal(said((await diaryOf('ben')).of('meetings/spring'), 'status'), 'CONFIRMED');
  });

  it('is at an address that is shown once, of which only the newest gives anything, until it is withdrawn', async () => {
    const [old, address] = [await addressFor('ann'), await addressFor('ann')];
    assert.equal((await inside.site.inject({ url: old })).statusCode, 404);
    assert.equal((await inside.site.inject({ url: address })).statusCode, 200);
    const page = (await get('ann')).body;
    assert.ok(!page.includes(address) && page.includes('Withdraw the address'));
    const rows = await inside.database.all('SELECT * FROM calendar_addresses');
    assert.ok(!JSON.stringify(rows).includes(address.slice('/calendar/'.length, -'.ics'.length)));
    const answer = await post('ann', { do: 'withdraw' });
    assert.equal(answer.statusCode, 303);
    assert.match((await get('ann', String(answer.headers.location))).body, /The address is withdrawn/);
    assert.equal((await inside.site.inject({ url: address })).statusCode, 404);
  });

  it('is made by nobody from elsewhere, and for nobody who is not signed in', async () => {
    assert.equal((await inside.site.inject({ url: '/en/small/calendar' })).statusCode, 303);
    const answer = await post('cai', { do: 'make', csrf: 'another' });
    assert.equal(answer.statusCode, 400);
    assert.ok(!answer.body.includes('.ics'));
  });

  it('ends with their standing, and with their account', async () => {
    const [ben, cai] = [await addressFor('ben'), await addressFor('cai')];
    good(await inside.register.perform(request('record.end', { kind: 'appointments', id: 'a2', from: '2026-03-01' }, { now: instantOf(Date.parse(inside.clock.now)), actor: { person: 'ann' } })));
    assert.equal((await inside.site.inject({ url: ben })).statusCode, 404);
    await inside.identity.accounts.close((await inside.identity.accounts.ofPerson('small', 'persons/cai'))?.id ?? assert.fail(), inside.clock.now);
    assert.equal((await inside.site.inject({ url: cai })).statusCode, 404);
  });

  it('is not asked for without end, neither by whoever has it nor by whoever guesses', async () => {
    const ann = await addressFor('ann');
    inside.clock.now = instantOf(Date.parse(inside.clock.now) + 3_600_000);
    const statuses = async (url: string): Promise<readonly number[]> => Promise.all(Array.from({ length: 25 }, async () => (await inside.site.inject({ url })).statusCode));
    const own = await statuses(ann);
    assert.deepEqual([own.filter((one) => one === 200).length, own.filter((one) => one === 429).length], [20, 5]);
    const guessed = await statuses(`/calendar/${'A'.repeat(43)}.ics`);
    assert.deepEqual([guessed.filter((one) => one === 404).length, guessed.filter((one) => one === 429).length], [10, 15]);
    const refused = await inside.site.inject({ url: ann });
    assert.match(String(refused.headers['retry-after']), /^\d+$/);
    inside.clock.now = instantOf(Date.parse(inside.clock.now) + 120_000);
    assert.equal((await inside.site.inject({ url: ann })).statusCode, 200);
  });
});
