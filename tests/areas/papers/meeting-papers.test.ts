import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { pdf } from '../../../src/documents/pdf/pdf.ts';
import { word } from '../../../src/documents/word/word.ts';
import { given } from '../../documents/given.ts';
import { judged } from '../../assessment/small-register.ts';
import { PAPERED, papersOf, SECRETS } from './papered.ts';
import { everyForm } from './read.ts';

const FORMS = ['html', 'word', 'pdf'] as const;

/** The number that a heading begins with: `B1.2`. */
const numberOf = (heading: string): string => heading.split(' ')[0] ?? '';

describe('The pack of a meeting', () => {
  let papers: ReturnType<typeof papersOf>;
  before(async () => {
    papers = papersOf(await judged(PAPERED));
  });

  it('has agenda, papers, minutes and actions under one numbering, in every form', async () => {
    const read = await everyForm(papers.pack('private', { in: 'en' }));
    const expected = ['A Agenda', 'B Papers', 'B1 The role of the Director', 'B1.1 Purpose', 'B1.2 Background', 'B1.3 What the law says', 'B1.4 Personnel Issues', 'B1.5 Financial Implications', 'B1.6 Risk Analysis', 'B1.7 Conclusion', 'B1.8 Recommendation',
      'B2 SECRET-TITLE', 'B2.1 Purpose', 'B2.2 Background', 'B2.3 SECRET-SECTION', 'B2.4 Personnel Issues', 'B2.5 Financial Implications', 'B2.6 Risk Analysis', 'B2.7 Conclusion', 'B2.8 Recommendation', 'B3 Any other business', 'B3.1 Draft figures', 'B4 SECRET-TITLE',
      'C Minutes', 'C1 Of the meeting before: 1 November 2012', 'C1.1 Winter plan', 'C1.2 SECRET-BEFORE', 'C2 Of this meeting: 4 December 2012', 'C2.1 The role of the Director', 'C2.2 SECRET-TITLE', 'C2.3 Any other business', 'C2.4 SECRET-TITLE', 'D Actions'];
    for (const form of FORMS) assert.deepEqual(read[form].headings, expected, form);
    for (const form of FORMS) assert.ok(['A2', 'D1', 'D2', 'SECRET-ACTION', 'Siân Tŷ-Gŵyn, Director', '7 for, 2 against', 'Agreed as a true record on 20 November 2012 by The council'].every((words) => read[form].text.includes(words)), form);
  });

  it('has the same numbers for the public, where what is private is its number and why, and nothing private is in any byte', async () => {
    const [open, own] = [await everyForm(papers.pack('public', { both: 'side-by-side', first: 'en' })), await everyForm(papers.pack('private', { both: 'side-by-side', first: 'en' }))];
    for (const form of FORMS) {
      const within = (numbers: readonly string[]) => numbers.filter((number) => !/^B[23]\./.test(number));
      assert.deepEqual(within(open[form].headings.map(numberOf)), within(own[form].headings.map(numberOf)), form);
      for (const secret of SECRETS) {
        assert.ok(!open[form].text.includes(secret), `${form}: ${secret}`);
        assert.ok(own[form].text.includes(secret), `${form}: ${secret}`);
      }
      assert.ok(open[form].headings.includes('B2 Private item / Eitem breifat'), form);
      assert.ok(open[form].text.includes('This item is private: Paragraph 12 of Schedule 12A'), form);
      assert.ok(open[form].text.includes('This item is private. The record does not say why.'), form);
      assert.ok(!open[form].text.includes('Unchecked') && open[form].text.includes('The paper is still a draft and is not in the public papers.'), form);
    }
  });

  it('is in Welsh throughout, and says of each text that is only in English that it is', async () => {
    const read = await everyForm(papers.pack('public', { in: 'cy' }));
    for (const form of FORMS) {
      assert.deepEqual(read[form].headings.filter((heading) => /^[A-D] /.test(heading)), ['A Agenda', 'B Papurau', 'C Cofnodion', 'D Camau gweithredu'], form);
      assert.ok(read[form].headings.includes('C2.1 Rôl y Cyfarwyddwr'), form);
      assert.ok(read[form].headings.includes('B3 Any other business (Yn Saesneg yn unig)'), form);
      assert.ok(!/\b(The|Agreed|meeting)\b/.test(read[form].headings.filter((heading) => !heading.includes('Yn Saesneg yn unig')).join(' ')), form);
    }
  });

  it('is the same bytes whenever it is written from the same register on the same date', async () => {
    const again = papersOf(await judged(PAPERED));
    for (const write of [word, pdf]) assert.deepEqual(given(await write(again.pack('private', { both: 'side-by-side', first: 'cy' }))), given(await write(papers.pack('private', { both: 'side-by-side', first: 'cy' }))));
  });

  it('is written in every form whatever is in a title', async () => {
    const HOSTILE = ['<script>alert(1)</script> #import "x" \\end{document} </w:t>', 'שלום \u202e turned', `long${'x'.repeat(5_000)}`, '] #panic() [ %s ${1} {{2}} \\u{41}'];
    for (const title of HOSTILE) {
      const read = await everyForm(papersOf(await judged(PAPERED.replaceAll('Any other business', JSON.stringify(title)).replaceAll('Paragraph 12 of Schedule 12A', JSON.stringify(title)))).pack('public', { in: 'en' }));
      for (const form of FORMS) {
        assert.deepEqual(read[form].headings.map(numberOf).filter((number) => /^B\d$/.test(number)), ['B1', 'B2', 'B3', 'B4'], form);
        const shown = (text: string): string => text.replace(/\u202e/g, '\ufffd').replace(/\s+/g, '');
        assert.ok(form === 'pdf' && title.startsWith('ש') ? read[form].text.includes('turned') : read[form].text.replace(/\s+/g, '').includes(shown(title)), `${form}: ${title.slice(0, 40)}`);
      }
    }
  });

  it('withholds in the public minutes and the note what it withholds in the pack', async () => {
    for (const document of [papers.minutes('public', { in: 'en' }), papers.note({ in: 'en' })]) {
      const read = await everyForm(document);
      for (const form of FORMS) for (const secret of SECRETS) assert.ok(!read[form].text.includes(secret), `${form}: ${secret}`);
    }
    const own = await everyForm(papers.minutes('private', { in: 'en' }));
    assert.ok(FORMS.every((form) => own[form].text.includes('SECRET-DECISION')));
  });
});

describe('The note of a meeting', () => {
  it('has who was there, apologies, declarations, decisions and votes, and the last day for it with the days counted out', async () => {
    const { html } = await everyForm(papersOf(await judged(PAPERED)).note({ in: 'en' }));
    for (const words of ['Ann Example, Chief Executive', 'Apologies Cai Example, Head of Adults', 'Ann Example, Chief Executive: A relative works in a home that is discussed', '1 The role of the Director Agreed 7 for, 2 against', '2 Private item This item is private: Paragraph 12 of Schedule 12A', '3 Any other business No decision is recorded.']) assert.ok(html.text.includes(words), `${words} in ${html.text}`);
    // The schedule holds from 2021: of 2012 no law that is encoded says by when.
    assert.match(html.text, /No law that is known here says by when/);
    const later = papersOf(await judged(PAPERED.replaceAll('on: 2012-12-04', 'on: 2026-04-09').replace('asAt: 2012-12-10', 'asAt: 2026-05-01')));
    const { pdf } = await everyForm(later.note({ in: 'en' }));
    assert.match(pdf.text, /17 April 2026/);
    assert.match(pdf.text, /Local Government and Elections \(Wales\) Act 2021/);
    assert.match(pdf.text, /Saturday: weekends do not count/);
  });
});
