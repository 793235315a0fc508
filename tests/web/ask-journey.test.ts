import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { councilSite, openAs } from './council-site.ts';
import type { InsideSite } from './inside-site.ts';
import { heading } from './setting-up.ts';

const main = (page: Page): Promise<string> => page.locator('main').innerText();
const NO_SCRIPT = { javaScriptEnabled: false };

describe('A councillor who wants to know what to ask', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await councilSite();
    base = await inside.listen();
  });
  after(() => inside.close());

  inBrowser('finds questions from real gaps, each with its paragraph, asks one, gets an answer and is not satisfied', async (open) => {
    const councillor = await openAs(open, inside, base, 'gwyneth', '/en/small', NO_SCRIPT);
    await councillor.getByRole('link', { name: 'What to ask' }).first().click();
    assert.equal(await heading(councillor), 'What to ask');
    const sheet = await main(councillor);
    assert.match(sheet, /Chair of the Social Services Scrutiny Committee|Social Services Scrutiny Committee/);
    assert.match(sheet, /When did the management team last discuss safeguarding, workforce and performance/);
    assert.match(sheet, /paragraph 4\.5iii/);
    assert.match(sheet, /Why ask:/);
    assert.match(sheet, /more gaps lie in this remit/);
    await councillor.getByRole('link', { name: /^Ask this.*When did the management team/ }).click();
    assert.match(await councillor.getByLabel('In English').inputValue(), /^When did the management team last discuss/);
    await councillor.getByRole('button', { name: 'Ask', exact: true }).last().click();
    assert.equal(await heading(councillor), 'Questions');

    const director = await openAs(open, inside, base, 'tomos', '/en/small/questions', NO_SCRIPT);
    await director.getByRole('row', { name: /When did the management team/ }).getByRole('link', { name: 'Answer it' }).click();
    await director.getByLabel('In English').fill('In October.');
    await director.getByLabel('What this is').selectOption('full');
    await director.getByRole('button', { name: 'Give the answer' }).last().click();
    assert.match(await main(director), /In October\./);

    await councillor.goto(`${base}/en/small/questions`);
    await councillor.getByRole('row', { name: /When did the management team/ }).getByRole('link', { name: 'Say whether it satisfies' }).click();
    await councillor.getByLabel('No', { exact: true }).check();
    await councillor.getByRole('button', { name: 'Save' }).last().click();
    assert.match(await main(councillor), /Say what the answer leaves open/);
    await councillor.getByLabel('In English').fill('Not what was decided.');
    await councillor.getByRole('button', { name: 'Save' }).last().click();
    assert.match(await main(councillor), /Left open: Not what was decided\./);

    await councillor.goto(`${base}/en/small/ask?for=posts/scrutiny-chair&all=yes`);
    assert.match(await main(councillor), /who is not satisfied with the answer: “In October\.”/);
  });

  inBrowser('prints the sheet on one page of A4', async (open) => {
    const page = await openAs(open, inside, base, 'gwyneth', '/en/small/ask?for=bodies/scrutiny');
    const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } });
    assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 1);
  });

  inBrowser('reads it in both languages, on a narrow screen and by a screen reader', async (open) => {
    for (const language of ['en', 'cy']) {
      for (const path of ['/ask?for=bodies/scrutiny', '/questions', '/entitlements', '/briefings/new-members', '/questions/new?expectation=access.agenda']) {
        const page = await openAs(open, inside, base, 'gwyneth', `/${language}/small${path}`, { viewport: { width: 320, height: 640 } });
        assert.notEqual(await heading(page), '', path);
        assert.deepEqual(await axeViolations(page), [], path);
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) <= 0, path);
      }
    }
  });
});
