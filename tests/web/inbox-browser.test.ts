import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { inboxSite, WAITING_COUNCIL, type InboxSite } from './inbox-site.ts';

const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const beyondTheEdge = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent();
/** Enough of them for a second page. */
const MANY = WAITING_COUNCIL.replace('actions:\n', `actions:\n${Array.from({ length: 60 }, (_, number) => `  - { id: more-${number}, what: Number ${number}, owner: director, due: 2026-04-01, state: not-started }\n`).join('')}`);

describe('Somebody for whom things wait', () => {
  let place: InboxSite;
  let base = '';
  before(async () => {
    place = await inboxSite(MANY);
    base = await place.listen();
  });
  after(() => place.close());

  async function signedIn(open: (address: string, options?: BrowserContextOptions) => Promise<Page>, person: string, options?: BrowserContextOptions): Promise<Page> {
    const page = await open(`${base}/en/sign-in`, options);
    await page.context().addCookies([{ name: 'answerable', value: await place.cookieOf(person), url: base }]);
    return page;
  }

  inBrowser('gives an address, confirms it, is reminded, and says with one click that an action is done: without JavaScript and without signing in', async (open) => {
    const page = await signedIn(open, 'ben', NO_SCRIPT);
    await page.goto(`${base}/en/small`);
    await page.getByRole('link', { name: 'Inbox', exact: true }).click();
    assert.equal(await heading(page), 'Inbox');
    await page.getByRole('link', { name: 'Reminders by e-mail: what will come, when and how often' }).click();
    await page.getByRole('link', { name: 'Give your e-mail address' }).click();
    await page.getByLabel('E-mail address').fill('ben');
    await page.getByRole('button', { name: 'Send a link to it' }).click();
    assert.match(await page.title(), /^Error: /);
    await page.getByLabel('E-mail address').fill('ben@example.org');
    await page.getByRole('button', { name: 'Send a link to it' }).click();
    assert.ok(await page.getByText('ben@example.org waits to be confirmed').isVisible());
    const confirm = /http\S+confirm-mail\S+/.exec(place.mails.taken().at(-1)?.text ?? '')?.[0] ?? assert.fail();
    const elsewhere = await open(confirm, NO_SCRIPT);
    await elsewhere.getByRole('button', { name: 'Confirm this address' }).click();
    assert.equal(await heading(elsewhere), 'Your address is confirmed');

    await page.goto(`${base}/en/small/inbox/reminders`);
    await page.getByLabel('Language of the mails').selectOption('English');
    await page.getByRole('button', { name: 'Save' }).click();
    assert.ok(await page.getByText('This is kept.').isVisible());

    await place.remind();
    const mail = place.mails.taken().find(({ text }) => text.includes('/answer/')) ?? assert.fail();
    const said = await open(/It is done: (http\S+)/.exec(mail.text)?.[1] ?? assert.fail(), NO_SCRIPT);
    assert.equal(await heading(said), 'Say that it is done');
    await said.getByRole('button', { name: 'Say that it is done' }).click();
    assert.equal(await heading(said), 'It is entered');
    await page.goto(`${base}/en/small/inbox`);
    assert.equal(await page.getByText('“An older one” (not started)').count(), 0);
    await page.goto(`${base}/en/small/records/actions/old`);
    assert.ok(await page.getByText('Said to be complete').first().isVisible());
  });

  inBrowser('turns the page of a long inbox, and sees one kind alone', async (open) => {
    const page = await signedIn(open, 'ben');
    await page.goto(`${base}/en/small/inbox`);
    assert.equal(await page.locator('.app-needs li').count(), 50);
    await page.getByRole('link', { name: 'Next' }).click();
    await page.locator('[aria-current="page"]', { hasText: '2' }).waitFor();
    assert.ok((await page.locator('.app-needs li').count()) > 10);
    await page.getByRole('link', { name: /^Answers/ }).click();
    await page.getByText('Rota of the emergency team').first().waitFor();
    assert.equal(await page.locator('.app-needs li').count(), 1);
  });

  inBrowser('finds pages that axe-core finds nothing wrong with, in either language, on a narrow screen too', async (open) => {
    await place.reach('cai');
    await place.remind();
    place.clock.now = '2026-03-03T09:00:00.000Z' as typeof place.clock.now;
    await place.remind();
    const mail = place.mails.taken().find(({ header }) => header('to') === 'cai@example.org') ?? assert.fail();
    const answer = new URL(/It is delayed: (http\S+)/.exec(mail.text)?.[1] ?? assert.fail()).pathname;
    for (const size of [undefined, NARROW]) {
      const page = await signedIn(open, 'ben', size);
      for (const path of ['/en/small/inbox', '/en/small/inbox?kind=action&page=2', '/en/small/inbox/reminders', '/en/account/mail', '/en/confirm-mail/none', '/en/answer/none', answer].flatMap((one) => [one, one.replace('/en/', '/cy/')])) {
        await page.goto(`${base}${path}`);
        assert.deepEqual(await axeViolations(page), [], path);
        assert.equal(await beyondTheEdge(page), 0, path);
        const shots = process.env['SHOTS'];
        if (shots !== undefined) await page.screenshot({ path: `${shots}/${path.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 40)}-${size === undefined ? 1280 : 320}.png`, fullPage: true });
      }
    }
  });
});
