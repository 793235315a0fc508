import { z } from 'zod';
import { contains } from '../../kernel/period.ts';
import type { Confirmation, SelfAssessment } from '../../model/self-assessment.ts';
import type { Appointment } from '../../model/structure.ts';
import { absent } from '../absence.ts';
import { all } from '../compose-tests.ts';
import type { Facts } from '../facts.ts';
import { isOfOffice } from '../of-office.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { met, notMet, reason } from '../outcome.ts';

const says = {
  confirmed: { en: '{person} confirmed it as {role} on {on}.', cy: 'Cadarnhaodd {person} ef fel {role} ar {on}.' },
  another: { en: '{person} confirmed it as {role} on {on}, when {holder} held {post}.', cy: 'Cadarnhaodd {person} ef fel {role} ar {on}, pan oedd {holder} yn dal {post}.' },
};

const ROLES = ['head-of-paid-service', 'lead-member', 'director'] as const;
type Role = (typeof ROLES)[number];

/** The offices whose holder may confirm in the role. */
const officesOf = (facts: Facts, role: Role): readonly string[] =>
  role === 'director' ? [facts.words.statutoryOfficer] : role === 'lead-member' ? ['lead-member-social-services', 'lead-member-adults', 'lead-member-children', 'cabinet-member'] : ['head-of-paid-service'];

/** The latest self-assessment was confirmed in each of these roles. */
export const confirmed = defineOperator({
  name: 'confirmed',
  params: () => z.strictObject({ as: z.array(z.enum(ROLES)).min(1) }),
  evaluate({ as }, facts) {
    const latest = facts.all('self-assessments').reduce<SelfAssessment | undefined>(
      (last, one) => (one.period.from > facts.on ? last : last === undefined || one.period.until > last.period.until ? one : last),
      undefined,
    );
    if (latest === undefined) return absent(facts, 'self-assessments', { en: 'a self-assessment', cy: 'hunanasesiad' });
    const confirmations = facts.where('confirmations', 'assessment', latest.ref).filter(({ on }) => on <= facts.on);
    return all(
      as.map((role) => () => {
        const theirs = confirmations.filter((confirmation) => confirmation.as === role);
        const others = theirs.map((confirmation) => ({ confirmation, holder: heldBySomebodyElse(facts, confirmation, role) }));
        const [own] = others.filter(({ holder }) => holder === undefined);
        if (own !== undefined) return met(reason(says.confirmed, { person: own.confirmation.by, role, on: own.confirmation.on }, [own.confirmation.ref, latest.ref]));
        const [other] = others;
        if (other?.holder === undefined) return absent(facts, 'confirmations', { en: 'a confirmation of the self-assessment as {role}', cy: 'cadarnhad o’r hunanasesiad fel {role}' }, { role });
        const { confirmation: { by, on, ref }, holder: { person, post, ref: appointment } } = other;
        return notMet(reason(says.another, { person: by, role, on, holder: person, post }, [ref, appointment]));
      }),
    )(facts);
  },
  explain: ({ as }) => ({
    says: { en: 'The latest self-assessment is confirmed by {as}.', cy: 'Mae’r hunanasesiad diweddaraf wedi’i gadarnhau gan {as}.' },
    with: { as },
  }),
});

/** The appointment of whoever held the office that day, where that was not the one who confirmed, nor somebody for whom they deputise. */
function heldBySomebodyElse(facts: Facts, { by, on }: Confirmation, role: Role): Appointment | undefined {
  const offices = officesOf(facts, role);
  if (offices.some((office) => isOfOffice(facts, by, office, on, true))) return undefined;
  return offices
    .flatMap((office) => postsDesignated(facts, office))
    .flatMap(({ ref }) => facts.everWhere('appointments', 'post', ref))
    .find(({ valid }) => contains(valid, on));
}
