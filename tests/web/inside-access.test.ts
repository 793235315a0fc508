import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { KIND_NAMES } from '../../src/model/kinds.ts';
import { COUNCIL, insideSite, type InsideSite } from './inside-site.ts';

/** Words that only those concerned may meet, and who they are. */
const SECRETS = [
  { words: 'A matter that stays between us', concerned: ['ann', 'cai'] },
  { words: 'advice/closed', concerned: ['ann', 'cai'] },
  { words: 'W/1234', concerned: ['ann', 'ben'] },
] as const;
const PEOPLE = ['ann', 'ben', 'cai', 'dee', 'mon'] as const;

describe('Every page', () => {
  let inside: InsideSite;
  before(async () => {
    inside = await insideSite(COUNCIL.replace('  - { id: cai, name: Cai Example }', '  - { id: cai, name: Cai Example }\n  - { id: dee, name: Dee Example }\n  - { id: mon, name: Mon Example }').replace('posts:', 'posts:\n  - { id: mo, title: Monitoring Officer, designations: [monitoring-officer] }').replace('appointments:', 'appointments:\n  - { id: a9, person: mon, post: mo, basis: permanent, from: 2010-01-01 }'));
  });
  after(() => inside.close());

  const get = async (url: string, person?: string): Promise<{ status: number; body: string; location: string | undefined }> => {
    const answer = await inside.site.inject({ url, headers: person === undefined ? {} : { cookie: `answerable=${cookies.get(person) ?? ''}` } });
    return { status: answer.statusCode, body: answer.body, location: answer.headers.location };
  };
  const cookies = new Map<string, string>();
  before(async () => {
    for (const person of PEOPLE) cookies.set(person, await inside.cookieOf(person));
  });

  /** Every address that a page of the register leads to, and some that none does. */
  async function addresses(person: string): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    const waiting = ['/en/small', '/en/small/records', '/en/small/records/advice/closed', '/en/small/records/advice/closed/change', '/en/small/records?q=matter', '/en/small/records?q=1234', '/cy/small/records/advice', '/en/small/what-if?vacate=director', ...KIND_NAMES.map((kind) => `/en/small/records/${kind}?q=a`)];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (seen.has(url)) continue;
      seen.add(url);
      const { body } = await get(url, person);
      for (const [, href = ''] of body.matchAll(/href="(\/(?:en|cy)\/small[^"#]*)/g)) waiting.push(href.replaceAll('&amp;', '&'));
    }
    return seen;
  }

  it('that anybody can get to tells nobody what is not for them, by any way', async () => {
    let requests = 0;
    const all = await addresses('ann');
    assert.ok(all.size > 200);
    for (const person of PEOPLE) {
      for (const url of all) {
        requests += 1;
        const { body } = await get(url, person);
        for (const { words, concerned } of SECRETS) {
          // The address that was asked for comes back in links to the same page in the other language.
          const said = body.replaceAll(/href="[^"]*"|action="[^"]*"|“[^”]*”/g, '');
          if (!(concerned as readonly string[]).includes(person)) assert.ok(!said.includes(words), `${person} learns “${words}” at ${url}`);
        }
      }
    }
    assert.ok(requests > 800);
  });

  it('answers somebody who may not know of a record as if it never was', async () => {
    const [hidden, never] = [await get('/en/small/records/advice/closed', 'ben'), await get('/en/small/records/advice/nothing', 'ben')];
    assert.equal(hidden.status, 404);
    assert.equal(hidden.body.replaceAll('closed', 'nothing'), never.body);
    assert.equal((await get('/en/small/records/advice/closed', 'cai')).status, 200);
  });

  it('is shown to nobody who is not signed in, and sends them to sign in', async () => {
    for (const url of ['/en/small', '/cy/small/records', '/en/small/records/posts/chief', '/en/small/records/posts/new-record', '/en/small/kept/checkpoint', '/en/nothing-here', '/en/']) {
      const { status, location, body } = await get(url);
      assert.equal(status, 303, url);
      assert.match(location ?? '', /^\/(en|cy)\/sign-in/);
      assert.equal(body, '');
    }
  });

  it('refuses to enter, change or end what the posts of the day do not cover, and writes nothing', async () => {
    const entries = inside.register.image.entries.length;
    const post = async (url: string, person: string, fields: Readonly<Record<string, string>>) => {
      const cookie = cookies.get(person) ?? '';
      const csrf = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
      return inside.site.inject({ method: 'POST', url, headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, 'act-reason': 'To try it.', ...fields }).toString() });
    };
    assert.equal((await post('/en/small/records/posts/new-record', 'dee', { 'title.en': 'Mine' })).statusCode, 403);
    assert.equal((await post('/en/small/records/findings/new-record', 'ann', { 'text.en': 'No inspector' })).statusCode, 403);
    assert.equal((await post('/en/small/records/advice/closed/end', 'ben', { 'act-from.day': '1', 'act-from.month': '1', 'act-from.year': '2013' })).statusCode, 404);
    assert.equal((await post('/en/small/records/advice/new-record', 'ben', { nature: 'advice', from: 'posts/chief', to: 'posts/deputy', 'subject.en': 'In another’s name', 'on.day': '1', 'on.month': '1', 'on.year': '2013' })).statusCode, 403);
    assert.equal((await post('/en/small/records/bodies/cmt/end', 'ann', { csrf: 'of another session', 'act-from.day': '1', 'act-from.month': '1', 'act-from.year': '2013' })).statusCode, 400);
    const elsewhere = await inside.site.inject({ method: 'POST', url: '/en/small/records/bodies/cmt/end', headers: { cookie: `answerable=${cookies.get('ann') ?? ''}`, 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' }, payload: 'act-reason=x' });
    assert.equal(elsewhere.statusCode, 400);
    assert.equal(inside.register.image.entries.length, entries);
  });

  it('leaves what somebody may not see of a record as it is when they correct the rest', async () => {
    const cookie = cookies.get('mon') ?? '';
    const csrf = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
    const url = '/en/small/records/persons/ben/correct';
    const form = await get(url, 'mon');
    assert.doesNotMatch(form.body, /W\/1234|registrations/);
    // What is posted for a hidden field is not taken either.
    const payload = new URLSearchParams({ csrf, 'act-read': '0', 'act-reason': 'Misspelt.', 'name.en': 'Benjamin Example', 'registrations.0.body': 'Other', 'registrations.0.number': '9' }).toString();
    const saved = await inside.site.inject({ method: 'POST', url, headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload });
    assert.equal(saved.statusCode, 303);
    const [ben] = inside.register.image.versions('persons', 'ben') as unknown as readonly { name: unknown; registrations: readonly { number: string }[] }[];
    assert.deepEqual([ben?.name, ben?.registrations.map(({ number }) => number)], [{ en: 'Benjamin Example' }, ['W/1234']]);
  });

  it('makes one entry of a form that is sent twice', async () => {
    const cookie = cookies.get('ann') ?? '';
    const csrf = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
    const payload = new URLSearchParams({ csrf, 'act-key': 'sent-twice', 'act-reason': 'A forum began.', 'name.en': 'Forum', type: 'forum', 'act-id': 'forum' }).toString();
    const send = () => inside.site.inject({ method: 'POST', url: '/en/small/records/bodies/new-record', headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload });
    const entries = inside.register.image.entries.length;
    const [one, two] = await Promise.all([send(), send()]);
    assert.deepEqual([one.statusCode, two.statusCode, one.headers.location], [303, 303, two.headers.location]);
    assert.equal(inside.register.image.entries.length, entries + 1);
  });

  it('ends with the appointment: the day after it somebody sees what is public and keeps nothing', async () => {
    const cookie = cookies.get('cai') ?? '';
    assert.ok((await get('/en/small/records/meetings', 'cai')).status === 200 && cookie !== '');
    const csrf = (await inside.identity.sessions.find(cookies.get('ann') ?? '', inside.clock.now))?.csrf ?? '';
    const ended = await inside.site.inject({ method: 'POST', url: '/en/small/records/appointments/a3/end', headers: { cookie: `answerable=${cookies.get('ann') ?? ''}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, 'act-reason': 'Left.', 'act-read': '0', 'act-from.day': '1', 'act-from.month': '12', 'act-from.year': '2012' }).toString() });
    assert.equal(ended.statusCode, 303);
    assert.doesNotMatch((await get('/en/small/records/persons', 'cai')).body, /Ann Example|Ben Example/);
  });
});
