import { publicationsOf } from '../../areas/meetings/publication.ts';
import { agreeRecord } from '../../areas/meetings/acts/agree-record.ts';
import { addAction } from '../../areas/meetings/acts/actions.ts';
import { callOff } from '../../areas/meetings/acts/call-off.ts';
import { issueAgenda } from '../../areas/meetings/acts/issue-agenda.ts';
import { minute } from '../../areas/meetings/acts/minute.ts';
import { proposeItem } from '../../areas/meetings/acts/propose-item.ts';
import { meetingState, type MeetingState } from '../../areas/meetings/queries/meeting-state.ts';
import { dateInWords } from '../../kernel/date.ts';
import { RECORD_KEPT, type Meeting } from '../../model/meetings.ts';
import { mayActOn } from '../acting/act-form.ts';
import { joined, quiet, tableOr, text, type Parts, type Section } from '../entity/section.ts';
import { records } from '../entity/record-parts.ts';
import { papersSection } from '../papers/paper-links.ts';
import type { Link, Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { entityWords } from '../words/entity.ts';
import { meetingsWords } from '../words/meetings.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { actionsTable } from './actions-table.ts';
import { itemRow } from './item-parts.ts';
import { meetingAddress, meetingName } from './meeting-name.ts';
import { whenInWords } from './diary-page.ts';

/** One meeting: when and who, what stands on the agenda and what came of it, what is to be done, and what can be done next. */
export function meetingPage(reading: Reading, meeting: Meeting): Page {
  const { language, seen, to } = reading;
  const t = inLanguage(meetingsWords, language);
  const state = meetingState(meeting, seen.validOn);
  const actions = seen.where('actions', 'arisingFrom', meeting.ref);
  const papers = papersSection(reading, meeting.ref);
  const name = meetingName(reading, meeting);
  return pageOfRegister(reading, {
    view: 'entity.njk', title: `${name.text}, ${dateInWords(meeting.on, language)}`, current: 'work',
    model: {
      t: inLanguage(entityWords, language), caption: whenInWords(reading, meeting), heading: name, summary: [summaryOf(reading, meeting, state)], told: [], buttons: buttonsOf(reading, meeting, state),
      sections: [
        aboutSection(reading, meeting),
        { id: 'agenda', heading: t.meeting.agenda, lead: agendaLead(reading, meeting), body: meeting.items.length === 0 ? { is: 'nothing', text: t.meeting.empty } : { is: 'facts', rows: meeting.items.map((item) => itemRow(reading, item)) } },
        ...lawSection(reading, meeting),
        ...(state === 'planned' || state === 'issued' || state === 'called-off' ? [] : [attendanceSection(reading, meeting)]),
        ...(actions.length === 0 ? [] : [{ id: 'actions', heading: t.actions, body: actionsTable(reading, actions) }]),
        ...(papers === undefined || meeting.items.length === 0 ? [] : [papers]),
      ],
      links: [{ href: to.page('/meetings'), said: { text: t.meetings } }, { href: to.record(meeting.ref), said: { text: t.meeting.full } }],
    },
  });
}

function summaryOf({ language, speaker }: Reading, { calledOff, minutesApprovedOn, minutesApprovedBy, attended = [] }: Meeting, state: MeetingState): string {
  const t = inLanguage(meetingsWords, language);
  if (calledOff !== undefined) return `${t.states[state]}, ${dateInWords(calledOff.on, language)}: ${calledOff.why}`;
  if (minutesApprovedOn !== undefined) return filled(t.meeting.agreedOn, { date: dateInWords(minutesApprovedOn, language) });
  if (state !== 'to-agree') return `${t.states[state]}.`;
  const waits = attended.filter((one) => !minutesApprovedBy.some((by) => by === one));
  return `${t.states[state]}. ${t.meeting.waitsFor}: ${speaker.value(waits)}.`;
}

function buttonsOf(reading: Reading, meeting: Meeting, state: MeetingState): readonly Link[] {
  const { seen, to } = reading;
  const t = inLanguage(meetingsWords, reading.language).do;
  const isOpen = meeting.held === undefined && state !== 'called-off';
  const onDay = meeting.on <= seen.validOn;
  const link = (step: string, words: string): Link => ({ href: meetingAddress(reading, meeting.ref, step), said: { text: words } });
  const offered: readonly (Link | false)[] = [
    onDay && state !== 'agreed' && state !== 'called-off' && mayActOn(reading, minute, meeting) && link('/minutes', t.minute),
    state === 'to-agree' && mayActOn(reading, agreeRecord, meeting) && link('/agree', t.agree),
    isOpen && mayActOn(reading, proposeItem, meeting) && link('/agenda', t.agenda),
    isOpen && meeting.items.length > 0 && mayActOn(reading, issueAgenda, meeting) && link('/issue', t.issue),
    state !== 'called-off' && onDay && mayActOn(reading, addAction, undefined) && { href: to.page('/actions/new', { from: meeting.ref }), said: { text: t.addAction } },
    isOpen && mayActOn(reading, callOff, meeting) && link('/call-off', t.callOff),
  ];
  return offered.filter((one) => one !== false);
}

function aboutSection(reading: Reading, meeting: Meeting): Section {
  const t = inLanguage(meetingsWords, reading.language).meeting;
  const { place, series, body, invited, record } = meeting;
  const row = (label: string, value: Parts) => ({ label, value });
  return {
    id: 'about', heading: t.aboutIt,
    body: { is: 'facts', rows: [
      row(t.on, [text(whenInWords(reading, meeting))]),
      ...(place === undefined ? [] : [row(t.place, [text(place)])]),
      ...(series === undefined ? [] : [row(t.series, records(reading, [series]))]),
      ...(body === undefined ? [] : [row(t.body, records(reading, [body]))]),
      ...(invited.length === 0 ? [] : [row(t.invited, records(reading, invited))]),
      ...(record === undefined ? [] : [row(t.record, [text(RECORD_KEPT[record][reading.language === 'en' ? 0 : 1])])]),
    ] },
  };
}

function agendaLead({ language }: Reading, { agenda, items }: Meeting): string | undefined {
  const t = inLanguage(meetingsWords, language).meeting;
  if (agenda?.on !== undefined) return filled(t.issuedOn, { date: dateInWords(agenda.on, language) });
  return items.length > 0 && agenda?.issued !== true ? t.notIssued : undefined;
}

function attendanceSection(reading: Reading, { attended, apologies, declarations, minutesApprovedBy }: Meeting): Section {
  const t = inLanguage(meetingsWords, reading.language).meeting;
  const rows = [
    ...(attended === undefined ? [] : [{ label: t.who, value: records(reading, attended) }]),
    ...(apologies.length === 0 ? [] : [{ label: t.apologies, value: records(reading, apologies) }]),
    ...(declarations.length === 0 ? [] : [{ label: t.declarations, value: joined(declarations.flatMap(({ by, what }) => [...records(reading, [by]), text(`: ${what}`)]), ' ') }]),
    ...(minutesApprovedBy.length === 0 ? [] : [{ label: t.agreedBy, value: records(reading, minutesApprovedBy) }]),
  ];
  return { id: 'attendance', heading: t.who, body: rows.length === 0 ? { is: 'nothing', text: t.notSaid } : { is: 'facts', rows } };
}

/** What has to be public by when, with the days counted one by one. */
function lawSection(reading: Reading, meeting: Meeting): readonly Section[] {
  const { language, seen } = reading;
  const t = inLanguage(meetingsWords, language).meeting;
  return publicationsOf(meeting, seen, seen.header).map(({ period, last, issued }): Section => ({
    id: period.id, heading: period.what[language],
    lead: [filled(t.last, { what: '', date: dateInWords(last.on, language) }).trim(), ...(issued === undefined ? [] : [filled(issued.inTime ? t.inTime : t.late, { date: dateInWords(issued.on, language) })])].join(' '),
    body: tableOr([t.day, t.because], last.working.map(({ day, because }): readonly Parts[] => [[text(dateInWords(day, language))], [text(because[language])]]), ''),
    foot: [quiet(period.authority.title)],
  }));
}
