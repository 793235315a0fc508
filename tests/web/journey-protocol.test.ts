import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { assess } from '../../src/assessment/assess.ts';
import { openContent, readingDate, readingLookBack, wordsFor } from '../../src/assessment/open-register.ts';
import { GENERIC_ACTS, actNamed } from '../../src/register/acts/acts.ts';
import { actRequest } from '../../src/register/requests.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { asked, good } from '../kept/folder.ts';
import { councilSite, openAs } from './council-site.ts';
import type { InsideSite } from './inside-site.ts';

const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const [DIRECTOR, EDUCATION, CHIEF] = ['Director of Social Care, Housing and Leisure', 'Director for Children and Young People', 'Chief Executive'] as const;
const PROTOCOL = '/en/small/instruments/challenge-across-directorates';

describe('A protocol among three', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await councilSite();
    base = await inside.listen();
  });
  after(() => inside.close());

  const main = (page: Page): Promise<string> => page.locator('main').innerText();
  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).last().click();
  const because = (page: Page, reason: string): Promise<void> => page.getByLabel('Why you enter this').fill(reason);

  /** What the expectation comes to on paper, and altogether. */
  function judgedOf(id: string): readonly [string, string] {
    const opened = good(openContent(inside.register.image.content()));
    const date = readingDate(opened);
    const { judged } = assess(inside.register.image.snapshot(date), opened.compiled, readingLookBack(opened));
    const found = judged.find((one) => one.compiled.expectation.id === id) ?? assert.fail(id);
    return [found.paper.verdict, found.diagnosis];
  }

  const put = async (name: string, input: unknown): Promise<void> => void good(await inside.register.perform(actRequest(good(actNamed(name, GENERIC_ACTS)), input, asked({ reason: 'A change of Director.', now: inside.clock.now }), wordsFor)));

  const agrees = async (page: Page, path: string, version: string): Promise<void> => {
    await page.goto(`${base}${path}/agree`);
    await press(page, `I agree to version ${version}`);
  };

  inBrowser('is drafted from what the guidance expects, negotiated to agreement, falls due with a new Director, and is renewed', async (open) => {
    const as = (person: string, path: string): Promise<Page> => openAs(open, inside, base, person, path, NO_SCRIPT);
    assert.equal(judgedOf('access.challenge')[0], 'not-met');
    const [, diagnosisBefore] = judgedOf('access.challenge');

    const tomos = await as('tomos', '/en/small/protocols');
    await tomos.getByRole('link', { name: 'Draft an instrument' }).click();
    await tomos.getByLabel('What it is').selectOption({ label: 'Protocol' });
    for (const party of [DIRECTOR, EDUCATION, CHIEF]) await tomos.getByLabel(party, { exact: true }).check();
    await press(tomos, 'Continue');
    const challenge = tomos.getByLabel(`The ${DIRECTOR} may challenge decisions on social services.`);
    assert.ok(await challenge.isChecked(), 'what nothing provides for yet stands ready');
    assert.match(await main(tomos), /Expected by: Empowered to challenge/);
    await press(tomos, 'Save the draft');
    assert.match(await tomos.title(), /^Error: /);
    assert.ok(await challenge.isChecked(), 'what was ticked is still ticked');
    await tomos.getByRole('group', { name: 'Title' }).getByLabel('English').fill('Challenge across directorates');
    await press(tomos, 'Save the draft');
    await tomos.getByRole('link', { name: 'Challenge across directorates' }).click();
    await tomos.getByRole('link', { name: 'Open for negotiation' }).click();
    await press(tomos, 'Open for negotiation');
    assert.match(await main(tomos), /3 parties have still to agree this version/);

    const ieuan = await as('ieuan', `${PROTOCOL}/negotiate`);
    await ieuan.locator('section', { hasText: 'may challenge decisions' }).getByRole('link', { name: /^Propose other wording/ }).click();
    const english = ieuan.getByRole('group', { name: 'Proposed wording' }).getByLabel('English');
    assert.equal(await english.inputValue(), `The ${DIRECTOR} may challenge decisions on social services.`);
    await english.fill(`The ${DIRECTOR} may challenge, in writing, any decision on social services.`);
    await press(ieuan, 'Propose other wording');
    assert.equal(await ieuan.locator('ins', { hasText: ', in writing, any decision' }).count(), 1);
    assert.match(await main(ieuan), /One proposal or comment is open or disputed\. Nobody can agree until it is settled/);
    assert.equal(await ieuan.getByRole('link', { name: /^Adopt/ }).count(), 0, 'who keeps no instruments decides on none');

    const eirlys = await as('eirlys', `${PROTOCOL}/negotiate`);
    await eirlys.getByRole('link', { name: 'Comment on the whole' }).click();
    await eirlys.getByLabel('What you say').fill('Who writes it down?');
    await press(eirlys, 'Comment');
    await agrees(eirlys, PROTOCOL, '0.1');
    assert.match(await main(eirlys), /A proposal of Director for Children and Young People on clause \d+ is open\. A comment of Chief Executive is open\./);

    await tomos.goto(`${base}${PROTOCOL}/negotiate`);
    await tomos.getByRole('link', { name: /^Adopt/ }).click();
    await because(tomos, 'It should be in writing.');
    await press(tomos, 'Adopt');
    await tomos.getByRole('link', { name: /^Answer and close/ }).click();
    await because(tomos, 'The Monitoring Officer does.');
    await press(tomos, 'Answer and close');
    assert.match(await main(tomos), /Version 0\.2, negotiating/);
    await tomos.getByRole('link', { name: 'Compare versions' }).click();
    assert.match(await tomos.locator('ins').first().innerText(), /in writing/);

    assert.equal(judgedOf('access.challenge')[0], 'not-met', 'what is only negotiated provides for nothing');
    for (const [page, person] of [[tomos, 'tomos'], [ieuan, 'ieuan'], [eirlys, 'eirlys']] as const) {
      await page.goto(`${base}${PROTOCOL}/agree`);
      assert.match(await main(page), /may challenge, in writing, any decision/, `${person} reads what is signed`);
      await agrees(page, PROTOCOL, '0.2');
    }
    assert.match(await main(eirlys), /Version 0\.2, agreed/);
    assert.equal(judgedOf('access.challenge')[0], 'met');
    assert.notEqual(judgedOf('access.challenge')[1], diagnosisBefore);

    await put('record.end', { kind: 'appointments', id: 'tomos-director', from: '2012-12-10' });
    await put('record.put', { kind: 'appointments', id: 'sian-director', from: '2012-12-10', body: { person: 'persons/sian', post: 'posts/director', basis: 'permanent' } });
    await eirlys.goto(`${base}/en/small/protocols`);
    const due = eirlys.locator('tr', { hasText: 'Challenge across directorates' }).first();
    assert.match(await due.innerText(), /now holds Director of Social Care, Housing and Leisure, and has not agreed Challenge across directorates: Tomos Ffuglen agreed it/);
    await due.getByRole('link').first().click();
    assert.match(await main(eirlys), /It is due for renewal:/);
    await eirlys.getByRole('link', { name: 'Renew it' }).click();
    await press(eirlys, 'Begin the renewal');
    const renewed = `${PROTOCOL}-renewed`;
    await eirlys.goto(`${base}${renewed}/open`);
    await press(eirlys, 'Open for negotiation');
    assert.match(await main(eirlys), /It is to take the place of Challenge across directorates, which stays in force until this is agreed/);
    const sian = await as('sian', `${renewed}/negotiate`);
    for (const page of [eirlys, ieuan, sian]) await agrees(page, renewed, '1.0');
    assert.match(await main(sian), /Version 1\.0, agreed/);
    await sian.goto(`${base}/en/small/protocols`);
    assert.equal(await sian.getByRole('region', { name: 'Due for renewal' }).locator('tr', { hasText: 'Challenge across directorates' }).count(), 0);
    assert.equal(judgedOf('access.challenge')[0], 'met');

    await sian.goto(`${base}${renewed}/communicate`);
    await sian.getByLabel('Bro Ddychymyg University Health Board').check();
    await press(sian, 'Communicate it');
    await sian.getByRole('link', { name: /acknowledge by a link: Bro Ddychymyg/ }).click();
    await sian.getByLabel('Who it is for').selectOption({ index: 1 });
    await sian.getByLabel('Who will sign or acknowledge').selectOption({ label: 'Nia Ffugenw (health board)' });
    await press(sian, 'Make the link');
    const address = await sian.locator('code').innerText();
    const partner = await open(address, NO_SCRIPT);
    await partner.locator('main form button').last().click();
    await sian.goto(`${base}${renewed}`);
    assert.match(await sian.locator('section', { hasText: 'Who was told of it' }).last().innerText(), /Nia Ffugenw \(health board\), 10 December 2012/);
  });

  inBrowser('reads well in Welsh, on a narrow screen, and by ear', async (open) => {
    for (const path of ['/protocols', '/protocols/new', '/protocols/new?type=protocol&tick.posts/director=yes&tick.posts/education=yes', '/instruments/protocol-councillors/negotiate', '/instruments/protocol-councillors/agree', '/instruments/protocol-councillors/propose', '/instruments/constitution-2011/versions', '/instruments/protocol-education/communicate', '/instruments/protocol-education/renew']) {
      for (const language of ['en', 'cy']) {
        const page = await openAs(open, inside, base, 'eirlys', `/${language}/small${path}`, { viewport: { width: 320, height: 640 } });
        assert.equal(await page.locator('h1').count(), 1, `${language} ${path}`);
        assert.deepEqual(await axeViolations(page), [], `${language} ${path}`);
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) <= 0, `${language} ${path} is too wide`);
        await page.context().close();
      }
    }
  });
});
