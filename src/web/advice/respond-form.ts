import { withoutUndefined } from '../../acts/changed.ts';
import { respond } from '../../areas/advice/acts/respond.ts';
import { RESPONSE_OUTCOMES } from '../../model/advice.ts';
import type { ActForm } from '../acting/act-form.ts';
import { choiceField, typedText, typedWords, wordsField } from '../acting/controls.ts';
import type { Reading } from '../reading.ts';
import { adviceWords } from '../words/advice.ts';
import { inLanguage } from '../words/pairs.ts';
import { outcomeName } from './advice-words-of.ts';
import { adviceAt } from './one-page.ts';

const OUTCOMES = Object.keys(RESPONSE_OUTCOMES) as (keyof typeof RESPONSE_OUTCOMES)[];

/** To answer one thing raised. */
export function respondForm(reading: Reading, { id = '' }: Readonly<Record<string, string>>): ActForm | undefined {
  const { language, to } = reading;
  const one = adviceAt(reading, id);
  if (one === undefined) return undefined;
  const t = inLanguage(adviceWords, language);
  const back = to.page(`/advice/${encodeURIComponent(one.id)}`);
  return {
    act: respond, title: t.respond, submit: t.form.send,
    fields: (typed) => [
      choiceField(typed, { name: 'outcome', label: t.form.outcome, options: [{ value: '', text: t.form.choose }, ...OUTCOMES.map((value) => ({ value, text: outcomeName(reading, value) }))] }),
      wordsField(typed, { name: 'reason', label: t.form.reason, hint: t.form.reasonHint }),
    ],
    input: (typed) => withoutUndefined({ advice: one.id, outcome: typedWords(typed, 'outcome') ?? '', reason: typedText(typed, 'reason', reading.language) }),
    reason: t.form.why.respond,
    done: ({ number }) => to.page(`/advice/${encodeURIComponent(one.id)}`, { saved: String(number) }),
    cancel: back,
  };
}
