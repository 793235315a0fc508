import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { instantOf } from '../../src/kernel/instant.ts';
import { partnerSite, type PartnerSite } from './partner-site.ts';

const DAY_MS = 24 * 3_600_000;

describe('A link for a partner', () => {
  let place: PartnerSite;
  before(async () => {
    place = await partnerSite();
  });
  after(() => place.close());

  const get = (url: string) => place.site.inject({ url });
  const send = (url: string, fields: Readonly<Record<string, string>> = {}) => place.site.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString() });
  const newest = async () => (await place.register.latest()).entries.at(-1) ?? assert.fail();
  const size = async (): Promise<number> => (await place.register.latest()).entries.length;
  const HEALTH = { recipient: 'organisations/health' };

  it('lets somebody without an account answer a request for data, once, and the register says by which link and who made that', async () => {
    const url = await place.makeLink('cai', 'requests/vacancies', HEALTH);
    const shown = await get(url);
    assert.equal(shown.statusCode, 200);
    for (const words of ['Small Example Council asks you for information', 'Vacancies in homes', 'How many posts are vacant today?', 'Example Health Board', '31 December 2012']) assert.ok(shown.body.includes(words), words);
    for (const hidden of ['Cai Example', 'Ann Example', '/en/small/', 'Example Police']) assert.ok(!shown.body.includes(hidden), `${hidden} is not needed`);
    assert.match((await get(url.replace('/en/', '/cy/'))).body, /Mae Cyngor Bach Enghreifftiol yn gofyn i chi am wybodaeth[^]*Swyddi gwag mewn cartrefi/);
    const before = await size();
    const sent = await send(url, { answer: 'Three posts.\r\nOne since May.' });
    assert.deepEqual([sent.statusCode, sent.headers.location], [303, url]);
    const { actor, reason, changes } = await newest();
    assert.match(actor.person, /^link \d+, made by cai$/);
    assert.match(reason, /^Answered for organisations\/health by the link that cai made on 2026-03-02/);
    const [change] = changes;
    const answered = change?.record as unknown as Readonly<Record<string, unknown>>;
    assert.equal(change?.kind, 'returns');
    assert.deepEqual([answered['request'], answered['from'], answered['on'], answered['content']], ['requests/vacancies', 'organisations/health', '2012-12-10', { en: 'Three posts.\nOne since May.' }]);

    const used = await get(url);
    assert.equal(used.statusCode, 200);
    assert.match(used.body, /Thank you: your answer was received/);
    assert.ok(!used.body.includes('Vacancies'), 'what it was about is told no more');
    assert.match((await send(url, { answer: 'Four posts.' })).body, /Thank you/);
    assert.equal(await size(), before + 1);
  });

  it('takes one of several answers that come at once', async () => {
    const url = await place.makeLink('cai', 'requests/vacancies', HEALTH);
    const before = await size();
    const answers = await Promise.all(Array.from({ length: 5 }, (_, n) => send(url, { answer: `Answer ${n}.` })));
    assert.ok(answers.every(({ statusCode }) => statusCode === 303 || statusCode === 200));
    assert.equal(await size(), before + 1);
  });

  it('keeps what was typed where it is wrong, and takes no empty and no endless answer', async () => {
    const url = await place.makeLink('cai', 'requests/vacancies', HEALTH);
    const empty = await send(url, { answer: '  ' });
    assert.equal(empty.statusCode, 400);
    assert.match(empty.body, /<title[^>]*>\s*Error: [^]*href="#field-answer">Write your answer</);
    const long = await send(url, { answer: 'x'.repeat(10_001) });
    assert.match(long.body, /has 10001 characters: 10000 is the most/);
    assert.ok(long.body.includes('xxxxxxxxxx'));
    assert.equal((await send(url, { answer: 'Now short.' })).statusCode, 303);
  });

  it('lets a group or an organisation respond to a consultation, somebody acknowledge what was sent, and a party agree', async () => {
    const group = await place.makeLink('ben', 'consultations/framework', { recipient: 'group/partners' });
    assert.match((await get(group)).body, /Partners[^]*Your response/);
    assert.equal((await send(group.replace('/en/', '/cy/'), { answer: 'Cytunwn.' })).statusCode, 303);
    assert.partialDeepStrictEqual((await newest()).changes[0]?.record, { consultation: 'consultations/framework', group: 'partners', text: { cy: 'Cytunwn.' } });
    await send(await place.makeLink('ben', 'consultations/framework', { recipient: 'organisations/police' }), { answer: 'We agree.' });
    assert.partialDeepStrictEqual((await newest()).changes[0]?.record, { organisation: 'organisations/police', text: { en: 'We agree.' } });

    const acknowledged = await place.makeLink('ben', 'communications/sent', { ...HEALTH, person: 'persons/gil' });
    assert.match((await get(acknowledged)).body, /Protocol with the health board[^]*Gil Partner[^]*By post[^]*Say that it reached me/);
    assert.equal((await send(acknowledged)).statusCode, 303);
    assert.partialDeepStrictEqual((await newest()).changes[0]?.record, { of: 'communications/sent', by: 'persons/gil' });

    const agreed = await place.makeLink('ben', 'instruments/protocol', { ...HEALTH, person: 'persons/gil' });
    assert.match((await get(agreed)).body, /asks for your agreement[^]*Each tells the other within a day[^]*Agree for Example Health Board/);
    assert.equal((await send(agreed)).statusCode, 303);
    assert.partialDeepStrictEqual((await newest()).changes[0]?.record, { instrument: 'instruments/protocol', version: '2', party: 'organisations/health', signedBy: 'persons/gil' });
  });

  it('opens nothing once it has run out, is withdrawn, or its maker may no longer enter the answer', async () => {
    const [late, withdrawn, orphan] = [await place.makeLink('cai', 'requests/vacancies', { ...HEALTH, days: '1' }), await place.makeLink('cai', 'requests/vacancies', HEALTH), await place.makeLink('cai', 'requests/vacancies', HEALTH)];
    const now = place.clock.now;
    place.clock.now = instantOf(Date.parse(now) + DAY_MS);
    assert.match((await get(late)).body, /This link opens nothing[^]*It worked until 3 March 2026/);
    const size0 = await size();
    assert.equal((await send(late, { answer: 'Too late.' })).statusCode, 404);
    place.clock.now = now;
    const listed = await place.site.inject({ url: '/en/small/records/requests/vacancies/links', headers: { cookie: `answerable=${await place.cookieOf('ben')}` } });
    assert.match(listed.body, /Example Health Board[^]*Cai Example[^]*Open until/);
    // The two newest come first, in whatever order of the same moment: whichever is withdrawn, the other still opens.
    const ids = [...listed.body.matchAll(/name="id" value="(\d+)"/g)].map(([, id = '']) => id);
    for (const id of ids) assert.equal((await place.post('ben', '/en/small/records/requests/vacancies/links/withdraw', { id })).statusCode, 303);
    const gone = await send(withdrawn, { answer: 'Anyway.' });
    assert.deepEqual([gone.statusCode, /The authority has withdrawn it/.test(gone.body)], [404, true]);
    assert.equal((await get(orphan)).statusCode, 404);
    assert.match((await get('/en/link/0000000000000000000000000000000000000000000')).body, /There is no such link/);
    assert.equal(await size(), size0);

    const another = await place.makeLink('cai', 'requests/vacancies', HEALTH);
    assert.equal((await get(another)).statusCode, 200);
    assert.equal((await place.post('ben', '/en/small/records/appointments/a3/end', { 'act-reason': 'Left.', 'act-read': '0', 'act-from.day': '1', 'act-from.month': '12', 'act-from.year': '2012' })).statusCode, 303);
    assert.match((await get(another)).body, /takes no answer any more/);
    assert.equal((await send(another, { answer: 'Still here?' })).statusCode, 404);
  });

  it('is made only by those who may enter the answer themselves, for whom the record names, for 30 days at most', async () => {
    const links = '/en/small/records/requests/vacancies/links';
    const refused = await place.post('dee', links, { ...HEALTH, days: '14' });
    assert.equal(refused.statusCode, 403, 'a councillor enters no returns');
    assert.equal((await place.post('dee', `${links}/withdraw`, { id: '1' })).statusCode, 403);
    assert.ok(!(await place.site.inject({ url: '/en/small/records/requests/vacancies', headers: { cookie: `answerable=${await place.cookieOf('dee')}` } })).body.includes(links));
    assert.ok((await place.site.inject({ url: '/en/small/records/requests/vacancies', headers: { cookie: `answerable=${await place.cookieOf('ben')}` } })).body.includes(links));
    for (const [fields, said] of [
      [{ recipient: 'organisations/police', days: '14' }, 'Choose who the link is for'],
      [{ ...HEALTH, days: '31' }, 'Give a number of days from 1 to 30'],
      [{ ...HEALTH, days: '0' }, 'Give a number of days from 1 to 30'],
      [{ ...HEALTH, days: '14', csrf: 'of another' }, 'This form was open too long'],
    ] as const) {
      const answer = await place.post('ben', links, fields);
      assert.equal(answer.statusCode, 400, JSON.stringify(fields));
      assert.ok(answer.body.includes(said), said);
    }
    assert.match((await place.post('ben', '/en/small/records/instruments/protocol/links', { ...HEALTH, days: '14', person: 'persons/nobody' })).body, /Choose who will sign/);
    assert.match((await place.post('ben', '/en/small/records/requests/done/links', { ...HEALTH, days: '14' })).body, /Nothing can be answered here now/);
    assert.equal((await place.post('ben', '/en/small/records/posts/director/links', { ...HEALTH, days: '14' })).statusCode, 404);
    assert.equal((await place.site.inject({ url: links })).statusCode, 303, 'whoever has not signed in is sent to do so');
  });

  it('is kept as a digest alone, is passed on to no other site, and is found by no search', async () => {
    const url = await place.makeLink('ben', 'requests/vacancies', HEALTH);
    const secret = url.split('/').at(-1) ?? '';
    for (const file of readdirSync(place.folder).filter((name) => name.startsWith('accounts.sqlite'))) assert.ok(!readFileSync(join(place.folder, file)).includes(secret), file);
    for (const answer of [await get(url), await send(url, {}), await get('/en/link/none')]) {
      assert.deepEqual([answer.headers['referrer-policy'], answer.headers['x-robots-tag'], answer.headers['cache-control']], ['no-referrer', 'noindex, nofollow', 'no-store']);
      assert.match(answer.body, /<meta name="robots" content="noindex, nofollow">[^]*<meta name="referrer" content="no-referrer">/);
      assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/);
    }
  });
});
