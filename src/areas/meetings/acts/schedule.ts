import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { withoutUndefined } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refTo } from '../../../acts/written-ref.ts';
import { dateInWords, type CalendarDate } from '../../../kernel/date.ts';
import { ok } from '../../../kernel/result.ts';
import { date, list, ref, words } from '../../../model/field.ts';
import type { Proposed } from '../../../register/acts/act.ts';
import { time } from '../../../model/meetings.ts';
import { MEETING_ACTS } from '../transitions.ts';
import { seriesDays, type SeriesDay } from '../series-dates.ts';

/** As far ahead as anybody puts a series into the diary at once: twice a week for a year. */
const MOST = 104;

export const schedule = areaAct({
  name: 'meeting.schedule',
  says: { en: 'Put meetings in the diary', cy: 'Rhoi cyfarfodydd yn y dyddiadur' },
  row: MEETING_ACTS['meeting.schedule'],
  input: z.strictObject({
    series: ref(['series'], 'Series', 'Cyfres').optional(),
    body: ref(['bodies'], 'Body', 'Corff').optional(),
    on: date('Day of the first meeting', 'Diwrnod y cyfarfod cyntaf'),
    times: z.int().min(1).max(MOST).default(1),
    at: time('At (time)', 'Am (amser)').optional(),
    place: words('Place', 'Lle').optional(),
    invited: list(ref(['persons', 'posts'], 'Invited', 'Gwahoddwyd'), 'Invited', 'Gwahoddwyd'),
  }),
  decide({ snapshot, input, today }) {
    const { on, times, at, place } = input;
    const series = input.series === undefined ? undefined : snapshot.get(refTo('series', input.series));
    if (input.series !== undefined && series === undefined) return refuse('input', 'no-such-series', 'There is no such series of meetings on this day. Choose one that still meets.', { path: 'series', found: input.series });
    const body = input.body === undefined ? series?.body : refTo('bodies', input.body);
    const invited = input.invited.length > 0 ? input.invited : (series?.between ?? []);
    if (body === undefined && invited.length === 0) return refuse('input', 'nobody-meets', 'Say who meets: a series, a body, or those who are invited.', { path: 'series' });
    if (times > 1 && series === undefined) return refuse('input', 'several-without-series', 'Only the meetings of a series can be put in the diary several at a time: how often it meets says when. Name the series, or arrange one.', { path: 'times' });
    if (times > 1 && on < today) return refuse('input', 'begins-in-the-past', `Several meetings are put in the diary for days to come; ${dateInWords(on, 'en')} is past.`, { path: 'on' });
    const days = times === 1 || series === undefined ? ok([{ on }] as readonly SeriesDay[]) : seriesDays(on, series.frequency, times, snapshot.header.authority.nation);
    if (!days.ok) return days;
    const arranged = series === undefined ? snapshot.where('meetings', 'body', body ?? '') : snapshot.where('meetings', 'series', series.ref);
    const isTaken = (day: CalendarDate): boolean => arranged.some((meeting) => meeting.on === day && meeting.calledOff === undefined && (series !== undefined || meeting.series === undefined));
    const taken = days.value.filter((day) => isTaken(day.on));
    if (taken.length > 0) return refuse('conflict', 'already-arranged', `There is a meeting already on ${taken.map((day) => dateInWords(day.on, 'en')).join(', ')}. Choose another day.`, { path: 'on' });
    return ok(days.value.map((day): Proposed => ({
      kind: 'meetings', id: freeId(snapshot, 'meetings', `${series?.id ?? body?.slice('bodies/'.length) ?? 'meeting'}-${day.on}`),
      fields: withoutUndefined({ series: series?.ref, body, on: day.on, at, place, invited: body === undefined || input.invited.length > 0 ? invited : [], note: day.insteadOf === undefined ? undefined : movedNote(day.insteadOf) }),
    })));
  },
});

const movedNote = ({ day, because }: NonNullable<SeriesDay['insteadOf']>): string => `Instead of ${dateInWords(day, 'en')} (${because.en}). Yn lle ${dateInWords(day, 'cy')} (${because.cy}).`;
