import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { saidFault } from '../../src/web/said-fault.ts';
import { refusalWords } from '../../src/web/words/refusals.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

describe('A form on a Welsh page', () => {
  let inside: InsideSite;
  let cookie: string;
  before(async () => {
    inside = await insideSite();
    cookie = await inside.cookieOf('ann');
  });
  after(() => inside.close());

  const post = async (url: string, fields: Readonly<Record<string, string>>) => {
    const csrf = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
    const { statusCode, body } = await inside.site.inject({ method: 'POST', url, headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, 'act-reason': 'I’w brofi.', ...fields }).toString() });
    return { status: statusCode, body, errors: [...body.matchAll(/<(?:li>\s*<a href="#[^"]*"|p id="[^"]*-error" class="govuk-error-message")>\s*([\s\S]*?)\s*<\/(?:a|p)>/g)].map(([, words = '']) => words.trim()) };
  };

  it('says in Welsh what is missing, is no date, names no record or is no choice, with the Welsh name of the field', async () => {
    const { status, errors, body } = await post('/cy/small/records/appointments/new-record', { basis: 'for-ever' });
    assert.equal(status, 400);
    const all = errors.join('\n');
    for (const words of [/Mae ‘Person’ ar goll\. Llenwch ef\./, /Mae ‘Swydd’ ar goll/, /Ni all ‘Sail’ fod yn ‘for-ever’/]) assert.match(all, words);
    assert.match(body, /<title>Gwall: /);
    assert.doesNotMatch(body, /visually-hidden">Error:/);
    assert.doesNotMatch(all, /lang="en"/);
    assert.match(body, /<option value="posts\/chief" lang="en">Chief Executive/);
    const unknown = await post('/cy/small/records/appointments/new-record', { person: 'persons/ann', post: 'posts/nobody', basis: 'permanent' });
    assert.match(unknown.errors.join('\n'), /Nid yw ‘posts\/nobody’ yn ddynodydd/);
    const ended = await post('/cy/small/records/bodies/cmt/end', { 'act-read': '0', 'act-from.day': '31', 'act-from.month': '2', 'act-from.year': '2013' });
    assert.equal(ended.status, 400);
    assert.match(ended.errors.join('\n'), /Nid yw ‘2013-02-31’ yn ddyddiad sy’n bod\./);
    const reversed = await post('/cy/small/records/appointments/new-record', { person: 'persons/ben', post: 'posts/chief', basis: 'permanent', 'act-from.day': '5', 'act-from.month': '5', 'act-from.year': '2012', 'act-until.day': '5', 'act-until.month': '5', 'act-until.year': '2011' });
    assert.match(reversed.errors.join('\n'), /Rhaid i’r diwrnod cyntaf nad yw’n dal fod yn hwyrach/);
  });

  it('marks every other sentence as English, in the summary and beside its control, and an English page marks none', async () => {
    // A line that comes back to where it began has no words in Welsh.
    const fields = { 'title.en': 'Chief Executive', reportsTo: 'posts/chief', 'act-read': '0' };
    const welsh = await post('/cy/small/records/posts/chief/correct', fields);
    const english = await post('/en/small/records/posts/chief/correct', fields);
    assert.deepEqual([welsh.status, english.status], [400, 400]);
    assert.match(welsh.body, /govuk-error-summary__list">\s*<li>\s*(?:<a[^>]*>)?<span lang="en">/);
    assert.doesNotMatch(english.body, /<span lang="en">/);
  });

  it('says too many tries and a wrong password in Welsh', async () => {
    const { body } = await inside.site.inject({ method: 'POST', url: '/cy/sign-in', headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }, payload: 'name=ann%40example.org&password=not+this+one+at+all' });
    assert.match(body, /Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir/);
    assert.doesNotMatch(body, /is not right/);
  });
});

describe('A fault as a page says it', () => {
  const fault = { category: 'input' as const, code: 'bad-date', sentence: '`on` must be a date.', found: '2012-02-30', place: { path: 'advice/one.on' } };

  it('fills what was found into the Welsh words, with the nearest choice as a question', () => {
    assert.deepEqual(saidFault({ ...fault, nearest: '2012-02-03' }, 'cy'), { text: 'Rhaid i ‘Ar’ fod yn ddyddiad sy’n bod; cafwyd ‘2012-02-30’. Ai ‘2012-02-03’ oeddech yn ei feddwl?' });
    assert.deepEqual(saidFault(fault, 'en'), { text: '`on` must be a date.' });
  });

  it('stays in its own marked sentence where the words have nothing to say, and where there are no words for its code', () => {
    const { place: _, ...nowhere } = fault;
    assert.deepEqual(saidFault(nowhere, 'cy'), { text: '`on` must be a date.', lang: 'en' });
    assert.deepEqual(saidFault({ category: 'ours', code: 'not-durable', sentence: 'The disk is full.' }, 'cy'), { text: 'The disk is full.', lang: 'en' });
  });

  it('that was said for this reader is said as it is', () => {
    assert.deepEqual(saidFault({ category: 'conflict', code: 'changed-since', sentence: 'Newidiwyd y gofrestr.', lang: 'cy' }, 'cy'), { text: 'Newidiwyd y gofrestr.' });
  });

  it('has the same places in the words of both languages', () => {
    const places = (words: string): readonly string[] => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted();
    for (const [code, { en, cy }] of Object.entries(refusalWords)) assert.deepEqual(places(cy), places(en), code);
  });
});
