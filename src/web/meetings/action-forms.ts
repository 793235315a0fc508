import { withoutUndefined } from '../../acts/changed.ts';
import { acceptAction, addAction, DECIDED, extendAction, reportAction, REPORTED } from '../../areas/meetings/acts/actions.ts';
import type { Action } from '../../model/meetings.ts';
import type { ActForm } from '../acting/act-form.ts';
import { choiceField, dateField, lineField, recordsByName, typedWords, wordsField } from '../acting/controls.ts';
import type { Option } from '../forms/form-field.ts';
import type { FormValue } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { recordName, recordOf } from '../record-name.ts';
import { dateTyped } from '../recording/record-form.ts';
import { meetingsWords } from '../words/meetings.ts';
import { inLanguage } from '../words/pairs.ts';
import { doneAt } from './done-address.ts';
import { meetingAddress } from './meeting-name.ts';

/** Gives somebody something to do; of a meeting where the address names one. */
export function addActionForm(reading: Reading, value: FormValue): ActForm {
  const { language, seen, to } = reading;
  const t = inLanguage(meetingsWords, language);
  const from = value.get('from') ?? '';
  const arisingFrom = recordOf(reading, from) === undefined ? undefined : from;
  const back = arisingFrom?.startsWith('meetings/') === true ? meetingAddress(reading, arisingFrom) : to.page('/actions');
  return {
    act: addAction, title: t.do.addAction, ...(arisingFrom === undefined ? {} : { caption: recordName(reading, arisingFrom).text }), submit: t.do.addAction, reason: t.form.actionReason, cancel: back, done: doneAt(back),
    fields: (typed) => [
      ...(arisingFrom === undefined ? [] : [choiceField(typed, { name: 'from', label: inLanguage(meetingsWords, language).meeting.from, options: [{ value: arisingFrom, text: recordName(reading, arisingFrom).text }] })]),
      lineField(typed, { name: 'what', label: t.form.what }),
      choiceField(typed, { name: 'owner', label: t.form.owner, options: recordsByName(reading, seen.all('posts').map(({ ref }) => ref), t.form.choose) }),
      dateField(typed, { name: 'due', label: t.form.due }),
      choiceField(typed, { name: 'acceptedBy', label: t.form.acceptedBy, options: recordsByName(reading, [...seen.all('bodies'), ...seen.all('posts')].map(({ ref }) => ref), t.form.usual) }),
    ],
    input: (typed) => {
      const what = typedWords(typed, 'what');
      return withoutUndefined({ what: what === undefined ? undefined : { [language]: what }, owner: typedWords(typed, 'owner'), due: dateTyped(typed, 'due'), acceptedBy: typedWords(typed, 'acceptedBy'), arisingFrom });
    },
  };
}

const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>, { language }: Reading): readonly Option[] => Object.entries(words).map(([value, [en, cy]]) => ({ value, text: language === 'en' ? en : cy }));

type Step = 'report' | 'accept' | 'extend';

export function actionForm(reading: Reading, action: Action, step: Step): ActForm {
  const { language, seen, to } = reading;
  const t = inLanguage(meetingsWords, language);
  const common = { title: t.do[step], caption: recordName(reading, action.ref).text, submit: t.do[step], cancel: to.page('/actions'), done: doneAt(to.page('/actions')) };
  switch (step) {
    case 'report':
      return {
        ...common, act: reportAction, reason: t.form.reportReason,
        fields: (typed) => [choiceField(typed, { name: 'state', label: t.form.state, options: optionsOf(REPORTED, reading) })],
        input: (value) => withoutUndefined({ action: action.ref, state: typedWords(value, 'state') }),
      };
    case 'accept':
      return {
        ...common, act: acceptAction, reason: t.form.acceptReason,
        fields: (typed) => [
          choiceField(typed, { name: 'outcome', label: t.form.outcomeOf, options: optionsOf(DECIDED, reading) }),
          choiceField(typed, { name: 'by', label: t.form.decidedBy, options: recordsByName(reading, [...seen.all('bodies').map(({ ref }) => ref), ...(reading.access?.standing.posts.map(({ ref }) => ref) ?? [])].filter((ref) => ref !== action.owner), t.form.usual) }),
        ],
        input: (value) => withoutUndefined({ action: action.ref, outcome: typedWords(value, 'outcome'), by: typedWords(value, 'by') }),
      };
    case 'extend':
      return {
        ...common, act: extendAction, reason: t.form.extendReason,
        fields: (typed) => [dateField(typed, { name: 'to', label: t.form.to }), wordsField(typed, { name: 'why', label: t.form.why })],
        input: (value) => withoutUndefined({ action: action.ref, to: dateTyped(value, 'to'), why: typedWords(value, 'why') }),
      };
  }
}
