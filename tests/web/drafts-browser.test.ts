import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { demoCouncil, draftsSite, type DraftsSite } from './drafts-site.ts';

const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const beyondTheEdge = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
const heading = async (page: Page): Promise<string> => ((await page.locator('h1').textContent()) ?? '').trim();

describe('Somebody who thinks about a restructure', () => {
  let site: DraftsSite;
  let base = '';
  before(async () => {
    site = await draftsSite(demoCouncil());
    base = await site.listen();
    for (const person of ['eirlys', 'mari', 'tomos']) await site.cookieOf(person);
  });
  after(() => site.close());

  async function enter(page: Page, person: string): Promise<void> {
    await page.context().addCookies([{ name: 'answerable', value: await site.cookieOf(person), url: base }]);
  }

  async function begin(page: Page, name: string): Promise<string> {
    await page.goto(`${base}/en/small/drafts`);
    await page.getByRole('button', { name: 'Begin a draft' }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('What it is for').fill('Children’s services back in one line with adult services.');
    for (const [part, value] of [['Day', '1'], ['Month', '4'], ['Year', '2013']] as const) await page.getByLabel(part, { exact: true }).fill(value);
    await page.getByRole('button', { name: 'Begin the draft' }).click();
    return page.url().split('?')[0] ?? '';
  }

  async function move(page: Page, draft: string): Promise<void> {
    await page.goto(`${draft}/add/move`);
    await page.getByLabel('Unit to move').selectOption({ label: 'Children’s Services' });
    await page.getByLabel('Comes under').selectOption({ label: 'Social Care, Housing and Leisure Directorate' });
    await page.getByRole('button', { name: 'Add to the draft' }).click();
  }

  inBrowser('drafts it, compares it, shares it with a colleague who adopts it, all without JavaScript', async (open) => {
    const page = await open(`${base}/en/sign-in`, NO_SCRIPT);
    await enter(page, 'eirlys');
    await page.goto(`${base}/en/small/what-if`);
    await page.getByRole('link', { name: 'Draft several changes, compare them and share them' }).click();
    assert.equal(await heading(page), 'Drafts of change');
    await page.getByRole('button', { name: 'Begin a draft' }).click();
    await page.getByLabel('Name').fill('Children and adults together');
    await page.getByRole('button', { name: 'Begin the draft' }).click();
    assert.match(await page.title(), /^Error: /);
    await page.getByRole('link', { name: 'Say what the draft is for' }).click();
    assert.equal(await page.getByLabel('Name').inputValue(), 'Children and adults together', 'what was typed stays');
    const draft = await begin(page, 'Children and adults together');
    assert.equal(await heading(page), 'Children and adults together');

    await page.getByRole('button', { name: 'Add a change' }).click();
    await page.getByRole('link', { name: 'Move a unit' }).click();
    await page.getByRole('button', { name: 'Add to the draft' }).click();
    assert.ok(await page.getByRole('link', { name: 'Choose a unit' }).isVisible());
    await move(page, draft);
    assert.ok(await page.getByText('Added to the draft.').isVisible());
    assert.ok(await page.getByRole('heading', { name: '1. Move Children’s Services under Social Care, Housing and Leisure Directorate' }).isVisible());
    await page.getByRole('button', { name: 'Add a change' }).click();
    await page.getByRole('link', { name: 'Agree a draft instrument' }).click();
    await page.getByLabel('Instrument that is drafted or negotiated').selectOption({ label: 'Protocol between Councillors and the Director' });
    await page.getByRole('button', { name: 'Add to the draft' }).click();
    await page.getByRole('button', { name: /^Move up\s+Agree the instrument: Protocol between Councillors and the Director/ }).click();
    assert.ok(await page.getByRole('heading', { name: '1. Agree the instrument: Protocol between Councillors and the Director' }).isVisible());

    await page.getByRole('button', { name: 'Compare before and after' }).click();
    assert.equal(await heading(page), 'Before and after');
    const summary = (await page.locator('#summary').textContent()) ?? '';
    assert.match(summary, /^\s*With this draft no verdict would fall and 3 would rise\./);
    assert.match(summary, /No function loses a lever and 4 gain one\. .*The structure stays as it is: More than one directorate\./);
    assert.ok((await page.locator('table[aria-labelledby="rises"] tbody tr').count()) > 0);
    await page.getByRole('link', { name: 'The map as it would be' }).click();
    assert.equal(await heading(page), 'The map as it would be');

    await page.goto(draft);
    await page.getByRole('link', { name: 'Share it with colleagues' }).click();
    await page.getByLabel('Colleague').selectOption({ value: 'persons/mari' });
    await page.getByLabel('What they may do').selectOption({ value: 'change' });
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    assert.ok(await page.getByText('The draft is shared.').isVisible());

    const colleague = await open(`${base}/en/sign-in`, NO_SCRIPT);
    await enter(colleague, 'mari');
    await colleague.goto(`${base}/en/small/drafts`);
    await colleague.getByRole('link', { name: 'Children and adults together' }).click();
    await colleague.getByRole('link', { name: 'Check and adopt the draft' }).click();
    const number = site.register.image.entries.length;
    await colleague.getByRole('button', { name: 'Adopt: enter all of this' }).click();
    await colleague.getByRole('link', { name: 'Say why you enter this' }).click();
    await colleague.getByLabel('Why you enter this').fill('Decided by the council.');
    await colleague.getByRole('button', { name: 'Adopt: enter all of this' }).click();
    assert.ok(await colleague.getByText(`Saved as entry ${number}.`).isVisible());
    assert.match((await colleague.locator('.govuk-inset-text').textContent()) ?? '', new RegExp(`^\\s*Adopted by entry ${number}, by Mari Ffug on .*: Decided by the council\\.\\s*$`));
    const entry = site.register.image.entries.at(-1);
    assert.deepEqual([entry?.number, entry?.act, entry?.actor.person, entry?.reason, entry?.changes.map(({ kind, id, from }) => `${kind}/${id} ${from}`)], [number, 'draft.adopt', 'mari', 'Decided by the council.', ['instruments/protocol-councillors 2013-04-01', 'units/children-services 2013-04-01', 'posts/head-children 2013-04-01']]);
    await page.goto(`${base}/en/small/drafts`);
    assert.ok(await page.getByRole('table', { name: 'Adopted or set aside' }).getByText(`Adopted by entry ${number}`).isVisible());
    await page.goto(`${draft}/add`);
    assert.equal(await heading(page), 'You may read this draft, not do this');
  });

  inBrowser('meets no page that breaks WCAG 2.2 AA as far as axe-core can test, in either language, wide or 320 pixels wide', async (open) => {
    const first = await open(`${base}/en/sign-in`);
    await enter(first, 'eirlys');
    const draft = await begin(first, 'Two posts into one');
    await first.goto(`${draft}/add/merge`);
    await first.getByLabel('Post to give up').selectOption({ value: 'head-children' });
    await first.getByLabel('Post that stays').selectOption({ value: 'head-adults' });
    await first.getByRole('button', { name: 'Add to the draft' }).click();
    await first.goto(`${draft}/add/instruments/new-record`);
    await first.getByLabel('In English').first().fill('Scheme of delegation to the merged post');
    await first.getByLabel('Type').selectOption({ value: 'scheme-of-delegation' });
    await first.getByLabel('State').selectOption({ value: 'draft' });
    await first.getByLabel('Version').fill('1');
    await first.getByRole('button', { name: 'Add to the draft' }).last().click();
    await first.goto(`${draft}/add/vacate`);
    await first.getByLabel('Post to leave vacant').selectOption({ value: 'director' });
    await first.getByRole('button', { name: 'Add to the draft' }).click();
    assert.equal(await first.locator('.app-changes > li').count(), 3);
    const own = draft.slice(`${base}/en/`.length);
    const paths = ['small/what-if', 'small/drafts', 'small/drafts/new', `${own}?done=added`, `${own}/add?kind=posts`, ...['merge', 'posts/head-adults/change', 'posts/head-adults/end'].map((path) => `${own}/add/${path}`), ...['comparison', 'map', 'describe', 'sharing', 'upload', 'adopt', 'set-aside'].map((path) => `${own}/${path}`)];
    for (const options of [{}, NARROW]) {
      const page = await open(`${base}/en/sign-in`, options);
      await enter(page, 'eirlys');
      for (const language of ['en', 'cy']) {
        for (const path of paths) {
          await page.goto(`${base}/${language}/${path}`);
          assert.deepEqual(await axeViolations(page), [], `${language}/${path}`);
          assert.ok((await beyondTheEdge(page)) <= 0, `${language}/${path} is too wide`);
          if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/${language}-${path.replace(/\W+/g, '-')}-${options === NARROW ? 'narrow' : 'wide'}.png`, fullPage: true });
        }
      }
    }
  });
});
