import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { demonstration } from '../areas/acting.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { openAs } from './council-site.ts';
import { insideSite, type InsideSite } from './inside-site.ts';
import { date, heading } from './setting-up.ts';

const main = (page: Page): Promise<string> => page.locator('main').innerText();

describe('The yearly statement of a chief executive', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await insideSite(await demonstration('demo-scotland'));
    base = await inside.listen();
  });
  after(() => inside.close());

  inBrowser('is drawn up from the verdicts, signed with a reservation, and outdated once an arrangement changes', async (open) => {
    const page = await openAs(open, inside, base, 'alasdair', '/en/small/work', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Yearly statement', exact: true }).click();
    assert.match(await main(page), /No statement is on record\./);
    await page.getByRole('button', { name: 'Draw it up' }).click();
    await page.getByRole('button', { name: 'Draw it up' }).last().click();
    assert.equal(await heading(page), 'Statement on the arrangements that support the Chief Social Work Officer and Head of Children, Families and Justice');
    const drawn = await main(page);
    assert.match(drawn, /Nobody else sees it until it is signed/);
    assert.match(drawn, /Of the \d+ things that the guidance expects of this authority, \d+ are secured/);
    assert.match(drawn, /Without whoever now holds/);
    assert.doesNotMatch(drawn, /Outdated/);

    await page.getByRole('link', { name: 'Add a reservation' }).click();
    await page.getByLabel('In English').first().fill('The officer sits three tiers from me.');
    await page.getByLabel('Expectations').or(page.locator('select[name="expectations.0"]')).first().selectOption('designation.level');
    await page.getByRole('button', { name: 'Add a reservation' }).last().click();
    assert.match(await main(page), /The officer sits three tiers from me\./);

    await page.getByRole('button', { name: 'Check it and sign' }).click();
    assert.equal(await heading(page), 'Check what you sign');
    assert.match(await main(page), /You sign exactly these words/);
    assert.match(await main(page), /The officer sits three tiers from me\./);
    await page.getByRole('button', { name: 'Sign the statement' }).last().click();
    const signed = await main(page);
    assert.match(signed, /Signed by Alasdair Notreal as Chief Executive on 1 December 2011\./);
    assert.match(signed, /The next is due by 1 December 2012\./);
    assert.doesNotMatch(signed, /Outdated/);

    // Somebody else enters a change of the arrangements.
    const other = await openAs(open, inside, base, 'lorna', '/en/small/records/appointments/kirsty-cswo/end', { javaScriptEnabled: false });
    await date(other, 'First day on which it no longer holds', ['1', '12', '2011']);
    await other.getByLabel('Why you enter this').fill('She leaves.');
    await other.getByRole('button', { name: 'Save' }).last().click();
    await page.goto(`${base}/en/small/statement`);
    const outdated = await main(page);
    assert.match(outdated, /Outdated/);
    assert.match(outdated, /when it was drawn up, .* now\./);
    assert.match(outdated, /Arrangements that changed since:/);
  });

  inBrowser('has a log of barriers beside it: one is raised, answered with what is to be done, and not closed before that is done', async (open) => {
    const officer = await openAs(open, inside, base, 'fiona', '/en/small/work', { javaScriptEnabled: false });
    await officer.getByRole('link', { name: 'Barriers', exact: true }).click();
    await officer.getByRole('link', { name: 'Raise a barrier' }).click();
    await officer.getByLabel('In English').fill('Papers of the partnership come too late.');
    await officer.getByRole('button', { name: 'Raise it' }).last().click();
    assert.match(await main(officer), /One barrier is open\./);

    const head = await openAs(open, inside, base, 'alasdair', '/en/small', { javaScriptEnabled: false });
    assert.match(await main(head), /raised a barrier to the statutory role on 1 December 2011: “Papers of the partnership come too late\.”/);
    await head.getByRole('link', { name: /^Respond/ }).first().click();
    await head.getByLabel('In English').first().fill('They come a week before from now on.');
    const will = head.getByRole('group', { name: /^What is to be done about it/ });
    await will.getByLabel('In English').fill('Send the papers a week before.');
    await will.getByLabel('By whom').selectOption({ label: 'Director of the Community Health and Care Partnership' });
    await head.getByRole('button', { name: 'Respond' }).last().click();
    assert.match(await main(head), /Being resolved/);
    await head.getByRole('link', { name: 'Close it' }).click();
    await head.getByLabel('Outcome').selectOption('resolved');
    await head.getByLabel('In English').fill('It is resolved.');
    await head.getByRole('button', { name: 'Close it' }).last().click();
    assert.match(await main(head), /What was to be done about it is not done yet: “Send the papers a week before\.”/);
    await head.getByLabel('Outcome').selectOption('accepted');
    await head.getByRole('button', { name: 'Close it' }).last().click();
    assert.match(await main(head), /No barrier on record is open\.[^]*Accepted as it is/);
  });

  inBrowser('is read in both languages, on a narrow screen and by a screen reader', async (open) => {
    for (const language of ['en', 'cy']) {
      for (const path of ['/statement', '/barriers', '/statement/draw-up', '/barriers/raise']) {
        const page = await openAs(open, inside, base, 'alasdair', `/${language}/small${path}`, { viewport: { width: 320, height: 640 } });
        assert.notEqual(await heading(page), '', path);
        assert.deepEqual(await axeViolations(page), [], path);
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) <= 0, path);
      }
    }
  });
});
