import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { inBrowser } from '../browser/browser.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

describe('signing out', () => {
  let site: InsideSite;
  let address = '';
  before(async () => {
    site = await insideSite();
    address = await site.listen();
  });
  after(() => site.close());

  inBrowser('is offered on every page of a register, works without JavaScript, and leaves nothing in the browser', async (open) => {
    const page = await open(`${address}/en/sign-in`, { javaScriptEnabled: false });
    await page.context().addCookies([{ name: 'answerable', value: await site.cookieOf('ben'), url: address }]);
    for (const path of ['', '/map', '/records/advice', '/records/posts/director', '/records/posts/new-record', '/what-if', '/drafts', '/timeline', '/import', '/kept']) {
      assert.equal((await page.goto(`${address}/en/small${path}`))?.status(), 200, path);
      assert.equal(await page.getByRole('button', { name: 'Sign out' }).count(), 1, path);
    }
    await page.goto(`${address}/cy/small`);
    await page.getByRole('button', { name: 'Allgofnodi' }).click();
    const { headers } = await site.site.inject({ method: 'POST', url: '/cy/sign-out' });
    assert.equal(headers['clear-site-data'], '"cache", "storage"');
    assert.deepEqual(await page.context().cookies(), []);
    await page.goto(`${address}/en/small`);
    assert.match(page.url(), /\/en\/sign-in/);
  });
});
