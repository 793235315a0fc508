import { z } from 'zod';
import type { BothLanguages } from '../../kernel/text.ts';
import { CONSULTED_GROUPS, type Consultation, type ConsultedGroup } from '../../model/consultation.ts';
import { inText } from '../../model/labels.ts';
import { absent } from '../absence.ts';
import type { Facts } from '../facts.ts';
import { sorted } from '../match.ts';
import { firstRefs } from '../naming.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, outcome, partly, reason, type Outcome } from '../outcome.ts';
import { share } from '../ratio.ts';

const says = {
  reached: { en: 'Consulted: {groups}.', cy: 'Ymgynghorwyd â: {groups}.' },
  notReached: { en: 'Not consulted: {groups}.', cy: 'Nid ymgynghorwyd â: {groups}.' },
  recordGroups: {
    en: 'Record the consultation of {groups}, or say that the register is complete for consultations.',
    cy: 'Cofnodwch yr ymgynghori â {groups}, neu dywedwch fod y gofrestr yn gyflawn ar gyfer ymgynghoriadau.',
  },
  considered: { en: '{yes} of the {all} points made have an outcome with a reason.', cy: 'Mae gan {yes} o’r {all} pwynt a wnaed ganlyniad gyda rheswm.' },
  noPoints: { en: 'No point made in the consultation is recorded.', cy: 'Nid oes cofnod o unrhyw bwynt a wnaed yn yr ymgynghoriad.' },
  recordPoints: { en: 'Record the points made and what became of each.', cy: 'Cofnodwch y pwyntiau a wnaed a beth ddigwyddodd i bob un.' },
};

/** Consultations reached every group named; with `considered`, every point made has an outcome and its reason. */
export const consulted = defineOperator({
  name: 'consulted',
  params: ({ instrumentTypes }) =>
    z.strictObject({
      groups: z.array(z.enum(Object.keys(CONSULTED_GROUPS) as [ConsultedGroup, ...ConsultedGroup[]])).min(1),
      on: instrumentTypes.optional(),
      considered: z.boolean().default(false),
    }),
  evaluate({ groups, on, considered }, facts) {
    const consultations = facts.all('consultations').filter((one) => (on === undefined || isOn(facts, one, on)) && (one.opens === undefined || one.opens <= facts.on) && one.state !== 'planned');
    if (consultations.length === 0) return absent(facts, 'consultations', { en: 'a consultation', cy: 'ymgynghoriad' });
    const reached = new Set(consultations.flatMap((one) => [...one.groups, ...responsesOf(facts, one).flatMap(({ group }) => group ?? [])]));
    const left = groups.filter((group) => !reached.has(group));
    const because = [
      ...(left.length === 0 ? [] : [reason(says.notReached, { groups: named(left) }, firstRefs(consultations))]),
      reason(says.reached, { groups: named(groups.filter((group) => reached.has(group))) }, firstRefs(consultations)),
    ];
    if (left.length > 0 && !facts.isComplete('consultations')) return notKnown(because, missing(says.recordGroups, { groups: named(left) }, 'consultations'));
    if (left.length > 0) return left.length === groups.length ? notMet(...because) : partly(...because);
    return considered ? wasConsidered(facts, consultations, because) : met(...because);
  },
  explain: ({ groups, considered }) => ({
    says: considered
      ? { en: 'Each of these was consulted, and every point made was answered: {groups}.', cy: 'Ymgynghorwyd â phob un o’r rhain, ac atebwyd pob pwynt a wnaed: {groups}.' }
      : { en: 'Each of these was consulted: {groups}.', cy: 'Ymgynghorwyd â phob un o’r rhain: {groups}.' },
    with: { groups: named(groups) },
  }),
});

/** `providers` is a theme of the guidance too, under another name. */
const named = (groups: readonly ConsultedGroup[]): readonly BothLanguages[] => groups.map((group) => inText({ en: CONSULTED_GROUPS[group][0], cy: CONSULTED_GROUPS[group][1] }));

const responsesOf = (facts: Facts, { ref }: Consultation) => facts.where('responses', 'consultation', ref).filter(({ on }) => on <= facts.on);

/** A consultation that names no document may be about any of them. */
function isOn(facts: Facts, { on }: Consultation, types: readonly string[]): boolean {
  if (on === undefined) return true;
  if (!on.startsWith('instruments/')) return false;
  const [instrument] = facts.where('instruments', 'id', on.slice('instruments/'.length));
  return instrument !== undefined && types.includes(instrument.type);
}

function wasConsidered(facts: Facts, consultations: readonly Consultation[], because: Outcome['because']): Outcome {
  const points = consultations.flatMap((one) => responsesOf(facts, one)).flatMap(({ ref }) => facts.where('points', 'response', ref));
  if (points.length === 0) {
    const none = reason(says.noPoints, {}, firstRefs(consultations));
    return facts.isComplete('points') ? notMet(none, ...because) : notKnown([none, ...because], missing(says.recordPoints, {}, 'points'));
  }
  const { yes, no, unknown } = sorted(points, ({ disposition, reason: why }) => {
    if (disposition === 'pending') return false;
    return disposition !== undefined && why !== undefined ? true : facts.isComplete('points') ? false : undefined;
  });
  const counted = reason(says.considered, { yes: yes.length, all: points.length }, firstRefs([...no, ...unknown]));
  const answer = share({ yes: yes.length, no: no.length, unknown: unknown.length }, 1, [counted], [missing(says.recordPoints, {}, 'points')]);
  return outcome(answer.verdict, [...answer.because, ...because], answer.missing);
}
