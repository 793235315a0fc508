import assert from 'node:assert/strict';
import type { Document } from '../../../src/documents/document.ts';
import { htmlPage } from '../../../src/documents/html/html.ts';
import { pdf } from '../../../src/documents/pdf/pdf.ts';
import { word } from '../../../src/documents/word/word.ts';
import { all, part, styleOf } from '../../documents/docx-reader.ts';
import { given } from '../../documents/given.ts';
import { readPdf } from '../../documents/pdf-reader.ts';

/** What a reader of each form finds: all the words, and the headings in their order. */
export interface ReadPaper {
  readonly text: string;
  readonly headings: readonly string[];
}

/** The paper in every form, each read by another program than the one that wrote it. */
export async function everyForm(document: Document): Promise<Readonly<Record<'html' | 'word' | 'pdf', ReadPaper>>> {
  const html = given(htmlPage(document)).replace(/<style>[^]*<\/style>/, '');
  const file = given(await word(document));
  const body = part(file, 'word/document.xml');
  const read = readPdf(given(await pdf(document)));
  assert.ok(read.marked && read.showsTitle);
  return {
    html: { text: shown(html), headings: [...html.matchAll(/<h([2-6])[^>]*>(.*?)<\/h\1>/g)].map(([, , inner = '']) => shown(inner)) },
    word: { text: words(all(body, 'p').map(({ text }) => text).join('\n')), headings: all(body, 'p').filter((paragraph) => styleOf(paragraph)?.startsWith('Heading')).map(({ text }) => words(text)) },
    pdf: { text: words(`${read.title ?? ''} ${read.tags.map(({ text }) => text).join('\n')}`), headings: read.tags.filter(({ role }) => /^H\d$/.test(role)).map(({ text }) => words(text)) },
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** What a browser shows of HTML. */
const shown = (html: string): string => words(html.replace(/<[^>]+>/g, ' ').replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity));

const words = (text: string): string => text.replace(/\u200b/g, '').replace(/\s+/g, ' ').trim();
