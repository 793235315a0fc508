import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { councilSite, openAs } from './council-site.ts';
import type { InsideSite } from './inside-site.ts';
import { date, heading } from './setting-up.ts';

const NO_SCRIPT = { javaScriptEnabled: false };

describe('A change of Director', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await councilSite('2011-06-01');
    base = await inside.listen();
  });
  after(() => inside.close());

  const save = async (page: Page, reason: string): Promise<void> => {
    await page.getByLabel('Why you enter this').fill(reason);
    await page.getByRole('button', { name: 'Save' }).last().click();
  };
  const shaken = (page: Page): Promise<string> => page.locator('.app-shaken').innerText();

  inBrowser('is entered as one holding that ends and another that begins, and each time the page says which agreements and verdicts it shakes', async (open) => {
    const page = await openAs(open, inside, base, 'eirlys', '/en/small/records/appointments/rhiannon-director', NO_SCRIPT);
    await page.getByRole('link', { name: 'End it' }).click();
    await date(page, 'First day on which it no longer holds', ['1', '6', '2011']);
    await save(page, 'The Director leaves.');
    assert.ok(await page.getByText('Saved as entry').isVisible());
    const ended = await shaken(page);
    assert.match(ended, /What this changed, as at 1 June 2011/);
    assert.match(ended, /Verdicts that fell/);
    assert.doesNotMatch(ended, /Agreements that it shakes/, 'what was agreed for a post stands while it is vacant');

    await page.goto(`${base}/en/small/records/appointments`);
    await page.getByRole('button', { name: 'Add: appointment' }).click();
    await page.getByLabel('Person').selectOption({ label: 'Elin Lledfyw' });
    await page.getByLabel('Post', { exact: true }).selectOption({ label: 'Director of Social Services' });
    await page.getByLabel('Basis').selectOption({ label: 'Permanent' });
    await date(page, 'From (optional)', ['1', '6', '2011']);
    await save(page, 'A new Director takes up the post.');
    assert.ok(await page.getByText('Saved as entry').isVisible(), await page.locator('main').innerText());
    const begun = await shaken(page);
    assert.match(begun, /Agreements that it shakes \(5\)/);
    assert.match(begun, /Elin Lledfyw now holds Director of Social Services, and has not agreed/);
    assert.match(begun, /Verdicts that rose/);
    await page.reload();
    assert.match(await shaken(page), /Agreements that it shakes/);
    await page.goto(page.url().replace(/[?&]saved=\d+/, ''));
    assert.equal(await page.locator('.app-shaken').count(), 0, 'it is told to whoever has just entered it');

    const other = await openAs(open, inside, base, 'mari', `/en/small/records/appointments/rhiannon-director?saved=1`);
    assert.equal(await other.locator('.app-shaken').count(), 0, 'and to nobody else');
  });

  inBrowser('tells it accessibly, in Welsh and on a narrow screen too', async (open) => {
    const number = inside.register.image.entries.length - 1;
    const { changes: [change] = [] } = inside.register.image.entries[number] ?? {};
    for (const language of ['en', 'cy']) {
      const page = await openAs(open, inside, base, 'eirlys', `/${language}/small/records/appointments/${change?.id}?saved=${number}`, { viewport: { width: 320, height: 640 } });
      assert.notEqual(await heading(page), '');
      assert.equal(await page.locator('.app-shaken').count(), 1);
      assert.deepEqual(await axeViolations(page), []);
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) <= 0);
    }
  });
});
