import { DIAGNOSES } from '../../assessment/diagnosis.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import type { Name, Names } from '../../assessment/names.ts';
import { sealOf } from '../../assessment/statement/seal.ts';
import type { Block, Document, Showing, Wording } from '../../documents/document.ts';
import { paragraphs } from '../../documents/paragraphs.ts';
import { mainLanguage } from '../../documents/shown.ts';
import { capitalised, dayWording, filledWording, joinedWording, plainIn } from '../../documents/wording.ts';
import { addDays } from '../../kernel/date.ts';
import type { Text } from '../../kernel/text.ts';
import type { Statement } from '../../model/self-assessment.ts';
import type { Snapshot } from '../../register/snapshot.ts';

const WORDS = {
  title: { en: 'Statement of the {post} for {period}', cy: 'Datganiad: {post}, {period}' },
  period: { en: '{from} to {until}', cy: '{from} hyd {until}' },
  madeAs: { en: 'Made as', cy: 'Gwneir fel' },
  forPeriod: { en: 'Period', cy: 'Cyfnod' },
  state: { en: 'State', cy: 'Cyflwr' },
  composed: { en: 'Composed from', cy: 'Cyfansoddwyd o' },
  composedFrom: { en: 'How the arrangements stood on {on}, by {pack}, edition {edition}', cy: 'Sut y safai’r trefniadau ar {on}, yn ôl {pack}, argraffiad {edition}' },
  draft: { en: 'This is a draft that nobody has signed.', cy: 'Drafft yw hwn nad oes neb wedi’i lofnodi.' },
  withdrawn: { en: 'This statement was withdrawn.', cy: 'Tynnwyd y datganiad hwn yn ôl.' },
  altered: { en: 'These are not the words that were signed: the seal is that of others.', cy: 'Nid dyma’r geiriau a lofnodwyd: sêl geiriau eraill yw hon.' },
  findings: { en: 'What it rests on', cy: 'Yr hyn y mae’n dibynnu arno' },
  counts: { en: 'Expectations by diagnosis', cy: 'Disgwyliadau yn ôl diagnosis' },
  diagnosis: { en: 'Diagnosis', cy: 'Diagnosis' },
  count: { en: 'How many', cy: 'Faint' },
  each: { en: 'Each expectation as it stood', cy: 'Pob disgwyliad fel y safai' },
  expectation: { en: 'Expectation', cy: 'Disgwyliad' },
  noFindings: { en: 'It rests on no finding that is on record.', cy: 'Nid yw’n dibynnu ar unrhyw ganfyddiad sydd wedi’i gofnodi.' },
  reservations: { en: 'Reservations', cy: 'Amodau' },
  noReservations: { en: 'It is made without reservation.', cy: 'Fe’i gwneir heb amod.' },
  about: { en: 'About: {what}', cy: 'Ynghylch: {what}' },
  will: { en: 'What is to be done: {what}', cy: 'Yr hyn sydd i’w wneud: {what}' },
  signature: { en: 'Signature', cy: 'Llofnod' },
  signedBy: { en: 'Signed by', cy: 'Llofnodwyd gan' },
  signedOn: { en: 'On', cy: 'Ar' },
  nobody: { en: 'Nobody yet', cy: 'Neb eto' },
  seal: { en: 'Seal of what was signed (SHA-256)', cy: 'Sêl yr hyn a lofnodwyd (SHA-256)' },
} as const;

/** What a yearly statement is printed from. */
export interface PaperedStatement {
  readonly statement: Statement;
  /** As the reader may see it. */
  readonly snapshot: Snapshot;
  readonly names: Names;
  /** What an expectation of the guidance is called. */
  readonly expectationName: (id: string) => Name;
}

/** The yearly statement of the Head of Paid Service: its words, what they rest on, its reservations, and who signed exactly this and when. */
export function statementPaper(papered: PaperedStatement, showing: Showing): Document {
  const { statement, snapshot, names } = papered;
  const { as, period, state, assessedAs, sections } = statement;
  const inWords = filledWording(WORDS.period, { from: dayWording(period.from), until: dayWording(addDays(period.until, -1)) });
  const after = sections.length;
  return {
    title: filledWording(WORDS.title, { post: names(as), period: inWords }),
    by: plainIn(snapshot.header.authority.name, mainLanguage(showing)),
    on: snapshot.validOn,
    showing,
    blocks: [
      { is: 'paragraph', words: snapshot.header.authority.name },
      ...notes(statement),
      {
        is: 'definitions',
        rows: [
          { term: WORDS.madeAs, words: names(as) },
          { term: WORDS.forPeriod, words: inWords },
          { term: WORDS.state, words: capitalised(names(state)) },
          { term: WORDS.composed, words: filledWording(WORDS.composedFrom, { on: dayWording(assessedAs.on), pack: assessedAs.pack, edition: assessedAs.edition }) },
        ],
      },
      ...sections.flatMap(({ heading, text }, index): readonly Block[] => [{ is: 'heading', level: 1, number: String(index + 1), words: heading }, ...paragraphs(lineByLine(text), String(index + 1))]),
      { is: 'heading', level: 1, number: String(after + 1), words: WORDS.reservations },
      ...reservationBlocks(papered, after + 1),
      { is: 'heading', level: 1, number: String(after + 2), words: WORDS.findings },
      ...findingBlocks(papered),
      { is: 'heading', level: 1, number: String(after + 3), words: WORDS.signature },
      signatureBlock(statement, names),
    ],
  };
}

function notes(statement: Statement): readonly Block[] {
  const note = (words: Wording): Block => ({ is: 'note', words });
  if (statement.state === 'draft') return [note(WORDS.draft)];
  if (statement.state === 'withdrawn') return [note(WORDS.withdrawn)];
  return statement.seal === sealOf(statement) ? [] : [note(WORDS.altered)];
}

/** What is composed has a paragraph on each line. */
const lineByLine = (text: Text): Text => {
  const apart = (words: string): string => words.replace(/\r\n?|\n+/g, '\n\n');
  if (text.en === undefined) return { cy: apart(text.cy) };
  return text.cy === undefined ? { en: apart(text.en) } : { en: apart(text.en), cy: apart(text.cy) };
};

function reservationBlocks({ statement: { reservations }, names, expectationName }: PaperedStatement, section: number): readonly Block[] {
  if (reservations.length === 0) return [{ is: 'paragraph', words: WORDS.noReservations }];
  return reservations.flatMap(({ text, expectations, about, will }, index): readonly Block[] => {
    const named = [...expectations.map(expectationName), ...about.map(names)];
    return [
      { is: 'paragraph', number: `${section}.${index + 1}`, words: text },
      ...(named.length === 0 ? [] : [{ is: 'paragraph', words: filledWording(WORDS.about, { what: joinedWording(named, '; ') }) } as const]),
      ...(will === undefined ? [] : [{ is: 'paragraph', words: filledWording(WORDS.will, { what: names(will) }) } as const]),
    ];
  });
}

function findingBlocks({ statement: { findings }, expectationName }: PaperedStatement): readonly Block[] {
  if (findings.length === 0) return [{ is: 'paragraph', words: WORDS.noFindings }];
  const counts = DIAGNOSES.flatMap((one) => {
    const count = findings.filter(({ diagnosis }) => diagnosis === one).length;
    return count === 0 ? [] : [[capitalised(DIAGNOSIS_WORDS[one]), { same: String(count) }] as const];
  });
  return [
    { is: 'table', caption: WORDS.counts, columns: [{ head: WORDS.diagnosis, width: 3 }, { head: WORDS.count }], rows: counts },
    { is: 'table', caption: WORDS.each, columns: [{ head: WORDS.expectation, width: 3 }, { head: WORDS.diagnosis, width: 2 }], rows: findings.map(({ expectation, diagnosis }) => [expectationName(expectation), capitalised(DIAGNOSIS_WORDS[diagnosis])]) },
  ];
}

function signatureBlock({ as, by, signedOn, seal }: Statement, names: Names): Block {
  return {
    is: 'definitions',
    rows: [
      { term: WORDS.signedBy, words: by === undefined ? WORDS.nobody : joinedWording([names(by), names(as)]) },
      ...(signedOn === undefined ? [] : [{ term: WORDS.signedOn, words: dayWording(signedOn) }]),
      ...(seal === undefined ? [] : [{ term: WORDS.seal, words: { same: seal } }]),
    ],
  };
}
