import type { BodyStanding, Member } from '../../assessment/body-standing.ts';
import { dateInWords } from '../../kernel/date.ts';
import { enumerationWords } from '../../model/labels.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { Reading } from '../reading.ts';
import { bodyWords } from '../words/body.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { lookBackDays } from './post-provided.ts';
import { because, capitalised, dateText, record, verdictTag } from './record-parts.ts';
import { joined, quiet, tableOr, tagged, text, type Part, type Parts, type Section } from './section.ts';

/** Every seat, who fills it and how they attended since they had it. */
export function membersSection(reading: Reading, { members, held }: BodyStanding): Section {
  const { language, speaker } = reading;
  const t = inLanguage(bodyWords, language);
  const rows = members.map((member): readonly Parts[] => [
    [record(reading, member.seat.holder), text(`, ${speaker.value(member.seat.role)}`)],
    filledBy(reading, member),
    [text(attendance(reading, member))],
  ]);
  return { id: 'members', heading: t.members, lead: rows.length === 0 || held.length === 0 ? undefined : filled(t.membersLead, lookBackDays(reading)), body: tableOr([t.seat, t.heldBy, t.attended], rows, t.membersNone) };
}

function filledBy(reading: Reading, { seat, holders, isVacant }: Member): Parts {
  const t = inLanguage(bodyWords, reading.language);
  if (isVacant) return [tagged('exposed', t.empty)];
  if (!seat.holder.startsWith('posts/')) return [quiet(seat.holder.startsWith('persons/') ? t.self : '–')];
  return joined(holders.map(({ person }) => record(reading, person))).concat(holders.some(({ deputising }) => deputising !== undefined) ? [text(' '), quiet(`(${t.deputy})`)] : []);
}

function attendance({ language }: Reading, { presence }: Member): string {
  const t = inLanguage(bodyWords, language);
  if (presence === undefined) return t.agency;
  const all = presence.there + presence.missed.length + presence.notSaid;
  if (all === 0) return t.noMeetings;
  return filled(presence.notSaid === 0 ? t.ofMeetings : t.ofMeetingsUnsaid, { there: presence.there, all, notSaid: presence.notSaid });
}

/** Its meetings in the look-back, the newest first. */
export function meetingsSection(reading: Reading, { held, notHeld }: BodyStanding): Section {
  const { language } = reading;
  const t = inLanguage(bodyWords, language);
  const all = [...held, ...notHeld].sort((a, b) => (a.on < b.on ? 1 : -1));
  const rows = all.map((meeting): readonly Parts[] => [
    [meetingLink(reading, meeting)],
    [text(meeting.held ? t.heldYes : t.heldNo)],
    [text(String(meeting.items.length))],
    [text(meeting.record === undefined ? '–' : capitalised(enumerationWords(meeting.record)?.[language] ?? meeting.record))],
  ]);
  const days = lookBackDays(reading);
  return { id: 'meetings', heading: t.meetings, lead: rows.length === 0 ? undefined : filled(t.meetingsLead, days), body: tableOr([t.heldHead, t.stateHead, t.items, t.recordKept], rows, filled(t.metNever, { ...days, body: '' }).replace(/ +/g, ' ')) };
}

/** A meeting by its day. */
const meetingLink = ({ language, to }: Reading, { ref, on }: Pick<Meeting, 'ref' | 'on'>): Part => ({ is: 'link', link: { href: to.record(ref), said: { text: dateInWords(on, language) } } });

/** The themes of what was on the agenda, the most often first. */
export function themesSection(reading: Reading, { themes, held }: BodyStanding): Section {
  const { language, speaker } = reading;
  const t = inLanguage(bodyWords, language);
  const rows = themes.map(({ theme, items, meetings }): readonly Parts[] => {
    const last = held.findLast(({ ref }) => meetings.includes(ref));
    return [[text(capitalised(speaker.value(theme)))], [text(String(items))], [text(String(meetings.length))], last === undefined ? [] : [meetingLink(reading, last)]];
  });
  return { id: 'themes', heading: t.themes, body: tableOr([t.theme, t.items, t.meetings, t.lastOn], rows, t.themesNone) };
}

/** What it is to receive by what is written down, and whether it came as often as that says. */
export function entitledSection(reading: Reading, { entitlements }: BodyStanding): Section {
  const { language, speaker } = reading;
  const t = inLanguage(bodyWords, language);
  const came = { met: t.cameYes, partly: t.camePartly, 'not-met': t.cameNo, 'not-known': undefined, 'does-not-apply': undefined };
  const rows = entitlements.map(({ entitlement, outcome }): readonly Parts[] => [
    [record(reading, entitlement.ref)],
    [text(filled(t.every, { frequency: speaker.value(entitlement.frequency) }))],
    [verdictTag(reading, outcome.verdict, came[outcome.verdict])],
    because(reading, outcome),
  ]);
  return { id: 'entitled', heading: t.entitled, body: tableOr([t.information, t.often, t.came, t.why], rows, t.entitledNone) };
}

/** What came to it in the look-back: sent, told, or put before a meeting. */
export function receivedSection(reading: Reading, { received }: BodyStanding): Section {
  const t = inLanguage(bodyWords, reading.language);
  const how = (ref: string): string => (ref.startsWith('meetings/') ? t.paper : ref.startsWith('briefings/') ? t.told : t.sent);
  const rows = received.map(({ what, on, record: by }): readonly Parts[] => [[record(reading, what)], [dateText(reading, on)], [text(capitalised(how(by)))]]);
  return { id: 'received', heading: t.received, lead: rows.length === 0 ? undefined : filled(t.meetingsLead, lookBackDays(reading)), body: tableOr([t.what, t.cameOn, t.how], rows, t.receivedNone) };
}
