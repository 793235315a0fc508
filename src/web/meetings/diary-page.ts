import { diary, seriesStandings, type SeriesStanding } from '../../areas/meetings/queries/diary.ts';
import { schedule } from '../../areas/meetings/acts/schedule.ts';
import { recordOneToOne } from '../../areas/meetings/acts/record-one-to-one.ts';
import { dateInWords, type CalendarDate } from '../../kernel/date.ts';
import { duration, durationInWords, minus } from '../../kernel/duration.ts';
import { recordsByName } from '../acting/controls.ts';
import { isCalendarRef } from './is-of.ts';
import { mayActOn } from '../acting/act-form.ts';
import { linked, quiet, tableOr, text, type Parts, type Section } from '../entity/section.ts';
import { capitalised } from '../entity/record-parts.ts';
import { monthInWords } from '../month-in-words.ts';
import type { Link, Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { entityWords } from '../words/entity.ts';
import { meetingsWords } from '../words/meetings.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { meetingAddress, meetingName } from './meeting-name.ts';

const QUARTER = duration('P3M');
const YEAR = duration('P1Y');

/** The diary by month: what is coming, what is to be minuted, what is to be agreed; and how each series keeps to its frequency. */
export function diaryPage(reading: Reading): Page {
  const { ask, language, seen, to } = reading;
  const t = inLanguage(meetingsWords, language);
  const asked = ask.query.get('of') ?? '';
  const of = isCalendarRef(seen, asked) ? asked : undefined;
  const isEarlier = ask.query.get('earlier') === 'yes';
  const from = `${minus(seen.validOn, isEarlier ? YEAR : QUARTER).slice(0, 7)}-01` as CalendarDate;
  const months = diary(seen, from, of);
  const sections = months.map(({ month, meetings }): Section => ({
    id: `month-${month.slice(0, 7)}`, heading: capitalised(monthInWords(month, language)),
    body: tableOr([t.diary.what, t.diary.when, t.diary.stands], meetings.map(({ meeting, state }): readonly Parts[] => [
      [linked({ href: meetingAddress(reading, meeting.ref), said: meetingName(reading, meeting) })],
      [text(whenInWords(reading, meeting))],
      [state === 'planned' || state === 'agreed' ? quiet(t.states[state]) : text(t.states[state])],
    ]), t.diary.none),
  }));
  const standings = seriesStandings(seen).filter(({ series }) => of === undefined || series.ref === of || series.body === of);
  const own = sections.length === 0 ? [{ id: 'diary', heading: t.meetings, body: { is: 'nothing', text: t.diary.none } } satisfies Section] : sections;
  const buttons: readonly Link[] = [
    ...(mayActOn(reading, schedule, undefined) ? [{ href: to.page('/meetings/new', { series: of?.startsWith('series/') === true ? of : undefined }), said: { text: t.do.schedule } }] : []),
    ...(standings.some(({ series }) => series.between.length > 1 && mayActOn(reading, recordOneToOne, series)) ? [{ href: to.page('/meetings/quick'), said: { text: t.do.quick } }] : []),
  ];
  return pageOfRegister(reading, {
    view: 'diary.njk', title: t.meetings, current: 'work',
    model: {
      t: inLanguage(entityWords, language), caption: '', heading: { text: t.meetings }, summary: [], told: [], buttons,
      sections: [...own, seriesSection(reading, standings)],
      links: [{ href: to.page('/actions'), said: { text: t.actions } }],
      filter: {
        action: to.page('/meetings').split('?')[0], label: t.diary.only, show: t.diary.show,
        carried: [...ask.query].filter(([name]) => name === 'as-at' || name === 'known-at').map(([name, value]) => ({ name, value })),
        options: recordsByName(reading, [...seen.all('series'), ...seen.all('bodies').filter(({ ref }) => seen.where('meetings', 'body', ref).length > 0)].map(({ ref }) => ref), t.diary.all).map((one) => ({ ...one, selected: one.value === (of ?? '') })),
        earlier: isEarlier ? undefined : { href: to.page('/meetings', { of, earlier: 'yes' }), said: { text: t.diary.from } },
      },
    },
  });
}

/** "4 June 2026 at 09:30". */
export function whenInWords({ language }: Pick<Reading, 'language'>, { on, at }: { readonly on: CalendarDate; readonly at?: string | undefined }): string {
  const date = dateInWords(on, language);
  return at === undefined ? date : filled(inLanguage(meetingsWords, language).meeting.at, { date, time: at });
}

function seriesSection(reading: Reading, standings: readonly SeriesStanding[]): Section {
  const { language, to } = reading;
  const t = inLanguage(meetingsWords, language);
  return {
    id: 'series', heading: t.diary.series,
    body: tableOr([t.meeting.series, t.diary.often, t.diary.last, t.diary.next], standings.map(({ series, last, next, dueBy, isOverdue }): readonly Parts[] => [
      [linked({ href: to.record(series.ref), said: recordName(reading, series.ref) })],
      [text(filled(t.diary.once, { length: durationInWords(series.frequency, language) }))],
      [last === undefined ? quiet(t.diary.never) : linked({ href: meetingAddress(reading, last.ref), said: { text: dateInWords(last.on, language) } })],
      [next !== undefined ? linked({ href: meetingAddress(reading, next.ref), said: { text: dateInWords(next.on, language) } }) : dueBy === undefined ? quiet(t.diary.never) : text(filled(isOverdue ? t.diary.overdue : t.diary.dueBy, { date: dateInWords(dueBy, language) }))],
    ]), t.diary.none),
  };
}
