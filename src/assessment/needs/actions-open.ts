import type { CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { Action } from '../../model/meetings.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { chaired, type InOffice, type Need } from './need.ts';

const says = {
  open: { en: 'Action for {owner}: “{record}” ({state}).', cy: 'Cam gweithredu i {owner}: “{record}” ({state}).' },
  claimed: { en: '{owner} says that “{record}” is complete; {by} has not accepted it.', cy: 'Dywed {owner} fod “{record}” wedi’i gwblhau; nid yw {by} wedi derbyn hynny.' },
};

/** The actions of their posts that are not done, and those that are said to be done and wait for a body that they chair to accept it. */
export function actionsOpen(facts: Facts, office: InOffice): readonly Need[] {
  const bodies = chaired(facts, office);
  return facts.all('actions').flatMap((action): readonly Need[] => {
    const { ref, owner, state } = action;
    if (state === 'complete-accepted' || state === 'no-further-action') return [];
    if (state === 'complete-claimed') {
      const accepter = accepterOf(facts, action);
      const isTheirs = accepter !== undefined && (bodies.has(accepter) || office.posts.some((post) => post === accepter));
      return isTheirs ? [{ is: 'action', says: reason(says.claimed, { owner, record: ref, by: accepter }, [ref]), whose: accepter, by: dueOf(action), does: { act: 'change', ref } }] : [];
    }
    if (!office.posts.includes(owner)) return [];
    return [{ is: 'action', says: reason(says.open, { owner, record: ref, state }, [ref]), whose: owner, by: dueOf(action), does: { act: 'change', ref } }];
  });
}

/** The last day to which it was put off, else the day it was due. */
const dueOf = ({ due, extensions }: Action): CalendarDate | undefined => extensions.at(-1)?.to ?? due;

/** Who is to accept that it is done: whoever is named, else the body in whose meeting it arose. */
function accepterOf(facts: Facts, { acceptedBy, arisingFrom }: Action): Ref | undefined {
  if (acceptedBy !== undefined || arisingFrom?.startsWith('meetings/') !== true) return acceptedBy;
  const meeting = facts.get(arisingFrom as Ref<'meetings'>);
  return meeting?.body ?? (meeting?.series === undefined ? undefined : facts.get(meeting.series)?.body);
}
