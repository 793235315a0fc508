import { duration, minus } from '../../kernel/duration.ts';
import type { Ref } from '../../model/field.ts';
import type { ProgrammeItem } from '../../model/scrutiny.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { chaired, type InOffice, type Need } from './need.ts';

const says = {
  report: { en: 'The report “{record}” of {by} is not published yet ({state}).', cy: 'Nid yw adroddiad {by}, “{record}”, wedi’i gyhoeddi eto ({state}).' },
  programme: { en: '{body} planned to look at “{record}” by {due}; no meeting about it is on record.', cy: 'Bwriadodd {body} edrych ar “{record}” erbyn {due}; nid oes cyfarfod yn ei gylch wedi’i gofnodi.' },
  confirm: { en: 'The self-assessment of {from} to {until} is complete and waits for {post} to confirm it.', cy: 'Mae hunanasesiad {from} hyd at {until} wedi’i gwblhau ac yn aros i {post} ei gadarnhau.' },
};

const IN_HAND = ['draft', 'in-review'];
/** Whose confirmation a self-assessment asks for, and the designations of the posts that give it. */
const CONFIRMERS = {
  'head-of-paid-service': ['head-of-paid-service'],
  director: ['director-of-social-services', 'chief-social-work-officer'],
  'lead-member': ['lead-member-social-services'],
} as const;
/** A meeting about a programme item may come this long before its day. */
const AHEAD = duration('P3M');

/** Reports of theirs in hand whose period is over, items of a programme that a body of theirs has passed by, and self-assessments to confirm. */
export function reportsDue(facts: Facts, office: InOffice): readonly Need[] {
  return [...reports(facts, office), ...programme(facts, office), ...confirmations(facts, office)];
}

const reports = (facts: Facts, office: InOffice): readonly Need[] =>
  facts.all('reports').flatMap(({ ref, by, type, state, period }): readonly Need[] => {
    // An annual report is for everybody to read: agreed is not the end of it.
    const isInHand = IN_HAND.includes(state) || (type === 'annual' && state === 'agreed');
    if (by === undefined || !isInHand || !(office.posts.includes(by) || office.keeps.has('report')) || (period !== undefined && period.until > facts.on)) return [];
    return [{ is: 'report', says: reason(says.report, { by, record: ref, state }, [ref]), whose: by, since: period?.until, does: { act: 'change', ref } }];
  });

function programme(facts: Facts, office: InOffice): readonly Need[] {
  const bodies = chaired(facts, office);
  return facts.all('programme-items').flatMap((item): readonly Need[] => {
    const { ref, body, due } = item;
    if (due === undefined || due >= facts.on || !(bodies.has(body) || office.keeps.has('report')) || wasLookedAt(facts, item)) return [];
    return [{ is: 'report', says: reason(says.programme, { body, record: ref, due }, [ref]), whose: body, by: due, does: { act: 'open', ref } }];
  });
}

/** Whether a meeting of the body since a little before the day had an item about one of the same themes or functions. */
function wasLookedAt(facts: Facts, { body, due, themes, functions }: ProgrammeItem): boolean {
  const from = due === undefined ? undefined : minus(due, AHEAD);
  const series = facts.where('series', 'body', body);
  const meetings = [...facts.where('meetings', 'body', body), ...series.flatMap(({ ref }) => facts.where('meetings', 'series', ref))];
  const isAbout = (words: readonly string[], other: readonly string[]): boolean => words.some((word) => other.includes(word));
  return meetings.some(({ on, held, items }) => held && on <= facts.on && (from === undefined || on >= from) && items.some((item) => isAbout(item.themes, themes) || isAbout(item.functions, functions)));
}

function confirmations(facts: Facts, office: InOffice): readonly Need[] {
  return facts.all('self-assessments').flatMap(({ ref, state, period }): readonly Need[] => {
    if (state !== 'completed') return [];
    const given = facts.where('confirmations', 'assessment', ref).filter(({ on }) => on <= facts.on);
    return Object.entries(CONFIRMERS).flatMap(([as, designations]): readonly Need[] => {
      const post = office.posts.find((held: Ref<'posts'>) => facts.get(held)?.designations.some((one) => (designations as readonly string[]).includes(one)));
      if (post === undefined || given.some((one) => one.as === as)) return [];
      return [{ is: 'report', says: reason(says.confirm, { from: period.from, until: period.until, post }, [ref]), whose: post, since: period.until, does: { act: 'enter', kind: 'confirmations', filled: { assessment: ref, as, by: office.person } } }];
    });
  });
}
