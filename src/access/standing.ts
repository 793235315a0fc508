import type { Ref } from '../model/field.ts';
import type { Instrument } from '../model/instruments.ts';
import type { Snapshot } from '../register/snapshot.ts';
import { rolesOf, type Role } from './roles.ts';

/** A post that somebody acts in: held by appointment, or as the deputy whom an instrument in force names, while nobody holds it. */
export interface HeldPost {
  readonly ref: Ref<'posts'>;
  readonly asDeputyBy?: Ref<'provisions'> | undefined;
}

/** What somebody is on the date of a snapshot. It is worked out and never stored, so that it begins and ends with the appointment. */
export interface Standing {
  readonly person: Ref<'persons'> | undefined;
  readonly posts: readonly HeldPost[];
  /** Bodies in which they have a seat, by name or through a post. */
  readonly bodies: ReadonlySet<Ref>;
  readonly roles: ReadonlySet<Role>;
}

/** Anybody: nobody who has signed in. */
export const PUBLIC: Standing = { person: undefined, posts: [], bodies: new Set(), roles: new Set() };

/** @param person `persons/…`; somebody who is in no register record has the standing of the public, with a name */
export function standingOf(snapshot: Snapshot, person: Ref<'persons'>): Standing {
  if (snapshot.get(person) === undefined) return { ...PUBLIC, person };
  const held = snapshot.where('appointments', 'person', person).map(({ post }): HeldPost => ({ ref: post }));
  const posts = [...held, ...deputised(snapshot, person, held)];
  const holders = [person, ...posts.map(({ ref }) => ref)];
  const bodies = new Set<Ref>(holders.flatMap((holder) => snapshot.where('seats', 'holder', holder)).map(({ body }) => body));
  const roles = new Set<Role>(posts.flatMap(({ ref }) => rolesOf(snapshot.get(ref)?.designations ?? [])));
  if (snapshot.where('team-members', 'person', person).length > 0) roles.add('inspector');
  if (posts.length > 0 || bodies.size > 0) roles.add('insider');
  return { person, posts, bodies, roles };
}

/** The vacant posts for which the person, or a post that they hold, is named as deputy. */
function deputised(snapshot: Snapshot, person: Ref<'persons'>, held: readonly HeldPost[]): readonly HeldPost[] {
  const found = new Map<Ref<'posts'>, HeldPost>();
  for (const deputy of [person, ...held.map(({ ref }) => ref)]) {
    for (const provision of snapshot.where('provisions', 'gives.to', deputy)) {
      for (const { to, responsibility, towards } of provision.gives) {
        if (to !== deputy || responsibility !== 'deputises-for' || towards?.startsWith('posts/') !== true) continue;
        const post = towards as Ref<'posts'>;
        if (snapshot.where('appointments', 'post', post).length === 0 && isInForce(snapshot, provision.instrument)) found.set(post, { ref: post, asDeputyBy: provision.ref });
      }
    }
  }
  return [...found.values()];
}

/** Agreed, on or before the date, and not superseded by another that is. */
export function isInForce(snapshot: Snapshot, ref: Ref<'instruments'>): boolean {
  const isAgreed = ({ state, agreedOn }: Instrument): boolean => state === 'agreed' && (agreedOn === undefined || agreedOn <= snapshot.validOn);
  const instrument = snapshot.get(ref);
  return instrument !== undefined && isAgreed(instrument) && !snapshot.where('instruments', 'supersedes', ref).some(isAgreed);
}
