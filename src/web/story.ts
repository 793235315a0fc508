import { HAPPENING_GROUPS, type Happening } from '../assessment/happenings/happening.ts';
import { happeningsOf } from '../assessment/happenings/happenings.ts';
import { dateInWords } from '../kernel/date.ts';
import { words } from '../kernel/text.ts';
import type { Ref } from '../model/field.ts';
import type { Link } from './page.ts';
import type { Reading } from './reading.ts';
import { recordLink } from './record-name.ts';
import { counted } from './words/counted.ts';
import { HAPPENING_GROUP_WORDS, storyWords } from './words/happenings.ts';
import { filled, inLanguage } from './words/pairs.ts';

/** One thing that happened to a record, ready to be told. */
export interface Told {
  readonly when: string;
  readonly text: string;
  readonly items: readonly string[];
  /** The record that says so; absent where it is the one that the story is of. */
  readonly record: Link | undefined;
}

/** More than this is counted instead of told. */
const ENOUGH = 60;

/** The story of a record: everything up to the date that names it and that the reader may see, the oldest first; only of one kind where one is asked for. */
export function storyOf(reading: Reading, ref: Ref) {
  const { ask, asAt: { date }, language, register } = reading;
  const t = inLanguage(storyWords, language);
  const all = happeningsOf(register.content, ref).filter(({ day }) => day <= date);
  const asked = HAPPENING_GROUPS.find((group) => group === ask.query.get('story'));
  const found = asked === undefined ? all : all.filter(({ of }) => of === asked);
  const present = HAPPENING_GROUPS.filter((group) => all.some(({ of }) => of === group));
  const filters = present.map((group) => ({ text: `${HAPPENING_GROUP_WORDS[group][language]} (${all.filter(({ of }) => of === group).length})`, href: hrefOf(reading, ref, group), isOn: group === asked }));
  const left = Math.max(0, found.length - ENOUGH);
  return {
    t,
    lead: filled(t.lead, { date: dateInWords(date, language) }),
    filters: present.length < 2 ? [] : [{ text: `${t.all} (${all.length})`, href: hrefOf(reading, ref, undefined), isOn: asked === undefined }, ...filters],
    told: found.slice(-ENOUGH).map((one) => told(reading, ref, one)),
    earlier: left === 0 ? undefined : counted(t.earlier, left, language),
  };
}

function hrefOf({ to }: Reading, ref: Ref, group: string | undefined): string {
  const address = to.record(ref);
  return `${address}${group === undefined ? '' : `${address.includes('?') ? '&' : '?'}story=${group}`}#story`;
}

function told(reading: Reading, ref: Ref, { day, says, record }: Happening): Told {
  return {
    when: dateInWords(day, reading.language),
    text: reading.speaker.say(says),
    items: record.startsWith('meetings/') ? itemsAbout(reading, record as Ref<'meetings'>, ref) : [],
    record: record === ref ? undefined : recordLink(reading, record),
  };
}

/** What a meeting discussed about the record: the items that name it. */
function itemsAbout({ language, seen }: Reading, meeting: Ref<'meetings'>, ref: Ref): readonly string[] {
  const t = inLanguage(storyWords, language);
  const [found] = seen.where('meetings', 'id', meeting.slice('meetings/'.length), 'ever');
  const about = (found?.items ?? []).filter(({ functions, by, paper }) => [...functions, by, paper].some((one) => one === ref));
  return about.map(({ number, title }) => filled(t.item, { number, title: words(title, language) }));
}
