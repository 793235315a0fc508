import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { after, before, describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { assess } from '../../src/assessment/assess.ts';
import { openContent, readingDate, readingLookBack, wordsFor } from '../../src/assessment/open-register.ts';
import { GENERIC_ACTS, actNamed } from '../../src/register/acts/acts.ts';
import { actRequest } from '../../src/register/requests.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { asked, good } from '../kept/folder.ts';
import { openAs } from './council-site.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const RENEWED = '/en/small/instruments/protocol-chief-executive-renewed';

describe('A protocol that a dispute stands in the way of', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    const text = await readFile(resolve(import.meta.dirname, '../../examples/demo-scotland/register.yaml'), 'utf8');
    inside = await insideSite(text.replace(/^ {2}id: strathexample$/m, '  id: small'));
    base = await inside.listen();
  });
  after(() => inside.close());

  const main = (page: Page): Promise<string> => page.locator('main').innerText();
  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).last().click();
  const because = (page: Page, reason: string): Promise<void> => page.getByLabel('Why you enter this').fill(reason);

  function paperOf(id: string): string {
    const opened = good(openContent(inside.register.image.content()));
    const { judged } = assess(inside.register.image.snapshot(readingDate(opened)), opened.compiled, readingLookBack(opened));
    return (judged.find((one) => one.compiled.expectation.id === id) ?? assert.fail(id)).paper.verdict;
  }

  inBrowser('is due, renewed, disputed, taken to whom the procedure names, settled and agreed', async (open) => {
    const as = (person: string, path: string): Promise<Page> => openAs(open, inside, base, person, path, NO_SCRIPT);
    assert.equal(paperOf('influence.risk'), 'not-met');
    const kirsty = await as('kirsty', '/en/small/protocols');
    const due = kirsty.locator('tr', { hasText: 'Protocol between the Chief Executive and the Chief Social Work Officer' }).first();
    assert.match(await due.innerText(), /Kirsty Conjure now holds Chief Social Work Officer/);
    await due.getByRole('link').first().click();
    await kirsty.getByRole('link', { name: 'Renew it' }).click();
    await press(kirsty, 'Begin the renewal');
    await kirsty.goto(`${base}${RENEWED}/open`);
    await press(kirsty, 'Open for negotiation');

    await kirsty.getByRole('link', { name: 'Propose a new clause' }).click();
    await kirsty.getByRole('group', { name: 'Proposed wording' }).getByLabel('English').fill('The Chief Social Work Officer is accountable for advice on risk.');
    const gives = kirsty.getByRole('group', { name: /Who is to have what/ });
    await gives.getByLabel('To', { exact: true }).selectOption({ value: 'posts/cswo' });
    await gives.getByLabel('Responsibility').selectOption({ label: 'is accountable' });
    await gives.getByLabel('Over (optional)').selectOption({ value: 'risk' });
    await press(kirsty, 'Propose other wording');

    const alasdair = await as('alasdair', `${RENEWED}/negotiate`);
    await alasdair.getByRole('link', { name: /^Decline/ }).click();
    await press(alasdair, 'Decline');
    assert.match(await main(alasdair), /Say why you enter this/);
    await because(alasdair, 'Risk is the Head of Finance’s.');
    await press(alasdair, 'Decline');
    assert.match(await main(alasdair), /Declined: Risk is the Head of Finance’s\./);

    await kirsty.goto(`${base}${RENEWED}/negotiate`);
    await kirsty.getByRole('link', { name: /^Dispute/ }).click();
    assert.match(await main(kirsty), /It goes as a challenge to Chief Executive, whom Conflicts between Line Management and Professional Advice names first/);
    await kirsty.getByLabel('What is in dispute, and why').fill('Who advises on professional risk');
    await press(kirsty, 'Dispute');
    assert.match(await main(kirsty), /Challenge to Chief Executive, 1 December 2011 \(not answered yet\)/);
    await kirsty.goto(`${base}${RENEWED}/agree`);
    await press(kirsty, 'I agree to version 2.0');
    assert.match(await main(kirsty), /A proposal of Chief Social Work Officer and Head of Children, Families and Justice is disputed/);

    const settle = async (): Promise<void> => {
      await alasdair.goto(`${base}${RENEWED}/negotiate`);
      await alasdair.getByRole('link', { name: /^Settle/ }).click();
      await alasdair.getByLabel('Outcome').selectOption({ label: 'The proposal is adopted' });
      await because(alasdair, 'It is professional advice.');
      await press(alasdair, 'Settle');
    };
    await settle();
    assert.match(await main(alasdair), /Chief Executive has not answered the challenge of 2011-12-01 yet/);
    const [challenge] = inside.register.image.snapshot(kirstyDay()).where('advice', 'nature', 'challenge').filter(({ arisingFrom }) => arisingFrom?.startsWith('amendments/'));
    const { id, ref: _ref, valid: _valid, ...body } = challenge ?? assert.fail();
    good(await inside.register.perform(actRequest(good(actNamed('record.put', GENERIC_ACTS)), { kind: 'advice', id, body: { ...body, responses: [{ on: '2011-12-01', by: 'posts/chief-executive', outcome: 'accepted', reason: 'On reflection it is.' }] } }, asked({ now: inside.clock.now }), wordsFor)));
    await settle();
    assert.match(await main(alasdair), /Version 2\.1, negotiating/);
    for (const page of [alasdair, kirsty]) {
      await page.goto(`${base}${RENEWED}/agree`);
      await press(page, 'I agree to version 2.1');
    }
    assert.match(await main(kirsty), /Version 2\.1, agreed/);
    assert.equal(paperOf('influence.risk'), 'met');
  });

  inBrowser('shows its dispute and its settlement accessibly', async (open) => {
    for (const language of ['en', 'cy']) {
      const page = await openAs(open, inside, base, 'kirsty', `/${language}/small/instruments/protocol-chief-executive-renewed/negotiate`, { viewport: { width: 320, height: 640 } });
      assert.deepEqual(await axeViolations(page), []);
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) <= 0);
      await page.context().close();
    }
  });

  const kirstyDay = () => readingDate(good(openContent(inside.register.image.content())));
});
