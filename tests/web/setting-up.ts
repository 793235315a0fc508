import assert from 'node:assert/strict';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { until, type Running } from './serving-process.ts';

export const PASSWORD = 'lantern gravel otter pedal';

/** The link for setting up that a server printed. */
export const setUpLink = async ({ out }: Running): Promise<string> => {
  const found = await until(() => Promise.resolve(/^http\S+\/set-up\/\S+$/m.exec(out())?.[0]), (link) => link !== undefined);
  return found ?? assert.fail();
};

export const heading = async (page: Page): Promise<string> => (await page.locator('h1').textContent())?.trim() ?? '';

export async function date(page: Page, legend: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}

export const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Continue' }).click();

/** Answers one page about an officer. */
export async function officer(page: Page, holder: string, since: readonly [string, string, string]): Promise<void> {
  await page.getByLabel('Name of who holds it').fill(holder);
  await date(page, 'Holds it since', since);
  await page.getByLabel('Permanent').check();
}

/** Answers every question of the set-up, up to the page on which they are checked. */
export async function answerAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByLabel('Name in English').fill('Cwm Newydd Council (fictional)');
  await page.getByLabel('Name in Welsh').fill('Cyngor Cwm Newydd (dychmygol)');
  await page.getByLabel('Wales', { exact: true }).check();
  await goOn(page);
  await goOn(page);
  await officer(page, 'Ann Example', ['1', '9', '2021']);
  await goOn(page);
  await officer(page, 'Ben Example', ['1', '4', '2022']);
  await page.getByLabel('The Head of Paid Service').check();
  await goOn(page);
  await page.getByLabel('Ben Example').check();
  await page.getByLabel('E-mail address').fill('ben@example.org');
  await page.getByLabel('Password').fill(PASSWORD);
  await goOn(page);
}

/** Sets up an authenticator app from the page that shows its key, and goes past the recovery codes. */
export async function secondStep(page: Page): Promise<TOTP> {
  const key = ((await page.locator('.app-secret').first().textContent()) ?? '').replaceAll(' ', '');
  const app = new TOTP({ secret: Secret.fromBase32(key) });
  await page.getByLabel('Code').fill(app.generate());
  await goOn(page);
  assert.equal(await heading(page), 'Recovery codes');
  await page.getByRole('link', { name: 'Continue' }).click();
  return app;
}
