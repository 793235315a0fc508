import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import { htmlFragment, htmlPage } from '../../src/documents/html/html.ts';
import { axeViolations, inBrowser } from '../browser/browser.ts';
import { given } from './given.ts';
import { paper } from './papers.ts';

describe('A paper as HTML', () => {
  it('begins at the second level of headings where it stands in a page that has its own title', () => {
    const fragment = given(htmlFragment(paper()));
    assert.deepEqual([...fragment.matchAll(/<(h\d)[^>]*>(.*?)<\/h\d>/g)].map(([, name, words = '']) => [name, words.replace(/<[^>]*>/g, '')]), [['h2', '1 Purpose'], ['h3', '1.1 Who has agreed'], ['h2', '2 Disputes']]);
    assert.doesNotMatch(fragment, /<h1|<html|style=|<script/);
  });

  it('says the language of every text that is in one, and marks what is in the other one only', () => {
    const page = given(htmlPage(paper({ in: 'cy' })));
    assert.match(page, /^<!DOCTYPE html>\n<html lang="cy">/);
    assert.match(page, /<span lang="cy">Diben<\/span>/);
    assert.match(page, /<span lang="en">Disputes <em class="app-only-in" lang="cy">\(Yn Saesneg yn unig\)<\/em><\/span>/);
    assert.match(page, /<td class="govuk-table__cell">Siân Tŷ-Gŵyn<\/td>/);
  });

  inBrowser('has no barrier that axe finds, and fits a telephone, in one language and in two columns', async (open) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'answerable-html-'));
    try {
      for (const [name, showing] of [['en', { in: 'en' }], ['both', { both: 'side-by-side', first: 'cy' }], ['after', { both: 'one-after-other', first: 'en' }]] as const) {
        const file = path.join(folder, `${name}.html`);
        writeFileSync(file, given(htmlPage(paper(showing))));
        const page = await open(pathToFileURL(file).href, { viewport: { width: 320, height: 800 } });
        assert.deepEqual(await axeViolations(page), []);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
