import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { instantOf } from '../../src/kernel/instant.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { good } from '../kept/folder.ts';
import { insideSite, PASSWORD, type InsideSite } from './inside-site.ts';

const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent();

/** A device in the browser that keeps passkeys and knows its owner, as the browser's own tools make it. */
async function withDevice(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('WebAuthn.enable');
  await tools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
}

async function givePassword(page: Page, name: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

describe('Passkeys', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await insideSite();
    // A browser makes no passkey for an address in figures.
    base = (await inside.listen()).replace('127.0.0.1', 'localhost');
  });
  after(() => inside.close());

  /** An account with a password and nothing else. */
  async function accountOf(person: string): Promise<number> {
    const account = good(await inside.identity.accounts.make({ register: 'small', person: `persons/${person}`, name: `${person}@example.org` }, inside.clock.now));
    good(await inside.identity.setPassword(account, PASSWORD, []));
    return account.id;
  }

  inBrowser('are made by somebody with a password alone, are the second step and the first, and open nothing once removed', async (open) => {
    const account = await accountOf('ann');
    const page = await open(`${base}/en/sign-in`);
    await withDevice(page);
    await givePassword(page, 'ann@example.org');
    assert.equal(await heading(page), 'Set up an authenticator app', 'the password alone lets nobody in');
    for (const language of ['cy', 'en']) {
      await page.goto(`${base}/${language}/account/authenticator`);
      assert.deepEqual(await axeViolations(page), [], language);
    }
    await page.getByLabel('A name for this passkey').fill('Work laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
    await page.getByRole('link', { name: 'Continue' }).click();
    assert.equal(await heading(page), 'Small Example Council');

    await page.goto(`${base}/en/account`);
    assert.ok(await page.getByRole('rowheader', { name: 'Work laptop' }).isVisible());
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of ['cy/account', 'en/account']) {
        await page.goto(`${base}/${path}`);
        assert.deepEqual(await axeViolations(page), [], `${path}, ${width} wide`);
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) <= 0, `${path} is too wide at ${width}`);
      }
    }
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();

    await page.goto(`${base}/en/small/records`);
    for (const language of ['cy', 'en']) {
      await page.goto(`${base}/${language}/sign-in?next=%2Fen%2Fsmall%2Frecords`);
      assert.deepEqual(await axeViolations(page), [], language);
    }
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'Records', exact: true }).waitFor();
    assert.ok((await inside.identity.passkeys.of(account))[0]?.usedAt !== undefined);

    inside.clock.now = instantOf(Date.parse(inside.clock.now) + 11 * 60_000);
    await page.goto(`${base}/en/account`);
    assert.equal(await page.getByRole('button', { name: 'Add a passkey' }).count(), 0);
    await page.getByRole('link', { name: 'show again that it is you' }).click();
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole('button', { name: 'Show it with a passkey' }).click();
    await page.getByRole('button', { name: 'Add a passkey' }).waitFor();

    await page.goto(`${base}/en/account`);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await givePassword(page, 'ann@example.org');
    assert.equal(await heading(page), 'Show that it is you', 'beside a passkey a password is the first step alone');
    await page.goto(`${base}/en/small`);
    assert.equal(await heading(page), 'Sign in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'Small Example Council' }).waitFor();

    await page.goto(`${base}/en/account`);
    await page.getByRole('button', { name: 'Remove Work laptop' }).click();
    assert.ok(await page.getByText('it opens nothing here any more').isVisible());
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('This passkey was not accepted').waitFor();
    assert.match(await page.title(), /^Error: /);
    assert.deepEqual(await axeViolations(page), []);
    await page.goto(`${base}/en/small`);
    assert.equal(await heading(page), 'Sign in');
  });

  inBrowser('are told to have failed where the device gives none, and the page stays', async (open) => {
    const page = await open(`${base}/en/sign-in`);
    const tools = await page.context().newCDPSession(page);
    await tools.send('WebAuthn.enable');
    await tools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: false, automaticPresenceSimulation: true } });
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('The browser gave no passkey').waitFor();
    assert.deepEqual(await axeViolations(page), []);
    assert.equal(await heading(page), 'Sign in');
  });

  inBrowser('are not spoken of where there is no JavaScript, or the address is one that browsers make none for', async (open) => {
    const without = await open(`${base}/en/sign-in`, { javaScriptEnabled: false });
    assert.equal(await without.getByRole('button', { name: 'Sign in with a passkey' }).isVisible(), false);
    const inFigures = await open(`${base.replace('localhost', '127.0.0.1')}/en/sign-in`);
    assert.equal(await inFigures.locator('[data-passkey]').count(), 0);
  });

  it('are offered to nobody without a session and its token, or from another site', async () => {
    const headers = { host: 'localhost:1', 'content-type': 'application/x-www-form-urlencoded' };
    const post = (url: string, payload: string, more: Readonly<Record<string, string>> = {}) => inside.site.inject({ method: 'POST', url, payload, headers: { ...headers, ...more } });
    assert.equal((await post('/en/account/passkeys/options', '')).statusCode, 403);
    const cookie = `answerable=${await inside.cookieOf('ben')}`;
    assert.equal((await post('/en/account/passkeys/options', 'csrf=wrong', { cookie })).statusCode, 403);
    assert.equal((await post('/en/sign-in/passkey/options', '', { 'sec-fetch-site': 'cross-site' })).statusCode, 403);
    const offered = (await post('/en/sign-in/passkey/options', '', { 'sec-fetch-site': 'same-origin' })).json<{ rpId: string; userVerification: string }>();
    assert.deepEqual([offered.rpId, offered.userVerification], ['localhost', 'required']);
    for (const answer of ['', '{', '{"id":{},"response":{}}', '{"id":"x","response":{}}']) {
      assert.equal((await post('/en/sign-in/passkey', new URLSearchParams({ answer }).toString(), { 'sec-fetch-site': 'same-origin' })).statusCode, 400, answer);
    }
  });
});
