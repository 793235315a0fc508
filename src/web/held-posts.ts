import { dateInWords, daysBetween, type CalendarDate } from '../kernel/date.ts';
import { contains, type Period } from '../kernel/period.ts';
import type { Ref } from '../model/field.ts';
import type { Appointment } from '../model/structure.ts';
import { periodInWords } from './period-in-words.ts';
import type { Reading } from './reading.ts';
import { recordLink, recordName } from './record-name.ts';
import { timelineWords } from './words/happenings.ts';
import { filled, inLanguage } from './words/pairs.ts';

/** A stretch of time in which a post had one holder, or none. */
interface Stretch {
  readonly person: Ref<'persons'> | undefined;
  readonly period: Period;
}

/** The chart in pixels. */
const [WIDTH, LANE, BAR, TOP, LETTER] = [900, 52, 24, 26, 7.2];
/** No further back than this. */
const YEARS = 12;

/** Posts that changed hands or stood empty, with who held them when: as a chart and as the table that says the same. Undefined where there is none. */
export function heldPosts(reading: Reading) {
  const { language, asAt: { date }, seen } = reading;
  const t = inLanguage(timelineWords, language);
  const byPost = Map.groupBy(seen.all('appointments', 'ever').filter(({ valid }) => valid.from === undefined || valid.from <= date), ({ post }) => post);
  const lanes = [...byPost].map(([post, appointments]) => ({ post, stretches: stretchesOf(reading, post, appointments, date) })).filter(({ stretches }) => stretches.length > 1);
  if (lanes.length === 0) return undefined;
  const begins = lanes.flatMap(({ stretches }) => stretches.map(({ period }) => period.from ?? date)).toSorted()[0] ?? date;
  const earliest = `${Number(date.slice(0, 4)) - YEARS}-01-01` as CalendarDate;
  const from = begins < earliest ? earliest : begins;
  const days = Math.max(1, daysBetween(from, date));
  const x = (day: CalendarDate): number => Math.round(Math.min(Math.max(daysBetween(from, day), 0), days) * (WIDTH / days) * 10) / 10;
  return {
    width: WIDTH,
    height: TOP + lanes.length * LANE,
    bar: BAR,
    described: filled(t.charted, { from: dateInWords(from, language), to: dateInWords(date, language) }),
    years: yearsBetween(from, date).map((year) => ({ x: x(`${year}-01-01` as CalendarDate), year })),
    lanes: lanes.map(({ post, stretches }, row) => ({
      name: recordName(reading, post).text,
      link: recordLink(reading, post),
      y: TOP + row * LANE,
      bars: stretches.filter(({ period }) => period.until === undefined || period.until > from).map(({ person, period }, index) => {
        const [left, right] = [x(period.from ?? from), x(period.until ?? date)];
        const name = person === undefined ? t.vacant : recordName(reading, person).text;
        return { x: left, width: Math.max(2, right - left - 1), text: fitting(name, right - left), shade: person === undefined ? 'vacant' : index % 2 === 0 ? 'one' : 'other' };
      }),
      held: stretches.map(({ person, period }) => ({ person: person === undefined ? undefined : recordLink(reading, person), period: periodInWords(period, language) })),
    })),
  };
}

/** The appointments one after another, and what lay empty between them, up to the date. */
function stretchesOf({ seen }: Reading, post: Ref<'posts'>, appointments: readonly Appointment[], date: CalendarDate): readonly Stretch[] {
  const versions = seen.where('posts', 'id', post.slice('posts/'.length), 'ever');
  const held: readonly Stretch[] = appointments.map(({ person, valid }) => ({ person, period: { from: valid.from, until: valid.until !== undefined && valid.until <= date ? valid.until : undefined } }));
  const isEmpty = (day: CalendarDate): boolean => versions.some(({ valid }) => contains(valid, day)) && !appointments.some(({ valid }) => contains(valid, day));
  const empty = held.flatMap(({ period: { until } }): readonly Stretch[] => {
    if (until === undefined || !isEmpty(until)) return [];
    const next = appointments.flatMap(({ valid }) => valid.from ?? []).filter((day) => day > until && day <= date).toSorted()[0];
    return [{ person: undefined, period: { from: until, until: next ?? versions.map(({ valid }) => valid.until).find((end) => end !== undefined && end > until && end <= date && !versions.some(({ valid }) => contains(valid, end))) } }];
  });
  return [...held, ...empty].toSorted((a, b) => ((a.period.from ?? '') < (b.period.from ?? '') ? -1 : 1));
}

/** As much of a name as has room in so many pixels; nothing where that is hardly a word. */
function fitting(name: string, width: number): string {
  const letters = Math.floor((width - 8) / LETTER);
  return letters >= name.length ? name : letters < 4 ? '' : `${name.slice(0, letters - 1)}…`;
}

const yearsBetween = (from: CalendarDate, to: CalendarDate): readonly number[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => `${year}-01-01` >= from);
};
