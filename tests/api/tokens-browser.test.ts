import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { insideSite, type InsideSite } from '../web/inside-site.ts';

const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } };

describe('The page of somebody’s tokens', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await insideSite();
    base = await inside.listen();
  });
  after(() => inside.close());

  async function enter(page: Page, path: string): Promise<void> {
    await page.context().addCookies([{ name: 'answerable', value: await inside.cookieOf('ann'), url: base }]);
    await page.goto(`${base}${path}`);
  }

  inBrowser('makes a token without JavaScript, and says what is missing first', async (open) => {
    const page = await open(`${base}/en/sign-in`, { javaScriptEnabled: false });
    await enter(page, '/en/account');
    await page.getByRole('link', { name: 'Tokens for programs' }).click();
    await page.getByLabel('What is it for?').fill('Monthly figures');
    await page.getByRole('button', { name: 'Make a token' }).click();
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.getByLabel('What is it for?').inputValue(), 'Monthly figures', 'nothing that was typed is lost');
    await page.getByRole('link', { name: 'Tick at least one thing that it may do' }).click();
    await page.getByLabel('Read what you may see').check();
    await page.getByLabel('In 30 days').check();
    await page.getByRole('button', { name: 'Make a token' }).click();
    assert.match((await page.locator('.app-secret').textContent()) ?? '', /^answerable_[\w-]{43}$/);
    await page.getByRole('link', { name: 'All of your tokens' }).click();
    assert.equal(await page.locator('.app-secret').count(), 0);
    await page.getByRole('button', { name: 'Revoke Monthly figures' }).click();
    assert.ok(await page.getByText('The token is revoked').isVisible());
  });

  inBrowser('breaks no rule of WCAG, and fits 320 pixels, in both languages and with faults', async (open) => {
    for (const [language, options] of [['en', {}], ['cy', NARROW]] as const) {
      const page = await open(`${base}/${language}/sign-in`, options);
      await enter(page, `/${language}/account/tokens`);
      for (const isWrong of [false, true]) {
        if (isWrong) await page.locator('form button.govuk-button').last().click();
        assert.deepEqual(await axeViolations(page), []);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0);
      }
    }
  });
});
