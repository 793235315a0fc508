import type { Ref } from '../model/field.ts';
import type { Agreement, Instrument, Provision } from '../model/instruments.ts';
import type { Appointment, Seat } from '../model/structure.ts';
import type { Facts } from '../rules/facts.ts';
import { agreementsToCurrent, isInForce } from '../rules/in-force.ts';

type Gift = Provision['gives'][number];

/** What one person holds, and what is theirs by name, on the date. */
export interface PersonStanding {
  /** Every holding of a post, the newest first; those that are over or still to begin too. */
  readonly appointments: readonly Appointment[];
  /** The posts that they hold on the date. */
  readonly posts: readonly Ref<'posts'>[];
  /** Seats on the date, by name or through a post. */
  readonly seats: readonly { readonly seat: Seat; readonly through: Ref<'posts'> | undefined }[];
  /** What provisions in force give to the person by name, each once: it goes when they go. */
  readonly byName: readonly { readonly provision: Provision; readonly responsibility: Gift['responsibility'] }[];
  /** Current versions of instruments in force that they agreed for a post they hold: a successor has to agree anew. */
  readonly agreed: readonly { readonly agreement: Agreement; readonly instrument: Instrument }[];
  /** The posts in which they act while nobody holds them, by name or through a post of theirs. */
  readonly deputises: readonly { readonly towards: Ref; readonly provision: Provision; readonly through: Ref<'posts'> | undefined }[];
}

export function personStanding(facts: Facts, person: Ref<'persons'>): PersonStanding {
  const appointments = facts.everWhere('appointments', 'person', person).toSorted((a, b) => ((a.valid.from ?? '') < (b.valid.from ?? '') ? 1 : -1));
  const posts = [...new Set(facts.where('appointments', 'person', person).map(({ post }) => post))];
  const names = [undefined, ...posts].map((through) => ({ through, name: through ?? person }));
  const given = names.flatMap(({ through, name }) => givenTo(facts, name).map((one) => ({ ...one, through })));
  return {
    appointments,
    posts,
    seats: names.flatMap(({ through, name }) => facts.where('seats', 'holder', name).map((seat) => ({ seat, through }))),
    byName: [...new Map(given.flatMap(({ through, provision, gift: { responsibility } }) => (through === undefined && responsibility !== 'deputises-for' ? [[`${provision.ref} ${responsibility}`, { provision, responsibility }]] : []))).values()],
    agreed: facts.where('agreements', 'signedBy', person).flatMap((agreement) => {
      const instrument = facts.get(agreement.instrument);
      const isTheirs = instrument !== undefined && isInForce(facts, instrument.ref) && (posts as readonly Ref[]).includes(agreement.party) && agreementsToCurrent(facts, instrument).includes(agreement);
      return isTheirs ? [{ agreement, instrument }] : [];
    }),
    deputises: given.flatMap(({ provision, gift, through }) => (gift.responsibility === 'deputises-for' && gift.towards !== undefined ? [{ towards: gift.towards, provision, through }] : [])),
  };
}

/** What provisions of instruments in force give to a post, body or person. */
export const givenTo = (facts: Facts, name: Ref): readonly { readonly provision: Provision; readonly gift: Gift }[] =>
  facts.where('provisions', 'gives.to', name).flatMap((provision) =>
    isInForce(facts, provision.instrument) ? provision.gives.filter(({ to }) => to === name).map((gift) => ({ provision, gift })) : [],
  );
