import { z } from 'zod';
import type { Post } from '../../model/structure.ts';
import { noSuchPost } from '../absence.ts';
import { best } from '../best.ts';
import type { Facts } from '../facts.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, reason, type Outcome } from '../outcome.ts';

/** Designations that name a rank and no responsibility of their own. */
const RANKS = ['corporate-director', 'chief-officer', 'head-of-service', 'service-manager', 'team-manager', 'registered-social-worker'];

const says = {
  also: { en: '{post} is also responsible for {services}.', cy: 'Mae {post} hefyd yn gyfrifol am {services}.' },
  designated: { en: '{post} is also designated {designations}.', cy: 'Mae {post} hefyd wedi’i dynodi’n {designations}.' },
  leads: { en: '{post} also leads {functions}.', cy: 'Mae {post} hefyd yn arwain {functions}.' },
  nothing: { en: '{post} has no further responsibilities on record.', cy: 'Nid oes gan {post} gyfrifoldebau eraill wedi’u cofnodi.' },
  record: {
    en: 'Record what else {post} is responsible for, or say that the register is complete for posts.',
    cy: 'Cofnodwch am beth arall y mae {post} yn gyfrifol, neu dywedwch fod y gofrestr yn gyflawn ar gyfer swyddi.',
  },
  asked: { en: '{who} has further responsibilities.', cy: 'Mae gan {who} gyfrifoldebau eraill.' },
};

/** The post also answers for other services, carries another designation, or leads a function of the council at large. */
export const responsibleForMore = defineOperator({
  name: 'responsibleForMore',
  params: ({ office }) => z.strictObject({ who: office }),
  evaluate({ who }, facts) {
    const posts = postsDesignated(facts, who);
    return posts.length === 0 ? noSuchPost(facts, who) : best(posts.map((post) => furtherOf(facts, who, post)));
  },
  explain: ({ who }) => ({ says: says.asked, with: { who } }),
});

function furtherOf(facts: Facts, office: string, post: Post): Outcome {
  const designations = post.designations.filter((designation) => designation !== office && !RANKS.includes(designation));
  const functions = facts.where('functions', 'ledBy', post.ref).filter(({ group }) => group === 'corporate').map(({ ref }) => ref);
  const because = [
    ...(post.alsoResponsibleFor.length === 0 ? [] : [reason(says.also, { post: post.ref, services: post.alsoResponsibleFor }, [post.ref])]),
    ...(designations.length === 0 ? [] : [reason(says.designated, { post: post.ref, designations }, [post.ref])]),
    ...(functions.length === 0 ? [] : [reason(says.leads, { post: post.ref, functions: functions.slice(0, 10) }, [post.ref, ...functions.slice(0, 10)])]),
  ];
  if (because.length > 0) return met(...because);
  const nothing = reason(says.nothing, { post: post.ref }, [post.ref]);
  return facts.isComplete('posts') ? notMet(nothing) : notKnown([nothing], missing(says.record, { post: post.ref }, 'posts'));
}
