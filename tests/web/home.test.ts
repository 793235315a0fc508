import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { instantOf } from '../../src/kernel/instant.ts';
import { COUNCIL, insideSite, type InsideSite } from './inside-site.ts';

/** With a councillor and a clerk, and a protocol that the director has not agreed. */
const WITH_MEMBERS = `${COUNCIL.replace('posts:', 'posts:\n  - { id: chair, title: Chair of Scrutiny, designations: [scrutiny-chair] }\n  - { id: clerk, title: Clerk, designations: [head-of-democratic-services] }').replace('  - { id: cai, name: Cai Example }', '  - { id: cai, name: Cai Example }\n  - { id: dee, name: Dee Example }\n  - { id: eve, name: Eve Example }').replace('appointments:', 'appointments:\n  - { id: a8, person: dee, post: chair, basis: permanent, from: 2010-01-01 }\n  - { id: a9, person: eve, post: clerk, basis: permanent, from: 2010-01-01 }')}
instruments:
  - { id: protocol, title: Protocol between us, type: protocol, state: agreed, version: 1, parties: [chief, director], agreedOn: 2011-02-01, reviewBy: 2012-02-01 }
agreements:
  - { id: g1, instrument: protocol, version: 1, party: chief, signedBy: ann, on: 2011-02-01 }
`;

/** The words of the page up to the grid. */
const text = (body: string): string => (body.split('id="grid"')[0] ?? '').replace(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replace(/\s+/g, ' ');

describe('The first page of somebody who is signed in', () => {
  let inside: InsideSite;
  const cookies = new Map<string, string>();
  before(async () => {
    inside = await insideSite(WITH_MEMBERS);
    for (const person of ['ann', 'ben', 'cai', 'dee', 'eve']) cookies.set(person, await inside.cookieOf(person));
  });
  after(() => inside.close());

  const page = async (person: string, url = '/en/small'): Promise<string> => {
    const answer = await inside.site.inject({ url, headers: { cookie: `answerable=${cookies.get(person) ?? ''}` } });
    assert.equal(answer.statusCode, 200, url);
    return answer.body;
  };
  const sections = async (person: string): Promise<readonly string[]> => [...(await page(person)).matchAll(/<h3[^>]*id="needs-([a-z]+)"/g)].map(([, id = '']) => id);
  /** So many minutes later they come back; a session that nobody used has ended. */
  const later = async (minutes: number): Promise<void> => {
    inside.clock.now = instantOf(Date.parse(inside.clock.now) + minutes * 60_000);
    for (const person of cookies.keys()) cookies.set(person, await inside.cookieOf(person));
  };
  /** Posts a form of the pages. */
  const send = async (person: string, url: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const cookie = cookies.get(person) ?? '';
    const csrf = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
    const answer = await inside.site.inject({ method: 'POST', url, headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, 'act-read': '0', ...fields }).toString() });
    assert.equal(answer.statusCode, 303, answer.body.slice(0, 300));
  };

  it('says who they are, and in which posts', async () => {
    const words = text(await page('ben'));
    assert.match(words, /You are Ben Example: Director\. What you see here is for: statutory officer, chief officer and manager\./);
    assert.match(text(await page('ben', '/cy/small')), /Ben Example ydych chi: Director\./);
  });

  it('shows each role first what it comes for', async () => {
    assert.equal((await sections('ben'))[0], 'exposure');
    assert.equal((await sections('dee'))[0], 'questions');
    assert.deepEqual((await sections('eve')).slice(0, 2), ['agreement', 'review']);
    assert.equal((await sections('ann'))[0], 'answer');
  });

  it('leads to the form that does it, with what is known filled in', async () => {
    const [, href = ''] = /href="([^"]*instruments\/protocol\/agree[^"]*)"/.exec(await page('ben')) ?? [];
    const form = await page('ben', href.replaceAll('&amp;', '&'));
    assert.match(form, /name="version"[^>]*value="1"|value="1"[^>]*name="version"/);
    // What is another's to agree is not offered as theirs.
    assert.doesNotMatch(await page('eve'), /instruments\/protocol\/agree/);
  });

  it('is how the authority stood on any other date, and as it was known', async () => {
    for (const query of ['?as-at=2012-06-01', '?day=31&month=2&year=2012']) {
      const answer = await inside.site.inject({ url: `/en/small${query}`, headers: { cookie: `answerable=${cookies.get('ben') ?? ''}` } });
      assert.doesNotMatch(answer.body, /What needs you/);
      assert.match(answer.body, /What to do first/);
    }
  });

  it('tells what others entered, and which verdicts moved, since the visit before; not what is hidden, nor what they did themselves', async () => {
    for (const person of ['ben', 'cai', 'ann', 'dee']) await page(person);
    assert.match(text(await page('ben')), /This is your first visit\./);
    await later(30);
    assert.match(text(await page('ben')), /This is your first visit\./, 'half an hour later it is the same visit');
    await later(90);
    await page('cai');
    await send('ann', '/en/small/records/seats/s1/end', { 'act-reason': 'Left the team.', 'act-from.day': '1', 'act-from.month': '12', 'act-from.year': '2012' });
    await send('ann', '/en/small/records/advice/closed/correct', { 'act-reason': 'Said more plainly between us.', nature: 'concern', from: 'posts/deputy', by: 'persons/cai', to: 'posts/chief', 'subject.en': 'A matter that stays between us', 'on.day': '2', 'on.month': '5', 'on.year': '2012', confidential: 'yes' });
    await later(90);
    const director = text(await page('ben'));
    assert.match(director, /You last looked on /);
    assert.match(director, /Ann Example \(\s*Chief Executive\s*\)\. Ended: Seat: Corporate Management Team, Director\s*\. Left the team\./);
    assert.match(director, /Fell : Member of the corporate management team , on paper: Met, then not met/);
    assert.doesNotMatch(director, /A matter that stays|more plainly/);
    assert.match(text(await page('cai')), /Said more plainly between us\./);
    assert.match(text(await page('ann')), /Nobody else has entered anything that is for you to see\./);
    await later(90);
    assert.match(text(await page('ben')), /Nobody else has entered anything that is for you to see\. Verdicts that moved No verdict is another than it was then\./);
  });

  it('keeps when they last looked beside the register, for each account', async () => {
    const rows = await inside.database.all('SELECT account, visit_before FROM last_looked');
    assert.ok(rows.length >= 4);
    assert.ok(rows.every(({ account }) => typeof account === 'string'));
  });
});
