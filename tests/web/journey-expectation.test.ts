import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { inBrowser } from '../browser/browser.ts';
import { councilSite, openAs } from './council-site.ts';
import type { InsideSite } from './inside-site.ts';
import { date, heading } from './setting-up.ts';

/** Goes on from control to control until this one has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const handle = await wanted.elementHandle();
  for (let pressed = 0; pressed < 400; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((element) => element === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement, handle)) return;
  }
  assert.fail('The keyboard does not reach it.');
}

const follow = async (page: Page, name: string | RegExp): Promise<void> => {
  const here = page.url();
  await tabTo(page, page.getByRole('link', { name }).first());
  await Promise.all([page.waitForURL((url) => url.href !== here), page.keyboard.press('Enter')]);
};

describe('Somebody who asks why', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await councilSite();
    base = await inside.listen();
  });
  after(() => inside.close());

  inBrowser('finds why an expectation fails and follows it to the record, by the keyboard alone', async (open) => {
    const page = await openAs(open, inside, base, 'tomos', '/en/small');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent.trim()'), 'Skip to main content');
    await page.keyboard.press('Enter');
    await follow(page, 'Protocol between the Director and councillors');
    assert.equal(await heading(page), 'Protocol between the Director and councillors');
    const paper = page.getByRole('region', { name: /^On paper/ });
    assert.match(await paper.innerText(), /On paper: Not met/i);
    assert.match(await paper.innerText(), /is not in force: its state is "negotiating"/);
    await follow(page, /^Protocol between Councillors/);
    assert.match(await heading(page), /^Protocol between Councillors/);
    assert.match(await page.locator('main').innerText(), /State\s+Negotiating/i);
  });

  inBrowser('reads the same page as at two dates and in Welsh', async (open) => {
    const page = await openAs(open, inside, base, 'tomos', '/en/small/expectations/designation.span', { javaScriptEnabled: false });
    const title = await heading(page);
    const diagnosis = (): Promise<string> => page.locator('.app-diagnosis h2').innerText();
    const then = await diagnosis();
    assert.match(then, /10 December 2012/);
    await date(page, 'See another date', ['1', '3', '2011']);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    assert.equal(await heading(page), title);
    const before = await diagnosis();
    assert.match(before, /1 March 2011/);
    assert.notEqual(before.split(':')[1], then.split(':')[1], 'it was otherwise then');
    await page.getByRole('link', { name: 'Newid yr iaith i’r Gymraeg' }).click();
    assert.match(await diagnosis(), /1 Mawrth 2011/);
    assert.equal(await page.locator('html').getAttribute('lang'), 'cy');
    assert.notEqual(await heading(page), title);
  });
});
