import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { instantOf } from '../../src/kernel/instant.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { good } from '../kept/folder.ts';
import { insideSite, PASSWORD, TOTP_SECRET, type InsideSite } from './inside-site.ts';

const MINUTE_MS = 60_000;

describe('Changing how one signs in', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await insideSite();
    base = await inside.listen();
  });
  after(() => inside.close());

  const later = (minutes: number): void => void (inside.clock.now = instantOf(Date.parse(inside.clock.now) + minutes * MINUTE_MS));
  async function signedIn(person: string) {
    const cookie = await inside.cookieOf(person);
    const csrf = (await inside.identity.sessions.find(cookie, inside.clock.now))?.csrf ?? '';
    const headers = { cookie: `answerable=${cookie}` };
    return {
      cookie,
      get: (url: string) => inside.site.inject({ url, headers }),
      post: (url: string, fields: Readonly<Record<string, string>> = {}) => inside.site.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf, ...fields }).toString() }),
    };
  }
  const accountOf = async (person: string) => (await inside.identity.accounts.ofPerson('small', `persons/${person}`)) ?? assert.fail();

  it('asks again who one is ten minutes after that was last shown, and takes nothing before', async () => {
    const { get, post } = await signedIn('ann');
    assert.equal((await get('/en/account/authenticator')).statusCode, 200);
    later(10);
    const confirm = '/en/account/confirm?next=%2Fen%2Faccount';
    for (const [path, next] of [['authenticator', `${confirm}%2Fauthenticator`], ['recovery-codes', confirm], ['passkeys', confirm], ['passkeys/remove', confirm]] as const) {
      const answer = await post(`/en/account/${path}`, { code: '000000', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' });
      assert.deepEqual([answer.statusCode, answer.headers.location], [303, next], path);
    }
    assert.equal((await get('/en/account/authenticator')).headers.location, `${confirm}%2Fauthenticator`);
    assert.equal((await post('/en/account/passkeys/options')).statusCode, 403);
    const page = (await get('/en/account')).body;
    assert.match(page, /href="\/en\/account\/confirm\?next=%2Fen%2Faccount">To change how you sign in, show again that it is you/);
    assert.ok(!page.includes('Make new recovery codes'));
    assert.equal((await get('/en/small/records')).statusCode, 200, 'everything else goes on');
  });

  it('takes a code where there is no password, in this session alone, and goes on to where one was', async () => {
    const [here, there] = [await signedIn('cai'), await signedIn('cai')];
    later(11);
    const app = new TOTP({ secret: Secret.fromBase32(TOTP_SECRET) });
    const next = '/en/account/authenticator';
    assert.match((await here.post('/en/account/confirm', { next, code: '12' })).body, /This code is not right/);
    const code = app.generate({ timestamp: Date.parse(inside.clock.now) });
    const confirmed = await here.post('/en/account/confirm', { next, code });
    assert.deepEqual([confirmed.statusCode, confirmed.headers.location], [303, next]);
    assert.equal((await here.get(next)).statusCode, 200);
    assert.equal((await there.get(next)).statusCode, 303);
    assert.equal((await there.post('/en/account/confirm', { next, code })).statusCode, 400, 'a code opens once');
    later(1);
    const elsewhere = await there.post('/en/account/confirm', { next: 'https://elsewhere.example.org/', code: app.generate({ timestamp: Date.parse(inside.clock.now) }) });
    assert.equal(elsewhere.headers.location, '/en/account');
    assert.equal((await there.post('/en/account/confirm', { csrf: 'of another', code })).headers.location, '/en/sign-in');
  });

  it('takes the password, counts wrong ones with those at the door, and needs one of its own to change it', async () => {
    const { get, post } = await signedIn('ben');
    good(await inside.identity.setPassword(await accountOf('ben'), PASSWORD, [], (await inside.identity.sessions.of((await accountOf('ben')).id, inside.clock.now))[0]?.id));
    later(11);
    assert.match((await post('/en/account/password', { present: 'wrong', password: 'otter pedal lantern gravel' })).body, /not right/);
    for (let n = 0; n < 4; n += 1) assert.match((await post('/en/account/confirm', { password: 'wrong' })).body, /not right/);
    assert.match((await post('/en/account/confirm', { password: PASSWORD })).body, /There were too many tries/);
    later(1);
    assert.equal((await post('/en/account/confirm', { password: PASSWORD })).headers.location, '/en/account');
    assert.match((await get('/en/account')).body, /Make new recovery codes/);
  });

  inBrowser('is asked on a page that works without JavaScript and that axe-core finds nothing wrong with', async (open) => {
    const { cookie } = await signedIn('ben');
    later(11);
    for (const language of ['en', 'cy']) {
      const page = await open(`${base}/${language}/sign-in`);
      await page.context().addCookies([{ name: 'answerable', value: cookie, url: base }]);
      await page.goto(`${base}/${language}/account`);
      assert.deepEqual(await axeViolations(page), []);
      await page.locator('a[href*="/account/confirm"]').click();
      assert.deepEqual(await axeViolations(page), []);
    }
    const page = await open(`${base}/en/sign-in`, { javaScriptEnabled: false });
    await page.context().addCookies([{ name: 'answerable', value: cookie, url: base }]);
    await page.goto(`${base}/en/account/authenticator`);
    assert.equal(await page.locator('h1').textContent(), 'Show again that it is you');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Continue' }).click();
    assert.equal(await page.locator('h1').textContent(), 'Set up an authenticator app');
  });
});
