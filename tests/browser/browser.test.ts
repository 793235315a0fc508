import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe } from 'node:test';
import { axeViolations, inBrowser } from './browser.ts';

const document = (body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>A page</title><meta name="viewport" content="width=device-width"></head><body><main>${body}</main></body></html>`;

const pages: Readonly<Record<string, string>> = {
  '/sound': document('<h1>Sound</h1><label for="date">Date</label> <input id="date" name="date" type="text">'),
  '/broken': document('<h1>Broken</h1><input type="text"><p style="color:#bbb;background:#fff">Too pale to read</p>'),
};

describe('the browser of the tests', () => {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    response.end(page);
  });
  const address = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  after(() => server.close());

  inBrowser('finds no violation in a sound page, under a content security policy', async (open) => {
    const page = await open(address('/sound'));
    assert.equal(await page.title(), 'A page');
    assert.deepEqual(await axeViolations(page), []);
  });

  inBrowser('names the rule and the element of every violation', async (open) => {
    const violations = await axeViolations(await open(address('/broken')));
    assert.deepEqual(violations.map(({ rule }) => rule).sort(), ['color-contrast', 'label']);
    assert.match(violations.find(({ rule }) => rule === 'label')?.at[0] ?? '', /^input: /);
  });

  inBrowser('lays a page out in the width that is asked for, in the font that comes with it', async (open) => {
    const page = await open(address('/sound'), { viewport: { width: 320, height: 640 } });
    assert.deepEqual(page.viewportSize(), { width: 320, height: 640 });
    const heading = await page.locator('h1').boundingBox();
    assert.ok(heading !== null && heading.width > 250 && heading.width <= 320 && heading.height > 20, JSON.stringify(heading));
  });

  inBrowser('opens a page with its scripts off, and can still read it and type in it', async (open) => {
    const page = await open(address('/sound'), { javaScriptEnabled: false });
    await page.getByLabel('date').fill('2012-12-10');
    assert.equal(await page.getByLabel('date').inputValue(), '2012-12-10');
  });
});
