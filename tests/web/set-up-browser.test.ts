import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { describe } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { axeViolations, inBrowser, type Open } from '../browser/browser.ts';
import { openAs } from './council-site.ts';
import { COUNCIL, insideSite } from './inside-site.ts';
import { ANSWERS, setUpSite, type SetUpSite } from './set-up-site.ts';
import { goOn, heading } from './setting-up.ts';

const WIDE: BrowserContextOptions = {};
const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } };

async function listening({ site }: SetUpSite): Promise<string> {
  await site.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(site.server.address() as AddressInfo).port}`;
}

async function isSound(page: Page, path: string): Promise<void> {
  assert.deepEqual(await axeViolations(page), [], path);
  assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) <= 0, `${path} is too wide`);
}

async function areSound(open: Open, base: string, paths: readonly string[]): Promise<void> {
  for (const options of [WIDE, NARROW]) {
    const page = await open(`${base}/en/accessibility`, options);
    for (const language of ['en', 'cy']) {
      for (const path of paths) {
        await page.goto(`${base}/${language}/${path}`);
        await isSound(page, `${language}/${path}`);
      }
    }
  }
}

describe('The pages of the first start', () => {
  inBrowser('break no rule of WCAG 2.2 AA that axe-core can test, in either language, wide or 320 pixels wide, with faults or without', async (open) => {
    const site = await setUpSite();
    const [secret, base] = [await site.link(), await listening(site)];
    for (const [step, fields] of ANSWERS) await site.post(`/en/set-up/${secret}/${step}`, fields);
    await areSound(open, base, ['set-up', `set-up/${secret}`, 'set-up/made-up', ...[...ANSWERS.map(([step]) => step), 'check'].map((step) => `set-up/${secret}/${step}`)]);
    const page = await open(`${base}/en/set-up/${secret}/account`, NARROW);
    await page.getByLabel('Your name').fill('');
    await page.getByLabel('E-mail address').fill('nobody');
    await goOn(page);
    assert.match(await page.title(), /^Error: /);
    await isSound(page, 'account with faults');
    await site.close();
  });

  inBrowser('lead whoever sets up the first account of a register on to their second step', async (open) => {
    const site = await setUpSite({ text: COUNCIL });
    const [secret, base] = [await site.link(), await listening(site)];
    await areSound(open, base, [`set-up/${secret}`]);
    const page = await open(`${base}/en/set-up/${secret}`, { javaScriptEnabled: false });
    await page.getByLabel('Who are you?').selectOption({ label: 'Ben Example (Director)' });
    await page.getByLabel('E-mail address').fill('ben@example.org');
    await page.getByLabel('Password').fill('lantern gravel otter pedal');
    await goOn(page);
    assert.equal(await heading(page), 'Your account is set up');
    await page.getByRole('button', { name: 'Set up your second step' }).click();
    assert.equal(await heading(page), 'Set up an authenticator app');
    await site.close();
  });

  inBrowser('end with a list of tasks and a page of colleagues that are as sound', async (open) => {
    const inside = await insideSite(COUNCIL);
    const base = await inside.listen();
    for (const options of [WIDE, NARROW]) {
      const page = await openAs(open, inside, base, 'ann', '/en/small/tasks', options);
      await inside.identity.accounts.setAdministrator((await inside.identity.accounts.ofPerson('small', 'persons/ann'))?.id ?? -1, true);
      for (const path of ['en/small/tasks', 'cy/small/tasks', 'en/small/colleagues', 'cy/small/colleagues']) {
        await page.goto(`${base}/${path}`);
        await isSound(page, path);
      }
    }
    await inside.close();
  });
});
