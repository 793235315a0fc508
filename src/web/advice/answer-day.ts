import type { AnswerTime } from '../../areas/advice/answer-time.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Link } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordLink } from '../record-name.ts';
import { adviceWords } from '../words/advice.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** How the day for an answer was reckoned, ready for a template: whose word it is, and the days counted out. */
export interface ReckonedDay {
  readonly because: string;
  readonly source?: Link;
  readonly days: readonly string[];
}

export function reckonedDay(reading: Reading, { because, provision, working }: AnswerTime): ReckonedDay {
  const { language } = reading;
  const t = inLanguage(adviceWords, language);
  return {
    because: provision === undefined ? (because?.[language] ?? '') : filled(t.ofProvision, { limit: provision.limit }),
    ...(provision === undefined ? {} : { source: recordLink(reading, provision.instrument) }),
    days: working.map((one) => filled(one.counts ? t.counts : t.not, { day: dateInWords(one.day, language), because: one.because[language] })),
  };
}
