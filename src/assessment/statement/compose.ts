import { dateInWords } from '../../kernel/date.ts';
import { LANGUAGES, words, type BothLanguages, type Language } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { Statement } from '../../model/self-assessment.ts';
import { Speaker } from '../../rules/say.ts';
import { summaryOf } from '../answer.ts';
import type { Assessment, Judged } from '../assess.ts';
import { evaluateCell } from '../cells.ts';
import { DIAGNOSIS_WORDS } from '../diagnosis-words.ts';
import { DIAGNOSES, type Diagnosis } from '../diagnosis.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

/** What a statement says before anybody adds a reservation: its text, and the diagnoses on which every word of it rests. */
export interface Composition {
  readonly assessedAs: Statement['assessedAs'];
  readonly findings: Statement['findings'];
  readonly sections: readonly { readonly heading: BothLanguages; readonly text: BothLanguages }[];
}

/** Paragraphs of one section; each is said in both languages from the same counts. */
type Said = (language: Language, speaker: Speaker) => readonly string[];

/** The yearly statement in the words of the verdicts. Offices are named and nobody in them. @param before the last that was signed */
export function composeStatement(assessment: Assessment, before: Statement | undefined): Composition {
  const { compiled: { pack }, facts, judged, snapshot } = assessment;
  const speakers = Object.fromEntries(LANGUAGES.map((language) => [language, new Speaker(snapshot, facts.words, language)])) as Record<Language, Speaker>;
  const section = (heading: BothLanguages, said: Said) => ({ heading, text: { en: said('en', speakers.en).join('\n'), cy: said('cy', speakers.cy).join('\n') } });
  const open = judged.filter((one) => !readsConfidential(assessment, one));
  const own = pack.accountabilities.flatMap(({ id, name }) => {
    const serving = judged.filter(({ applies, compiled }) => applies && compiled.expectation.serves[0] === id);
    return serving.length === 0 ? [] : [section(name, (language) => ofAccountability(serving, language))];
  });
  return {
    assessedAs: { on: snapshot.validOn, pack: pack.id, edition: pack.edition, digest: pack.digest },
    findings: judged.map(({ compiled, diagnosis }) => ({ expectation: compiled.expectation.id, diagnosis })),
    sections: [
      section(STATEMENT_WORDS.overall, (language) => overall(assessment, language)),
      ...own,
      section(STATEMENT_WORDS.people, (language, speaker) => resting(open, language, speaker)),
      section(STATEMENT_WORDS.since, (language) => sinceLast(assessment, before, language)),
    ],
  };
}

function overall({ compiled: { pack }, judged, snapshot }: Assessment, language: Language): readonly string[] {
  const counts = summaryOf(judged);
  const all = judged.length - counts['does-not-apply'];
  const short = all - counts.secured - counts['not-known'];
  return [
    fill(STATEMENT_WORDS.asAt, language, { date: dateInWords(snapshot.validOn, language), pack: pack.title[language], edition: pack.edition }),
    fill(STATEMENT_WORDS.ofAll, language, { all, secured: counts.secured, short, unknown: counts['not-known'] }),
    (counts.secured === all ? STATEMENT_WORDS.supports : STATEMENT_WORDS.notYet)[language],
  ];
}

/** How many stand how, then which they are but for those that are secured. */
function ofAccountability(serving: readonly Judged[], language: Language): readonly string[] {
  const by = DIAGNOSES.flatMap((diagnosis) => {
    const those = serving.filter((one) => one.diagnosis === diagnosis);
    return those.length === 0 ? [] : [{ diagnosis, those }];
  });
  const counts = by.map(({ diagnosis, those }) => fill(STATEMENT_WORDS.count, language, { count: those.length, diagnosis: DIAGNOSIS_WORDS[diagnosis][language] })).join(', ');
  return [
    fill(serving.length === 1 ? STATEMENT_WORDS.ofSingle : STATEMENT_WORDS.ofOne, language, { all: serving.length, counts }),
    ...by.filter(({ diagnosis }) => diagnosis !== 'secured').map(({ diagnosis, those }) => fill(STATEMENT_WORDS.listed, language, { diagnosis: capitalised(DIAGNOSIS_WORDS[diagnosis][language]), titles: titles(those, language) })),
  ];
}

/** Whether a verdict was found from what not everybody may see who will read the statement: then it says nothing of whom that rests on. */
function readsConfidential({ facts, snapshot }: Assessment, { compiled, resilient }: Judged): boolean {
  if (resilient.restsOn.length === 0) return false;
  const isConfidential = (record: object): boolean => 'confidential' in record && record.confidential === true;
  return (['paper', 'practice'] as const).some((lens) => evaluateCell(compiled, lens, facts).reads.some((bucket) => snapshot.recordsIn(bucket).some(isConfidential)));
}

function resting(judged: readonly Judged[], language: Language, speaker: Speaker): readonly string[] {
  const by = new Map<string, { readonly posts: readonly Ref<'posts'>[]; readonly those: Set<Judged> }>();
  for (const one of judged) {
    for (const { posts } of one.resilient.restsOn) {
      const key = posts.join(' ');
      const known = by.get(key) ?? { posts, those: new Set<Judged>() };
      by.set(key, known);
      known.those.add(one);
    }
  }
  if (by.size === 0) return [STATEMENT_WORDS.onNobody[language]];
  const most = [...by.values()].toSorted((a, b) => b.those.size - a.those.size);
  return most.map(({ posts, those }) => fill(STATEMENT_WORDS.onHolder, language, { posts: speaker.value(posts), count: those.size, titles: titles([...those], language) }));
}

function sinceLast({ compiled: { pack }, judged }: Assessment, before: Statement | undefined, language: Language): readonly string[] {
  if (before === undefined) return [STATEMENT_WORDS.sinceFirst[language]];
  const moved = movedSince(judged, before);
  const day = fill(STATEMENT_WORDS.sinceDay, language, { date: dateInWords(before.assessedAs.on, language) });
  const edition = before.assessedAs.digest === pack.digest ? [] : [fill(STATEMENT_WORDS.sinceEdition, language, { before: before.assessedAs.edition })];
  const each = moved.map((one) => fill(STATEMENT_WORDS.moved, language, { title: words(one.judged.compiled.expectation.title, language), before: DIAGNOSIS_WORDS[one.before][language], after: DIAGNOSIS_WORDS[one.judged.diagnosis][language] }));
  return [day, ...edition, ...(each.length === 0 ? [STATEMENT_WORDS.sinceNone[language]] : each)];
}

/** An expectation that stands otherwise than a statement found it. */
export interface MovedSince {
  readonly judged: Judged;
  readonly before: Diagnosis;
}

/** In the order of the guidance; of an expectation that the statement does not know nothing is told. */
export function movedSince(judged: readonly Judged[], { findings }: Pick<Statement, 'findings'>): readonly MovedSince[] {
  const then = new Map(findings.map(({ expectation, diagnosis }) => [expectation, diagnosis]));
  return judged.flatMap((one) => {
    const before = then.get(one.compiled.expectation.id);
    return before === undefined || before === one.diagnosis ? [] : [{ judged: one, before }];
  });
}

const titles = (those: readonly Judged[], language: Language): string => those.map(({ compiled }) => words(compiled.expectation.title, language)).join('; ');

const capitalised = (written: string): string => written.slice(0, 1).toLocaleUpperCase('en-GB') + written.slice(1);

const fill = (sentence: BothLanguages, language: Language, values: Readonly<Record<string, string | number>>): string =>
  sentence[language].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
