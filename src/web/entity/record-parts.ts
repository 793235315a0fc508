import { dateInWords, type CalendarDate } from '../../kernel/date.ts';
import type { Period } from '../../kernel/period.ts';
import { words } from '../../kernel/text.ts';
import type { Judged } from '../../assessment/assess.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import type { Outcome, Verdict } from '../../rules/outcome.ts';
import { periodInWords } from '../period-in-words.ts';
import type { Reading } from '../reading.ts';
import { recordLink, recordOf } from '../record-name.ts';
import { entityWords } from '../words/entity.ts';
import { inLanguage } from '../words/pairs.ts';
import { recordWords } from '../words/record.ts';
import { VERDICTS } from '../words/verdicts.ts';
import { joined, linked, quiet, tagged, text, type Part, type Parts } from './section.ts';

/** A link to a record by its name; neither name nor id where the reader may not know of it. */
export const record = (reading: Reading, ref: string): Part =>
  reading.access !== undefined && recordOf(reading, ref) === undefined ? quiet(inLanguage(recordWords, reading.language).notForYou) : linked(recordLink(reading, ref));

/** Links to records by their names, each once. */
export const records = (reading: Reading, refs: readonly string[], between = '; '): Parts => joined([...new Set(refs)].map((ref) => record(reading, ref)), between);

export const dateText = ({ language }: Reading, date: CalendarDate): Part => text(dateInWords(date, language));

export const periodText = ({ language }: Reading, period: Period): Part => text(periodInWords(period, language));

export const expectationLink = ({ language, to }: Reading, { compiled: { expectation } }: Judged): Part =>
  linked({ href: to.expectation(expectation.id), said: { text: words(expectation.title, language) } });

export const accountabilityLink = ({ assessment: { compiled }, language, to }: Reading, id: string): Part => {
  const name = compiled.pack.accountabilities.find((one) => one.id === id)?.name[language];
  return name === undefined ? text(id) : linked({ href: to.accountability(id), said: { text: name } });
};

/** A responsibility is over a record, an accountability of the guidance, or another of its words. */
export function subject(reading: Reading, over: string): Part {
  if (over.includes('/')) return record(reading, over);
  const isAccountability = reading.assessment.compiled.pack.accountabilities.some(({ id }) => id === over);
  return isAccountability ? accountabilityLink(reading, over) : text(capitalised(reading.speaker.value(over)));
}

export const verdictTag = ({ language }: Reading, verdict: Verdict, instead?: string): Part => tagged(verdict, instead ?? VERDICTS[verdict][language]);

export const diagnosisTag = ({ language }: Reading, { diagnosis }: Judged): Part => tagged(diagnosis, DIAGNOSIS_WORDS[diagnosis][language]);

/** Why an outcome is what it is, in sentences. */
export const because = ({ speaker }: Reading, { because: reasons }: Outcome): Parts => [text(speaker.each(reasons).map(({ text: sentence }) => sentence).join(' '))];

/** Whether something holds on the date, is over by then, or is still to begin. */
export function isAt({ valid }: { readonly valid: Period }, date: CalendarDate): 'now' | 'before' | 'later' {
  if (valid.until !== undefined && valid.until <= date) return 'before';
  return valid.from !== undefined && valid.from > date ? 'later' : 'now';
}

/** The heads of a table of expectations by lens. */
export const lensHeads = (reading: Reading): readonly string[] => {
  const t = inLanguage(entityWords, reading.language);
  return [t.expectation, t.paper, t.practice, t.resilient, t.diagnosis];
};

/** One expectation with its three lenses and its diagnosis, each in words. */
export const lensRow = (reading: Reading, judged: Judged): readonly Parts[] => [
  [expectationLink(reading, judged)],
  ...(['paper', 'practice', 'resilient'] as const).map((lens): Parts => [text(VERDICTS[judged[lens].verdict][reading.language])]),
  [diagnosisTag(reading, judged)],
];

export const capitalised = (written: string): string => written.slice(0, 1).toLocaleUpperCase('en-GB') + written.slice(1);
