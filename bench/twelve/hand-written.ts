import type { RegisterContent } from '../../src/model/register-header.ts';
import type { Meeting } from '../../src/model/meetings.ts';
import type { Contender } from './contender.ts';
import { AS_AT, WINDOW } from './register.ts';

/** What the loops below read: every record is where it is asked for. */
export type HandIndex = ReturnType<typeof handIndex>;

export function handIndex({ records }: RegisterContent) {
  const now = <R extends { readonly valid: { readonly from?: string | undefined; readonly until?: string | undefined } }>(list: readonly R[] | undefined): readonly R[] =>
    (list ?? []).filter(({ valid }) => (valid.from === undefined || valid.from <= AS_AT) && (valid.until === undefined || AS_AT < valid.until));
  const posts = new Map(now(records.posts).map((post) => [post.ref as string, post]));
  return {
    posts,
    designated: Map.groupBy([...posts.values()].flatMap((post) => post.designations.map((word) => ({ word, post }))), ({ word }) => word),
    holders: Map.groupBy(now(records.appointments), ({ post }) => post as string),
    bodies: Map.groupBy(now(records.bodies), ({ type }) => type as string),
    seats: Map.groupBy(now(records.seats), ({ body }) => body as string),
    series: now(records.series),
    seriesOfBody: Map.groupBy(now(records.series), ({ body }) => body as string | undefined),
    meetings: Map.groupBy(now(records.meetings), ({ series }) => series as string | undefined),
    instruments: now(records.instruments),
    inForce: new Map(now(records.instruments).filter(({ state, agreedOn }) => state === 'agreed' && (agreedOn ?? '') <= AS_AT).map((one) => [one.ref as string, one])),
    agreements: Map.groupBy(now(records.agreements), ({ instrument }) => instrument as string),
    functions: now(records.functions),
    provisions: Map.groupBy(now(records.provisions).flatMap((provision) => provision.gives.map((gift) => ({ provision, gift }))), ({ gift }) => gift.over as string | undefined),
  };
}

const inYear = ({ on, held }: Meeting): boolean => held === true && WINDOW.from <= on && on < WINDOW.until;

/** The dozen as somebody would write them once, knowing the questions, for one date and without saying why. */
export function handAnswers(index: HandIndex, gone?: string): readonly boolean[] {
  const director = index.designated.get('director-of-social-services')?.[0]?.post;
  const chief = index.designated.get('head-of-paid-service')?.[0]?.post;
  const isHeldBy = (post: string, person?: string): boolean => index.holders.get(post)?.some((one) => one.person !== gone && (person === undefined || one.person === person)) ?? false;
  const held = director !== undefined && isHeldBy(director.ref);
  const reports = director !== undefined && director.reportsTo === chief?.ref;
  const team = index.bodies.get('corporate-management-team')?.[0]?.ref ?? '';
  const seat = index.seats.get(team)?.some(({ holder, role }) => holder === director?.ref && (role === 'member' || role === 'chair')) ?? false;
  const both = index.series.find(({ between }) => between.includes(director?.ref as never) && between.includes(chief?.ref as never));

  let [meetings, kept] = [0, 0];
  for (const meeting of both === undefined ? [] : (index.meetings.get(both.ref) ?? [])) {
    if (!inYear(meeting)) continue;
    meetings += 1;
    if (meeting.agenda?.issued === true && (meeting.record === 'notes' || meeting.record === 'minutes')) kept += 1;
  }

  let themed = 0;
  for (const body of index.bodies.get('scrutiny-committee') ?? []) {
    for (const { ref } of index.seriesOfBody.get(body.ref) ?? []) {
      for (const meeting of index.meetings.get(ref) ?? []) if (inYear(meeting) && meeting.items.some(({ themes }) => themes.includes('safeguarding'))) themed += 1;
    }
  }

  let [agreed, inDate] = [true, true];
  for (const instrument of index.inForce.values()) {
    if (instrument.reviewBy === undefined || instrument.reviewBy < AS_AT) inDate = false;
    if (instrument.type !== 'framework') continue;
    for (const party of instrument.parties) {
      const current = (index.agreements.get(instrument.ref) ?? []).filter((one) => one.party === party && one.version === instrument.version && one.on <= AS_AT);
      if (!current.some(({ signedBy }) => !isHeldBy(party) || isHeldBy(party, signedBy))) agreed = false;
    }
  }

  let reached = 0;
  for (const one of index.functions) {
    let at: string | undefined = one.ledBy;
    while (at !== undefined && at !== director?.ref) at = index.posts.get(at)?.reportsTo;
    const byProvision = () => index.provisions.get(one.ref)?.some(({ provision, gift }) => gift.to === director?.ref && (gift.responsibility === 'accountable' || gift.responsibility === 'decides') && index.inForce.has(provision.instrument)) ?? false;
    if (at !== undefined || byProvision()) reached += 1;
  }

  const board = (index.bodies.get('children-safeguarding-board') ?? []).some(({ ref }) =>
    index.seats.get(ref)?.some(({ holder, role }) => (holder === director?.ref || index.posts.get(holder)?.reportsTo === director?.ref) && (role === 'chair' || role === 'vice-chair' || role === 'member')),
  );

  let [sat, there] = [0, 0];
  for (const { ref } of index.seriesOfBody.get(team) ?? []) {
    for (const meeting of index.meetings.get(ref) ?? []) {
      if (!inYear(meeting)) continue;
      sat += 1;
      if (meeting.attended?.includes(director?.ref as never) === true) there += 1;
    }
  }
  return [held, reports, seat, both !== undefined, both !== undefined && meetings >= 10, meetings > 0 && kept >= meetings * 0.9, themed >= 4, agreed, inDate, reached >= 8, board, sat > 0 && there >= sat * 0.75];
}

export function handWritten(content: RegisterContent): Contender {
  const index = handIndex(content);
  return { name: 'hand-written loops (floor)', ask: () => handAnswers(index), askWithout: (people) => people.map((person) => handAnswers(index, person)) };
}
