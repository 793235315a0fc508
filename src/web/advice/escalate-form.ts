import { withoutUndefined } from '../../acts/changed.ts';
import { escalate } from '../../areas/advice/acts/escalate.ts';
import { answerTime } from '../../areas/advice/answer-time.ts';
import { stepsLeft } from '../../areas/advice/line.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { ActForm } from '../acting/act-form.ts';
import { choiceField, recordOptions, typedText, typedWords, wordsField } from '../acting/controls.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { said } from '../said-text.ts';
import { adviceWords } from '../words/advice.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { reckonedDay } from './answer-day.ts';
import { adviceAt } from './one-page.ts';

/** To take one thing raised to whom the line leaves; the next stands first. */
export function escalateForm(reading: Reading, { id = '' }: Readonly<Record<string, string>>): ActForm | undefined {
  const { language, seen, to, asAt } = reading;
  const one = adviceAt(reading, id);
  if (one === undefined) return undefined;
  const t = inLanguage(adviceWords, language);
  const left = stepsLeft(seen, one);
  const next = left[0];
  const time = next === undefined ? undefined : answerTime(seen, { nature: one.nature, from: one.from, to: next.to, under: next.instrument, on: asAt.usual });
  return {
    act: escalate, title: t.form.escalateTitle, submit: t.form.send,
    view: 'advice-form.njk',
    model: { adviceWords: t, clock: next === undefined || time?.ok !== true ? undefined : { said: filled(t.form.due, { to: recordName(reading, next.to).text, due: dateInWords(time.value.on, language) }), reckoned: reckonedDay(reading, time.value) } },
    fields: (typed) => [
      choiceField(typed, { name: 'to', label: t.form.to, options: recordOptions(reading, left.map((step) => step.to)) }),
      wordsField(typed, { name: 'subject', label: t.form.asked, hint: t.form.subjectHint }),
      ...(one.confidential === true ? [] : [choiceField(typed, { name: 'confidential', label: t.form.confidential, hint: t.form.openHint, options: [{ value: '', text: t.form.open }, { value: 'yes', text: t.form.onlyNamed }] })]),
    ],
    begins: new Map([['subject', said(one.subject, language).text]]),
    // Left as it was it goes on in both its languages.
    input: (typed) => withoutUndefined({ advice: one.id, to: typedWords(typed, 'to'), subject: typedWords(typed, 'subject') === said(one.subject, language).text ? undefined : typedText(typed, 'subject', reading.language), confidential: typed.get('confidential') === 'yes' ? true : undefined }),
    reason: t.form.why.escalate,
    done: ({ number }) => to.page(`/advice/${encodeURIComponent(one.id)}`, { saved: String(number) }),
    cancel: to.page(`/advice/${encodeURIComponent(one.id)}`),
  };
}
