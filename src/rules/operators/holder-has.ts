import { z } from 'zod';
import type { BothLanguages } from '../../kernel/text.ts';
import { contains } from '../../kernel/period.ts';
import type { Ref } from '../../model/field.ts';
import type { Person, Post } from '../../model/structure.ts';
import { absent, noSuchPost } from '../absence.ts';
import { best } from '../best.ts';
import { all } from '../compose-tests.ts';
import type { Facts } from '../facts.ts';
import { holdersOf, postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, partly, reason, type Outcome, type Value } from '../outcome.ts';

const says = {
  registered: { en: '{person} is registered with {body}, number {number}.', cy: 'Mae {person} wedi’i gofrestru gyda {body}, rhif {number}.' },
  lapsed: { en: 'The registration of {person} with {body} is not in force on {on}.', cy: 'Nid yw cofrestriad {person} gyda {body} mewn grym ar {on}.' },
  otherBody: { en: '{person} is registered with {body} only.', cy: 'Dim ond gyda {body} y mae {person} wedi’i gofrestru.' },
  notRegistered: { en: 'No registration of {person} is on record.', cy: 'Nid oes cofrestriad o {person} wedi’i gofnodi.' },
  recordRegistration: { en: 'Record the professional registration of {person}.', cy: 'Cofnodwch gofrestriad proffesiynol {person}.' },
  qualified: { en: '{person} holds {award}.', cy: 'Mae gan {person} {award}.' },
  notQualified: { en: 'No qualification of {person} is on record.', cy: 'Nid oes cymhwyster gan {person} wedi’i gofnodi.' },
  recordQualification: { en: 'Record the qualifications of {person}.', cy: 'Cofnodwch gymwysterau {person}.' },
  competent: { en: '{person} has the competency "{competency}".', cy: 'Mae gan {person} y cymhwysedd "{competency}".' },
  shown: { en: '{person} has the competency "{competency}", shown by {evidence}.', cy: 'Mae gan {person} y cymhwysedd "{competency}", a ddangosir gan {evidence}.' },
  expired: { en: 'What showed the competency "{competency}" of {person}, {evidence}, ran out on {on}.', cy: 'Daeth yr hyn a ddangosai gymhwysedd "{competency}" {person}, {evidence}, i ben ar {on}.' },
  notShown: { en: '{person} has the competency "{competency}", and nothing on record shows it.', cy: 'Mae gan {person} y cymhwysedd "{competency}", ac nid oes dim wedi’i gofnodi sy’n ei ddangos.' },
  recordEvidence: { en: 'Record what shows the competency "{competency}" of {person}.', cy: 'Cofnodwch yr hyn sy’n dangos cymhwysedd "{competency}" {person}.' },
  notCompetent: { en: 'The competency "{competency}" of {person} is not on record.', cy: 'Nid yw cymhwysedd "{competency}" {person} wedi’i gofnodi.' },
  recordCompetency: { en: 'Record whether {person} has the competency "{competency}".', cy: 'Cofnodwch a oes gan {person} y cymhwysedd "{competency}".' },
  holder: { en: 'somebody who holds {post}', cy: 'rhywun sy’n dal {post}' },
  whoIs: { en: 'The register does not describe {person}, who holds {post}.', cy: 'Nid yw’r gofrestr yn disgrifio {person}, sy’n dal {post}.' },
};

/** Whoever holds the post now is registered, qualified or competent as asked. */
export const holderHas = defineOperator({
  name: 'holderHas',
  params: ({ office, competency, oneOrMore }) =>
    z.strictObject({
      post: office,
      competency: competency.optional(),
      registration: oneOrMore(z.string().min(1)).optional(),
      qualification: z.literal(true).optional(),
      evidenced: z.boolean().default(false),
    }),
  evaluate({ post: office, ...asked }, facts) {
    const posts = postsDesignated(facts, office);
    return posts.length === 0 ? noSuchPost(facts, office) : best(posts.flatMap((post) => holders(facts, post, asked)));
  },
  explain: ({ post, competency, registration, qualification, evidenced }) => ({
    says: {
      en: `Whoever holds {post} now has {asked}${evidenced ? ', with evidence' : ''}.`,
      cy: `Mae gan bwy bynnag sy’n dal {post} nawr {asked}${evidenced ? ', gyda thystiolaeth' : ''}.`,
    },
    with: {
      post,
      asked: [
        ...(competency === undefined ? [] : [competency]),
        ...(registration === undefined ? [] : [EXPLAINED.registration]),
        ...(qualification === undefined ? [] : [EXPLAINED.qualification]),
        ...(competency === undefined && registration === undefined && qualification === undefined ? [EXPLAINED.competencies] : []),
      ],
    },
  }),
});

const EXPLAINED = {
  registration: { en: 'a registration in force', cy: 'gofrestriad mewn grym' },
  qualification: { en: 'a qualification', cy: 'gymhwyster' },
  competencies: { en: 'every competency', cy: 'bob cymhwysedd' },
};

interface Asked {
  readonly competency?: string | undefined;
  readonly registration?: readonly string[] | undefined;
  readonly qualification?: true | undefined;
  readonly evidenced: boolean;
}

function holders(facts: Facts, post: Post, asked: Asked): readonly Outcome[] {
  const acting = holdersOf(facts, post.ref);
  if (acting.length === 0) return [absent(facts, 'appointments', says.holder, { post: post.ref })];
  return acting.map(({ person: ref, appointment }) => {
    const person = facts.get(ref);
    const filled = { person: ref, post: post.ref };
    return person === undefined ? notKnown([reason(says.whoIs, filled, [appointment.ref])], missing(says.whoIs, filled, 'persons')) : has(facts, person, asked);
  });
}

/** Where nothing narrower is asked, every competency of the guidance. */
function has(facts: Facts, person: Person, { competency, registration, qualification, evidenced }: Asked): Outcome {
  const narrow = registration !== undefined || qualification !== undefined;
  const competencies = competency === undefined ? (narrow ? [] : facts.words.pack.competencies.map(({ id }) => id)) : [competency];
  return all([
    ...(registration === undefined ? [] : [() => isRegistered(facts, person, registration)]),
    ...(qualification === undefined ? [] : [() => isQualified(facts, person)]),
    ...competencies.map((one) => () => isCompetent(facts, person, one, evidenced)),
  ])(facts);
}

function isRegistered(facts: Facts, { ref, registrations }: Person, bodies: readonly string[]): Outcome {
  const accepted = new Set(bodies.map(spelt));
  const [first] = registrations;
  if (first === undefined) return notOnRecord(facts, ref, says.notRegistered, says.recordRegistration, { person: ref });
  const matching = registrations.filter(({ body }) => accepted.has(spelt(body)));
  const inForce = matching.find((registration) => contains(registration, facts.on));
  if (inForce !== undefined) return met(reason(says.registered, { person: ref, body: inForce.body, number: inForce.number }, [ref]));
  const [lapsed] = matching;
  return lapsed === undefined
    ? notMet(reason(says.otherBody, { person: ref, body: first.body }, [ref]))
    : notMet(reason(says.lapsed, { person: ref, body: lapsed.body, on: facts.on }, [ref]));
}

const spelt = (body: string): string => body.trim().toLowerCase();

function isQualified(facts: Facts, { ref, qualifications }: Person): Outcome {
  const [held] = qualifications.filter(({ on }) => on === undefined || on <= facts.on);
  return held === undefined
    ? notOnRecord(facts, ref, says.notQualified, says.recordQualification, { person: ref })
    : met(reason(says.qualified, { person: ref, award: held.award }, [ref]));
}

function isCompetent(facts: Facts, { ref, competencies }: Person, competency: string, evidenced: boolean): Outcome {
  const filled = { person: ref, competency: facts.words.competencyName(competency) };
  const listed = competencies.find(({ id }) => id === competency);
  if (listed === undefined) return notOnRecord(facts, ref, says.notCompetent, says.recordCompetency, filled);
  if (!evidenced) return met(reason(says.competent, filled, [ref]));
  if (listed.shownBy === undefined) {
    const because = reason(says.notShown, filled, [ref]);
    return facts.isComplete('persons') ? partly(because) : notKnown([because], missing(says.recordEvidence, filled, 'persons'));
  }
  const expires = facts.get(listed.shownBy)?.expires;
  const shown = { ...filled, evidence: listed.shownBy };
  return expires !== undefined && expires <= facts.on
    ? partly(reason(says.expired, { ...shown, on: expires }, [ref, listed.shownBy]))
    : met(reason(says.shown, shown, [ref, listed.shownBy]));
}

/** What a record leaves out is not so where the register has every record of the kind; elsewhere it is not known. */
function notOnRecord(facts: Facts, ref: Ref, because: BothLanguages, record: BothLanguages, filled: Readonly<Record<string, Value>>): Outcome {
  return facts.isComplete('persons') ? notMet(reason(because, filled, [ref])) : notKnown([reason(because, filled, [ref])], missing(record, filled, 'persons'));
}
