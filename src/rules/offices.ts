import type { CalendarDate } from '../kernel/date.ts';
import { contains } from '../kernel/period.ts';
import type { Ref } from '../model/field.ts';
import type { Provision } from '../model/instruments.ts';
import type { Appointment, Post } from '../model/structure.ts';
import type { Facts } from './facts.ts';
import { isInForce } from './in-force.ts';

/** Someone who acts in a post: its appointed holder, or the holder of the post that an instrument says deputises. */
export interface Holder {
  readonly person: Ref<'persons'>;
  readonly appointment: Appointment;
  /** Present when the post itself is vacant and this holder of another post stands in. */
  readonly deputising?: { readonly as: Ref<'posts'> | Ref<'persons'>; readonly under: Provision };
}

/** The posts that carry a designation today. */
export const postsDesignated = (facts: Facts, office: string): readonly Post[] => facts.where('posts', 'designations', office);

export const appointmentsTo = (facts: Facts, post: Ref<'posts'>): readonly Appointment[] => facts.where('appointments', 'post', post);

/** Who acts in the post today: its holders, else whoever an instrument in force names to deputise, else nobody. */
export function holdersOf(facts: Facts, post: Ref<'posts'>): readonly Holder[] {
  const appointed = appointmentsTo(facts, post);
  if (appointed.length > 0) return appointed.map((appointment) => ({ person: appointment.person, appointment }));
  return deputiesFor(facts, post);
}

function deputiesFor(facts: Facts, post: Ref<'posts'>): readonly Holder[] {
  const deputies: Holder[] = [];
  for (const provision of facts.where('provisions', 'gives.towards', post)) {
    if (!isInForce(facts, provision.instrument)) continue;
    for (const given of provision.gives) {
      if (given.responsibility !== 'deputises-for' || given.towards !== post) continue;
      const appointments = given.to.startsWith('persons/')
        ? facts.where('appointments', 'person', given.to)
        : facts.where('appointments', 'post', given.to);
      for (const appointment of appointments) {
        deputies.push({ person: appointment.person, appointment, deputising: { as: given.to as Ref<'posts'>, under: provision } });
      }
    }
  }
  return deputies;
}

/** Whether the person held the post on the day, by any appointment that covers it. */
export const heldOn = (facts: Facts, post: Ref<'posts'>, person: Ref, day: CalendarDate): boolean =>
  person.startsWith('persons/') && facts.everWhere('appointments', 'post', post).some((appointment) => appointment.person === person && contains(appointment.valid, day));
