import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { date } from '../../src/kernel/date.ts';
import { councilSite } from './council-site.ts';
import type { InsideSite } from './inside-site.ts';
import { LARGE, smallSite } from './small-site.ts';

const COUNCILLORS = '/en/small/instruments/protocol-councillors';

describe('The forms of instruments', () => {
  let inside: InsideSite;
  before(async () => {
    inside = await councilSite();
  });
  after(() => inside.close());

  async function post(person: string, url: string, fields: Readonly<Record<string, string>>, csrf?: string) {
    const cookie = await inside.cookieOf(person);
    const own = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
    const answer = await inside.site.inject({ method: 'POST', url, headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf: csrf ?? own, 'act-reason': 'For the test.', ...fields }).toString() });
    return { status: answer.statusCode, location: answer.headers.location, body: answer.body };
  }
  const get = async (person: string, url: string) => inside.site.inject({ url, headers: { cookie: `answerable=${await inside.cookieOf(person)}` } });
  const now = () => inside.register.image.snapshot(date('2012-12-10'));

  it('draft with clauses of one’s own beside those that were ticked, numbered in order, with who has what', async () => {
    const { status, location } = await post('mari', '/en/small/protocols/new', {
      type: 'protocol', 'tick.posts/director': 'yes', 'tick.posts/housing': 'no', 'tick.posts/education': 'yes', 'title.en': 'Our own', 'title.cy': 'Ein un ni',
      'reviewBy.day': '1', 'reviewBy.month': '12', 'reviewBy.year': '2014',
      'clause.posts_director.challenges..': 'yes',
      'provisions.0.text.en': 'They meet each month.', 'provisions.0.gives.0.to': 'posts/education', 'provisions.0.gives.0.responsibility': 'reports', 'provisions.0.gives.0.towards': 'posts/director',
    });
    assert.deepEqual([status, location], [303, '/en/small/protocols']);
    const made = now().get('instruments/our-own');
    assert.deepEqual([made?.state, made?.version, made?.reviewBy, made?.parties, made?.title.cy], ['draft', '0.1', '2014-12-01', ['posts/director', 'posts/education'], 'Ein un ni']);
    const clauses = now().where('provisions', 'instrument', 'instruments/our-own');
    assert.deepEqual(clauses.map(({ number, gives }) => [number, gives[0]?.to, gives[0]?.responsibility]), [['1', 'posts/director', 'challenges'], ['2', 'posts/education', 'reports']]);
    const typed = await post('mari', '/en/small/protocols/new', { type: 'protocol', 'tick.posts/director': 'yes', 'reviewBy.day': '1', 'reviewBy.month': '12', 'reviewBy.year': '2010', 'title.en': 'Past' });
    assert.equal(typed.status, 400);
    assert.match(typed.body, /not after today/);
    assert.match(typed.body, /<option value="protocol"|name="type" value="protocol"/);
  });

  it('are for those only who may, and of nothing that is not there', async () => {
    assert.equal((await get('ieuan', '/en/small/protocols/new')).statusCode, 403);
    assert.equal((await post('ieuan', '/en/small/protocols/new', { type: 'protocol', 'tick.posts/education': 'yes', 'title.en': 'Mine' })).status, 403);
    assert.equal((await get('ieuan', `${COUNCILLORS}/agree`)).statusCode, 403);
    assert.equal((await get('ieuan', `${COUNCILLORS}/negotiate`)).statusCode, 200);
    assert.doesNotMatch((await get('ieuan', `${COUNCILLORS}/negotiate`)).body, /\/(agree|propose|comment|withdraw)"/);
    for (const url of ['/en/small/instruments/none/negotiate', '/en/small/instruments/none/agree', `${COUNCILLORS}/amendments/none/adopt`, `${COUNCILLORS}/clauses/scheme-2011-1/propose`, '/en/small/communications/none/acknowledge', '/en/small/instruments/none/versions']) {
      assert.equal((await get('tomos', url)).statusCode, 404, url);
    }
    const forged = await post('tomos', `${COUNCILLORS}/comment`, { comment: 'x', party: 'posts/director' }, 'forged');
    assert.equal(now().where('amendments', 'instrument', 'instruments/protocol-councillors').length, 0, forged.body.slice(0, 200));
  });

  it('agree to the version that was read and to no other, and are done once however often they are sent', async () => {
    const old = await post('tomos', `${COUNCILLORS}/agree`, { party: 'posts/director', version: '0.2' });
    assert.equal(old.status, 409);
    assert.match(old.body, /is now version 0\.3, not 0\.2\. Read it again/);
    assert.match(old.body, /name="version" value="0\.3"/);
    const fields = { party: 'posts/director', version: '0.3', 'act-key': 'once' };
    for (let time = 0; time < 2; time += 1) assert.equal((await post('tomos', `${COUNCILLORS}/agree`, fields)).status, 303);
    assert.equal(now().where('agreements', 'instrument', 'instruments/protocol-councillors').length, 1);
    const council = await post('tomos', `${COUNCILLORS}/agree`, { party: 'bodies/council', version: '0.3' });
    assert.match(council.body, /speaks through|Nobody is recorded as chairing/);
  });

  it('say in Welsh on a Welsh page what stands in the way', async () => {
    assert.equal((await post('tomos', `/cy/small/instruments/protocol-councillors/comment`, { comment: 'Pwy sy’n dweud?', party: 'posts/director' })).status, 303);
    const refused = await post('tomos', '/cy/small/instruments/protocol-councillors/agree', { party: 'posts/director', version: '0.3' });
    assert.match(refused.body, /Mae cynigion neu sylwadau’n agored neu dan anghydfod\./);
    assert.equal(now().where('amendments', 'instrument', 'instruments/protocol-councillors')[0]?.comment?.cy, 'Pwy sy’n dweud?');
  });
});

describe('The pages of instruments of a register that was read from a file', () => {
  it('can be read by everybody, with no way to do anything', async () => {
    const faults: unknown[] = [];
    const site = await smallSite(faults);
    const list = await site.inject({ url: `/en/${LARGE}/protocols` });
    assert.equal(list.statusCode, 200);
    const addresses = [...list.body.matchAll(/href="(\/en\/[^"]*\/instruments\/[^"/]+)"/g)].map(([, href = '']) => href);
    assert.ok(addresses.length > 0);
    for (const address of addresses.slice(0, 5)) {
      const pages = await Promise.all(['', '/negotiate', '/versions'].map((rest) => site.inject({ url: `${address}${rest}` })));
      assert.deepEqual(pages.map(({ statusCode }) => statusCode), [200, 200, 200], address);
      for (const { body } of pages) assert.doesNotMatch(body, /\/(agree|propose|comment|renew|withdraw|communicate)"/);
    }
    await site.close();
    assert.deepEqual(faults, []);
  });
});
