import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { partnerSite, type PartnerSite } from './partner-site.ts';

const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const beyondTheEdge = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent();

describe('A partner with a link', () => {
  let place: PartnerSite;
  let base = '';
  before(async () => {
    place = await partnerSite();
    base = await place.listen();
  });
  after(() => place.close());

  inBrowser('is sent one by somebody who waits for the answer, answers without an account or JavaScript, and what they said is there', async (open) => {
    const keeper = await open(`${base}/en/sign-in`, NO_SCRIPT);
    await keeper.context().addCookies([{ name: 'answerable', value: await place.cookieOf('cai'), url: base }]);
    await keeper.goto(`${base}/en/small/records/requests/vacancies`);
    await keeper.getByRole('link', { name: 'Let a partner answer by a link' }).click();
    await keeper.getByLabel('How many days it lasts').fill('40');
    await keeper.getByRole('button', { name: 'Make the link' }).click();
    assert.match(await keeper.title(), /^Error: /);
    await keeper.getByLabel('How many days it lasts').fill('7');
    await keeper.getByRole('button', { name: 'Make the link' }).click();
    assert.equal(await heading(keeper), 'The link is made');
    const link = (await keeper.locator('.app-secret').textContent()) ?? assert.fail();

    const partner = await open(link, NO_SCRIPT);
    assert.equal(await heading(partner), 'Vacancies in homes');
    await partner.getByRole('button', { name: 'Send the answer' }).click();
    assert.match(await partner.title(), /^Error: /);
    await partner.getByLabel('Your answer').fill('Three posts are vacant.');
    await partner.getByRole('button', { name: 'Send the answer' }).click();
    assert.equal(await heading(partner), 'Thank you: your answer was received');

    await keeper.getByRole('link', { name: 'All links of this record' }).click();
    assert.ok(await keeper.getByText(/^Answered 2 March 2026/).isVisible());
    await keeper.goto(`${base}/en/small/records/requests/vacancies`);
    await keeper.getByRole('link', { name: /^Return: Vacancies in homes/ }).first().click();
    assert.ok(await keeper.getByText('Three posts are vacant.').first().isVisible());
    assert.ok(await keeper.getByText(/^link \d+, made by cai$/).first().isVisible());
  });

  inBrowser('finds pages that axe-core finds nothing wrong with, in either language, on a narrow screen too', async (open) => {
    const record = '/small/records/instruments/protocol/links';
    const paths = [await place.makeLink('ben', 'requests/vacancies', { recipient: 'organisations/health' }), await place.makeLink('ben', 'instruments/protocol', { recipient: 'organisations/health', person: 'persons/gil' }), '/en/link/none', `/en${record}`];
    for (const size of [undefined, NARROW]) {
      const page = await open(`${base}/en/sign-in`, size);
      await page.context().addCookies([{ name: 'answerable', value: await place.cookieOf('ben'), url: base }]);
      for (const path of paths.flatMap((one) => [one, one.replace('/en/', '/cy/')])) {
        await page.goto(`${base}${path}`);
        assert.deepEqual(await axeViolations(page), [], path);
        assert.equal(await beyondTheEdge(page), 0, path);
      }
      await page.goto(`${base}${paths[0]}`);
      await page.locator('main button').click();
      await page.locator('.govuk-error-summary').waitFor();
      assert.deepEqual(await axeViolations(page), [], 'with what is missing told');
    }
  });
});
