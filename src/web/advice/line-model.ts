import { chainOf, stepsLeft } from '../../areas/advice/line.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Advice } from '../../model/advice.ts';
import type { Reading } from '../reading.ts';
import { recordLink } from '../record-name.ts';
import { adviceWords } from '../words/advice.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { standsInWords } from './advice-words-of.ts';

/** The line along which one thing raised went and may still go, from its first record on. */
export function lineModel(reading: Reading, one: Advice) {
  const { language, seen, asAt: { date }, to } = reading;
  const t = inLanguage(adviceWords, language);
  const gone = chainOf(seen, one).filter(({ on }) => on <= date).map((step) => ({
    to: recordLink(reading, step.to),
    isThis: step.ref === one.ref,
    link: step.ref === one.ref ? undefined : { href: to.page(`/advice/${encodeURIComponent(step.id)}`), said: { text: filled(t.raisedWith, { on: dateInWords(step.on, language) }) } },
    when: filled(t.raisedWith, { on: dateInWords(step.on, language) }),
    stands: standsInWords(reading, step).text,
    by: step.under === undefined ? undefined : recordLink(reading, step.under),
  }));
  const left = stepsLeft(seen, chainOf(seen, one).at(-1) ?? one).map(({ to: next, instrument }) => ({
    to: recordLink(reading, next),
    stands: t.left,
    how: instrument === undefined ? t.byUsual : t.byProcedure,
    by: instrument === undefined ? undefined : recordLink(reading, instrument),
  }));
  return { gone, left };
}
