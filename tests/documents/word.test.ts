import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { word } from '../../src/documents/word/word.ts';
import { all, part, runs, styleOf, value } from './docx-reader.ts';
import { given } from './given.ts';
import { paper } from './papers.ts';

describe('A paper for Word', () => {
  let file: Uint8Array;
  before(async () => {
    file = given(await word(paper()));
  });
  const body = () => part(file, 'word/document.xml');

  it('has its headings in heading styles, which set the level that the navigation pane and screen readers go by', () => {
    const headings = all(body(), 'p').filter((paragraph) => styleOf(paragraph)?.startsWith('Heading'));
    assert.deepEqual(headings.map((heading) => [styleOf(heading), heading.text]), [['Heading1', '1 Purpose'], ['Heading2', '1.1 Who has agreed'], ['Heading1', '2 Disputes']]);
    const styles = all(part(file, 'word/styles.xml'), 'style');
    for (const level of [1, 2, 3, 4, 5]) {
      const style = styles.find((each) => each.attributes('styleId') === `Heading${level}`);
      assert.ok(style !== undefined);
      assert.equal(value(style, 'outlineLvl'), String(level - 1));
    }
  });

  it('flags the row of column headings of each table, and no other, and has the caption before it', () => {
    const document = body();
    const [table] = all(document, 'tbl');
    assert.ok(table !== undefined);
    assert.deepEqual(all(table, 'tr').map((row) => [row.text, all(row, 'tblHeader').length]), [['PartyAgreed on', 1], ['Siân Tŷ-Gŵyn4 June 2026', 0], ['John Smithnot yet', 0]]);
    assert.equal(all(table, 'tblLook')[0]?.attributes('firstRow'), 'true');
    const order = all(document, 'body')[0]?.kids ?? [];
    const above = order[order.indexOf(table) - 1];
    assert.deepEqual(above === undefined ? undefined : [styleOf(above), above.text], ['Caption', 'The parties']);
  });

  it('has lists that are lists, numbered and not, one within the other', () => {
    const items = all(body(), 'p').filter((paragraph) => all(paragraph, 'numPr').length > 0);
    assert.deepEqual(items.map((item) => [value(item, 'ilvl'), item.text]), [['0', 'First thing'], ['1', 'within it'], ['0', 'Second thing'], ['0', 'Ask the Head of Paid Service']]);
    const numberings = items.map((item) => value(item, 'numId'));
    assert.equal(numberings[0], numberings[2]);
    assert.equal(new Set(numberings).size, 3);
  });

  it('says its title, its language, whose it is, and the day it was given as its date', () => {
    const properties = part(file, 'docProps/core.xml');
    const said = (name: string) => all(properties, name)[0]?.text;
    assert.deepEqual(['title', 'language', 'creator', 'created', 'modified'].map(said), ['Protocol between the Director and the Cabinet', 'en-GB', 'Cwm Enghraifft Council', '2026-06-04T00:00:00Z', '2026-06-04T00:00:00Z']);
    assert.equal(value(all(part(file, 'word/styles.xml'), 'rPrDefault')[0] ?? body(), 'lang'), 'en-GB');
  });

  it('says the language of every run that is in one', async () => {
    const both = part(given(await word(paper({ both: 'one-after-other', first: 'cy' }))), 'word/document.xml');
    const languages = new Map(runs(both).map(({ text, lang }) => [text, lang]));
    assert.equal(languages.get('Diben'), 'cy-GB');
    assert.equal(languages.get('Purpose'), 'en-GB');
    assert.equal(languages.get('Siân Tŷ-Gŵyn'), undefined);
    assert.equal(languages.get(' (Yn Saesneg yn unig)'), 'cy-GB');
  });

  it('stands in two columns under the names of the languages', async () => {
    const both = part(given(await word(paper({ both: 'side-by-side', first: 'cy' }))), 'word/document.xml');
    const [table] = all(both, 'tbl');
    assert.ok(table !== undefined);
    const rows = all(table, 'tr').map((row) => [all(row, 'tblHeader').length, ...all(row, 'tc').map(({ text }) => text)]);
    assert.deepEqual(rows, [
      [1, 'Cymraeg', 'English'],
      [0, '1.1Mae’r protocol hwn yn dweud pwy sy’n gwneud beth.', '1.1This protocol says who does what.'],
      [0, '(Yn Saesneg yn unig)', 'It rests on statutory guidance, and must be kept.'],
    ]);
  });

  it('links to the address that was given', () => {
    const [link] = all(body(), 'hyperlink');
    const targets = all(part(file, 'word/_rels/document.xml.rels'), 'Relationship');
    assert.equal(link?.text, 'statutory guidance');
    assert.equal(targets.find((target) => target.attributes('Id') === link?.attributes('id'))?.attributes('Target'), 'https://example.org/guidance');
  });

  it('opens in LibreOffice, which finds its words and headings', (test) => {
    if (spawnSync('soffice', ['--version']).status !== 0) return test.skip('LibreOffice (soffice) is not on this machine: the Word file was read by our own reader only.');
    const folder = mkdtempSync(path.join(tmpdir(), 'answerable-word-'));
    try {
      writeFileSync(path.join(folder, 'paper.docx'), file);
      const { status, stderr } = spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'html', '--outdir', folder, path.join(folder, 'paper.docx')], { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      const html = readFileSync(path.join(folder, 'paper.html'), 'utf8').replace(/\s+/g, ' ');
      assert.match(html, /<h1[^>]*>.*?1 .*?Purpose/);
      assert.match(html, /Siân Tŷ-Gŵyn/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
