import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations, inBrowser, type Open } from '../browser/browser.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

/** The demonstration council, in which there is something of every kind. */
const DEMONSTRATION = readFileSync(fileURLToPath(new URL('../../examples/demo-wales/register.yaml', import.meta.url)), 'utf8').replace('  id: cwm-enghraifft', '  id: small');

const beyondTheEdge = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe('The pages that people open first, in a browser', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await insideSite(DEMONSTRATION);
    base = await inside.listen();
  });
  after(() => inside.close());

  async function as(person: string, open: Open, options?: Parameters<Open>[1]): Promise<Page> {
    const page = await open(`${base}/en/sign-in`, options);
    await page.context().addCookies([{ name: 'answerable', value: await inside.cookieOf(person), url: base }]);
    return page;
  }

  const PATHS = ['', '/timeline?kind=people', '/coverage?months=24', '/search?q=protocol', '/records/posts/director?story=people'];

  inBrowser('break no rule of WCAG 2.2 AA that axe-core can test, in either language', async (open) => {
    const page = await as('tomos', open);
    for (const language of ['en', 'cy']) for (const path of PATHS) {
      await page.goto(`${base}/${language}/small${path}`);
      assert.deepEqual(await axeViolations(page), [], `${language} ${path}`);
    }
  });

  inBrowser('do not scroll sideways at 320 pixels', async (open) => {
    const page = await as('tomos', open, { viewport: { width: 320, height: 640 } });
    for (const language of ['en', 'cy']) for (const path of [...PATHS, '?needs=all', '/timeline?kind=all', '/coverage?of=each&months=all']) {
      await page.goto(`${base}/${language}/small${path}`);
      assert.ok((await beyondTheEdge(page)) <= 0, `${language} ${path} is too wide`);
    }
  });

  inBrowser('let a new director agree what the one before them had agreed, from the first page, without JavaScript', async (open) => {
    const page = await as('tomos', open, { javaScriptEnabled: false });
    await page.goto(`${base}/en/small`);
    const waiting = page.getByRole('list', { name: 'Agreements that wait for whoever holds the post now' });
    const protocol = waiting.getByRole('listitem').filter({ hasText: 'has not agreed Protocol between' });
    await protocol.getByRole('link', { name: /^Record the agreement/ }).click();
    await page.getByLabel('Why you enter this').fill('Agreed on taking up the post.');
    await page.getByRole('button', { name: /^I agree to version/ }).click();
    await page.getByRole('button', { name: /^I agree to version/ }).waitFor({ state: 'detached' });
    await page.goto(`${base}/en/small`);
    assert.equal(await protocol.count(), 0);
  });

  inBrowser('find a record from any page by a Welsh word without its accent, and lead to its story', async (open) => {
    const page = await as('mari', open, { javaScriptEnabled: false });
    await page.goto(`${base}/cy/small/reach`);
    await page.getByRole('search').getByLabel('Chwilio’r gofrestr hon').fill('tim rheoli corfforaethol');
    await page.getByRole('button', { name: 'Canfod' }).click();
    await page.getByRole('list', { name: /^Cyrff/ }).getByRole('link', { name: 'Tîm Rheoli Corfforaethol', exact: true }).click();
    assert.match((await page.locator('h1').textContent()) ?? '', /Tîm Rheoli Corfforaethol/);
  });

  inBrowser('print the timeline and the heat map whole', async (open) => {
    const page = await as('mari', open);
    for (const path of ['/timeline', '/coverage?months=36']) {
      await page.goto(`${base}/en/small${path}`);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('.app-find').isVisible(), false);
      assert.equal(await page.evaluate('getComputedStyle(document.querySelector(".app-scroll")).overflowX'), 'visible', path);
    }
  });
});
