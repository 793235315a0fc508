import { withoutUndefined } from '../../acts/changed.ts';
import { bringConcern } from '../../areas/advice/acts/bring-concern.ts';
import { mayBringConcern } from '../../areas/advice/registered.ts';
import { statutoryPosts } from '../../areas/advice/statutory-officer.ts';
import { answerTime } from '../../areas/advice/answer-time.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { ActForm } from '../acting/act-form.ts';
import { choiceField, themeOptions, typedText, typedWords, wordsField } from '../acting/controls.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { adviceWords } from '../words/advice.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { reckonedDay } from './answer-day.ts';

/** The one screen on which a registered social worker brings a professional concern to the statutory officer. */
export function concernForm(reading: Reading): ActForm | undefined {
  const { language, seen, access, to, asAt, register: { content: { header } } } = reading;
  const person = access?.standing.person;
  const officer = statutoryPosts(seen)[0];
  if (person === undefined || officer === undefined) return undefined;
  const t = inLanguage(adviceWords, language);
  const title = filled(t.begins.professional, { officer: t.officer[header.authority.nation] });
  const time = answerTime(seen, { nature: 'concern', from: person, to: officer.ref, on: asAt.usual });
  return {
    act: bringConcern, title, submit: t.form.send,
    lead: [filled(t.form.concernLead, { officer: recordName(reading, officer.ref).text }), ...(mayBringConcern(seen, person, asAt.usual) ? [] : [t.form.notRegistered])],
    view: 'advice-form.njk',
    model: { adviceWords: t, clock: time.ok ? { said: filled(t.form.due, { to: recordName(reading, officer.ref).text, due: dateInWords(time.value.on, language) }), reckoned: reckonedDay(reading, time.value) } : undefined },
    fields: (typed) => [
      wordsField(typed, { name: 'subject', label: t.form.subject, hint: t.form.subjectHint }),
      choiceField(typed, { name: 'theme', label: t.form.theme, options: themeOptions(reading, t.form.choose) }),
      choiceField(typed, { name: 'confidential', label: t.form.confidential, hint: t.form.openHint, options: [{ value: 'yes', text: filled(t.form.onlyTwo, { officer: t.officer[header.authority.nation] }) }, { value: 'no', text: t.form.open }] }),
    ],
    begins: new Map([['confidential', 'yes']]),
    input: (typed) => withoutUndefined({ subject: typedText(typed, 'subject', reading.language), theme: typedWords(typed, 'theme'), confidential: typed.get('confidential') !== 'no' }),
    reason: t.form.why.professional,
    done: ({ number }) => to.page('/advice', { saved: String(number) }),
    cancel: to.page('/advice'),
  };
}
