import type { Ref } from '../model/field.ts';
import type { Instrument, Provision } from '../model/instruments.ts';
import type { Post, Seat } from '../model/structure.ts';
import type { Facts } from '../rules/facts.ts';
import { leadsOf } from '../rules/function-leads.ts';
import { isInForce } from '../rules/in-force.ts';
import { reachOfPosts, type Reach } from '../rules/levers.ts';
import { lineAbove } from '../rules/lines.ts';
import { holdersOf, type Holder } from '../rules/offices.ts';
import type { Outcome } from '../rules/outcome.ts';
import { partyAgreement } from '../rules/party-agreement.ts';
import { givenTo } from './person-standing.ts';
import { postHolding, type Holding } from './post-holding.ts';
import { presenceAt, seriesHeld, type Presence, type SeriesHeld } from './series-held.ts';

type Gift = Provision['gives'][number];

/** Where a post stands in the arrangements of a date, and what its meetings in the look-back show. */
export interface PostStanding {
  /** Who acts in it now: its holders, or its deputies while it has none. */
  readonly holders: readonly Holder[];
  readonly holding: readonly Holding[];
  /** The posts that report to it, and all below it, itself left out. */
  readonly direct: readonly Post[];
  readonly below: readonly Ref<'posts'>[];
  /** From the post itself upwards, as far as the line is recorded. */
  readonly line: readonly Ref<'posts'>[];
  /** What provisions in force give to it. */
  readonly given: readonly { readonly provision: Provision; readonly gift: Gift }[];
  /** The functions of social services that it leads. */
  readonly leads: readonly Ref<'functions'>[];
  readonly reach: readonly Reach[];
  readonly instruments: readonly { readonly instrument: Instrument; readonly inForce: boolean; readonly agreement: Outcome }[];
  readonly seats: readonly Seat[];
  readonly series: readonly (SeriesHeld & { readonly presence: Presence })[];
  /** Who acts in it while nobody holds it, by what is in force. */
  readonly deputies: readonly { readonly to: Ref; readonly provision: Provision }[];
}

/** States of an instrument that is not one any more. */
const OVER: readonly Instrument['state'][] = ['superseded', 'withdrawn'];

export function postStanding(facts: Facts, post: Ref<'posts'>): PostStanding {
  const holders = holdersOf(facts, post);
  const seats = facts.where('seats', 'holder', post);
  const series = [...facts.where('series', 'between', post), ...seats.flatMap(({ body }) => facts.where('series', 'body', body))];
  return {
    holders,
    holding: postHolding(facts, post),
    direct: facts.where('posts', 'reportsTo', post),
    below: postsBelow(facts, post),
    line: lineAbove(facts, post),
    given: givenTo(facts, post),
    leads: facts.all('functions').filter((one) => leadsOf(facts, one).includes(post)).map(({ ref }) => ref),
    reach: reachOfPosts(facts, [post]),
    instruments: facts
      .where('instruments', 'parties', post)
      .filter(({ state }) => !OVER.includes(state))
      .map((instrument) => ({ instrument, inForce: isInForce(facts, instrument.ref), agreement: partyAgreement(facts, instrument, post) }))
      .filter(({ instrument, inForce }) => inForce || instrument.state !== 'agreed'),
    seats,
    series: [...new Set(series)].map((one) => {
      const held = seriesHeld(facts, one);
      return { ...held, presence: presenceAt(facts, held.held, [post]) };
    }),
    deputies: facts.where('provisions', 'gives.towards', post).flatMap((provision) =>
      isInForce(facts, provision.instrument) ? provision.gives.filter((gift) => gift.responsibility === 'deputises-for' && gift.towards === post).map(({ to }) => ({ to, provision })) : [],
    ),
  };
}

/** Every post whose line leads to this one, the nearest first. */
function postsBelow(facts: Facts, top: Ref<'posts'>): readonly Ref<'posts'>[] {
  const found = new Set<Ref<'posts'>>();
  const waiting = [top];
  for (let post = waiting.shift(); post !== undefined; post = waiting.shift()) {
    for (const { ref } of facts.where('posts', 'reportsTo', post)) {
      if (ref === top || found.has(ref)) continue;
      found.add(ref);
      waiting.push(ref);
    }
  }
  return [...found];
}
