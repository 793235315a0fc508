import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { pdf } from '../../src/documents/pdf/pdf.ts';
import { given } from './given.ts';
import { paper } from './papers.ts';
import { readPdf, type ReadPdf, type Tag } from './pdf-reader.ts';

const roles = (tag: Tag): readonly string[] => tag.kids.map(({ role }) => role);
const texts = (read: ReadPdf, role: string): readonly string[] => read.tags.filter((tag) => tag.role === role).map(({ text }) => text);

describe('A paper as PDF', () => {
  let bytes: Uint8Array;
  let read: ReadPdf;
  before(async () => {
    bytes = given(await pdf(paper()));
    read = readPdf(bytes);
  });

  it('says that it is PDF/UA-1, is tagged, and shows its title and not the name of its file', () => {
    assert.match(read.metadata, /<pdfuaid:part>1<\/pdfuaid:part>/);
    assert.deepEqual([read.version, read.marked, read.showsTitle], ['%PDF-1.7', true, true]);
    assert.equal(read.title, 'Protocol between the Director and the Cabinet');
    assert.match(read.metadata, /<dc:title>.*Protocol between the Director and the Cabinet.*<\/dc:title>/);
    assert.match(read.metadata, /2026-06-04/);
  });

  it('says its language', async () => {
    assert.equal(read.language, 'en-GB');
    assert.equal(readPdf(given(await pdf(paper({ in: 'cy' })))).language, 'cy-GB');
  });

  it('has headings in its tag tree and in its bookmarks', () => {
    assert.deepEqual(texts(read, 'H1'), ['1 Purpose', '2 Disputes']);
    assert.deepEqual(texts(read, 'H2'), ['1.1 Who has agreed']);
    assert.deepEqual(read.outline, ['1 Purpose', '1.1 Who has agreed', '2 Disputes']);
    assert.deepEqual(texts(read, 'Title'), ['Protocol between the Director and the Cabinet']);
  });

  it('has tables with a caption and with headings that say that they stand over a column', () => {
    const table = read.tags.find(({ role }) => role === 'Table');
    assert.ok(table !== undefined);
    assert.deepEqual(roles(table), ['Caption', 'THead', 'TBody']);
    assert.deepEqual(read.tags.filter(({ role }) => role === 'TH').map(({ text, scope }) => [text, scope]), [['Party', 'Column'], ['Agreed on', 'Column']]);
    assert.deepEqual(texts(read, 'TD'), ['Siân Tŷ-Gŵyn', '4 June 2026', 'John Smith', 'not yet']);
  });

  it('has its paragraphs, lists and links in the order they are read in', () => {
    assert.deepEqual(roles(read.root), ['Title', 'H1', 'P', 'P', 'H2', 'Table', 'L', 'L', 'P', 'H1', 'L']);
    const paragraph = read.tags.find(({ text }) => text.startsWith('It rests'));
    assert.equal(read.tags.find(({ role }) => role === 'Link')?.text, 'statutory guidance');
    assert.ok(read.tags.some(({ role, text }) => role === 'P' && text.replace('\u00a0', ' ') === '1.1 This protocol says who does what.'), JSON.stringify(texts(read, 'P')));
    assert.ok(read.tags.some(({ text }) => text === 'It rests on statutory guidance, and must be kept.'), paragraph?.text);
    assert.equal(read.pages, 2);
  });

  it('says which words are in the other language, and keeps columns out of the tables', async () => {
    const both = readPdf(given(await pdf(paper({ both: 'side-by-side', first: 'cy' }))));
    const heading = both.tags.find(({ role }) => role === 'H1');
    assert.equal(heading?.text, '1 Diben / Purpose');
    assert.deepEqual(heading?.pieces.filter(({ lang }) => lang !== undefined), [{ text: 'Purpose', lang: 'en-GB' }]);
    assert.equal(both.tags.filter(({ role }) => role === 'Table').length, 1);
    assert.ok(both.tags.some(({ text }) => text === '(Yn Saesneg yn unig)'));
  });

  it('runs nothing when it is opened', () => {
    assert.deepEqual(read.actions, []);
  });

  it('passes veraPDF’s check of PDF/UA-1', (test) => {
    if (spawnSync('verapdf', ['--version']).status !== 0) return test.skip('veraPDF is not on this machine: the tag tree was read by our own reader only.');
    const { stdout } = spawnSync('verapdf', ['--flavour', 'ua1', '--format', 'text'], { input: bytes, encoding: 'utf8' });
    assert.match(stdout, /^PASS/m);
  });

  it('is read by pdftotext as it was written', (test) => {
    if (spawnSync('pdftotext', ['-v']).error !== undefined) return test.skip('pdftotext is not on this machine: the words were read by our own reader only.');
    const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });
    assert.match(stdout, /This protocol says who does what\./);
  });
});
