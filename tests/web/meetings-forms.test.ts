import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MEETING_COUNCIL } from '../areas/meetings/meetings-register.ts';
import { date } from '../../src/kernel/date.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

describe('A form of a meeting or an action', () => {
  let inside: InsideSite;
  before(async () => {
    inside = await insideSite(MEETING_COUNCIL);
  });
  after(() => inside.close());

  const post = async (person: string, path: string, fields: Readonly<Record<string, string>>) => {
    const cookie = await inside.cookieOf(person);
    const csrf = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
    const { statusCode, body, headers } = await inside.site.inject({ method: 'POST', url: path, headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, 'act-reason': 'For the test.', ...fields }).toString() });
    const [, summary = ''] = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(body) ?? [];
    return { status: statusCode, body, to: headers.location ?? '', summary: summary.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim() };
  };
  const day = (name: string, date: string): Record<string, string> => {
    const [year = '', month = '', of = ''] = date.split('-');
    return { [`${name}.day`]: of, [`${name}.month`]: month, [`${name}.year`]: year };
  };

  it('says what is missing or no date by the name of its field, in both languages, and keeps what was typed', async () => {
    const missing = await post('ben', '/en/small/meetings/new', { times: '1', place: 'Room 2' });
    assert.deepEqual([missing.status, missing.summary], [400, '‘Day of the first meeting’ is missing. Fill it in.']);
    assert.match(missing.body, /value="Room 2"/);
    assert.equal((await post('ben', '/cy/small/meetings/new', { times: '1' })).summary, 'Mae ‘Diwrnod y cyfarfod cyntaf’ ar goll. Llenwch ef.');
    assert.match((await post('ben', '/en/small/meetings/new', { times: '1', ...day('on', '2013-02-31') })).summary, /‘Day of the first meeting’ must be a date that exists; ‘2013-02-31’/);
  });

  it('says in Welsh why an act is refused', async () => {
    const refused = await post('ben', '/cy/small/meetings/quick/one-to-one', { ...day('on', '2012-12-10'), 'there.0': 'posts/chief', 'there.1': 'posts/director' });
    assert.deepEqual([refused.status, refused.summary], [400, 'Dywedwch am beth yr oedd: o leiaf un pwnc.']);
  });

  it('is done once, however often it is sent, and leads on with a number', async () => {
    const fields = { series: 'series/cmt', times: '2', ...day('on', '2012-12-17'), 'act-key': 'the-same' };
    const [first, again] = [await post('ben', '/en/small/meetings/new', fields), await post('ben', '/en/small/meetings/new', fields)];
    assert.deepEqual([first.status, first.to], [303, again.to]);
    assert.match(first.to, /\/en\/small\/meetings\?saved=\d+$/);
  });

  it('is not for those who are not of the meeting', async () => {
    await post('ben', '/en/small/meetings/new', { series: 'series/one-to-one', times: '1', ...day('on', '2012-12-10') });
    for (const step of ['agenda', 'issue', 'minutes', 'agree', 'call-off']) assert.equal((await post('cai', `/en/small/meetings/one-to-one-2012-12-10/${step}`, { why: 'Snow' })).status, 403, step);
    assert.equal((await post('cai', '/en/small/meetings/quick/one-to-one', {})).status, 403);
    assert.equal((await post('cai', '/en/small/meetings/never/minutes', {})).status, 404);
    assert.doesNotMatch((await inside.site.inject({ url: '/en/small/meetings/one-to-one-2012-12-10', headers: { cookie: `answerable=${await inside.cookieOf('cai')}` } })).body, /Take the minutes|Call it off/);
  });

  it('takes an action from its owner to those who accept it', async () => {
    const added = await post('ann', '/en/small/actions/new', { what: 'Write to the board', owner: 'posts/director', acceptedBy: 'bodies/cmt', ...day('due', '2012-12-20') });
    assert.equal(added.status, 303, added.summary);
    assert.equal((await post('ben', '/en/small/actions/action/report', { state: 'complete-claimed' })).status, 303);
    assert.match((await post('ben', '/en/small/actions/action/accept', { outcome: 'complete-accepted' })).summary, /Whoever does an action does not accept that it is done/);
    assert.equal((await post('ann', '/en/small/actions/action/accept', { outcome: 'complete-accepted' })).status, 303);
    const { state, acceptedBy } = (await inside.register.latest()).snapshot(date('2012-12-10')).get('actions/action') ?? assert.fail();
    assert.deepEqual([state, acceptedBy], ['complete-accepted', 'bodies/cmt']);
  });
});
