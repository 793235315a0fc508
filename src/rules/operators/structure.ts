import { z } from 'zod';
import { noSuchPost } from '../absence.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { notMet, outcome, reason } from '../outcome.ts';
import { structureOf } from '../structure-type.ts';

const TYPES = {
  single: { en: 'a single directorate', cy: 'un gyfarwyddiaeth' },
  dual: { en: 'more than one directorate', cy: 'mwy nag un gyfarwyddiaeth' },
  integrated: { en: 'a directorate integrated with other services', cy: 'cyfarwyddiaeth wedi’i hintegreiddio â gwasanaethau eraill' },
  shared: { en: 'a directorate whose officer is shared', cy: 'cyfarwyddiaeth y rhennir ei swyddog' },
} as const;

const says = {
  is: { en: 'As the lines run, this is {type}.', cy: 'Yn ôl y llinellau, {type} yw hon.' },
  notShared: { en: 'No appointment on record of {office} is shared with another authority.', cy: 'Nid oes penodiad a gofnodwyd o {office} yn cael ei rannu ag awdurdod arall.' },
  asked: { en: 'By its lines of reporting, social services is in {types}.', cy: 'Yn ôl ei llinellau atebolrwydd, mae’r gwasanaethau cymdeithasol mewn {types}.' },
};

/** The directorate is of one of these types; a shared one is also of the type that its lines make it. */
export const structure = defineOperator({
  name: 'structure',
  params: ({ oneOrMore }) => z.strictObject({ is: oneOrMore(z.enum(['single', 'dual', 'integrated', 'shared'])) }),
  evaluate({ is }, facts) {
    const office = facts.words.statutoryOfficer;
    if (postsDesignated(facts, office).length === 0) return noSuchPost(facts, office);
    const { type, lines, because, missing } = structureOf(facts, office);
    const found = is.some((asked) => asked === type || asked === lines);
    if (!found && lines === 'not-known') {
      // Whether an officer is shared is said by the appointment, however little is known of the lines.
      return is.every((asked) => asked === 'shared') ? notMet(reason(says.notShared, { office })) : outcome('not-known', because, missing);
    }
    const types = [...new Set([type, lines])].flatMap((one) => (one === 'not-known' ? [] : [TYPES[one]]));
    return outcome(found ? 'met' : 'not-met', [reason(says.is, { type: types }), ...because]);
  },
  explain: ({ is }) => ({ says: says.asked, with: { types: is.map((type) => TYPES[type]) } }),
});
