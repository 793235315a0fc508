import { withoutUndefined } from '../../acts/changed.ts';
import { agreeRecord } from '../../areas/meetings/acts/agree-record.ts';
import { callOff } from '../../areas/meetings/acts/call-off.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { ActForm } from '../acting/act-form.ts';
import { choiceField, typedWords, wordsField } from '../acting/controls.ts';
import type { Reading } from '../reading.ts';
import { meetingsWords } from '../words/meetings.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { doneAt } from './done-address.ts';
import { meetingAddress, meetingName } from './meeting-name.ts';
import { whenInWords } from './diary-page.ts';

/** Agrees the record: for oneself, or as those at a later meeting did. */
export function agreeForm(reading: Reading, meeting: Meeting): ActForm {
  const { language, seen } = reading;
  const t = inLanguage(meetingsWords, language);
  const address = meetingAddress(reading, meeting.ref);
  const later = seen.all('meetings').filter((one) => one.held === true && one.on > meeting.on && one.on <= seen.validOn && (meeting.series === undefined ? one.body !== undefined && one.body === meeting.body : one.series === meeting.series));
  const options = [{ value: '', text: t.form.agreeSelf }, ...later.map(({ ref, on }) => ({ value: ref, text: filled(t.form.agreeAt, { date: dateInWords(on, language) }) }))];
  return {
    act: agreeRecord, title: t.do.agree, caption: `${meetingName(reading, meeting).text}, ${whenInWords(reading, meeting)}`, lead: [t.form.agreeLead], submit: t.do.agree, reason: t.form.agreeReason, cancel: address, done: doneAt(address),
    fields: (typed) => [choiceField(typed, { name: 'at', label: t.form.agreeHow, options })],
    input: (value) => withoutUndefined({ meeting: meeting.ref, at: typedWords(value, 'at') }),
  };
}

export function callOffForm(reading: Reading, meeting: Meeting): ActForm {
  const t = inLanguage(meetingsWords, reading.language);
  const address = meetingAddress(reading, meeting.ref);
  return {
    act: callOff, title: t.do.callOff, caption: `${meetingName(reading, meeting).text}, ${whenInWords(reading, meeting)}`, lead: [t.form.callOffLead], submit: t.do.callOff, reason: t.form.callOffReason, cancel: address, done: doneAt(address),
    fields: (typed) => [wordsField(typed, { name: 'why', label: t.form.why })],
    input: (value) => withoutUndefined({ meeting: meeting.ref, why: typedWords(value, 'why') }),
  };
}
