import { withoutUndefined } from '../../acts/changed.ts';
import { schedule } from '../../areas/meetings/acts/schedule.ts';
import type { ActForm } from '../acting/act-form.ts';
import { choiceField, dateField, lineField, recordsByName, typedWords } from '../acting/controls.ts';
import type { Reading } from '../reading.ts';
import { dateTyped } from '../recording/record-form.ts';
import { meetingsWords } from '../words/meetings.ts';
import { inLanguage } from '../words/pairs.ts';
import { doneAt } from './done-address.ts';

/** Puts one meeting in the diary, or the next so many of a series. */
export function scheduleForm(reading: Reading): ActForm {
  const { language, seen, to } = reading;
  const t = inLanguage(meetingsWords, language);
  return {
    act: schedule, title: t.do.schedule, lead: [t.form.scheduleLead], submit: t.do.schedule, reason: t.form.scheduleReason, cancel: to.page('/meetings'), done: doneAt(to.page('/meetings')),
    begins: new Map([['times', '1']]),
    fields: (typed) => [
      choiceField(typed, { name: 'series', label: t.meeting.series, hint: t.form.seriesHint, options: recordsByName(reading, seen.all('series').map(({ ref }) => ref), t.form.none) }),
      choiceField(typed, { name: 'body', label: t.meeting.body, options: recordsByName(reading, seen.all('bodies').map(({ ref }) => ref), t.form.none) }),
      dateField(typed, { name: 'on', label: t.meeting.on }),
      { ...lineField(typed, { name: 'times', label: t.form.times, hint: t.form.timesHint }), isNumber: true },
      lineField(typed, { name: 'at', label: t.form.at, hint: t.form.atHint }),
      lineField(typed, { name: 'place', label: t.meeting.place }),
    ],
    input: (value) => {
      const times = typedWords(value, 'times');
      return withoutUndefined({ series: typedWords(value, 'series'), body: typedWords(value, 'body'), on: dateTyped(value, 'on'), times: times !== undefined && /^\d{1,4}$/.test(times) ? Number(times) : times, at: typedWords(value, 'at'), place: typedWords(value, 'place') });
    },
  };
}
