import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { it, type TestContext } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { startChromium } from './chromium.ts';

/** Opens a page of its own, with nothing kept from any other, at 1280 × 800 unless told; closed when the test ends. */
export type Open = (url: string, options?: BrowserContextOptions) => Promise<Page>;

/**
 * A test in a real Chromium of its own. Where Chromium cannot start the test is *skipped* with the reason, and `npm test`
 * names and counts it at its end.
 */
export function inBrowser(name: string, body: (open: Open, test: TestContext) => Promise<void>): void {
  it(name, async (test) => {
    const browser = await startChromium().catch((fault: unknown) => `Chromium does not start on this machine: ${String(fault).split('\n')[0]}`);
    if (typeof browser === 'string') return test.skip(browser);
    try {
      await body(async (url, options) => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
        const page = await context.newPage();
        await page.goto(url);
        return page;
      }, test);
    } finally {
      await browser.close();
    }
  });
}

/** One broken rule of WCAG 2.2, level A or AA. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  /** The elements that break it, each as its selector and what is wrong there. */
  readonly at: readonly string[];
}

/**
 * What axe-core finds against WCAG 2.2 A and AA in the page as it stands; empty where nothing is. Works under a content
 * security policy, but only in a page opened with its scripts on.
 */
export async function axeViolations(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${(failureSummary ?? '').replace(/\s+/g, ' ')}`),
  }));
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
