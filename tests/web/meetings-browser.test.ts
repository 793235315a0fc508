import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { councilSite, openAs } from './council-site.ts';
import { insideSite, type InsideSite } from './inside-site.ts';
import { heading } from './setting-up.ts';

const SCOTLAND = resolve(import.meta.dirname, '../../examples/demo-scotland/register.yaml');

const verdict = async (page: Page, lens: RegExp): Promise<string> => {
  const found = page.getByRole('region', { name: lens });
  return (await found.getByRole('heading').first().innerText()).trim();
};

const press = async (page: Page, name: string): Promise<void> => {
  await Promise.all([page.waitForLoadState('load'), page.getByRole('main').getByRole('button', { name, exact: true }).last().click()]);
};

const seen = (page: Page): Promise<string> => page.getByRole('main').innerText();

describe('A one-to-one in Wales', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await councilSite('2013-03-12');
    base = await inside.listen();
  });
  after(() => inside.close());

  inBrowser('is proposed from a gap, held and recorded on one screen, and the verdict changes', async (open) => {
    const page = await openAs(open, inside, base, 'tomos', '/en/small/expectations/access.head-involved');
    assert.match(await verdict(page, /^In practice/), /: In part$/);
    await page.goto(`${base}/en/small/meetings/quick?series=one-to-one`);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.getByRole('link', { name: 'Chief Executive and Director, one-to-one' }).click();
    assert.equal(await heading(page), 'Record a one-to-one');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
    const controls = page.locator('main form').last().locator('input:not([type=hidden]), select, textarea');
    assert.ok((await controls.count()) <= 24, `${await controls.count()} controls`);
    // Today and both of them are there already: what is left is to tick and to press.
    assert.deepEqual(await Promise.all(['Day', 'Month', 'Year'].map((name) => page.getByRole('group', { name: 'On', exact: true }).getByLabel(name).inputValue())), ['12', '3', '2013']);
    for (const name of ['Chief Executive', 'Director of Social Care, Housing and Leisure']) assert.ok(await page.getByRole('checkbox', { name, exact: true }).isChecked());
    await page.getByRole('checkbox', { name: /^Protocol between the Chief Executive/ }).check();
    await page.getByRole('checkbox', { name: 'The Head of Paid Service is involved' }).check();
    await page.getByLabel('One thing to be done (optional)').fill('Bring a draft of the protocol');
    await press(page, 'Record it');
    assert.match(await seen(page), /Saved as entry/);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('link', { name: '12 March 2013' }).first().click();
    const text = await seen(page);
    assert.match(text, /1\. Protocol between the Chief Executive/);
    assert.match(text, /Record to be agreed/);
    assert.match(text, /Bring a draft of the protocol/);
    await page.goto(`${base}/en/small/expectations/access.head-involved`);
    assert.match(await verdict(page, /^In practice/), /: Met$/i);
    assert.match(await page.getByRole('region', { name: /^In practice/ }).innerText(), /4 meetings/);
  });
});

describe('A one-to-one in Scotland', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    const text = await readFile(SCOTLAND, 'utf8');
    inside = await insideSite(text.replace(/^ {2}id: strathexample$/m, '  id: small').replace(/^ {2}asAt: .*$/m, '  asAt: 2011-06-12'));
    base = await inside.listen();
  });
  after(() => inside.close());

  inBrowser('has an agenda that was proposed from a gap, is minuted and agreed by both, and the verdict changes', async (open) => {
    const page = await openAs(open, inside, base, 'kirsty', '/en/small/expectations/accountability.chief-executive');
    assert.match(await verdict(page, /^In practice/), /: In part$/);
    await page.goto(`${base}/en/small/meetings/new?series=series%2Fone-to-one`);
    for (const [name, value] of [['Day', '12'], ['Month', '6'], ['Year', '2011']] as const) await page.getByRole('main').getByRole('group', { name: 'When' }).getByLabel(name).fill(value);
    await press(page, 'Put a meeting in the diary');
    await page.getByRole('link', { name: '12 June 2011' }).click();
    await page.getByRole('button', { name: 'Propose items' }).click();
    assert.match(await seen(page), /3 of the 4 meetings due/);
    await page.getByRole('checkbox', { name: 'Reports to the chief executive' }).check();
    await page.getByRole('checkbox', { name: /^Nobody is named to take statutory decisions/ }).check();
    await press(page, 'Propose items');
    assert.match(await seen(page), /Why it is private: It comes from advice between those whom it names/);
    await page.getByRole('button', { name: 'Issue the agenda' }).click();
    await press(page, 'Issue the agenda');
    assert.match(await seen(page), /The agenda went out on 12 June 2011/);
    await page.getByRole('button', { name: 'Take the minutes' }).click();
    await page.getByRole('group', { name: /Reports to the chief executive/ }).getByLabel('Decision (optional)').fill('Once a month from now on.');
    await press(page, 'Save the minutes');
    assert.match(await seen(page), /Decision: Once a month from now on\./);
    await page.getByRole('button', { name: 'Agree the record' }).click();
    await press(page, 'Agree the record');
    assert.match(await seen(page), /Waits for: Chief Executive/);
    const meeting = page.url().split('?')[0] ?? '';
    await page.goto(`${base}/en/small/expectations/accountability.chief-executive`);
    assert.match(await verdict(page, /^In practice/), /: Met$/i);
    const chief = await openAs(open, inside, base, 'alasdair', new URL(meeting).pathname);
    await chief.getByRole('button', { name: 'Agree the record' }).click();
    await press(chief, 'Agree the record');
    assert.match(await seen(chief), /Agreed as a true record on 12 June 2011/);
    assert.equal(await chief.getByRole('button', { name: 'Take the minutes' }).count(), 0);
  });
});

describe('The pages of meetings and actions', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await councilSite('2013-03-12');
    base = await inside.listen();
  });
  after(() => inside.close());

  inBrowser('are without faults of accessibility in both languages and fit a phone', async (open) => {
    const page = await openAs(open, inside, base, 'tomos', '/en/small/meetings');
    const paths = ['/meetings', '/meetings/new', '/meetings/quick', '/meetings/quick/one-to-one', '/meetings/one-to-one-2012-11', '/meetings/one-to-one-2012-11/minutes', '/meetings/cabinet-2012-12/agree', '/actions', '/actions/new'];
    for (const language of ['en', 'cy']) {
      for (const path of paths) {
        await page.setViewportSize({ width: 1280, height: 800 });
        const answer = await page.goto(`${base}/${language}/small${path}`);
        assert.equal(answer?.status(), 200, path);
        assert.deepEqual(await axeViolations(page), [], `${language} ${path}`);
        await page.setViewportSize({ width: 320, height: 700 });
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, `${language} ${path} at 320 pixels`);
      }
    }
  });
});
