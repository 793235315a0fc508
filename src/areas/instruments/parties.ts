import { standingOf } from '../../access/standing.ts';
import { called } from '../../acts/called.ts';
import { appointedTo, seatedAs } from '../../acts/capacities.ts';
import { refuse } from '../../acts/refuse.ts';
import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Ref } from '../../model/field.ts';
import type { Instrument } from '../../model/instruments.ts';
import type { Actor } from '../../register/entry.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { KEEPERS } from './transitions.ts';

/** Who an actor is in the register; undefined of a link and of others who are no person of it. */
export const personOf = (snapshot: Snapshot, { person }: Actor): Ref<'persons'> | undefined => snapshot.get(`persons/${person}`)?.ref;

/** Whether they keep the instruments by a post that they hold. */
export function isKeeper(snapshot: Snapshot, person: Ref<'persons'>): boolean {
  const { roles } = standingOf(snapshot, person);
  return KEEPERS.some((role) => roles.has(role));
}

/**
 * Those who speak for a party today: whoever holds the post, or while it is vacant the deputy whom an instrument in force names; whoever
 * chairs the body, or where nobody does its vice-chairs; of an organisation nobody who is in the register.
 */
export function speakersFor(snapshot: Snapshot, party: Ref): readonly Ref<'persons'>[] {
  if (party.startsWith('posts/')) return actingIn(snapshot, party as Ref<'posts'>);
  if (!party.startsWith('bodies/')) return [];
  const body = party as Ref<'bodies'>;
  const chairs = seated(snapshot, body, 'chair');
  return chairs.length > 0 ? chairs : seated(snapshot, body, 'vice-chair');
}

export const speaksFor = (snapshot: Snapshot, party: Ref, person: Ref<'persons'> | undefined): boolean => person !== undefined && speakersFor(snapshot, party).includes(person);

/** The parties for which somebody speaks today. */
export const partiesOf = (snapshot: Snapshot, { parties }: Instrument, person: Ref<'persons'> | undefined): readonly Instrument['parties'][number][] =>
  parties.filter((party) => speaksFor(snapshot, party, person));

function actingIn(snapshot: Snapshot, post: Ref<'posts'>): readonly Ref<'persons'>[] {
  const appointed = appointedTo(snapshot, post);
  if (appointed.length > 0) return [...new Set(appointed)];
  const named = snapshot.where('provisions', 'gives.towards', post).flatMap(({ gives }) => gives.filter(({ responsibility, towards }) => responsibility === 'deputises-for' && towards === post).map(({ to }) => to));
  const candidates = named.flatMap((to) => (to.startsWith('persons/') ? [to as Ref<'persons'>] : appointedTo(snapshot, to as Ref<'posts'>)));
  return [...new Set(candidates)].filter((person) => standingOf(snapshot, person).posts.some(({ ref }) => ref === post));
}

const seated = (snapshot: Snapshot, body: Ref<'bodies'>, role: 'chair' | 'vice-chair'): readonly Ref<'persons'>[] =>
  seatedAs(snapshot, body, role).flatMap((holder) => (holder.startsWith('persons/') ? [holder as Ref<'persons'>] : holder.startsWith('posts/') ? actingIn(snapshot, holder as Ref<'posts'>) : []));

/** The party that is meant by a reference or a bare id. */
export function partyNamed(snapshot: Snapshot, { parties, ref }: Instrument, written: string): Result<Instrument['parties'][number]> {
  const found = parties.find((party) => party === written) ?? parties.find((party) => party.slice(party.indexOf('/') + 1) === written);
  if (found !== undefined) return ok(found);
  return refuse('input', 'no-such-party', `${quoted(written)} is not a party to ${called(snapshot, ref)}: name one of ${parties.join(', ')}.${didYouMean(written, parties)}`, { path: 'party', found: written });
}

/**
 * The party for which somebody speaks up: the one that they name, else the only one that is theirs. Those who keep the instruments
 * write down what a body or an organisation says; what a post says, its holder does.
 */
export function partySpeaking(snapshot: Snapshot, instrument: Instrument, written: string | undefined, actor: Actor): Result<Instrument['parties'][number]> {
  const person = personOf(snapshot, actor);
  const own = partiesOf(snapshot, instrument, person);
  if (written === undefined) {
    const [only] = own;
    if (only !== undefined && own.length === 1) return ok(only);
    return own.length === 0
      ? refuse('forbidden', 'speaks-for-none', `${person === undefined ? quoted(actor.person) : called(snapshot, person)} holds no post that is a party to ${called(snapshot, instrument.ref)}. Name the party that says this.`, { path: 'party' })
      : refuse('input', 'speaks-for-several', `They speak for several parties: say for which of ${own.join(', ')}.`, { path: 'party' });
  }
  const party = partyNamed(snapshot, instrument, written);
  if (!party.ok || own.includes(party.value)) return party;
  if (!party.value.startsWith('posts/') && (person === undefined || isKeeper(snapshot, person))) return party;
  return refuse('forbidden', 'not-their-party', `${whoSpeaks(snapshot, party.value)}`, { path: 'party', found: called(snapshot, party.value) });
}

/** Who speaks for a party, in a sentence for somebody who does not. */
export function whoSpeaks(snapshot: Snapshot, party: Ref): string {
  const speakers = speakersFor(snapshot, party).map((person) => called(snapshot, person));
  const name = called(snapshot, party);
  if (speakers.length > 0) return `${name} speaks through ${speakers.join(' or ')} today, and nobody else.`;
  if (party.startsWith('bodies/')) return `Nobody is recorded as chairing ${name}: record who does, in their seat, and they can.`;
  if (party.startsWith('posts/')) return `${name} is vacant, and no instrument in force names a deputy: appoint somebody, and they can.`;
  return `${name} has nobody in the register who speaks for it: those who keep the instruments write down who signed, or make a link for them.`;
}
