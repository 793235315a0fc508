import { addDays, dateInWords } from '../../kernel/date.ts';
import { words } from '../../kernel/text.ts';
import type { Pack } from '../../guidance/pack.ts';
import type { Judged } from '../../assessment/assess.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import type { Outcome } from '../../rules/outcome.ts';
import { listed } from '../../rules/say.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { saidReasons } from '../said-reasons.ts';
import { restsOnHidden } from '../../areas/rests-on-hidden.ts';
import { expectationWords } from '../words/expectation.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { EXPLAINED, VERDICTS } from '../words/verdicts.ts';

const LENSES = ['paper', 'practice', 'resilient'] as const;

/** One expectation whole: its verdicts with reasons, whom it rests on, what to do and ask, and where the guidance says so. */
export function expectationPage(reading: Reading, judged: Judged): Page {
  const { language, speaker, to, assessment: { facts: { window }, compiled: { pack } } } = reading;
  const { expectation } = judged.compiled;
  const t = inLanguage(expectationWords, language);
  // Looked up in its own list: an id such as `access` names an accountability here and something else in another list.
  const named = (list: Pack['chapters'], id: string): string => list.find((one) => one.id === id)?.name[language] ?? id;
  const title = words(expectation.title, language);
  const period = { from: dateInWords(window.from, language), to: dateInWords(addDays(window.until, -1), language) };
  return pageOfRegister(reading, {
    view: 'expectation.njk',
    title,
    model: {
      t,
      id: expectation.id,
      heading: title,
      caption: named(pack.accountabilities, expectation.serves[0] ?? ''),
      says: words(expectation.says, language),
      diagnosis: judged.diagnosis,
      inWords: DIAGNOSIS_WORDS[judged.diagnosis][language],
      explained: EXPLAINED[judged.diagnosis][lensesThatApply(judged)][language],
      lenses: LENSES.map((lens) => ({ id: lens, name: t.lenses[lens], asks: filled(t.questions[lens], period), ...lensModel(reading, judged, lens) })),
      restsOn: judged.resilient.restsOn.length > 0,
      isFine: judged.diagnosis === 'secured' || judged.diagnosis === 'does-not-apply',
      remedy: words(expectation.remedy, language),
      ask: words(expectation.ask, language),
      bearer: capitalised(speaker.value(expectation.bearer)),
      force: t.forces[expectation.force],
      serves: expectation.serves.map((id) => ({ href: to.accountability(id), said: { text: named(pack.accountabilities, id) } })),
      chapter: named(pack.chapters, expectation.chapter),
      cites: citations(reading, judged),
      notEncoded: words(expectation.notEncoded, language),
    },
  });
}

function lensesThatApply({ paper, practice }: Judged): 'both' | 'paper' | 'practice' {
  if (practice.verdict === 'does-not-apply') return 'paper';
  return paper.verdict === 'does-not-apply' ? 'practice' : 'both';
}

function lensModel(reading: Reading, judged: Judged, lens: (typeof LENSES)[number]) {
  const { verdict, because, missing }: Outcome = judged[lens];
  const isHidden = (lens === 'resilient' ? (['paper', 'practice'] as const) : [lens]).some((one) => restsOnHidden(reading, judged, one));
  return {
    verdict,
    inWords: VERDICTS[verdict][reading.language],
    because: isHidden ? [{ text: inLanguage(recordingWords, reading.language).hidden, records: [] }] : saidReasons(reading, reading.speaker.each(because)),
    missing: isHidden ? [] : reading.speaker.each(missing).map(({ text }) => text),
  };
}

/** The paragraphs by document, in the order in which they are cited. */
function citations({ language, assessment: { compiled } }: Reading, { compiled: { expectation } }: Judged) {
  const t = inLanguage(expectationWords, language);
  return [...new Set(expectation.cites.map(({ document }) => document))].map((id) => {
    const title = compiled.pack.documents.find((one) => one.id === id)?.title;
    const paragraphs = expectation.cites.filter(({ document }) => document === id).map(({ paragraph }) => paragraph);
    return { title: title === undefined ? id : words(title, language), paragraphs: filled(paragraphs.length === 1 ? t.paragraph : t.paragraphs, { list: listed(paragraphs, language) }) };
  });
}

const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase('en-GB') + text.slice(1);
