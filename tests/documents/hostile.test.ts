import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Block, Document } from '../../src/documents/document.ts';
import { htmlPage } from '../../src/documents/html/html.ts';
import { pdf } from '../../src/documents/pdf/pdf.ts';
import { plainText } from '../../src/documents/tidy.ts';
import { word } from '../../src/documents/word/word.ts';
import { date } from '../../src/kernel/date.ts';
import { scanXml } from '../../src/model/register-file/workbook/xml.ts';
import { all, part } from './docx-reader.ts';
import { given, refusal } from './given.ts';
import { readPdf } from './pdf-reader.ts';

/** What each looks like to a program that would take it for its own. */
const HOSTILE: readonly string[] = [
  '#import "@preview/x:1.0.0": * #read("/etc/passwd") #eval("1+1") $x^2$ *b* _i_ = heading',
  '"] #panic() [" \\u{41} \\" #sys.inputs // comment /* and */ <label> @ref `raw` ~ -- --- ...',
  '<script>alert(1)</script><img src=x onerror=alert(1)> &amp; &lt; </main> <!-- x --> ]]>',
  '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText> <!DOCTYPE x [<!ENTITY a "b">]> &a; r:id="rIdabcdefghijklmnopqrstu"',
  '=cmd|calc!A0 {{constructor.constructor("x")()}} ${7*7} <%= 7*7 %> %PDF-1.7 endobj stream (a) \\) <<>>',
  "it's \"quoted\" and 'single' \u200f\u200eright to left \u05e9\u05dc\u05d5\u05dd",
];

const paperOf = (words: readonly string[], blocks: (text: string) => readonly Block[] = (text) => [{ is: 'paragraph', words: { same: text } }]): Document => ({
  title: { same: words[0] ?? '' },
  by: words[0] ?? '',
  on: date('2026-06-04'),
  showing: { in: 'en' },
  blocks: words.flatMap(blocks),
});

/** As a reader sees HTML: by another parser, for which our page happens to be well-formed but for its void elements. */
function seen(html: string): { readonly text: string; readonly elements: ReadonlySet<string> } {
  const elements = new Set<string>();
  let text = '';
  scanXml(html.replace('<!DOCTYPE html>', '').replace(/<(meta[^>]*|hr[^>]*|br)>/g, '<$1/>'), { open: (name) => void elements.add(name), text: (piece) => void (text += piece) });
  return { text, elements };
}

/** Without the line ends and the places to break a word that the page may have put in. */
const unbroken = (text: string): string => text.replace(/[\s\u200b\u00a0]+/g, '');

describe('Hostile text in a paper', () => {
  it('is text in HTML', () => {
    const { text, elements } = seen(given(htmlPage(paperOf(HOSTILE))));
    for (const words of HOSTILE) assert.ok(text.includes(words), words);
    assert.deepEqual([...elements].sort(), ['body', 'h1', 'head', 'html', 'main', 'meta', 'p', 'style', 'title']);
  });

  it('is text in Word', async () => {
    const file = given(await word(paperOf(HOSTILE)));
    const body = part(file, 'word/document.xml');
    assert.deepEqual(all(body, 'p').map(({ text }) => text).filter((text) => text !== ''), [HOSTILE[0], ...HOSTILE]);
    assert.deepEqual(all(body, 'instrText'), []);
    assert.equal(all(part(file, 'docProps/core.xml'), 'title')[0]?.text, HOSTILE[0]);
  });

  it('is text in PDF, where nothing of it is run or read', async () => {
    const read = readPdf(given(await pdf(paperOf(HOSTILE))));
    const text = unbroken(read.root.text);
    for (const words of HOSTILE.slice(0, -1)) assert.ok(text.includes(unbroken(words)), words);
    assert.ok(text.includes('שלום') || text.includes('םולש'), 'right to left');
    assert.deepEqual(read.actions, []);
    assert.equal(read.title, HOSTILE[0]);
    assert.ok(!text.includes('root:x:'));
  });

  it('is text in every kind of block', async () => {
    const every = (text: string): readonly Block[] => [
      { is: 'heading', level: 1, number: text, words: { en: text } },
      { is: 'note', words: { en: [{ text, strong: true, emphasis: true, href: 'https://example.org/?q="><script>' }] } },
      { is: 'list', ordered: true, items: [{ words: { en: text } }] },
      { is: 'definitions', rows: [{ term: { en: text }, words: { en: text } }] },
      { is: 'table', caption: { en: text }, columns: [{ head: { en: text } }], rows: [[{ en: text }]] },
    ];
    const document = paperOf(HOSTILE, every);
    assert.ok(!seen(given(htmlPage(document))).elements.has('script'));
    assert.deepEqual(all(part(given(await word(document)), 'word/document.xml'), 'instrText'), []);
    const tags = readPdf(given(await pdf(document))).tags.filter(({ role }) => role === 'H1');
    assert.equal(tags.length, HOSTILE.length);
  });

  it('shows that a control character or a turned direction was there, and neither turns anything', async () => {
    const document = paperOf(['Agreed', 'not\u0000 \u0007a\u001bgreed \u202edeerga\u2066 \ud800 \ufeff\uffff end']);
    const shown = 'not\ufffd \ufffda\ufffdgreed \ufffddeerga\ufffd \ufffd \ufffd\ufffd end';
    assert.ok(seen(given(htmlPage(document))).text.includes(shown));
    assert.ok(all(part(given(await word(document)), 'word/document.xml'), 'p').some(({ text }) => text === shown));
    assert.ok(unbroken(readPdf(given(await pdf(document))).root.text).includes(unbroken(shown)));
  });

  it('is text whatever it is, in HTML and in Word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (drawn) => {
        const document = paperOf(['Any', `(${drawn})`]);
        const kept = plainText(`(${drawn})`);
        assert.ok(seen(given(htmlPage(document))).text.includes(kept.replaceAll('\n', '')));
        assert.ok(all(part(given(await word(document)), 'word/document.xml'), 'p').some(({ text }) => text === kept.replaceAll('\n', '')));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps 100,000 characters, in words or in one', async () => {
    for (const long of ['Mae geiriau hir yma. '.repeat(4762).trim(), 'a'.repeat(100_000)]) {
      const document = paperOf(['Long', long]);
      assert.ok(seen(given(htmlPage(document))).text.includes(long));
      assert.ok(all(part(given(await word(document)), 'word/document.xml'), 'p').some(({ text }) => text === long));
      const read = readPdf(given(await pdf(document)));
      assert.ok(unbroken(read.root.text).includes(unbroken(long)));
      assert.ok(read.pages > 20, `${read.pages} pages`);
    }
  });

  it('is refused in a sentence by PDF where no typeface has the character, which the sentence names', async () => {
    const [sentence, ...others] = refusal(await pdf(paperOf(['Well done \u{1f600}', 'Well done \u{1f600}'])));
    assert.deepEqual(others, []);
    assert.match(sentence ?? '', /no sign for `\u{1f600}` \(U\+1F600\)\. Take it out of the text, or make the paper for Word or the web/u);
  });

  it('is refused as a link to anything but the web and email', async () => {
    const link = (href: string) => paperOf(['A'], () => [{ is: 'paragraph', words: { en: [{ text: 'here', href }] } }]);
    for (const href of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', ' vbscript:x', '//evil.example', 'ms-word:ofe|u|x']) {
      for (const result of [htmlPage(link(href)), await word(link(href)), await pdf(link(href))]) assert.match(refusal(result).join(), /no address that a paper may link to/);
    }
  });
});

describe('A paper that is out of order', () => {
  const refused = (blocks: readonly Block[]) => refusal(htmlPage(paperOf(['A'], () => blocks))).join('\n');

  it('is refused for a heading that passes a level over', () => {
    assert.match(refused([{ is: 'heading', level: 1, words: { en: 'a' } }, { is: 'heading', level: 3, words: { en: 'b' } }]), /level 3 stands under one of level 1\. Make it level 2\./);
  });

  it('is refused for a row that has not the cells of its table, and for lists that lie too deep', () => {
    assert.match(refused([{ is: 'table', caption: { en: 'a' }, columns: [{ head: { en: 'a' } }], rows: [[]] }]), /Row 1 of a table has 0 cells/);
    const deep = (levels: number): Extract<Block, { is: 'list' }> => ({ is: 'list', ordered: false, items: [{ words: { en: 'a' }, ...(levels === 0 ? {} : { inner: deep(levels - 1) }) }] });
    assert.match(refused([deep(6)]), /lies 6 lists deep/);
  });

  it('is refused without a title', () => {
    assert.match(refusal(htmlPage({ ...paperOf(['A']), title: { en: ' ' } })).join(), /has no title/);
  });
});
