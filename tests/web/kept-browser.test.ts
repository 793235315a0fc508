import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { EVERY_KEPT_PAGE, listeningKeptSite, MISSPELT, SPELT } from './kept-site.ts';
import { SMALL } from './small-site.ts';

const NARROW = { viewport: { width: 320, height: 640 } };
const ADDRESSES = (['en', 'cy'] as const).flatMap((language) => Object.entries(EVERY_KEPT_PAGE).map(([name, path]) => ({ name: `${name}, ${language}`, path: `/${language}${path}` })));
const beyondTheEdge = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe('the pages of a kept register in a browser', () => {
  const address = listeningKeptSite();

  inBrowser('break no rule of WCAG 2.2 AA that axe-core can test, wide or 320 pixels wide, in either language, and do not scroll sideways', async (open) => {
    for (const options of [{}, NARROW]) {
      const page = await open(address('/en/'), options);
      for (const { name, path } of ADDRESSES) {
        await page.goto(address(path));
        assert.deepEqual(await axeViolations(page), [], name);
        assert.ok((await beyondTheEdge(page)) <= 0, `${name} is too wide`);
      }
    }
  });

  inBrowser('show what was known on the day that is typed in and lead back, without JavaScript', async (open) => {
    const page = await open(address(`/en/${SMALL}/records/persons/p4`), { javaScriptEnabled: false });
    assert.equal(await page.locator('h1').textContent(), SPELT);
    await page.getByText('See what was known then').click();
    const known = page.getByRole('group', { name: 'As known at the end of which day?' });
    for (const [field, value] of [['Day', '15'], ['Month', '2'], ['Year', '2013']] as const) await known.getByLabel(field).fill(value);
    await page.getByRole('button', { name: 'Show' }).click();
    assert.equal(await page.locator('h1').textContent(), MISSPELT);
    await page.getByRole('link', { name: 'See what is known now' }).click();
    assert.equal(await page.locator('h1').textContent(), SPELT);
  });

  inBrowser('give a receipt as a file to keep, without JavaScript', async (open) => {
    const page = await open(address(`/en/${SMALL}/kept`), { javaScriptEnabled: false });
    await page.getByLabel('Number of the entry').fill('2');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the receipt' }).click();
    assert.equal((await downloading).suggestedFilename(), `${SMALL}-2.tlog-proof`);
  });
});
