import type { Block, Document } from '../src/documents/document.ts';
import { htmlPage } from '../src/documents/html/html.ts';
import { pdf } from '../src/documents/pdf/pdf.ts';
import { word } from '../src/documents/word/word.ts';
import { date } from '../src/kernel/date.ts';
import type { Result } from '../src/kernel/result.ts';
import { packOf } from './pack-register.ts';
import { ms, type Report } from './report.ts';

const ROUNDS = 5;
/** After so many sections, about as many pages, the next paper of a pack begins on a new page. */
const A_PAPER = 15;

/** From a paper to the bytes of its file, typesetting counted: a yearly report and a pack for a meeting. */
export default async function documents(): Promise<Report> {
  const [report, pack] = [await paper(40), await paper(300)];
  const { pages, made } = await realPack(300);
  const [english, both] = [() => made({ in: 'en' }), () => made({ both: 'side-by-side', first: 'en' })];
  const rows: (readonly [name: string, goal: number | undefined, times: readonly number[]])[] = [
    ['a report of 40 pages as PDF', 500, await timed(() => pdf(report))],
    ['a report of 40 pages for Word', 500, await timed(() => word(report))],
    ['a report of 40 pages as HTML', undefined, await timed(() => htmlPage(report))],
    ['a pack of 300 pages as PDF', 2000, await timed(() => pdf(pack))],
    ['a pack of 300 pages for Word', 2000, await timed(() => word(pack))],
    ['a pack of 300 pages as HTML', undefined, await timed(() => htmlPage(pack))],
    [`the pack of a meeting out of a register, ${pages} pages, as PDF`, 2000, await timed(() => pdf(english()))],
    [`the pack of a meeting out of a register, ${pages} pages, for Word`, 2000, await timed(() => word(english()))],
    [`the pack of a meeting out of a register, ${pages} pages, as HTML`, undefined, await timed(() => htmlPage(english()))],
    ['the same pack in both languages side by side as PDF', undefined, await timed(() => pdf(both()))],
    ['the same pack in both languages side by side for Word', undefined, await timed(() => word(both()))],
  ];
  return {
    title: 'Papers',
    goals: rows.flatMap(([name, goal, times]) => (goal === undefined ? [] : [{ goal: `${name} in ${goal / 1000} s`, measured: `${ms(middle(times))} (quickest ${ms(Math.min(...times))})`, reached: middle(times) <= goal }])),
    tables: [{ caption: 'From the document to the bytes of the file', head: ['paper', 'median', 'quickest'], rows: rows.map(([name, , times]) => [name, ms(middle(times)), ms(Math.min(...times))]) }],
    notes: ['The pack of a meeting is made from the records each time: an agenda of 20 items with a report each, minutes and actions.', 'A paper is headings, numbered paragraphs, lists and tables of four columns in English, a new page after every 15 sections as between the papers of a pack, as long as is needed for so many pages of A4 at 12 point as PDF. PDFs are typeset one at a time in a thread beside the main one, which was started by the first.'],
  };
}

const middle = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;

async function timed(write: () => Result<unknown> | Promise<Result<unknown>>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begun = performance.now();
    const written = await write();
    if (!written.ok) throw new Error(written.faults.map(({ sentence }) => sentence).join('\n'));
    // The first round loads and compiles the writer, as the first paper after a start does.
    if (round > 0) times.push(performance.now() - begun);
  }
  return times;
}

/** A document that comes to so many pages as PDF, three more at most. */
async function paper(pages: number): Promise<Document> {
  const of = (sections: number): Document => ({ title: { en: 'Report of the Director of Social Services' }, by: 'Cwm Enghraifft Council', on: date('2026-06-04'), showing: { in: 'en' }, blocks: Array.from({ length: sections }, (_, index) => [...(index % A_PAPER === 0 && index > 0 ? [{ is: 'page-break' } as const] : []), ...section(index + 1)]).flat() });
  let sections = pages;
  for (;;) {
    const count = await pagesOf(of(sections));
    if (count >= pages && count <= pages + 3) return of(sections);
    sections = Math.max(1, Math.round((sections * (pages + 1)) / count));
  }
}

/** A pack made from a register: at least so many pages as PDF, as few more as reports of equal length allow. */
async function realPack(pages: number): Promise<{ readonly pages: number; readonly made: Awaited<ReturnType<typeof packOf>> }> {
  let sections = Math.ceil(pages / 30);
  for (;;) {
    const made = await packOf(sections);
    const count = await pagesOf(made({ in: 'en' }));
    if (count >= pages) return { pages: count, made };
    sections += Math.max(1, Math.floor(((pages - count) * sections) / count / 2));
  }
}

async function pagesOf(document: Document): Promise<number> {
  const written = await pdf(document);
  if (!written.ok) throw new Error('The paper was refused.');
  return Number(/<xmpTPg:NPages>(\d+)/.exec(Buffer.from(written.value).toString('latin1'))?.[1]);
}

const SENTENCE = 'The Director reports that the arrangements were kept as the framework has them, that two protocols fell due and were agreed anew, and that one concern was answered within its time.';

const section = (number: number): readonly Block[] => [
  { is: 'heading', level: 1, number: String(number), words: { en: `Part ${number} of what was done` } },
  ...[1, 2, 3].map((part): Block => ({ is: 'paragraph', number: `${number}.${part}`, words: { en: `${SENTENCE} ${SENTENCE} ${SENTENCE}` } })),
  { is: 'list', ordered: false, items: [1, 2, 3].map((item) => ({ words: { en: `What came of the ${item}${item === 1 ? 'st' : item === 2 ? 'nd' : 'rd'} action of part ${number}` } })) },
  {
    is: 'table',
    caption: { en: `The indicators of part ${number}` },
    columns: [{ head: { en: 'Indicator' }, width: 3 }, { head: { en: 'Last year' } }, { head: { en: 'This year' } }, { head: { en: 'Who answers' }, width: 2 }],
    rows: Array.from({ length: 8 }, (_, row) => [{ en: `Assessments within ${row + 1} working days` }, { same: `${80 + row}.${number % 10}%` }, { same: `${82 + row}.${row}%` }, { en: 'Head of Adult Services' }]),
  },
];
