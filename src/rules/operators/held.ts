import { z } from 'zod';
import { addDays, type CalendarDate } from '../../kernel/date.ts';
import { overlaps, shared } from '../../kernel/period.ts';
import type { Ref } from '../../model/field.ts';
import type { Appointment, Post } from '../../model/structure.ts';
import { absent, noSuchPost } from '../absence.ts';
import { best } from '../best.ts';
import { allOf } from '../compose-tests.ts';
import type { Facts } from '../facts.ts';
import { holdersOf, postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { met, notMet, partly, reason, type Outcome } from '../outcome.ts';

const says = {
  holds: { en: '{person} holds {post} ({basis}).', cy: 'Mae {person} yn dal {post} ({basis}).' },
  deputy: {
    en: '{post} is vacant; {person} acts in it, since {provision} says that {as} deputises.',
    cy: 'Mae {post} yn wag; mae {person} yn gweithredu ynddi, gan fod {provision} yn dweud bod {as} yn dirprwyo.',
  },
  together: { en: '{one} and {other} both held {post} from {from}.', cy: 'Roedd {one} a {other} ill dau yn dal {post} o {from}.' },
  apart: {
    en: '{one} holds {post} and {other} holds {otherPost}: both are designated.',
    cy: 'Mae {one} yn dal {post} ac mae {other} yn dal {otherPost}: mae’r ddwy wedi’u dynodi.',
  },
  gap: { en: 'Nobody held {post} from {from} to {to}.', cy: 'Nid oedd neb yn dal {post} o {from} i {to}.' },
};

/** The post is held today, by its own holder or by the deputy that an instrument names. */
export const held = defineOperator({
  name: 'held',
  params: ({ offices }) => z.strictObject({ post: offices, each: z.boolean().default(false), oneHolderThroughout: z.boolean().default(false) }),
  evaluate({ post: offices, each, oneHolderThroughout }, facts) {
    const posts = offices.map((office) => ({ office, posts: postsDesignated(facts, office) }));
    // Of several offices, one that no post carries is no gap: every post that there is must be held.
    const asked = each && posts.some(({ posts: carrying }) => carrying.length > 0) ? posts.filter(({ posts: carrying }) => carrying.length > 0) : posts;
    const answers = asked.flatMap(({ office, posts: carrying }) =>
      carrying.length === 0 ? [noSuchPost(facts, office)] : carrying.map((post) => isHeld(facts, post, oneHolderThroughout)),
    );
    const apart = oneHolderThroughout ? heldApart(facts, asked.flatMap(({ posts: carrying }) => carrying)) : undefined;
    if (apart !== undefined) return apart;
    return each ? allOf(answers) : best(answers);
  },
  explain: ({ post, each, oneHolderThroughout }) => ({
    says: oneHolderThroughout
      ? { en: '{post} is held, by one person at a time throughout the period.', cy: 'Mae {post} wedi’i dal, gan un person ar y tro drwy gydol y cyfnod.' }
      : each
        ? { en: 'Every post designated {post} is held.', cy: 'Mae pob swydd a ddynodwyd yn {post} wedi’i dal.' }
        : { en: '{post} is held.', cy: 'Mae {post} wedi’i dal.' },
    with: { post },
  }),
});

function isHeld(facts: Facts, post: Post, oneHolderThroughout: boolean): Outcome {
  const holders = holdersOf(facts, post.ref);
  const [holder] = holders;
  if (holder === undefined) return absent(facts, 'appointments', { en: 'somebody who holds {post}', cy: 'rhywun sy’n dal {post}' }, { post: post.ref });
  const because = holders.map(({ person, appointment, deputising }) =>
    deputising === undefined
      ? reason(says.holds, { person, post: post.ref, basis: appointment.basis }, [appointment.ref, post.ref])
      : reason(says.deputy, { post: post.ref, person, provision: deputising.under.instrument, as: deputising.as }, [post.ref, appointment.ref, deputising.under.ref]),
  );
  if (!oneHolderThroughout) return met(...because);
  const inPeriod = facts.everWhere('appointments', 'post', post.ref).filter(({ valid }) => overlaps(valid, facts.window));
  const clash = firstOverlap(inPeriod);
  if (clash !== undefined) {
    const [one, other] = clash;
    const from = shared(one.valid, other.valid)?.from ?? facts.window.from;
    return notMet(reason(says.together, { one: one.person, other: other.person, post: post.ref, from }, [one.ref, other.ref, post.ref]));
  }
  const gap = firstGap(facts, post.ref, inPeriod);
  // The vacancy of today, in which the deputy acts, is no gap; an earlier one is.
  const covered = gap === undefined || (holder.deputising !== undefined && gap.until === facts.window.until);
  return covered ? met(...because) : partly(reason(says.gap, { post: post.ref, from: gap.from, to: addDays(gap.until, -1) }, [post.ref]), ...because);
}

/** Two posts of one designation that are held by different people: whose the office is cannot be told. */
function heldApart(facts: Facts, posts: readonly Post[]): Outcome | undefined {
  const holders = posts.flatMap(({ ref }) => holdersOf(facts, ref).filter(({ deputising }) => deputising === undefined).map(({ person, appointment }) => ({ post: ref, person, appointment: appointment.ref })));
  const [one] = holders;
  const other = holders.find(({ post, person }) => one !== undefined && post !== one.post && person !== one.person);
  if (one === undefined || other === undefined) return undefined;
  return notMet(reason(says.apart, { one: one.person, post: one.post, other: other.person, otherPost: other.post }, [one.appointment, other.appointment, one.post, other.post]));
}

function firstOverlap(appointments: readonly Appointment[]): readonly [Appointment, Appointment] | undefined {
  for (const [index, one] of appointments.entries()) {
    for (const other of appointments.slice(index + 1)) if (overlaps(one.valid, other.valid)) return [one, other];
  }
  return undefined;
}

/** The first stretch of the look-back in which nobody held the post. Days before the first appointment on record are not a gap. */
function firstGap(facts: Facts, post: Ref<'posts'>, appointments: readonly Appointment[]): { from: CalendarDate; until: CalendarDate } | undefined {
  const ordered = [...appointments].sort((a, b) => ((a.valid.from ?? '') < (b.valid.from ?? '') ? -1 : 1));
  const before = facts.everWhere('appointments', 'post', post).some(({ valid }) => valid.until !== undefined && valid.until <= facts.window.from);
  let covered = before ? facts.window.from : (ordered[0]?.valid.from ?? facts.window.from);
  for (const { valid } of ordered) {
    if (valid.from !== undefined && valid.from > covered) return { from: covered, until: valid.from };
    if (valid.until === undefined) return undefined;
    if (valid.until > covered) covered = valid.until;
  }
  return covered < facts.window.until ? { from: covered, until: facts.window.until } : undefined;
}
