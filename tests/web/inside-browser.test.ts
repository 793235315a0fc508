import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { insideSite, PASSWORD, type InsideSite } from './inside-site.ts';

const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const beyondTheEdge = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent();

describe('Somebody who signs in', () => {
  let inside: InsideSite;
  let base = '';
  before(async () => {
    inside = await insideSite();
    base = await inside.listen();
  });
  after(() => inside.close());

  async function enter(page: Page, person: string): Promise<void> {
    await page.context().addCookies([{ name: 'answerable', value: await inside.cookieOf(person), url: base }]);
  }

  inBrowser('joins by a link, sets up a second step, and signs in again with both, without JavaScript', async (open) => {
    const secret = await inside.identity.links.make({ purpose: 'invitation', register: 'small', person: 'persons/ann', madeBy: 'the test' }, inside.clock.now);
    const page = await open(`${base}/en/join/${secret}`, NO_SCRIPT);
    assert.equal(await heading(page), 'Join Small Example Council');
    await page.getByLabel('E-mail address').fill('ann@example.org');
    await page.getByLabel('New password').fill('password1234');
    await page.getByRole('button', { name: 'Continue' }).click();
    assert.match(await page.title(), /^Error: /);
    assert.ok(await page.getByRole('link', { name: /tried first/ }).isVisible());
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Continue' }).click();
    assert.equal(await heading(page), 'Set up an authenticator app');
    await page.goto(`${base}/en/small`);
    assert.equal(await heading(page), 'Set up an authenticator app', 'nothing is shown before the second step is set up');
    const key = ((await page.locator('.app-secret').textContent()) ?? '').replaceAll(' ', '');
    const app = new TOTP({ secret: Secret.fromBase32(key) });
    await page.getByLabel('Code').fill(app.generate({ timestamp: Date.parse(inside.clock.now) }));
    await page.getByRole('button', { name: 'Continue' }).click();
    assert.equal(await heading(page), 'Recovery codes');
    await page.getByRole('link', { name: 'Continue' }).click();
    assert.equal(await heading(page), 'Small Example Council');

    await page.getByRole('link', { name: 'Ann Example' }).click();
    assert.ok(await page.getByText('What follows from it: head of paid service').isVisible());
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.goto(`${base}/en/small/records`);
    assert.equal(await heading(page), 'Sign in');
    await page.getByLabel('E-mail address').fill('ann@example.org');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    assert.equal(await heading(page), 'Show that it is you');
    inside.clock.now = new Date(Date.parse(inside.clock.now) + 60_000).toISOString() as typeof inside.clock.now;
    await page.getByLabel('Code').fill(app.generate({ timestamp: Date.parse(inside.clock.now) }));
    await page.getByRole('button', { name: 'Continue' }).click();
    assert.equal(await heading(page), 'Records', 'and is where they wanted to be');
  });

  inBrowser('enters a record, is told at each field what is wrong, and loses nothing that was typed', async (open) => {
    const page = await open(`${base}/en/sign-in`, NO_SCRIPT);
    await enter(page, 'ann');
    await page.goto(`${base}/en/small/records/bodies`);
    await page.getByRole('button', { name: 'Add: body' }).click();
    await page.getByLabel('In English').first().fill('Senior Officers Forum');
    await page.getByLabel('Type').selectOption({ label: 'Forum' });
    await page.getByRole('group', { name: 'From (optional)' }).getByLabel('Day').fill('31');
    await page.getByRole('group', { name: 'From (optional)' }).getByLabel('Month').fill('2');
    await page.getByRole('group', { name: 'From (optional)' }).getByLabel('Year').fill('2012');
    await page.getByRole('button', { name: 'Save' }).last().click();
    assert.match(await page.title(), /^Error: /);
    await page.getByRole('link', { name: 'Say why you enter this' }).click();
    await page.getByLabel('Why you enter this').fill('It met for the first time.');
    await page.getByRole('button', { name: 'Save' }).last().click();
    assert.ok(await page.getByRole('link', { name: /not a date that exists/ }).isVisible());
    assert.equal(await page.getByLabel('In English').first().inputValue(), 'Senior Officers Forum');
    await page.getByRole('group', { name: 'From (optional)' }).getByLabel('Month').fill('3');
    await page.getByRole('button', { name: 'Save' }).last().click();
    assert.equal(await heading(page), 'Senior Officers Forum');
    assert.ok(await page.getByText('Saved as entry').isVisible());
    const entry = inside.register.image.entries.at(-1);
    assert.deepEqual([entry?.actor, entry?.act, entry?.reason], [{ person: 'ann', post: 'chief' }, 'record.put', 'It met for the first time.']);
  });

  inBrowser('adds rows to a list, and changes from a date what was there', async (open) => {
    const page = await open(`${base}/en/sign-in`, NO_SCRIPT);
    await enter(page, 'ann');
    await page.goto(`${base}/en/small/records/posts/director`);
    await page.getByRole('link', { name: 'Say what is different from a date' }).click();
    await page.getByRole('button', { name: 'Add another row to designations' }).click();
    await page.locator('select[name="designations.1"]').selectOption('corporate-director');
    for (const [field, value] of [['Day', '1'], ['Month', '6'], ['Year', '2012']] as const) await page.getByRole('group', { name: 'From', exact: true }).getByLabel(field).fill(value);
    await page.getByLabel('Why you enter this').fill('The restructure.');
    await page.getByRole('button', { name: 'Save' }).last().click();
    assert.ok(await page.getByText('Saved as entry').isVisible());
    assert.deepEqual(inside.register.image.versions('posts', 'director').map((version) => [version.valid.from ?? '', (version as unknown as { designations: string[] }).designations.length]), [['', 1], ['2012-06-01', 2]]);
  });

  inBrowser('is shown what somebody else did meanwhile instead of undoing it', async (open) => {
    const [one, two] = [await open(`${base}/en/sign-in`, NO_SCRIPT), await open(`${base}/en/sign-in`, NO_SCRIPT)];
    await enter(one, 'ann');
    await enter(two, 'ben');
    for (const page of [one, two]) {
      await page.goto(`${base}/en/small/records/bodies/cmt/correct`);
      await page.getByLabel('Why you enter this').fill('The name was wrong.');
    }
    await one.getByLabel('In English').first().fill('Corporate Leadership Team');
    await two.getByLabel('In English').first().fill('Chief Officers');
    await one.getByRole('button', { name: 'Save' }).last().click();
    await two.getByRole('button', { name: 'Save' }).last().click();
    assert.equal(await heading(one), 'Corporate Leadership Team');
    assert.ok((await two.getByText(/changed after you opened this form/).count()) > 0);
    assert.equal(await two.getByLabel('In English').first().inputValue(), 'Chief Officers');
  });

  inBrowser('meets no page that breaks WCAG 2.2 AA as far as axe-core can test, in either language, wide or 320 pixels wide', async (open) => {
    const paths = ['sign-in', 'account', 'account/authenticator', 'account/password', 'small', 'small/records', 'small/records?q=example', 'small/records/persons', 'small/records/posts/director', 'small/records/posts/new-record', 'small/records/meetings/new-record', 'small/records/provisions/new-record', 'small/records/bodies/cmt/end', 'small/map', 'small/responsibilities', 'small/coverage'];
    for (const options of [{}, NARROW]) {
      const page = await open(`${base}/en/sign-in`, options);
      await enter(page, 'ann');
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
