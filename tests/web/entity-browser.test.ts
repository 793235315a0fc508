import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { after, before, describe } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openRegisterBytes } from '../../src/assessment/open-register.ts';
import { date } from '../../src/kernel/date.ts';
import { app } from '../../src/web/app.ts';
import { alreadyOpen, shelve } from '../../src/web/shelf.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';

const CWM = 'cwm-enghraifft';
const PAGES = ['people/tomos', 'people/rhiannon', 'posts/director', 'posts/child-care-teams', 'bodies/lscb', 'instruments/protocol-chief-executive', 'instruments/protocol-housing', 'accountabilities/access'];
const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
const beyondTheEdge = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe('In a browser, the pages about one thing', () => {
  let site: FastifyInstance;
  let base = '';
  before(async () => {
    const opened = await openRegisterBytes('register.yaml', readFileSync(new URL('../../examples/demo-wales/register.yaml', import.meta.url)));
    assert.ok(opened.ok);
    site = app({ shelf: shelve([alreadyOpen(opened.value)]), today: () => date('2026-03-01'), onFault: (fault) => assert.fail(String(fault)), health: () => Promise.reject(new Error('not asked for here')), log: { form: 'none', level: 'info', write: () => undefined } });
    await site.listen({ host: '127.0.0.1', port: 0 });
    base = `http://127.0.0.1:${(site.server.address() as AddressInfo).port}`;
  });
  after(() => site.close());

  for (const [name, options] of [['wide', {}], ['320 pixels wide', NARROW]] as const) {
    inBrowser(`break no rule of WCAG 2.2 AA that axe-core can test, in either language, ${name}, and fit`, async (open) => {
      const page = await open(`${base}/en/`, options);
      for (const language of ['en', 'cy']) {
        for (const path of PAGES) {
          await page.goto(`${base}/${language}/${CWM}/${path}`);
          assert.deepEqual(await axeViolations(page), [], `${language}/${path}`);
          assert.ok((await beyondTheEdge(page)) <= 0, `${language}/${path} is too wide`);
        }
      }
    });
  }

  inBrowser('are used with the keyboard alone, and without JavaScript', async (open) => {
    const page = await open(`${base}/en/${CWM}/posts/director`, { javaScriptEnabled: false });
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent.trim()'), 'Skip to main content');
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Its meetings' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('location.hash'), '#meetings');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.closest("section").getAttribute("aria-labelledby")'), 'meetings');
  });

  inBrowser('lead from why a verdict is what it is to whom it rests on, to their post, and to what would fall without them', async (open) => {
    const page = await open(`${base}/en/${CWM}/expectations/access.corporate-management-team`, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Tomos Ffuglen', exact: true }).first().click();
    assert.equal(await page.locator('h1').textContent(), 'Tomos Ffuglen');
    await page.getByRole('link', { name: 'Director of Social Care, Housing and Leisure', exact: true }).first().click();
    assert.equal(await page.locator('h1').textContent(), 'Director of Social Care, Housing and Leisure');
    await page.getByRole('link', { name: 'See what would fall if this post were vacant' }).click();
    assert.match((await page.locator('h1').textContent()) ?? '', /^If the post “Director of Social Care, Housing and Leisure” were vacant/);
    await page.goto(`${base}/en/${CWM}/posts/director`);
    await page.getByRole('link', { name: 'Detail and history of this record' }).click();
    assert.match(page.url(), /\/records\/posts\/director$/);
    await page.getByRole('link', { name: 'What rests on it and how it stands' }).click();
    assert.match(page.url(), /\/posts\/director$/);
  });

  inBrowser('are printed without what only a screen can use', async (open) => {
    const page = await open(`${base}/en/${CWM}/instruments/protocol-chief-executive`);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('navigation', { name: 'On this page' }).isVisible(), false);
    assert.equal(await page.getByText('See another date').isVisible(), false);
    assert.equal(await page.getByText('Without it, 2 verdicts would fall.').isVisible(), true);
  });
});

describe('What a script adds to the pages', () => {
  let site: FastifyInstance;
  let base = '';
  before(async () => {
    const opened = await openRegisterBytes('register.yaml', readFileSync(new URL('../../examples/demo-wales/register.yaml', import.meta.url)));
    assert.ok(opened.ok);
    site = app({ shelf: shelve([alreadyOpen(opened.value)]), today: () => date('2026-03-01'), onFault: (fault) => assert.fail(String(fault)), health: () => Promise.reject(new Error('not asked for here')), log: { form: 'none', level: 'info', write: () => undefined } });
    await site.listen({ host: '127.0.0.1', port: 0 });
    base = `http://127.0.0.1:${(site.server.address() as AddressInfo).port}`;
  });
  after(() => site.close());

  inBrowser('is a slider through the days on which the arrangements changed: it fills the date in, and nothing moves until that is sent', async (open) => {
    for (const [language, label, day, show, asAt] of [['en', 'Slide through the changes of the arrangements', '16 July 2012', 'Show', 'As at 16 July 2012'], ['cy', 'Llithro drwy newidiadau’r trefniadau', '16 Gorffennaf 2012', 'Dangos', 'Fel yr oedd ar 16 Gorffennaf 2012']] as const) {
      const page = await open(`${base}/${language}/${CWM}/posts/director`);
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      const slider = page.getByLabel(label);
      assert.ok(await slider.isVisible());
      await slider.focus();
      for (let presses = 0; presses < 60 && (await slider.getAttribute('aria-valuetext')) !== day; presses += 1) await page.keyboard.press('ArrowLeft');
      assert.equal(await slider.getAttribute('aria-valuetext'), day);
      assert.equal(await page.locator('output[for="as-at-slider"]').textContent(), day);
      assert.deepEqual(await Promise.all(['day', 'month', 'year'].map((name) => page.locator(`[name="${name}"]`).inputValue())), ['16', '7', '2012']);
      assert.ok(!page.url().includes('day='), 'the page stays until it is sent');
      assert.deepEqual(await axeViolations(page), []);
      await page.getByRole('button', { name: show, exact: true }).click();
      assert.ok(await page.getByText(asAt).first().isVisible());
      assert.equal(await page.getByLabel(label).getAttribute('aria-valuetext'), day, 'it stands at the day that is shown');
      assert.deepEqual(complaints, []);
    }
  });

  inBrowser('is a map that can be made larger and smaller and moved by dragging, its boxes still links', async (open) => {
    const page = await open(`${base}/en/${CWM}/map`);
    const width = async (): Promise<number> => Number(await page.locator('svg.app-map').getAttribute('width'));
    const first = await width();
    await page.getByRole('button', { name: 'Larger' }).click();
    assert.equal(await width(), Math.round(first * 1.25));
    assert.equal(await page.locator('[data-map-tools] output').textContent(), '125 %');
    await page.getByRole('button', { name: 'The whole map' }).click();
    assert.ok((await width()) <= 1280);
    for (let presses = 0; presses < 12; presses += 1) await page.getByRole('button', { name: 'Larger' }).click();
    assert.equal(await width(), first * 4, 'and no larger');
    const before = await page.evaluate('document.querySelector("[data-map]").scrollLeft');
    await page.locator('[data-map]').scrollIntoViewIfNeeded();
    const frame = (await page.locator('[data-map]').boundingBox()) ?? assert.fail();
    await page.mouse.move(frame.x + 400, frame.y + 150);
    await page.mouse.down();
    await page.mouse.move(frame.x + 200, frame.y + 100, { steps: 4 });
    await page.mouse.up();
    assert.ok(page.url().endsWith('/map'), 'dragging opens nothing');
    assert.equal(Number(await page.evaluate('document.querySelector("[data-map]").scrollLeft')) - Number(before), 200);
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole('button', { name: 'The whole map' }).click();
    await page.locator('svg.app-map a').first().click();
    assert.ok(!page.url().endsWith('/map'), 'a click on a box opens it');
  });

  inBrowser('is not there without scripts: the date is typed, the map scrolls, and no dead control is shown', async (open) => {
    const page = await open(`${base}/en/${CWM}/map`, { javaScriptEnabled: false });
    assert.equal(await page.getByRole('button', { name: 'Larger' }).isVisible(), false);
    assert.equal(await page.getByLabel('Slide through the changes of the arrangements').isVisible(), false);
    assert.ok(await page.locator('svg.app-map').isVisible());
    await page.getByLabel('Day', { exact: true }).fill('31');
    await page.getByLabel('Month', { exact: true }).fill('3');
    await page.getByLabel('Year', { exact: true }).fill('2011');
    await page.getByRole('button', { name: 'Show' }).click();
    assert.ok(await page.getByText('As at 31 March 2011').isVisible());
  });

  inBrowser('is less than 30 kilobytes in all', async (open) => {
    const page = await open(`${base}/en/${CWM}/map`);
    const views = new URL('../../src/web/views/', import.meta.url);
    const bytes = readdirSync(views).filter((name) => name.endsWith('.js')).reduce((sum, name) => sum + readFileSync(new URL(name, views)).length, 0);
    assert.ok(bytes > 0 && bytes < 30_000, `${bytes} bytes`);
    assert.equal(await page.locator('script[src]').count(), 2);
  });
});
