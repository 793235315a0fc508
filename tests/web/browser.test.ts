import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { until } from './serving-process.ts';
import { EVERY_PAGE, LARGE, listeningSite, SMALL } from './small-site.ts';

const NARROW = { viewport: { width: 320, height: 640 } };
const ADDRESSES = (['en', 'cy'] as const).flatMap((language) => Object.entries(EVERY_PAGE).map(([name, path]) => ({ name: `${name}, ${language}`, path: `/${language}${path}` })));

/** How many pixels of the page lie beyond its right edge. */
const beyondTheEdge = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
/** A computed style of the first element that the selector finds, or of what stands after it. */
const style = (page: Page, selector: string, property: string, part = ''): Promise<string> => page.evaluate(`getComputedStyle(document.querySelector('${selector}'), '${part}').${property}`);
const focused = (page: Page): Promise<string> => page.evaluate('(document.activeElement.textContent || "").trim()');

/** Presses Tab until the words have the focus; fails where they never do. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === words) return;
  }
  assert.fail(`“${words}” is not reached with Tab.`);
}

describe('the web pages in a browser', () => {
  const address = listeningSite();

  inBrowser('break no rule of WCAG 2.2 AA that axe-core can test, on any page in either language', async (open) => {
    const page = await open(address('/en/'));
    for (const { name, path } of ADDRESSES) {
      await page.goto(address(path));
      assert.deepEqual(await axeViolations(page), [], name);
    }
  });

  inBrowser('break none in 320 pixels of width either, and no page scrolls sideways', async (open) => {
    const page = await open(address('/en/'), NARROW);
    for (const { name, path } of ADDRESSES) {
      await page.goto(address(path));
      assert.ok((await beyondTheEdge(page)) <= 0, `${name} is too wide`);
    }
    for (const path of [`/en/${LARGE}`, `/cy/${SMALL}/reach`, `/en/${SMALL}/what-if?vacate=director`]) {
      await page.goto(address(path));
      assert.deepEqual(await axeViolations(page), [], path);
    }
  });

  inBrowser('do not scroll sideways with text at twice its size in a window of 640 pixels', async (open) => {
    const page = await open(address('/en/'), { viewport: { width: 640, height: 800 } });
    for (const { name, path } of ADDRESSES.filter((one) => one.path.startsWith('/en'))) {
      await page.goto(address(path));
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      assert.ok((await beyondTheEdge(page)) <= 0, `${name} is too wide`);
    }
  });

  inBrowser('obey their own content security policy', async (open) => {
    const page = await open(address('/en/'));
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/i.test(message.text())) complaints.push(message.text());
    });
    for (const { path } of ADDRESSES) await page.goto(address(path));
    assert.deepEqual(complaints, []);
    assert.equal(await page.evaluate('document.body.classList.contains("js-enabled")'), true);
  });

  inBrowser('lead with the keyboard alone from the skip link to an expectation and on to a record', async (open) => {
    const page = await open(address(`/en/${SMALL}`));
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Skip to main content');
    assert.ok(((await page.getByText('Skip to main content').boundingBox())?.height ?? 0) > 10, 'the skip link shows when it has the focus');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Member of the corporate management team');
    await page.keyboard.press('Enter');
    await page.waitForURL(/expectations\/access\.corporate-management-team/);
    assert.equal(await page.locator('h1').textContent(), 'Member of the corporate management team');
    await tabTo(page, 'Seat: Corporate Management Team, Director of Social Services');
    await page.keyboard.press('Enter');
    await page.waitForURL(/records\/seats\/director-cmt/);
  });

  inBrowser('show where the focus is, also in the frame of the matrix, which scrolls with the keyboard', async (open) => {
    const page = await open(address(`/en/${SMALL}/reach`), NARROW);
    const frame = page.getByRole('region', { name: 'Levers by function' });
    await frame.focus();
    assert.equal(await style(page, '.app-scroll', 'outlineStyle'), 'solid');
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowRight');
    assert.ok((await until(() => page.evaluate<number>('document.querySelector(".app-scroll").scrollLeft'), (pixels) => pixels > 0)) > 0);
  });

  inBrowser('change the language and stay on the page, date and post', async (open) => {
    const page = await open(address(`/en/${SMALL}/what-if?vacate=director&as-at=2012-05-01`));
    await page.getByRole('link', { name: /Cymraeg/ }).click();
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, `/cy/${SMALL}/what-if?vacate=director&as-at=2012-05-01`);
    assert.equal(await page.locator('html').getAttribute('lang'), 'cy');
    await page.getByRole('link', { name: /English/ }).click();
    assert.match(page.url(), /\/en\/glan-dychymyg\/what-if\?vacate=director&as-at=2012-05-01$/);
  });

  inBrowser('judge anew for the date that is typed in, without JavaScript', async (open) => {
    const page = await open(address(`/en/${SMALL}/expectations/access.corporate-management-team`), { javaScriptEnabled: false });
    assert.match((await page.locator('#lens-paper').textContent()) ?? '', /Met/);
    await page.getByLabel('Day').fill('1');
    await page.getByLabel('Month').fill('5');
    await page.getByLabel('Year').fill('2012');
    await page.getByRole('button', { name: 'Show' }).click();
    assert.match((await page.locator('#lens-paper').textContent()) ?? '', /Not met|In part/);
    await page.getByRole('link', { name: 'Back to 10 December 2012' }).click();
    assert.match((await page.locator('#lens-paper').textContent()) ?? '', /: *\s*Met/);
  });

  inBrowser('lead from a date that is none to its field, without JavaScript', async (open) => {
    const page = await open(address(`/en/${SMALL}`), { javaScriptEnabled: false });
    await page.getByLabel('Day').fill('31');
    await page.getByLabel('Month').fill('2');
    await page.getByRole('button', { name: 'Show' }).click();
    assert.match(await page.title(), /^Error: /);
    await page.getByRole('link', { name: 'The date must be a real date, such as 31 3 2012' }).click();
    assert.match(page.url(), /#as-at-day$/);
    assert.equal(await page.getByLabel('Month').inputValue(), '2');
  });

  inBrowser('show what falls when a post is left vacant, without JavaScript', async (open) => {
    const page = await open(address(`/en/${SMALL}`), { javaScriptEnabled: false });
    await page.getByLabel('What if this post were vacant?').selectOption('Director of Social Services');
    await page.getByRole('button', { name: 'See what would change' }).click();
    assert.equal(await page.locator('h1').textContent(), 'If the post “Director of Social Services” were vacant');
    assert.ok((await page.getByRole('table', { name: /What would fall/ }).getByRole('row').count()) > 1);
  });

  inBrowser('keep what they say with forced colours: tags have a border and nothing is lost', async (open) => {
    const page = await open(address(`/en/${LARGE}`), { forcedColors: 'active' });
    assert.equal(await style(page, '.govuk-tag', 'borderTopStyle'), 'solid');
    assert.deepEqual(await axeViolations(page), []);
    await page.goto(address(`/cy/${SMALL}/expectations/designation.post`));
    assert.deepEqual(await axeViolations(page), []);
  });

  inBrowser('print the verdicts without what is only for the screen', async (open) => {
    const page = await open(address(`/en/${SMALL}`));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('button', { name: 'Show' }).isVisible(), false);
    assert.equal(await page.locator('.app-grid').first().isVisible(), true);
    assert.equal(await style(page, '.app-grid .govuk-link', 'content', '::after'), 'none');
  });
});
