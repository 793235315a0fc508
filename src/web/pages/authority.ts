import { instantInWords } from '../../kernel/instant.ts';
import { words, type Language } from '../../kernel/text.ts';
import type { Judged } from '../../assessment/assess.ts';
import { summaryOf } from '../../assessment/answer.ts';
import { DIAGNOSES, type Diagnosis } from '../../assessment/diagnosis.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import { whatToDoFirst } from '../../assessment/priorities.ts';
import type { Signed } from '../../register/signed.ts';
import { structureOf } from '../../rules/structure-type.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { restsOnHidden } from '../../areas/rests-on-hidden.ts';
import { vacatable } from '../vacancies.ts';
import { witnessedInWords } from '../witnessed.ts';
import { authorityWords } from '../words/authority.ts';
import { keptWords } from '../words/kept.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { MEANINGS } from '../words/verdicts.ts';

const FIRST = 8;

/** How one authority stands: its structure, how many expectations stand how, what to do first, and the grid. */
export function authorityPage(reading: Reading, signed: Signed | undefined): Page {
  const { language, assessment: { compiled, facts, judged }, ask, name, speaker, to } = reading;
  const t = inLanguage(authorityWords, language);
  const { type, because } = structureOf(facts, compiled.pack.statutoryOfficer);
  const asked = ask.query.get('diagnosis') ?? '';
  const only = DIAGNOSES.find((diagnosis) => diagnosis === asked);
  const counts = summaryOf(judged);
  const found = DIAGNOSES.filter((diagnosis) => counts[diagnosis] > 0);
  const first = whatToDoFirst(judged).slice(0, FIRST);
  return pageOfRegister(reading, {
    view: 'authority.njk',
    title: name.text,
    titleLang: name.lang,
    current: 'authority',
    errors: asked === '' || only !== undefined ? [] : [{ text: t.notADiagnosis, href: '#grid' }],
    model: {
      t,
      pack: words(compiled.pack.title, language),
      structure: { type: t.types[type], because: because.map((reason) => speaker.say(reason)) },
      counts: found.map((diagnosis) => ({ ...diagnosed(diagnosis, language), count: counts[diagnosis], meaning: MEANINGS[diagnosis][language], href: `${to.authority(diagnosis)}#grid` })),
      first: first.map((one) => ({ ...row(one, reading), todo: todo(one, reading), forWhom: filled(t.forWhom, { bearer: speaker.value(one.compiled.expectation.bearer) }) })),
      only: only === undefined ? undefined : { ...diagnosed(only, language), shown: filled(counts[only] === 0 ? t.noneShown : t.shown, { diagnosis: DIAGNOSIS_WORDS[only][language], count: counts[only], all: judged.length }) },
      allHref: `${to.authority()}#grid`,
      sections: sectionsOf(reading, only),
      posts: vacatable(reading.assessment, language),
      whatIfHref: to.whatIf().split('?')[0],
      kept: signed === undefined ? undefined : keptModel(reading, signed),
    },
  });
}

/** How much is kept, and who vouches for it. */
function keptModel({ kept, language, to }: Reading, { size, note }: Signed) {
  const t = inLanguage(keptWords, language);
  const newest = kept?.image.entries[size - 1]?.recordedAt;
  const values = { count: size.toLocaleString('en-GB'), newest: newest === undefined ? '' : instantInWords(newest, language), witnessed: witnessedInWords(note, language) };
  return { heading: t.title, text: filled(size === 1 ? t.summaryOne : t.summary, values), href: to.kept(), more: t.more };
}

/** The expectations under the accountability that they first serve; only those of one diagnosis where one is asked for. */
function sectionsOf(reading: Reading, only: Diagnosis | undefined) {
  const { language, to, assessment: { compiled, judged } } = reading;
  return compiled.pack.accountabilities.flatMap(({ id, name, says }) => {
    const serving = judged.filter((one) => one.compiled.expectation.serves[0] === id && (only === undefined || one.diagnosis === only));
    return serving.length === 0 ? [] : [{ id, href: to.accountability(id), name: words(name, language), says: words(says, language), rows: serving.map((one) => row(one, reading)) }];
  });
}

/** The remedy; where it is not known how things stand, what to record first. */
function todo(judged: Judged, reading: Reading): string {
  const { language, speaker } = reading;
  const { compiled: { expectation }, diagnosis } = judged;
  const [missing] = (['paper', 'practice'] as const).flatMap((lens) => (restsOnHidden(reading, judged, lens) ? [] : judged[lens].missing));
  return diagnosis === 'not-known' && missing !== undefined ? speaker.say(missing) : words(expectation.remedy, language);
}

const row = ({ compiled: { expectation }, paper, practice, resilient, diagnosis }: Judged, { language, to }: Reading) => ({
  title: words(expectation.title, language),
  href: to.expectation(expectation.id),
  paper: paper.verdict,
  practice: practice.verdict,
  resilient: resilient.verdict,
  ...diagnosed(diagnosis, language),
});

const diagnosed = (diagnosis: Diagnosis, language: Language) => ({ diagnosis, inWords: DIAGNOSIS_WORDS[diagnosis][language] });
