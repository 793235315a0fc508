import { z } from 'zod';
import type { Ref } from '../../model/field.ts';
import type { Function } from '../../model/structure.ts';
import { absent, noSuchPost } from '../absence.ts';
import type { Facts } from '../facts.ts';
import { LEVER_WORDS } from '../lever-words.ts';
import { LEVERS, reachOf, type Lever, type Reach } from '../levers.ts';
import { lineAbove } from '../lines.ts';
import { firstReasons, firstRefs } from '../naming.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { missing, reason, type Reason } from '../outcome.ts';
import { share } from '../ratio.ts';

const GROUPS = ['adult', 'children', 'both'] as const;
const DELIVERIES = ['direct', 'partnership', 'purchased'] as const;

const says = {
  all: { en: '{office} has a lever on each of the {count} functions: {levers}.', cy: 'Mae gan {office} lifer ar bob un o’r {count} swyddogaeth: {levers}.' },
  some: { en: '{office} has a lever on {count} of the {all} functions: {levers}.', cy: 'Mae gan {office} lifer ar {count} o’r {all} swyddogaeth: {levers}.' },
  ledElsewhere: {
    en: '{office} has no lever on {function}, which {leads} leads outside its line.',
    cy: 'Nid oes gan {office} lifer ar {function}, y mae {leads} yn ei harwain y tu allan i’w llinell.',
  },
  ledByNobody: { en: '{office} has no lever on {function}, and nobody is on record as leading it.', cy: 'Nid oes gan {office} lifer ar {function}, ac nid oes cofnod o neb yn ei harwain.' },
  notSeen: { en: 'No lever of {office} on {function} is on record.', cy: 'Nid oes cofnod o lifer gan {office} ar {function}.' },
  onlyWeaker: { en: '{office} reaches {function} only so: {levers}.', cy: 'Dim ond fel hyn y mae {office} yn cyrraedd {function}: {levers}.' },
  more: { en: 'So it is with {count} more functions.', cy: 'Felly hefyd gyda {count} swyddogaeth arall.' },
  record: {
    en: 'Record who leads {functions}, and any power, seat or right that {office} has over them, or say that the register has every provision and seat.',
    cy: 'Cofnodwch pwy sy’n arwain {functions}, ac unrhyw bŵer, sedd neu hawl sydd gan {office} drostynt, neu dywedwch fod pob darpariaeth a sedd yn y gofrestr.',
  },
  asked: { en: '{who} has a lever on every function asked about.', cy: 'Mae gan {who} lifer ar bob swyddogaeth y gofynnir amdani.' },
  askedBy: { en: '{who} has one of these levers on every function asked about: {levers}.', cy: 'Mae gan {who} un o’r liferi hyn ar bob swyddogaeth y gofynnir amdani: {levers}.' },
};

/** From the office some lever leads to every function of social services, of these groups and ways of delivery. */
export const reaches = defineOperator({
  name: 'reaches',
  params: ({ office, oneOrMore }) =>
    z.strictObject({
      who: office,
      groups: oneOrMore(z.enum(GROUPS)).default([...GROUPS]),
      delivery: oneOrMore(z.enum(DELIVERIES)).default([...DELIVERIES]),
      by: oneOrMore(z.enum(LEVERS)).default([...LEVERS]),
    }),
  evaluate({ who: office, groups, delivery, by }, facts) {
    if (postsDesignated(facts, office).length === 0) return noSuchPost(facts, office);
    const seen = reachOf(facts, office).flatMap((reach) => {
      const one = facts.get(reach.function);
      return one !== undefined && groups.some((group) => group === one.group) && delivery.includes(one.delivery) ? [{ one, reach }] : [];
    });
    if (seen.length === 0) return absent(facts, 'functions', { en: 'the functions of social services', cy: 'swyddogaethau’r gwasanaethau cymdeithasol' });
    const reached = seen.filter(({ reach }) => reach.levers.some((lever) => by.includes(lever)));
    const rest = seen.filter((one) => !reached.includes(one));
    const open = rest.filter(({ one, reach }) => !isSettled(facts, one, reach));
    const levers = LEVERS.filter((lever) => by.includes(lever) && reached.some(({ reach }) => reach.levers.includes(lever)));
    const filled = { office, count: reached.length, all: seen.length, levers: words(levers) };
    const counted = reached.length === 0 ? [] : [reason(rest.length === 0 ? says.all : says.some, filled, givers(reached.map(({ reach }) => reach), by))];
    const lacking = rest.map(({ one, reach }) => whyNot(facts, office, one, reach, !open.some((other) => other.one === one)));
    return share(
      { yes: reached.length, no: rest.length - open.length, unknown: open.length },
      1,
      [...firstReasons(lacking, (count) => reason(says.more, { count })), ...counted],
      [missing(says.record, { office, functions: firstRefs(open.map(({ one }) => one)) }, 'provisions')],
    );
  },
  explain: ({ who, by }) => (by.length === LEVERS.length ? { says: says.asked, with: { who } } : { says: says.askedBy, with: { who, levers: words(by) } }),
});

const words = (levers: readonly Lever[]) => levers.map((lever) => LEVER_WORDS[lever]);

/** The first records that give the levers, each once. */
function givers(reached: readonly Reach[], by: readonly Lever[]): readonly Ref[] {
  const records = new Set<Ref>();
  for (const { holds } of reached) {
    if (records.size >= 10) break;
    for (const record of holds.find(({ lever }) => by.includes(lever))?.records ?? []) records.add(record);
  }
  return [...records].slice(0, 10);
}

function whyNot(facts: Facts, office: string, one: Function, { leads, levers }: Reach, settled: boolean): Reason {
  const filled = { office, function: one.ref, leads, levers: words(levers) };
  if (levers.length > 0) return reason(says.onlyWeaker, filled, [one.ref, ...leads]);
  if (!settled) return reason(says.notSeen, filled, [one.ref, ...leads]);
  return leads.length > 0 ? reason(says.ledElsewhere, filled, [one.ref, ...leads]) : reason(says.ledByNobody, filled, [one.ref]);
}

/**
 * Whether a lever that is not there is known not to exist: nobody else's clause, no seat and no line can be missing from
 * the register that would give it.
 */
function isSettled(facts: Facts, one: Function, { leads }: Reach): boolean {
  const clauses = facts.isComplete('provisions') || (facts.isComplete('instruments') && facts.all('instruments').length === 0);
  const seats = facts.isComplete('seats') || facts.where('bodies', 'remit', one.ref).length === 0;
  return clauses && seats && lineIsKnown(facts, leads);
}

const lineIsKnown = (facts: Facts, leads: readonly Function['ledBy'][]): boolean => {
  if (leads.length === 0) return facts.isComplete('functions');
  return facts.isComplete('posts') || leads.every((lead) => lead !== undefined && lineAbove(facts, lead).some((ref) => facts.get(ref)?.designations.includes('head-of-paid-service') === true));
};
