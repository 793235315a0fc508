import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { TABLES } from '../../src/compose/tables.ts';
import { serve, type Served } from '../../src/web/serve.ts';

describe('The demonstration', () => {
  let served: Served;
  const complaints: string[] = [];
  before(async () => {
    const started = await serve({ files: [], examples: true, kept: undefined, tables: TABLES, guidance: undefined, host: '127.0.0.1', port: 0, log: { form: 'none', level: 'info', write: () => undefined }, complain: (sentence) => complaints.push(sentence) });
    served = started.ok ? started.value : assert.fail(started.faults[0]?.sentence);
  });
  after(() => served.close());

  inBrowser('lets one be somebody of a fictional council with a click and change what their posts let them change, without JavaScript', async (open) => {
    const page = await open(`${served.url}en/`, { javaScriptEnabled: false });
    await page.getByRole('link', { name: /^Try it/ }).click();
    await page.getByRole('button', { name: 'Sign in as Mari Ffug' }).click();
    assert.equal(await page.locator('h1').textContent(), 'Cwm Enghraifft County Borough Council');
    assert.ok(await page.getByText('This council is fictional.').isVisible());
    await page.getByRole('link', { name: 'Records' }).click();
    await page.getByRole('link', { name: 'Bodies' }).click();
    await page.getByRole('link', { name: 'Corporate Management Team' }).click();
    await page.goto(`${served.url}en/demonstration/records/bodies/cmt`);
    await page.getByRole('link', { name: 'Correct what was entered wrongly' }).click();
    await page.getByLabel('In English').first().fill('Corporate Leadership Team');
    await page.getByLabel('Why you enter this').fill('It has another name.');
    await page.getByRole('button', { name: 'Save' }).last().click();
    assert.equal(await page.locator('h1').textContent(), 'Corporate Leadership Team');
    await page.goto(`${served.url}cy/try-it`);
    await page.getByRole('button', { name: 'Mewngofnodi fel Lowri Ffansi' }).click();
    await page.goto(`${served.url}en/demonstration/records/bodies/cmt`);
    assert.equal(await page.locator('h1').textContent(), 'Corporate Leadership Team');
    assert.equal(await page.getByRole('link', { name: 'Correct what was entered wrongly' }).count(), 0, 'whose posts do not let them is not offered it');
    await page.goto(`${served.url}en/cwm-enghraifft/records/bodies/cmt`);
    assert.equal(await page.locator('h1').textContent(), 'Corporate Management Team', 'the example itself is as it was');
    assert.deepEqual(complaints, []);
  });

  inBrowser('breaks no rule of WCAG 2.2 AA that axe-core can test', async (open) => {
    const page = await open(`${served.url}en/try-it`);
    for (const language of ['en', 'cy']) {
      await page.goto(`${served.url}${language}/try-it`);
      assert.deepEqual(await axeViolations(page), []);
    }
  });
});
