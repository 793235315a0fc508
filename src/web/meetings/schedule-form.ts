import { schedule } from '../../areas/meetings/acts/schedule.ts';
import type { ActForm } from '../acting/act-form.ts';
import type { Reading } from '../reading.ts';
import { meetingsWords } from '../words/meetings.ts';
import { inLanguage } from '../words/pairs.ts';
import { choice, day, dayTyped, line, recordOptions, typedWords } from './controls.ts';
import { doneAt } from './done-address.ts';

/** Puts one meeting in the diary, or the next so many of a series. */
export function scheduleForm(reading: Reading): ActForm {
  const { language, seen, to } = reading;
  const t = inLanguage(meetingsWords, language);
  return {
    act: schedule, title: t.do.schedule, lead: [t.form.scheduleLead], submit: t.do.schedule, reason: t.form.scheduleReason, cancel: to.page('/meetings'), done: doneAt(to.page('/meetings')),
    begins: new Map([['times', '1']]),
    fields: (typed) => [
      choice(typed, { name: 'series', label: t.meeting.series, hint: t.form.seriesHint, options: recordOptions(reading, seen.all('series').map(({ ref }) => ref), t.form.none) }),
      choice(typed, { name: 'body', label: t.meeting.body, options: recordOptions(reading, seen.all('bodies').map(({ ref }) => ref), t.form.none) }),
      day(typed, { name: 'on', label: t.meeting.on }),
      { ...line(typed, { name: 'times', label: t.form.times, hint: t.form.timesHint }), isNumber: true },
      line(typed, { name: 'at', label: t.form.at, hint: t.form.atHint }),
      line(typed, { name: 'place', label: t.meeting.place }),
    ],
    input: (value) => {
      const times = typedWords(value, 'times');
      return withoutEmpty({ series: typedWords(value, 'series'), body: typedWords(value, 'body'), on: dayTyped(value, 'on'), times: times !== undefined && /^\d{1,4}$/.test(times) ? Number(times) : times, at: typedWords(value, 'at'), place: typedWords(value, 'place') });
    },
  };
}

/** Without what nobody filled in. */
export const withoutEmpty = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
