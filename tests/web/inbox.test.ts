import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { instantOf } from '../../src/kernel/instant.ts';
import { asked, good, request } from '../kept/folder.ts';
import { inboxSite, type InboxSite } from './inbox-site.ts';

const text = (body: string): string => (/<main[^]*<\/main>/.exec(body)?.[0] ?? body).replace(/<[^>]+>/g, ' ').replace(/&#39;/g, '’').replace(/&quot;/g, '"').replace(/\s+/g, ' ');
const minutes = (count: number): number => count * 60_000;

describe('The inbox', () => {
  let place: InboxSite;
  before(async () => {
    place = await inboxSite();
    await place.listen();
  });
  after(() => place.close());

  const get = async (person: string, url: string) => place.site.inject({ url, headers: { cookie: `answerable=${await place.cookieOf(person)}` } });
  async function post(person: string, url: string, fields: Readonly<Record<string, string>>) {
    const cookie = await place.cookieOf(person);
    const csrf = (await place.identity.sessions.find(cookie, place.clock.now))?.csrf ?? '';
    return place.site.inject({ method: 'POST', url, headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, ...fields }).toString() });
  }
  const path = (link: string | undefined): string => (link === undefined ? assert.fail('no link') : new URL(link).pathname);
  const linkIn = (mail: { readonly text: string } | undefined, name: string): string => path(new RegExp(`${name}: (http\\S+)`).exec(mail?.text ?? '')?.[1]);

  it('has all that waits for somebody: what is overdue, due soon, later, and what has no day, each with where it is done', async () => {
    const { body } = await get('ben', '/en/small/inbox');
    const said = text(body);
    const order = ['Overdue (1)', '“An older one” (not started)', 'was due by 26 February 2026', '4 days late.', 'Within seven days (1)', '“Look into the rota of the emergency team” (in progress)', 'by 6 March 2026', 'Later (1)', '“Far ahead”', 'Without a day', 'Rota of the emergency team', '“Some day”'];
    let from = 0;
    for (const part of order) {
      const found = said.indexOf(part, from);
      assert.ok(found >= 0, `${part} after ${said.slice(Math.max(0, from - 60), from)}\n${said}`);
      from = found;
    }
    assert.match(body, /href="\/en\/small\/advice\/open\/respond"/);
  });

  it('shows one kind where that is asked for, and says how many there are of each', async () => {
    const { body } = await get('ben', '/en/small/inbox?kind=answer');
    assert.match(text(body), /Answers \(1\)/);
    assert.match(text(body), /Actions \(4\)/);
    assert.ok(!body.includes('An older one'));
    assert.equal((await get('ben', '/en/small/inbox?kind=nothing&page=999999')).statusCode, 200);
  });

  it('is somebody’s own, and that of nobody who is not signed in', async () => {
    assert.ok(!(await get('ann', '/en/small/inbox')).body.includes('An older one'));
    assert.equal((await place.site.inject('/en/small/inbox')).statusCode, 303);
    assert.equal((await place.site.inject('/en/small/inbox/reminders')).statusCode, 303);
  });

  it('leads to how one is reminded: what will come and when, by e-mail to an address that its reader confirmed', async () => {
    const before = text((await get('ben', '/en/small/inbox/reminders')).body);
    assert.match(before, /There are never more than two reminders about one thing: one 7 days before its day and one 7 days after it, on working days from 8:00/);
    assert.match(before, /There is no e-mail address of yours yet/);
    assert.match(before, /An action: Director Look into the rota of the emergency team 6 March 2026 with the next mail from 13 March 2026/);
    assert.equal((await post('ben', '/en/account/mail', { address: 'ben@example.org\r\nBcc: x@example.org' })).statusCode, 400);
    assert.equal((await post('ben', '/en/account/mail', { address: 'ben@council.example.org' })).statusCode, 303);
    const link = path(/http\S+confirm-mail\S+/.exec(place.mails.taken().at(-1)?.text ?? '')?.[0]);
    assert.match(text((await get('ben', '/en/small/inbox/reminders')).body), /There is no e-mail address of yours yet/);
    // A program that reads the mail follows the link.
    for (let count = 0; count < 3; count += 1) assert.match(text((await place.site.inject(link)).body), /From now on, reminders go to ben@council.example.org/);
    assert.match(text((await place.site.inject({ method: 'POST', url: link, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' })).body), /Your address is confirmed/);
    assert.equal((await place.site.inject({ method: 'POST', url: link, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' })).statusCode, 404);
    assert.match(text((await get('ben', '/en/small/inbox/reminders')).body), /They go to ben@council.example.org/);
  });

  it('sends no more than five links a day to addresses that nobody has shown to be theirs', async () => {
    const answers: number[] = [];
    for (let count = 0; count < 6; count += 1) answers.push((await post('ann', '/en/account/mail', { address: `a${count}@example.org` })).statusCode);
    assert.deepEqual(answers, [303, 303, 303, 303, 303, 400]);
  });

  it('keeps how often and in which language, for a form of theirs alone', async () => {
    const forged = await place.site.inject({ method: 'POST', url: '/en/small/inbox/reminders', headers: { cookie: `answerable=${await place.cookieOf('ben')}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: 'csrf=guessed&how=off&language=cy' });
    assert.equal(forged.statusCode, 400);
    assert.match((await get('ben', '/en/small/inbox/reminders')).body, /<option value="each" selected>/);
    assert.equal((await post('ben', '/en/small/inbox/reminders', { how: 'weekly', language: 'cy' })).statusCode, 303);
    assert.match((await get('ben', '/en/small/inbox/reminders')).body, /<option value="weekly" selected>/);
    await post('ben', '/en/small/inbox/reminders', { how: 'each', language: 'en' });
  });

  describe('by a link in the mail', () => {
    it('enters nothing when it is looked at, and what it says once, under the name of its person, when the button is pressed', async () => {
      await place.remind();
      const mail = place.mails.taken().find(({ header, text: said }) => header('to') === 'ben@council.example.org' && said.includes('/answer/'));
      // Two answers for each of two actions; the one that is in the mail first is the one that is overdue.
      const [done, delayed] = [linkIn(mail, 'It is done'), linkIn(mail, 'It is delayed')];
      const entries = (await place.register.latest()).entries.length;
      for (let count = 0; count < 3; count += 1) {
        const { body, headers } = await place.site.inject(done);
        assert.match(text(body), /An action Say that it is done About An older one Due 26 February 2026 You say It is done\. Entered as Ben Example, Director/);
        assert.deepEqual([headers['cache-control'], headers['referrer-policy'], headers['x-robots-tag']], ['no-store', 'no-referrer', 'noindex, nofollow']);
      }
      assert.equal((await place.site.inject({ method: 'HEAD', url: done })).statusCode, 200);
      assert.equal((await place.register.latest()).entries.length, entries);
      const [first, second] = await Promise.all([0, 1].map(() => place.site.inject({ method: 'POST', url: done, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' })));
      assert.deepEqual([first?.statusCode, second?.statusCode].filter((code) => code === 303).length > 0, true);
      const image = await place.register.latest();
      assert.equal(image.entries.length, entries + 1, 'said once, however often it was pressed');
      const { actor, act, reason } = image.entries.at(-1) ?? assert.fail();
      assert.deepEqual([actor, act], [{ person: 'ben', post: 'director' }, 'action.report']);
      assert.equal(reason, '“It is done.” Said by the link in the reminder of 2 March 2026, without signing in.');
      assert.match(text((await place.site.inject(done)).body), /It is entered/);
      // The other answer was for the record as it stood.
      assert.equal((await place.site.inject(delayed)).statusCode, 404);
      assert.equal((await place.site.inject({ method: 'POST', url: delayed, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' })).statusCode, 404);
      assert.equal((await place.register.latest()).entries.length, entries + 1);
    });

    it('acknowledges what was sent to their post', async () => {
      await place.reach('cai');
      place.clock.now = instantOf(Date.parse('2026-03-03T09:00:00Z'));
      await place.remind();
      const mail = place.mails.taken().find(({ header }) => header('to') === 'cai@example.org');
      const link = linkIn(mail, 'I have received it');
      assert.match(text((await place.site.inject(link)).body), /About Protocol between chief and director/);
      assert.equal((await place.site.inject({ method: 'POST', url: link, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' })).statusCode, 303);
      const made = (await place.register.latest()).entries.at(-1);
      assert.deepEqual([made?.act, made?.actor.person], ['communication.acknowledge', 'cai']);
    });

    it('opens nothing that there is not, once it has run out, or once its person holds the post no more', async () => {
      const mail = place.mails.taken().find(({ header }) => header('to') === 'cai@example.org');
      const links = [...(mail?.text ?? '').matchAll(/(?:It is done|It is delayed): (http\S+)/g)].map(([, link]) => path(link));
      assert.equal(links.length, 2);
      const of = async (link = '') => text((await place.site.inject(link)).body);
      assert.match(await of('/en/answer/none'), /There is no such link/);
      assert.match(await of(links[0]), /Say that it is done/);
      const now = place.clock.now;
      place.clock.now = instantOf(Date.parse(now) + 14 * 24 * minutes(60));
      assert.match(await of(links[0]), /It worked until 17 March 2026/);
      place.clock.now = now;
      good(await place.register.perform(request('record.end', { kind: 'appointments', id: 'a3', from: '2026-03-02' }, { ...asked(), now })));
      assert.match(await of(links[0]), /stands otherwise since it was sent, or is not yours to say any more/);
      const count = (await place.register.latest()).entries.length;
      assert.equal((await place.site.inject({ method: 'POST', url: links[0] ?? '', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' })).statusCode, 404);
      assert.equal((await place.register.latest()).entries.length, count);
    });

    it('opens nothing once the account is closed', async () => {
      const mail = place.mails.taken().find(({ header, text: said }) => header('to') === 'ben@council.example.org' && said.includes('/answer/'));
      const open = [...(mail?.text ?? '').matchAll(/It is done: (http\S+)/g)].map(([, link]) => path(link)).at(-1) ?? assert.fail();
      assert.match(text((await place.site.inject(open)).body), /Say that it is done/);
      await place.identity.accounts.close((await place.identity.accounts.ofPerson('small', 'persons/ben'))?.id ?? 0, place.clock.now);
      assert.match(text((await place.site.inject(open)).body), /is not yours to say any more/);
    });
  });
});
