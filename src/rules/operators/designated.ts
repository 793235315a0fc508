import { z } from 'zod';
import { noSuchPost } from '../absence.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { met, notMet, reason } from '../outcome.ts';

const says = {
  one: { en: '{posts} is designated {office}.', cy: 'Mae {posts} wedi’i dynodi’n {office}.' },
  several: { en: '{count} posts are designated {office}: {posts}.', cy: 'Mae {count} swydd wedi’u dynodi’n {office}: {posts}.' },
};

/** A post carries the designation; with `exactly`, that many posts and no more. */
export const designated = defineOperator({
  name: 'designated',
  params: ({ office }) => z.strictObject({ as: office, exactly: z.number().int().positive().optional() }),
  evaluate({ as, exactly }, facts) {
    const posts = postsDesignated(facts, as).map(({ ref }) => ref);
    if (posts.length === 0) return noSuchPost(facts, as);
    const because = reason(posts.length === 1 ? says.one : says.several, { posts, office: as, count: posts.length }, posts);
    return exactly === undefined || posts.length === exactly ? met(because) : notMet(because);
  },
  explain: ({ as, exactly }) => ({
    says:
      exactly === undefined
        ? { en: 'A post is designated {as}.', cy: 'Mae swydd wedi’i dynodi’n {as}.' }
        : { en: 'The number of posts designated {as} is exactly {exactly}.', cy: 'Union nifer y swyddi a ddynodwyd yn {as} yw {exactly}.' },
    with: { as, exactly: exactly ?? 1 },
  }),
});
