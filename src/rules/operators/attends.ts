import { z } from 'zod';
import type { Ref } from '../../model/field.ts';
import type { Seat } from '../../model/structure.ts';
import { absent, noSuchPost } from '../absence.ts';
import { beganOn } from '../began.ts';
import { best } from '../best.ts';
import type { Facts, Window } from '../facts.ts';
import { bodiesOf, meetingsComplete, meetingsHeld, seriesOf, type MeetingsOf } from '../meetings-held.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { anyOf, missing, notKnown, notMet, reason, type Outcome } from '../outcome.ts';
import { isOf, wasThere } from '../presence.ts';
import { percent, share } from '../ratio.ts';
import { bodiesWith } from '../seats.ts';

const says = {
  count: {
    en: '{posts} attended {yes} of the {all} meetings held between {from} and {to} ({share} per cent).',
    cy: 'Bu {posts} yn bresennol mewn {yes} o’r {all} cyfarfod a gynhaliwyd rhwng {from} a {to} ({share} y cant).',
  },
  notSaid: { en: '{unknown} of those meetings do not say who attended.', cy: 'Nid yw {unknown} o’r cyfarfodydd hynny’n dweud pwy oedd yn bresennol.' },
  record: { en: 'Record who attended these meetings.', cy: 'Cofnodwch pwy oedd yn y cyfarfodydd hyn.' },
  agency: { en: '{posts} sits as an agency. Minutes name posts and people, so whether it attended is not known.', cy: 'Mae {posts} yn eistedd fel asiantaeth. Swyddi a phobl a enwir mewn cofnodion, felly nid yw’n hysbys a oedd yn bresennol.' },
  recordWho: { en: 'Give the seat of {posts} to the post or the person who sits for it.', cy: 'Rhowch sedd {posts} i’r swydd neu’r person sy’n eistedd drosti.' },
  noneHeld: { en: 'No meeting was held between {from} and {to}.', cy: 'Ni chynhaliwyd cyfarfod rhwng {from} a {to}.' },
  noneRecorded: { en: 'No meeting is recorded between {from} and {to}.', cy: 'Nid oes cyfarfod wedi’i gofnodi rhwng {from} a {to}.' },
  recordMeetings: { en: 'Record the meetings held and who attended.', cy: 'Cofnodwch y cyfarfodydd a gynhaliwyd a phwy oedd yn bresennol.' },
};

/** The office attended enough of the meetings held in the look-back, counted from the day it was given its seat. */
export const attends = defineOperator({
  name: 'attends',
  params: ({ office, party, bodyTypes, share: part }) =>
    z.strictObject({
      who: z.union([z.literal('chair'), office]),
      at: bodyTypes.optional(),
      between: z.array(party).min(2).optional(),
      atLeast: part.default('attendance'),
      orAccountable: z.boolean().default(false),
      /** Only bodies on which this office sits too. */
      alongside: office.optional(),
    }),
  evaluate({ who, at, between, atLeast, orAccountable, alongside }, facts) {
    const which: MeetingsOf = { between, of: at };
    const office = who === 'chair' ? undefined : postsDesignated(facts, who).map(({ ref }) => ref);
    if (office?.length === 0 && who !== 'chair') return noSuchPost(facts, who);
    const attendance = facts.words.share(atLeast);
    if (at !== undefined) {
      if (bodiesOf(facts, at).length === 0) return absent(facts, 'bodies', { en: 'a body of the type {type}', cy: 'corff o’r math {type}' }, { type: anyOf(at) });
      const bodies = bodiesWith(facts, at, alongside);
      if (bodies.length === 0) return absent(facts, 'seats', { en: 'a seat of {office} on {on}', cy: 'sedd i {office} ar {on}' }, { office: alongside ?? '', on: at });
      const seen = bodies.map((body) => attendanceOf(facts, body, who === 'chair' ? chairsOf(facts, body) : accountable(facts, office ?? [], body, orAccountable), which, attendance));
      return best(seen);
    }
    return attendanceOf(facts, undefined, office ?? [], which, attendance);
  },
  explain: ({ who, at, between, atLeast }) => ({
    says: { en: '{who} attends at least {atLeast} of the meetings held of {where}.', cy: 'Mae {who} yn bresennol mewn o leiaf {atLeast} o gyfarfodydd {where} a gynhelir.' },
    with: { who, where: at ?? between ?? [], atLeast },
  }),
});

const chairsOf = (facts: Facts, body: Ref<'bodies'>): readonly Ref[] =>
  facts.where('seats', 'body', body).filter(({ role }) => role === 'chair').map(({ holder }) => holder);

/** The office's posts, and where a post directly accountable may stand in, those that sit on the body. */
function accountable(facts: Facts, office: readonly Ref<'posts'>[], body: Ref<'bodies'>, orAccountable: boolean): readonly Ref[] {
  if (!orAccountable) return office;
  const sitting = facts.where('seats', 'body', body).map(({ holder }) => holder);
  const below = office.flatMap((post) => facts.where('posts', 'reportsTo', post).map(({ ref }) => ref));
  return [...office, ...below.filter((post) => sitting.includes(post))];
}

function attendanceOf(facts: Facts, body: Ref<'bodies'> | undefined, who: readonly Ref[], which: MeetingsOf, atLeast: number): Outcome {
  if (who.length === 0) return absent(facts, 'seats', { en: 'the chair’s seat', cy: 'sedd y cadeirydd' });
  if (who.every((one) => one.startsWith('organisations/'))) return notKnown([reason(says.agency, { posts: who }, who)], missing(says.recordWho, { posts: who }, 'seats'));
  const from = seatedSince(facts, body, who);
  const window = from !== undefined && from > facts.window.from ? { from, until: facts.window.until } : facts.window;
  const all = meetingsHeld(facts, which, window);
  const meetings = body === undefined ? all : all.filter(isOf(facts, body));
  if (meetings.length === 0) return noMeeting(facts, which, window);
  const answers = meetings.map((meeting) => wasThere(facts, meeting, who));
  const [yes, unknown] = [answers.filter((answer) => answer === true).length, answers.filter((answer) => answer === undefined).length];
  const filled = { posts: who, yes, all: meetings.length, from: window.from, to: facts.on, share: percent(yes / meetings.length), unknown };
  const counted = reason(says.count, filled, [...who, ...meetings.slice(-12).map(({ ref }) => ref)]);
  return share(
    { yes, no: meetings.length - yes - unknown, unknown },
    atLeast,
    unknown === 0 ? [counted] : [counted, reason(says.notSaid, filled)],
    [missing(says.record, {}, 'meetings')],
  );
}

/** None in the window: a seat that began within the look-back narrows it, and then there may have been none to attend yet. */
function noMeeting(facts: Facts, which: MeetingsOf, { from }: Window): Outcome {
  const filled = { from, to: facts.on };
  if (from === facts.window.from && meetingsComplete(facts, seriesOf(facts, which))) return notMet(reason(says.noneHeld, filled));
  return notKnown([reason(says.noneRecorded, filled)], missing(says.recordMeetings, {}, 'meetings'));
}

/** The day on which the first of the present seats began; undefined where a seat has no beginning on record, or there is none. */
function seatedSince(facts: Facts, body: Ref<'bodies'> | undefined, who: readonly Ref[]) {
  if (body === undefined) return undefined;
  const seats = facts.where('seats', 'body', body).filter(({ holder }) => who.includes(holder));
  const starts = seats.map((seat) => beganOn(facts, 'seats', seat, (before) => before.body === body && before.holder === seat.holder && (isFull(before) || !isFull(seat))));
  return starts.length === 0 || starts.includes(undefined) ? undefined : starts.reduce((a, b) => ((a ?? '') < (b ?? '') ? a : b));
}

/** Those who only attend are not missed: becoming a member is a beginning, ceasing to be one is not. */
const isFull = ({ role }: Seat): boolean => role !== 'in-attendance' && role !== 'adviser';
