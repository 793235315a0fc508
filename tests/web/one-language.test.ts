import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { COUNCIL, insideSite, type InsideSite } from './inside-site.ts';

describe('A text in one language', () => {
  let inside: InsideSite;
  let cookie: string;
  before(async () => {
    inside = await insideSite(COUNCIL);
    cookie = await inside.cookieOf('ann');
  });
  after(() => inside.close());

  const get = async (url: string): Promise<string> => (await inside.site.inject({ url, headers: { cookie: `answerable=${cookie}` } })).body;
  const post = async (url: string, fields: Readonly<Record<string, string>>) => {
    const csrf = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
    return inside.site.inject({ method: 'POST', url, headers: { cookie: `answerable=${cookie}`, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, 'act-reason': 'Approved by the council.', ...fields }).toString() });
  };

  const instrument = (id: string, fields: Readonly<Record<string, string>>) => post('/en/small/records/instruments/new-record', { 'act-id': id, type: 'policy', version: '1', ...fields });

  it('of an instrument that is agreed is asked for in the other one, or why not, and the word stays with the entry', async () => {
    const entries = inside.register.image.entries.length;
    const asked = await instrument('policy', { 'title.en': 'Our policy', state: 'agreed' });
    assert.equal(asked.statusCode, 400);
    assert.match(asked.body, /has no Welsh: Title\. Give it, or say why not/);
    assert.match(asked.body, /name="act-one-language"/);
    assert.equal(inside.register.image.entries.length, entries);
    const welsh = await post('/cy/small/records/instruments/new-record', { type: 'policy', version: '1', 'title.en': 'Our policy', state: 'agreed' });
    assert.match(welsh.body, /nid oes Cymraeg: Teitl/);
    const said = await instrument('policy', { 'title.en': 'Our policy', state: 'agreed', 'act-one-language': 'The translator has it until June.' });
    assert.equal(said.statusCode, 303, said.body);
    assert.equal(inside.register.image.entries.at(-1)?.reason, 'Approved by the council. (No Welsh: The translator has it until June.)');
  });

  it('is not asked about while it is a draft, where both are there, where it was so before, nor of another kind', async () => {
    assert.equal((await instrument('draft', { 'title.en': 'A draft', state: 'draft' })).statusCode, 303);
    assert.equal((await instrument('whole', { 'title.en': 'Both', 'title.cy': 'Y ddwy', state: 'agreed' })).statusCode, 303);
    const again = await post('/en/small/records/instruments/policy/correct', { 'act-read': String(inside.register.image.lastChanged('instruments/policy')), type: 'policy', version: '2', 'title.en': 'Our policy', state: 'agreed' });
    assert.equal(again.statusCode, 303, again.body);
    assert.equal((await post('/en/small/records/appointments/new-record', { person: 'persons/ben', post: 'posts/chief', basis: 'permanent', 'act-from.day': '1', 'act-from.month': '1', 'act-from.year': '2030' })).statusCode, 303);
  });

  it('is on a list of what is left to translate, with its kind and which texts, and on none for the language that it has', async () => {
    const list = await get('/en/small/records?lacks=cy');
    assert.match(list, /<h1[^>]*>Texts without Welsh<\/h1>/);
    assert.match(list, /Our policy<\/a>[\s\S]*?Instrument<[\s\S]*?>Title</);
    assert.doesNotMatch(list, />Both<|Ann Example<\/a><\/th>/);
    assert.doesNotMatch(await get('/en/small/records?lacks=en'), /Our policy/);
    assert.match(await get('/cy/small/records'), /href="[^"]*lacks=cy[^"]*"[^>]*>Testunau heb Gymraeg/);
    // What its reader may not know of is not listed.
    cookie = await inside.cookieOf('ben');
    assert.doesNotMatch(await get('/en/small/records?lacks=cy'), /A matter that stays between us/);
    cookie = await inside.cookieOf('ann');
  });

  inBrowser('has pages on which axe finds nothing and that do not scroll sideways at 320 pixels', async (open) => {
    const address = await inside.listen();
    const page = await open(`${address}/cy/sign-in`, { viewport: { width: 320, height: 900 } });
    await page.context().addCookies([{ name: 'answerable', value: cookie, url: address }]);
    for (const path of ['/en/small/records?lacks=cy', '/cy/small/records?lacks=cy', '/cy/small/records/instruments/new-record']) {
      await page.goto(`${address}${path}`);
      if (path.endsWith('new-record')) {
        await page.getByLabel('Yn Saesneg').first().fill('Our policy');
        await page.getByLabel('Cyflwr').selectOption('agreed');
        await page.getByLabel('Pam rydych yn cofnodi hyn').fill('I’w brofi.');
        await page.getByRole('button', { name: 'Cadw' }).last().click();
        await page.getByLabel('Pam mae’n aros mewn un iaith').waitFor();
      }
      assert.deepEqual(await axeViolations(page), [], path);
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'), path);
    }
  });
});
