import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { PAPERED, SECRETS } from '../areas/papers/papered.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const beyondTheEdge = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe('Papers and the calendar in a browser', () => {
  let place: InsideSite;
  let base = '';
  before(async () => {
    place = await insideSite(PAPERED);
    base = await place.listen();
  });
  after(() => place.close());

  const signIn = async (page: Page, person: string): Promise<void> => page.context().addCookies([{ name: 'answerable', value: await place.cookieOf(person), url: base }]);

  inBrowser('lead from a meeting to its pack, which is read as a page with its own style and taken away for Word', async (open) => {
    const page = await open(`${base}/en/sign-in`, NO_SCRIPT);
    const complaints: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    await signIn(page, 'ben');
    await page.goto(`${base}/en/small/records/meetings/council-december`);
    const pack = page.getByRole('row', { name: /^Pack: agenda, papers, minutes, actions \(for the public\)/ });
    const taken = page.waitForEvent('download');
    await pack.getByRole('link', { name: 'Word' }).nth(1).click();
    assert.equal((await taken).suggestedFilename(), 'small-meetings-council-december-pack-public-cy.docx');
    await pack.getByRole('link', { name: 'Web' }).last().click();
    assert.equal(await page.locator('h1').textContent(), 'Papers for Meetings of the council, 4 December 2012 / Papurau: Cyfarfodydd y cyngor, 4 Rhagfyr 2012');
    assert.equal(await page.evaluate('getComputedStyle(document.querySelector(".app-two-languages")).display'), 'grid');
    const words = (await page.textContent('body')) ?? '';
    for (const secret of SECRETS) assert.ok(!words.includes(secret), secret);
    assert.deepEqual(complaints, []);
  });

  inBrowser('make an address for a calendar, show it once, and withdraw it, without JavaScript', async (open) => {
    const page = await open(`${base}/en/sign-in`, NO_SCRIPT);
    await signIn(page, 'ann');
    await page.goto(`${base}/en/small/work`);
    await page.getByRole('link', { name: 'Your calendar' }).click();
    await page.getByRole('button', { name: 'Make an address' }).click();
    const address = (await page.locator('.app-secret').textContent()) ?? assert.fail();
    assert.match(await (await page.context().request.get(address)).text(), /^BEGIN:VCALENDAR/);
    await page.getByRole('link', { name: 'About your calendar' }).click();
    await page.getByRole('button', { name: 'Withdraw the address' }).click();
    assert.ok(await page.getByText('The address is withdrawn').isVisible());
    assert.equal((await page.context().request.get(address)).status(), 404);
  });

  inBrowser('are pages that axe-core finds nothing wrong with, in either language and both, on a narrow screen too', async (open) => {
    const paths = ['/calendar', '/records/meetings/council-december', '/instruments/protocol', '/meetings/council-december/pack.html?variant=private&in=both', '/meetings/council-december/note.html?in=cy', '/instruments/protocol/paper.html?in=both', '/reports/role/paper.html?in=en', '/statements/year/paper.html?in=both'];
    for (const size of [undefined, NARROW]) {
      const page = await open(`${base}/en/sign-in`, size);
      await signIn(page, 'ben');
      for (const language of ['en', 'cy']) {
        for (const path of paths) {
          await page.goto(`${base}/${language}/small${path}`);
          assert.deepEqual(await axeViolations(page), [], `${language} ${path}`);
          assert.equal(await beyondTheEdge(page), 0, `${language} ${path}`);
          const folder = process.env['PAPERS_SHOTS'];
          if (folder !== undefined) await page.screenshot({ path: `${folder}/${language}${size === undefined ? '' : '-320'}${path.replace(/[^a-z]+/g, '-')}.png`, fullPage: true });
        }
      }
    }
  });
});
