import type { Access } from '../../access/access.ts';
import type { Names } from '../../assessment/names.ts';
import type { Need, NeedKind } from '../../assessment/needs/need.ts';
import { whatNeeds } from '../../assessment/needs/what-needs-you.ts';
import type { Calendar, CalendarEvent, ClockTime } from '../../documents/calendar/event.ts';
import { plainIn } from '../../documents/wording.ts';
import { minus, duration } from '../../kernel/duration.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Language } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import type { Facts } from '../../rules/facts.ts';
import type { Speaker } from '../../rules/say.ts';
import { calendarWords } from '../words/calendar.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { isSensitive } from './is-sensitive.ts';

/** What a calendar is made from: the register as its owner may see it today. */
export interface CalendarSource {
  readonly register: string;
  readonly name: string;
  readonly language: Language;
  readonly access: Access;
  readonly facts: Facts;
  /** The register with what they may not see: what comes of something confidential is confidential too. */
  readonly whole: Snapshot;
  readonly names: Names;
  readonly speaker: Speaker;
  /** The entry that last changed a record and when it was made. */
  readonly changeOf: (ref: Ref) => { readonly number: number; readonly at: Instant };
  /** The page of a meeting or of another record, whole. */
  readonly pageOf: (ref: Ref) => string;
}

/** What waits for others is in their calendars. */
const NOBODY_ELSES: ReadonlySet<NeedKind> = new Set();
/** Of meetings that far back a calendar still tells. */
const BACK = duration('P1Y');
/** What no record says: how long a meeting takes. */
const MINUTES = 60;

/** The meetings of whoever holds these posts today and the days by which things are due from them. Nothing private or confidential is in it. */
export function calendarOf(source: CalendarSource): Calendar {
  const { access: { standing: { person, posts } }, facts, language, name } = source;
  const from = minus(facts.on, BACK);
  const meetings = facts.all('meetings').filter((meeting) => meeting.on >= from && isTheirs(meeting, source));
  const needs = person === undefined ? [] : [...whatNeeds(facts, { person, posts: posts.map(({ ref }) => ref), keeps: NOBODY_ELSES }).values()].flat();
  const due = needs.flatMap((need) => (need.by === undefined || need.by < from ? [] : [dueEvent(need, need.by, source)]));
  // What waits in two ways for the same person on the same record is one day in their diary.
  const once = new Map(due.map((event) => [event.uid, event]));
  return { name, language, events: [...meetings.map((meeting) => meetingEvent(meeting, source)), ...once.values()] };
}

/** Of a series between their posts, of a body in which they sit, or to which they were asked or came. */
function isTheirs({ series: ref, body, invited, attended, apologies }: Meeting, { access: { standing: { person, posts, bodies } }, facts }: CalendarSource): boolean {
  const isOwn = (one: Ref | undefined): boolean => one !== undefined && (one === person || bodies.has(one) || posts.some((post) => post.ref === one));
  const series = ref === undefined ? undefined : facts.get(ref);
  return [body, series?.body, ...(series?.between ?? []), ...invited, ...(attended ?? []), ...apologies].some(isOwn);
}

function meetingEvent({ ref, id, series, body, on, at, place, held, calledOff, items }: Meeting, { register, language, names, changeOf, pageOf }: CalendarSource): CalendarEvent {
  const t = inLanguage(calendarWords, language);
  const whose = series ?? body;
  const { number, at: changed } = changeOf(ref);
  const agenda = items.map((item) => filled(t.item, { number: item.number, title: item.private === true ? t.privateItem : plainIn(item.title, language) }));
  const description = [...(calledOff === undefined ? [] : [filled(t.calledOff, { why: calledOff.why })]), ...(agenda.length === 0 ? [] : [t.agenda, ...agenda])].join('\n');
  return {
    uid: `meetings/${encodeURIComponent(id)}@${encodeURIComponent(register)}`,
    sequence: number,
    changed,
    status: calledOff !== undefined || held === false ? 'cancelled' : 'confirmed',
    summary: whose === undefined ? t.meeting : plainIn(names(whose), language),
    ...(description === '' ? {} : { description }),
    ...(place === undefined ? {} : { location: place }),
    url: pageOf(ref),
    when: at === undefined ? { on } : { on, at: at as ClockTime, minutes: MINUTES },
  };
}

/** A whole day, on the day by which it is due; in words of its kind alone where what it is about is confidential. */
function dueEvent({ is, says, whose, does }: Need, by: NonNullable<Need['by']>, { register, language, whole, speaker, changeOf, pageOf }: CalendarSource): CalendarEvent {
  const t = inLanguage(calendarWords, language);
  const about = 'ref' in does ? does.ref : says.records[0];
  const { number, at } = changeOf(about ?? whose);
  const isTold = !says.records.some((ref) => isSensitive(whole, ref)) && (about === undefined || !isSensitive(whole, about));
  const kinds: Readonly<Partial<Record<string, string>>> = t.needs;
  return {
    uid: `due/${is}/${encodeURIComponent(about ?? whose)}/${encodeURIComponent(whose)}@${encodeURIComponent(register)}`,
    sequence: number,
    changed: at,
    status: 'confirmed',
    summary: kinds[is] ?? t.needs.other,
    ...(isTold ? { description: speaker.say(says) } : {}),
    url: pageOf(about ?? whose),
    when: { on: by },
  };
}
