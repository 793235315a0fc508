import { z } from 'zod';
import type { Post } from '../../model/structure.ts';
import { noSuchPost } from '../absence.ts';
import { best } from '../best.ts';
import type { Facts } from '../facts.ts';
import { lineAbove } from '../lines.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, reason, type Outcome } from '../outcome.ts';

const says = {
  direct: { en: '{post} reports directly to {top}.', cy: 'Mae {post} yn atebol yn uniongyrchol i {top}.' },
  steps: { en: '{post} reports to {top} in {steps} steps, through {through}.', cy: 'Mae {post} yn atebol i {top} mewn {steps} cam, drwy {through}.' },
  elsewhere: { en: '{post} reports to {above}, and that line does not reach {office}.', cy: 'Mae {post} yn atebol i {above}, ac nid yw’r llinell honno’n cyrraedd {office}.' },
  noLine: { en: 'No post is recorded to which {post} reports.', cy: 'Nid oes cofnod o swydd y mae {post} yn atebol iddi.' },
  record: { en: 'Record to which post {post} reports.', cy: 'Cofnodwch i ba swydd y mae {post} yn atebol.' },
};

/** The line of reporting from one office to another has at most so many steps. */
export const reportsTo = defineOperator({
  name: 'reportsTo',
  params: ({ office }) => z.strictObject({ who: office, to: office, within: z.number().int().positive().default(1) }),
  evaluate({ who, to, within }, facts) {
    const posts = postsDesignated(facts, who);
    if (posts.length === 0) return noSuchPost(facts, who);
    const tops = postsDesignated(facts, to);
    if (tops.length === 0) return noSuchPost(facts, to);
    return best(posts.map((post) => lineFrom(facts, post, to, tops, within)));
  },
  explain: ({ who, to, within }) => ({
    says:
      within === 1
        ? { en: '{who} reports directly to {to}.', cy: 'Mae {who} yn atebol yn uniongyrchol i {to}.' }
        : { en: '{who} reports to {to} in at most {within} steps.', cy: 'Mae {who} yn atebol i {to} mewn {within} cam ar y mwyaf.' },
    with: { who, to, within },
  }),
});

function lineFrom(facts: Facts, post: Post, office: string, tops: readonly Post[], within: number): Outcome {
  const line = lineAbove(facts, post.ref);
  const steps = line.findIndex((ref) => tops.some((top) => top.ref === ref));
  const top = line[steps];
  if (steps === 0) return met(reason(says.direct, { post: post.ref, top: post.ref }, [post.ref]));
  if (top !== undefined) {
    const because = steps === 1
      ? reason(says.direct, { post: post.ref, top }, [post.ref, top])
      : reason(says.steps, { post: post.ref, top, steps, through: line.slice(1, steps) }, line.slice(0, steps + 1));
    return steps <= within ? met(because) : notMet(because);
  }
  const above = line[1];
  if (above !== undefined) {
    return notMet(reason(says.elsewhere, { post: post.ref, above, office }, line));
  }
  const because = reason(says.noLine, { post: post.ref }, [post.ref]);
  return facts.isComplete('posts') ? notMet(because) : notKnown([because], missing(says.record, { post: post.ref }, 'posts'));
}
