import { z } from 'zod';
import type { Body, Seat } from '../../model/structure.ts';
import { absent, noSuchPost } from '../absence.ts';
import { best } from '../best.ts';
import { allOf } from '../compose-tests.ts';
import type { Facts } from '../facts.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { anyOf, met, notMet, reason, type Outcome } from '../outcome.ts';
import { bodiesWith, isSeatOf } from '../seats.ts';

const ROLES = ['chair', 'vice-chair', 'member', 'adviser', 'in-attendance'] as const;

const says = {
  holds: { en: '{holder} sits on {body} as {role}.', cy: 'Mae {holder} yn eistedd ar {body} fel {role}.' },
  inPerson: {
    en: '{holder} sits on {body} as {role}, by name and not by post.',
    cy: 'Mae {holder} yn eistedd ar {body} fel {role}, wrth ei enw ac nid yn ôl swydd.',
  },
  otherRole: { en: '{holder} is on {body} only as {role}.', cy: 'Dim ond fel {role} y mae {holder} ar {body}.' },
};

/** A post of the office, or one directly accountable to it, has a seat on such a body in one of the roles. */
export const seat = defineOperator({
  name: 'seat',
  params: ({ office, bodyTypes, oneOrMore }) =>
    z.strictObject({
      of: z.union([z.literal('anyone'), office]),
      on: bodyTypes,
      as: oneOrMore(z.enum(ROLES)).default(['chair', 'vice-chair', 'member']),
      orAccountable: z.boolean().default(false),
      each: z.boolean().default(false),
      /** Only bodies on which this office sits too: the Director's own team and not another director's. */
      alongside: office.optional(),
    }),
  evaluate(asked, facts) {
    const bodies = asked.on.flatMap((type) => facts.where('bodies', 'type', type));
    if (bodies.length === 0) return absent(facts, 'bodies', { en: 'a body of the type {type}', cy: 'corff o’r math {type}' }, { type: anyOf(asked.on) });
    if (asked.of !== 'anyone' && postsDesignated(facts, asked.of).length === 0) return noSuchPost(facts, asked.of);
    const together = bodiesWith(facts, asked.on, asked.alongside);
    if (together.length === 0) return absent(facts, 'seats', { en: 'a seat of {office} on {on}', cy: 'sedd i {office} ar {on}' }, { office: asked.alongside ?? '', on: asked.on });
    const answers = bodies.filter(({ ref }) => together.includes(ref)).map((body) => onBody(facts, asked, body));
    return asked.each ? allOf(answers) : best(answers);
  },
  explain: ({ of, on, as, orAccountable }) => ({
    says: orAccountable
      ? { en: '{of}, or a post directly accountable to it, has a seat as {as} on {on}.', cy: 'Mae gan {of}, neu swydd sy’n uniongyrchol atebol iddi, sedd fel {as} ar {on}.' }
      : { en: '{of} has a seat as {as} on {on}.', cy: 'Mae gan {of} sedd fel {as} ar {on}.' },
    with: { of, on: anyOf(on), as: anyOf(as) },
  }),
});

interface Asked {
  readonly of: string;
  readonly as: readonly Seat['role'][];
  readonly orAccountable: boolean;
}

function onBody(facts: Facts, { of, as, orAccountable }: Asked, body: Body): Outcome {
  const seats = facts.where('seats', 'body', body.ref).filter((held) => of === 'anyone' || isSeatOf(facts, of, held, orAccountable));
  const inRole = seats.find((held) => as.includes(held.role));
  if (inRole !== undefined) {
    const phrase = inRole.holder.startsWith('persons/') && of !== 'anyone' ? says.inPerson : says.holds;
    return met(reason(phrase, { holder: inRole.holder, body: body.ref, role: inRole.role }, [inRole.ref, body.ref]));
  }
  const [other] = seats;
  if (other !== undefined) return notMet(reason(says.otherRole, { holder: other.holder, body: body.ref, role: other.role }, [other.ref, body.ref]));
  return absent(facts, 'seats', { en: 'a seat as {as} for {of} on {body}', cy: 'sedd fel {as} i {of} ar {body}' }, { as: anyOf(as), of, body: body.ref });
}
