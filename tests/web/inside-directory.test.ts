import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createPlainServer, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import Provider from 'oidc-provider';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { DIRECTORY_BACK } from '../../src/web/account/directory.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { good } from '../kept/folder.ts';
import { insideSite, PASSWORD, type InsideSite } from './inside-site.ts';

const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const CLIENT = { clientId: 'answerable', clientSecret: 'a secret of the test' };
const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent();

/** A port that nobody listened at a moment ago: the directory must know the pages' address before they are served. */
async function freePort(): Promise<number> {
  const probe = createPlainServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The forms of the directory itself: who it is, and that they agree. */
async function throughDirectory(page: Page, login: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.locator('input[name="prompt"][value="consent"]').waitFor({ state: 'attached' });
  await page.locator('button[type="submit"]').click();
}

describe('The directory of the council', () => {
  let directory: Server;
  let issuer: URL;
  let inside: InsideSite;
  let base = '';
  before(async () => {
    directory = createServer().listen(0, '127.0.0.1');
    await once(directory, 'listening');
    issuer = new URL(`http://127.0.0.1:${(directory.address() as AddressInfo).port}`);
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    const redirect = new URL(DIRECTORY_BACK, base);
    const provider = new Provider(issuer.origin, {
      clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirect.href], grant_types: ['authorization_code'], response_types: ['code'] }],
      cookies: { keys: ['of the test'] },
    });
    const answer = provider.callback();
    directory.on('request', (request, response) => void answer(request, response));
    inside = await insideSite(undefined, { issuer, ...CLIENT, redirect });
    await inside.site.listen({ host: '127.0.0.1', port });
  });
  after(async () => {
    await inside.close();
    directory.close();
    directory.closeAllConnections();
  });

  const enter = async (page: Page, person: string): Promise<void> => page.context().addCookies([{ name: 'answerable', value: await inside.cookieOf(person), url: base }]);
  const isTied = async (person: string): Promise<boolean> => (await inside.identity.outside?.isTied((await inside.identity.accounts.ofPerson('small', `persons/${person}`))?.id ?? -1)) === true;

  /** Ties the account of somebody who is signed in to a login of the directory. */
  async function tie(page: Page, login: string): Promise<void> {
    await page.goto(`${base}/en/account`);
    await page.getByRole('button', { name: 'Use your council account' }).click();
    await page.getByRole('link', { name: 'Go on to your council’s sign-in' }).click();
    await throughDirectory(page, login);
    await page.waitForURL(`${base}/en/**`);
  }

  inBrowser('lets somebody in who has tied it to their account, to where they wanted to be, without JavaScript', async (open) => {
    const page = await open(`${base}/en/sign-in`, NO_SCRIPT);
    await enter(page, 'ann');
    const account = (await inside.identity.accounts.ofPerson('small', 'persons/ann')) ?? assert.fail();
    good(await inside.identity.setPassword(account, PASSWORD, [], (await inside.identity.sessions.of(account.id, inside.clock.now))[0]?.id));
    await tie(page, 'ann-in-the-directory');
    assert.ok(await page.getByText('You can sign in with your council account from now on.').isVisible());

    const another = await open(`${base}/cy/small/records`, NO_SCRIPT);
    await another.getByRole('link', { name: 'Mewngofnodi â’ch cyfrif cyngor' }).click();
    await throughDirectory(another, 'ann-in-the-directory');
    await another.waitForURL(`${base}/cy/small/records`);

    await page.getByRole('button', { name: 'Stop using your council account' }).click();
    assert.ok(await page.getByText('lets you in here no more').isVisible());
    assert.equal(await isTied('ann'), false);
  });

  inBrowser('is told plainly to be nobody’s here where nobody tied it', async (open) => {
    const page = await open(`${base}/en/sign-in`);
    await page.getByRole('link', { name: 'Sign in with your council account' }).click();
    await throughDirectory(page, 'a-stranger');
    await page.getByText('Your council account is nobody’s here yet').waitFor();
    assert.match(await page.title(), /^Error: /);
    assert.deepEqual(await axeViolations(page), []);
    await page.goto(`${base}/en/small`);
    assert.equal(await heading(page), 'Sign in');
  });

  inBrowser('takes up an invitation without a password, and is not given up while it is the only way in', async (open) => {
    const secret = await inside.identity.links.make({ purpose: 'invitation', register: 'small', person: 'persons/ben', madeBy: 'the test' }, inside.clock.now);
    const page = await open(`${base}/en/join/${secret}`);
    assert.deepEqual(await axeViolations(page), []);
    await page.getByLabel('E-mail address').fill('ben');
    for (const name of ['ben', 'ben@example.org']) {
      await page.getByLabel('E-mail address').fill(name);
      await page.getByRole('button', { name: 'Join with your council account' }).click();
      await page.getByRole('link', { name: 'Go on to your council’s sign-in' }).click();
      if (name === 'ben') {
        await throughDirectory(page, 'ben-in-the-directory');
        await page.getByText('This is not an e-mail address').waitFor();
      }
    }
    // The directory knows them by now and asks no more.
    await page.getByRole('heading', { name: 'Small Example Council' }).waitFor();
    assert.equal((await inside.identity.accounts.named('ben@example.org'))?.hasPassword, false);
    assert.equal(await inside.identity.links.find(secret, inside.clock.now), undefined);

    for (const language of ['cy', 'en']) {
      await page.goto(`${base}/${language}/account`);
      assert.deepEqual(await axeViolations(page), [], language);
    }
    await page.getByRole('button', { name: 'Stop using your council account' }).click();
    assert.ok(await page.getByText('This is the only way that you can sign in').isVisible());
    assert.equal(await isTied('ben'), true);
  });

  inBrowser('ties one login to one account, and only in the session that asked for it', async (open) => {
    const one = await open(`${base}/en/sign-in`);
    await enter(one, 'deputy');
    await tie(one, 'shared');
    const two = await open(`${base}/en/sign-in`);
    await enter(two, 'dee');
    await tie(two, 'shared');
    assert.ok(await two.getByText('This council account is tied to another account here').isVisible());

    const three = await open(`${base}/en/sign-in`);
    await enter(three, 'eve');
    await three.goto(`${base}/en/account`);
    await three.getByRole('button', { name: 'Use your council account' }).click();
    await enter(three, 'finn');
    await three.getByRole('link', { name: 'Go on to your council’s sign-in' }).click();
    await throughDirectory(three, 'somebody');
    await three.getByText('Your council’s sign-in did not let you in').waitFor();
    assert.deepEqual(await Promise.all(['deputy', 'dee', 'eve', 'finn'].map(isTied)), [true, false, false, false]);
  });

  inBrowser('lets those who have no password show again who they are before they change how they sign in', async (open) => {
    const page = await open(`${base}/en/sign-in`);
    await enter(page, 'hal');
    await tie(page, 'hal-in-the-directory');
    const before = inside.clock.now;
    inside.clock.now = new Date(Date.parse(before) + 11 * 60_000).toISOString() as typeof before;
    await page.goto(`${base}/en/account`);
    assert.equal(await page.getByRole('button', { name: 'Stop using your council account' }).count(), 0);
    await page.getByRole('link', { name: 'show again that it is you' }).click();
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole('link', { name: 'Show it with your council account' }).click();
    // The directory asks anew, although it knows who this is.
    await page.locator('input[name="login"]').fill('hal-in-the-directory');
    await page.locator('input[name="password"]').fill('any');
    await page.locator('button[type="submit"]').click();
    await page.waitForURL(`${base}/en/account`);
    assert.ok(await page.getByRole('button', { name: 'Stop using your council account' }).isVisible());
    inside.clock.now = new Date(Date.parse(inside.clock.now) + 11 * 60_000).toISOString() as typeof before;
    await page.goto(`${base}/en/account/confirm`);
    await page.getByRole('link', { name: 'Show it with your council account' }).click();
    await throughDirectory(page, 'somebody-else');
    await page.getByText('Your council’s sign-in did not let you in').waitFor();
    await page.goto(`${base}/en/account`);
    assert.equal(await page.getByRole('button', { name: 'Stop using your council account' }).count(), 0, 'another login shows nothing');
    inside.clock.now = before;
  });

  inBrowser('has its way in on a sign-in page that axe-core finds nothing wrong with, in either language', async (open) => {
    const page = await open(`${base}/en/sign-in`);
    for (const path of ['en/sign-in', 'cy/sign-in', 'cy/sign-in?refused=outside-identity-unknown', 'en/sign-in?refused=constructor']) {
      await page.goto(`${base}/${path}`);
      assert.deepEqual(await axeViolations(page), [], path);
    }
    assert.ok(!(await page.title()).startsWith('Error'), 'only what is known to go wrong is told');
  });

  it('is begun from the account by a form of the session alone, and come back from by the browser that began', async () => {
    const cookie = `answerable=${await inside.cookieOf('gil')}`;
    const tied = await inside.site.inject({ method: 'POST', url: '/en/account/directory', payload: 'csrf=wrong', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' } });
    assert.equal(tied.headers.location, '/en/sign-in');
    const back = await inside.site.inject({ url: `${DIRECTORY_BACK}?code=x&state=y`, headers: { 'accept-language': 'cy' } });
    assert.equal(back.headers.location, '/cy/sign-in?refused=outside-sign-in-refused');
  });

  it('that cannot be reached is told of, and the password still serves', async () => {
    const nowhere = new URL(`http://127.0.0.1:${await freePort()}`);
    const lonely = await insideSite(undefined, { issuer: nowhere, ...CLIENT, redirect: new URL(DIRECTORY_BACK, base) });
    try {
      const begun = await lonely.site.inject({ url: '/en/sign-in/directory' });
      assert.equal(begun.headers.location, '/en/sign-in?refused=directory-unreachable');
      assert.match((await lonely.site.inject({ url: String(begun.headers.location) })).body, /cannot be reached just now.*name="password"/s);
    } finally {
      await lonely.close();
    }
  });
});
