import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pdf } from '../../../src/documents/pdf/pdf.ts';
import { given } from '../../documents/given.ts';
import { readPdf } from '../../documents/pdf-reader.ts';
import { judged } from '../../assessment/small-register.ts';
import { PAPERED, papersOf } from './papered.ts';
import { everyForm } from './read.ts';

const FORMS = ['html', 'word', 'pdf'] as const;

describe('A protocol as a paper', () => {
  it('has its parties, provisions, who has what by each, and who signed which version and when', async () => {
    const read = await everyForm(papersOf(await judged(PAPERED)).protocol({ in: 'en' }));
    for (const form of FORMS) {
      assert.deepEqual(read[form].headings, ['1 The parties', '2 What it provides', '3 Who has what', '4 Signatures'], form);
      for (const words of ['The Director may speak to the council.', 'Every quarter', 'Siân Tŷ-Gŵyn', '10 January 2012', 'Only an older version of Protocol between the two was agreed for Chief Executive, not version 2.', '30 November 2012: that day is past']) assert.ok(read[form].text.includes(words), `${form}: ${words}`);
    }
  });

  it('has tables whose column headings a screen reader finds, in the language that each is in', async () => {
    const read = readPdf(given(await pdf(papersOf(await judged(PAPERED)).protocol({ both: 'side-by-side', first: 'cy' }))));
    assert.equal(read.language, 'cy-GB');
    const tables = read.tags.filter(({ role }) => role === 'Table');
    assert.equal(tables.length, 2);
    const heads = read.tags.filter(({ role }) => role === 'TH');
    assert.equal(heads.length, 10);
    for (const head of heads) {
      assert.equal(head.scope, 'Column');
      assert.ok(head.pieces.some(({ lang }) => lang === 'en-GB'), head.text);
    }
  });
});

describe('A council report', () => {
  it('has the headings of such reports in their order, whose it is, for which meeting, and what it rests on', async () => {
    const read = await everyForm(papersOf(await judged(PAPERED)).report({ in: 'en' }));
    for (const form of FORMS) {
      assert.deepEqual(read[form].headings, ['1 Purpose', '2 Background', '3 What the law says', '4 Personnel Issues', '5 Financial Implications', '6 Risk Analysis', '7 Conclusion', '8 Recommendation'], form);
      for (const words of ['Report by the Director', 'The council: 4 December 2012', 'The report says nothing under this heading.', 'Circular SWSG2', 'Appendix 1: Draft framework', 'Siân Tŷ-Gŵyn, Director']) assert.ok(read[form].text.includes(words), `${form}: ${words}`);
    }
    assert.match(read.html.text, /1\.1 First paragraph\. 1\.2 Second paragraph: one two/);
    assert.match(read.html.text, /4\.2\.1 It keeps its own number\./);
  });

  it('has each paragraph beside its own in the other language', async () => {
    const { word } = await everyForm(papersOf(await judged(PAPERED)).report({ both: 'side-by-side', first: 'en' }));
    assert.match(word.text, /1\.1 ?First paragraph\. 1\.1 ?Paragraff cyntaf\./);
  });
});

describe('A yearly statement', () => {
  it('has its words, reservations and findings, who signed it, and says where the words are not those that were signed', async () => {
    const read = await everyForm(papersOf(await judged(PAPERED)).statement({ in: 'en' }));
    for (const form of FORMS) {
      assert.deepEqual(read[form].headings, ['1 How it stands', '2 Reservations', '3 What it rests on', '4 Signature'], form);
      for (const words of ['Statement of the Chief Executive for 11 December 2011 to 10 December 2012', 'These are not the words that were signed', 'The protocol is late', 'of.another-edition', 'Ann Example, Chief Executive', 'not-that-of-these-words', 'management team']) assert.ok(read[form].text.toLowerCase().includes(words.toLowerCase()), `${form}: ${words}`);
    }
    assert.match(read.html.text, /1\.1 First\. 1\.2 Second\./);
  });
});
