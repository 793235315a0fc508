import type { Ref } from '../model/field.ts';
import { noSuchPost } from './absence.ts';
import type { Facts } from './facts.ts';
import { leadsOf, socialServices } from './function-leads.ts';
import { lineAbove } from './lines.ts';
import { firstRefs } from './naming.ts';
import { postsDesignated } from './offices.ts';
import { missing, reason, type Missing, type Reason } from './outcome.ts';

/** How the lines run: all of social services under the officer, only part of it, or all of it with other services too. */
export type Lines = 'single' | 'dual' | 'integrated' | 'not-known';
export type StructureType = Lines | 'shared';

export interface Structure {
  /** `shared` where the officer also serves another authority, however the lines run. */
  readonly type: StructureType;
  readonly lines: Lines;
  readonly because: readonly Reason[];
  readonly missing: readonly Missing[];
}

const says = {
  shared: { en: '{post} is shared with {other}.', cy: 'Rhennir {post} â {other}.' },
  otherAuthority: { en: 'another authority', cy: 'awdurdod arall' },
  inLine: { en: '{side} is led in the line of {office}, by {leads}.', cy: 'Arweinir {side} yn llinell {office}, gan {leads}.' },
  outside: { en: '{side} is led in part outside the line of {office}, by {leads}.', cy: 'Arweinir {side} yn rhannol y tu allan i linell {office}, gan {leads}.' },
  notSaid: { en: 'To whom {leads} reports is not on record, so it is not known whether {side} is in the line of {office}.', cy: 'Nid yw’n hysbys i bwy y mae {leads} yn atebol, felly nid yw’n hysbys a yw {side} yn llinell {office}.' },
  noLead: { en: 'Who leads {side} is not on record.', cy: 'Nid yw’n hysbys pwy sy’n arwain {side}.' },
  recordLead: { en: 'Record who leads the functions of {side}.', cy: 'Cofnodwch pwy sy’n arwain swyddogaethau {side}.' },
  recordLine: { en: 'Record to whom {leads} reports.', cy: 'Cofnodwch i bwy y mae {leads} yn atebol.' },
  others: { en: 'The same line also leads other services: {others}.', cy: 'Mae’r un llinell hefyd yn arwain gwasanaethau eraill: {others}.' },
};

const SIDES = [
  { name: 'adult', heads: ['head-of-adult-services', 'director-of-adult-services'] },
  { name: 'children', heads: ['head-of-children-services', 'director-of-childrens-services'] },
] as const;

/** Designations of those who lead services of the council other than social services. */
const OTHER_SERVICES = ['director-of-education', 'director-of-housing', 'head-of-housing', 'director-of-human-resources', 'head-of-human-resources', 'director-of-finance', 'head-of-finance'];

/** The type of directorate, computed from the lines of reporting and never typed in. */
export const structureOf = (facts: Facts, office: string): Structure => facts.once(`structure of ${office}`, () => computed(facts, office));

function computed(facts: Facts, office: string): Structure {
  const posts = postsDesignated(facts, office).map(({ ref }) => ref);
  if (posts.length === 0) {
    const { because, missing: toRecord } = noSuchPost(facts, office);
    return { type: 'not-known', lines: 'not-known', because, missing: toRecord };
  }
  const sides = SIDES.map((side) => sideOf(facts, office, posts, side));
  const others = sides.every(({ runs }) => runs === 'in') ? otherServices(facts, posts) : [];
  const lines = linesFrom(sides, others.length > 0);
  const sharing = posts.flatMap((post) => sharedBy(facts, post));
  const because = [
    ...sharing,
    ...sides.flatMap((side) => side.because),
    ...(others.length > 0 ? [reason(says.others, { others: others.slice(0, 10).flatMap((one) => servicesOf(facts, posts, one)) }, others.slice(0, 10))] : []),
  ];
  return { type: sharing.length > 0 ? 'shared' : lines, lines, because, missing: lines === 'not-known' ? sides.flatMap((side) => side.missing) : [] };
}

interface Side {
  readonly runs: 'in' | 'outside' | 'not-known';
  readonly because: readonly Reason[];
  readonly missing: readonly Missing[];
}

function linesFrom(sides: readonly Side[], leadsOthers: boolean): Lines {
  if (sides.some(({ runs }) => runs === 'outside')) return 'dual';
  if (sides.some(({ runs }) => runs === 'not-known')) return 'not-known';
  return leadsOthers ? 'integrated' : 'single';
}

function sideOf(facts: Facts, office: string, posts: readonly Ref<'posts'>[], { name, heads }: (typeof SIDES)[number]): Side {
  const led = socialServices(facts).filter(({ group }) => group === name || group === 'both');
  const leads = [...new Set([...led.flatMap((one) => leadsOf(facts, one)), ...heads.flatMap((head) => postsDesignated(facts, head).map(({ ref }) => ref))])];
  const filled = { side: name, office };
  if (leads.length === 0) return { runs: 'not-known', because: [reason(says.noLead, filled)], missing: [missing(says.recordLead, filled, 'functions')] };
  const runs = leads.map((lead) => ({ ref: lead, runs: lineRuns(facts, lead, posts) }));
  const having = (wanted: Side['runs']) => firstRefs(runs.filter((one) => one.runs === wanted));
  const [outside, open] = [having('outside'), having('not-known')];
  if (outside.length > 0) return { runs: 'outside', because: [reason(says.outside, { ...filled, leads: outside }, outside)], missing: [] };
  if (open.length > 0) return { runs: 'not-known', because: [reason(says.notSaid, { ...filled, leads: open }, open)], missing: [missing(says.recordLine, { leads: open }, 'posts')] };
  const inside = having('in');
  return { runs: 'in', because: [reason(says.inLine, { ...filled, leads: inside }, inside)], missing: [] };
}

/** Whether the line above a post meets the officer's, meets it only further up, or cannot be followed so far. */
function lineRuns(facts: Facts, lead: Ref<'posts'>, posts: readonly Ref<'posts'>[]): Side['runs'] {
  const line = lineAbove(facts, lead);
  if (line.some((ref) => posts.includes(ref))) return 'in';
  const above = posts.flatMap((post) => lineAbove(facts, post).slice(1));
  const known = facts.isComplete('posts') || line.some((ref) => above.includes(ref) || facts.get(ref)?.designations.includes('head-of-paid-service') === true);
  return known ? 'outside' : 'not-known';
}

/** Functions of the council at large, and posts that lead other services, in the officer's own line. */
function otherServices(facts: Facts, posts: readonly Ref<'posts'>[]): readonly Ref[] {
  const inLine = (post: Ref<'posts'>): boolean => lineAbove(facts, post).some((ref) => posts.includes(ref));
  const functions = facts.where('functions', 'group', 'corporate').filter((one) => leadsOf(facts, one).some(inLine));
  const heads = OTHER_SERVICES.flatMap((designation) => postsDesignated(facts, designation)).filter(({ ref }) => inLine(ref));
  return [...new Set([...functions, ...heads].map(({ ref }) => ref as Ref))];
}

/** A service by what leads it; one that the officer's own post leads, by what that post is also designated. */
const servicesOf = (facts: Facts, posts: readonly Ref<'posts'>[], one: Ref): readonly string[] =>
  posts.includes(one as Ref<'posts'>) ? (facts.get(one as Ref<'posts'>)?.designations ?? []).filter((designation) => OTHER_SERVICES.includes(designation)) : [one];

function sharedBy(facts: Facts, post: Ref<'posts'>): readonly Reason[] {
  return facts
    .where('appointments', 'post', post)
    .filter(({ basis, sharedWith }) => basis === 'shared' || sharedWith !== undefined)
    .map(({ ref, sharedWith }) => reason(says.shared, { post, other: sharedWith ?? says.otherAuthority }, [ref, post]));
}
