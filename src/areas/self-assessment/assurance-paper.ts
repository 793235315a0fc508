import { answerOf, summaryOf, type ExpectationAnswer } from '../../assessment/answer.ts';
import type { Assessment } from '../../assessment/assess.ts';
import { DIAGNOSES } from '../../assessment/diagnosis.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import { LENS_NAMES } from '../../assessment/judge.ts';
import { VERDICTS } from '../../assessment/verdict-words.ts';
import type { Block, Document, Showing, Wording } from '../../documents/document.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { BothLanguages } from '../../kernel/text.ts';

const WORDS = {
  title: { en: 'How the arrangements stand', cy: 'Sut mae’r trefniadau’n sefyll' },
  asAt: { en: 'As at {date}, by {pack}.', cy: 'Fel yr oedd ar {date}, yn ôl {pack}.' },
  summary: { en: 'Summary', cy: 'Crynodeb' },
  counts: { en: 'Expectations by diagnosis', cy: 'Disgwyliadau yn ôl diagnosis' },
  diagnosis: { en: 'Diagnosis', cy: 'Diagnosis' },
  count: { en: 'How many', cy: 'Faint' },
  structure: { en: 'Structure', cy: 'Strwythur' },
  missing: { en: 'To know: {what}', cy: 'I wybod: {what}' },
  cites: { en: 'Where it says so', cy: 'Lle dywedir hynny' },
  paragraph: { en: 'paragraph {paragraph}', cy: 'paragraff {paragraph}' },
  ask: { en: 'Ask', cy: 'Gofynnwch' },
  remedy: { en: 'Do', cy: 'Gwnewch' },
  unseen: { en: 'What this cannot see', cy: 'Yr hyn na all hyn ei weld' },
} as const;

const LENSES = ['paper', 'practice', 'resilient'] as const;

/** Every verdict on an authority with its reasons, as a paper for a committee or a binder. It says what the pages say on that date. */
export function assurancePaper(assessment: Assessment, showing: Showing): Document {
  const { snapshot, compiled: { pack }, judged } = assessment;
  const [en, cy] = [answerOf(assessment, 'en'), answerOf(assessment, 'cy')];
  const counts = summaryOf(judged);
  const sections = pack.accountabilities.flatMap(({ id, name, says }) => {
    const serving = judged.flatMap((one, index) => (one.compiled.expectation.serves[0] === id ? [index] : []));
    return serving.length === 0 ? [] : [{ name, says, serving }];
  });
  return {
    title: WORDS.title,
    by: en.authority,
    on: snapshot.validOn,
    showing,
    blocks: [
      { is: 'paragraph', words: { en: en.authority, cy: cy.authority } },
      { is: 'paragraph', words: { en: filled(WORDS.asAt.en, { date: dateInWords(snapshot.validOn, 'en'), pack: pack.title.en }), cy: filled(WORDS.asAt.cy, { date: dateInWords(snapshot.validOn, 'cy'), pack: pack.title.cy }) } },
      { is: 'heading', level: 1, words: WORDS.summary },
      { is: 'table', caption: WORDS.counts, columns: [{ head: WORDS.diagnosis, width: 3 }, { head: WORDS.count }], rows: DIAGNOSES.filter((one) => counts[one] > 0).map((one) => [DIAGNOSIS_WORDS[one], { same: String(counts[one]) }]) },
      { is: 'heading', level: 1, words: WORDS.structure },
      { is: 'list', ordered: false, items: en.structure.because.map((text, index) => ({ words: { en: text, cy: cy.structure.because[index] ?? text } })) },
      ...sections.flatMap(({ name, says, serving }, section): readonly Block[] => [
        { is: 'heading', level: 1, number: String(section + 1), words: name },
        { is: 'paragraph', words: says },
        ...serving.flatMap((index, place) => expectationBlocks(`${section + 1}.${place + 1}`, en.expectations[index], cy.expectations[index], judged[index]?.compiled.expectation)),
      ]),
    ],
  };
}

type Expectation = Assessment['judged'][number]['compiled']['expectation'];

function expectationBlocks(number: string, en: ExpectationAnswer | undefined, cy: ExpectationAnswer | undefined, expectation: Expectation | undefined): readonly Block[] {
  if (en === undefined || cy === undefined || expectation === undefined) return [];
  return [
    { is: 'heading', level: 2, number, words: expectation.title },
    {
      is: 'definitions',
      rows: [
        { term: WORDS.diagnosis, words: DIAGNOSIS_WORDS[en.diagnosis] },
        ...LENSES.map((lens) => ({ term: LENS_NAMES[lens], words: { en: lensWords(en[lens], 'en'), cy: lensWords(cy[lens], 'cy') } })),
        { term: WORDS.cites, words: citesWords(en) },
        ...(en.diagnosis === 'secured' || en.diagnosis === 'does-not-apply' ? [] : [{ term: WORDS.ask, words: expectation.ask }, { term: WORDS.remedy, words: expectation.remedy }]),
        { term: WORDS.unseen, words: expectation.notEncoded },
      ],
    },
  ];
}

/** The verdict, then each reason on a line of its own, then what to record to know. */
function lensWords(lens: ExpectationAnswer[(typeof LENSES)[number]], language: 'en' | 'cy'): string {
  const missing = 'missing' in lens ? lens.missing : [];
  return [VERDICTS[lens.verdict][language], ...lens.because.map(({ text }) => text), ...missing.map(({ text }) => filled(WORDS.missing[language], { what: text }))].join('\n');
}

function citesWords({ cites }: ExpectationAnswer): Wording {
  const said = (language: 'en' | 'cy'): string => cites.map(({ document, paragraph }) => `${document}, ${filled(WORDS.paragraph[language], { paragraph })}`).join('\n');
  return { en: said('en'), cy: said('cy') };
}

const filled = (sentence: BothLanguages[keyof BothLanguages], values: Readonly<Record<string, string>>): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
