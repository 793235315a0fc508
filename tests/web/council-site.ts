import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Open } from '../browser/browser.ts';
import { insideSite, type InsideSite } from './inside-site.ts';

const DEMONSTRATION = resolve(import.meta.dirname, '../../examples/demo-wales/register.yaml');

/** The council of the demonstration, kept under the id `small`. @param asAt the date that its readers see */
export async function councilSite(asAt = '2012-12-10'): Promise<InsideSite> {
  const text = await readFile(DEMONSTRATION, 'utf8');
  return insideSite(text.replace(/^ {2}id: cwm-enghraifft$/m, '  id: small').replace(/^ {2}asAt: .*$/m, `  asAt: ${asAt}`));
}

/** A page of the browser of somebody who has signed in. */
export async function openAs(open: Open, inside: InsideSite, base: string, person: string, path: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await open(`${base}/en/sign-in`, options);
  await page.context().addCookies([{ name: 'answerable', value: await inside.cookieOf(person), url: base }]);
  await page.goto(`${base}${path}`);
  return page;
}
