import { date } from '../../src/kernel/date.ts';
import type { Block, Document, Showing } from '../../src/documents/document.ts';

/** A paper with something of every kind in it, in both languages but for what a council often has in one. */
export const paper = (showing: Showing = { in: 'en' }, blocks: readonly Block[] = EVERYTHING): Document => ({
  title: { en: 'Protocol between the Director and the Cabinet', cy: 'Protocol rhwng y Cyfarwyddwr a’r Cabinet' },
  by: 'Cwm Enghraifft Council',
  on: date('2026-06-04'),
  showing,
  blocks,
});

export const EVERYTHING: readonly Block[] = [
  { is: 'heading', level: 1, number: '1', words: { en: 'Purpose', cy: 'Diben' } },
  { is: 'paragraph', number: '1.1', words: { en: 'This protocol says who does what.', cy: 'Mae’r protocol hwn yn dweud pwy sy’n gwneud beth.' } },
  { is: 'paragraph', words: { en: [{ text: 'It rests on ' }, { text: 'statutory guidance', href: 'https://example.org/guidance' }, { text: ', and ' }, { text: 'must', strong: true }, { text: ' be ' }, { text: 'kept', emphasis: true }, { text: '.' }] } },
  { is: 'heading', level: 2, number: '1.1', words: { en: 'Who has agreed', cy: 'Pwy sydd wedi cytuno' } },
  {
    is: 'table',
    caption: { en: 'The parties', cy: 'Y partïon' },
    columns: [{ head: { en: 'Party', cy: 'Parti' }, width: 2 }, { head: { en: 'Agreed on', cy: 'Cytunwyd ar' } }],
    rows: [
      [{ same: 'Siân Tŷ-Gŵyn' }, { en: '4 June 2026', cy: '4 Mehefin 2026' }],
      [{ same: 'John Smith' }, { en: 'not yet', cy: 'ddim eto' }],
    ],
  },
  {
    is: 'list',
    ordered: true,
    items: [
      { words: { en: 'First thing', cy: 'Peth cyntaf' }, inner: { is: 'list', ordered: false, items: [{ words: { en: 'within it', cy: 'ynddo' } }] } },
      { words: { en: 'Second thing', cy: 'Ail beth' } },
    ],
  },
  { is: 'definitions', rows: [{ term: { en: 'Reach', cy: 'Cyrhaeddiad' }, words: { en: 'the levers to every function', cy: 'y liferi i bob swyddogaeth' } }] },
  { is: 'note', words: { en: 'Renew by 2027.', cy: 'Adnewyddu erbyn 2027.' } },
  { is: 'page-break' },
  { is: 'heading', level: 1, number: '2', words: { en: 'Disputes' } },
  { is: 'list', ordered: false, items: [{ words: { en: 'Ask the Head of Paid Service', cy: 'Gofyn i Bennaeth y Gwasanaeth Taledig' } }] },
];
