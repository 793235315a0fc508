import type { Ref } from '../../model/field.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { waitsFor, type InOffice, type Need } from './need.ts';

const says = {
  minute: { en: 'The meeting of {of} on {on} has not been minuted.', cy: 'Ni chofnodwyd cyfarfod {of} ar {on}.' },
  agree: { en: 'The record of the meeting of {of} on {on} waits for you to agree it; others who were there have.', cy: 'Mae cofnod cyfarfod {of} ar {on} yn aros i chi gytuno arno; mae eraill a oedd yno wedi gwneud.' },
};

/** Meetings that were in the diary for a day that is past and of which nothing is said; and records that others who were there have agreed. */
export function meetingsToFinish(facts: Facts, office: InOffice): readonly Need[] {
  const isTheirs = waitsFor(facts, office);
  return facts.all('meetings').flatMap((meeting): readonly Need[] => {
    const { ref, on, held, attended = [], minutesApprovedBy, minutesApprovedOn } = meeting;
    if (held === undefined && on < facts.on && meeting.calledOff === undefined) {
      const who = ofWhom(facts, meeting);
      const whose = who.find(isTheirs) ?? (office.keeps.has('meeting') ? who[0] : undefined);
      return whose === undefined ? [] : [{ is: 'meeting', says: reason(says.minute, { of: nameOf(meeting), on }, [ref]), whose, since: on, does: { act: 'change', ref } }];
    }
    const whose = attended.find((one) => isTheirs(one) && !minutesApprovedBy.some((by) => by === one));
    if (minutesApprovedOn !== undefined || minutesApprovedBy.length === 0 || whose === undefined) return [];
    return [{ is: 'meeting', says: reason(says.agree, { of: nameOf(meeting), on }, [ref]), whose, since: on, does: { act: 'change', ref } }];
  });
}

const nameOf = ({ ref, series, body }: Meeting): Ref => series ?? body ?? ref;

/** The body whose chair sees to it, or those who were to be there. */
function ofWhom(facts: Facts, { body, series, invited }: Meeting): readonly Ref[] {
  const of = series === undefined ? undefined : facts.get(series);
  const onBody = body ?? of?.body;
  return [...(onBody === undefined ? [] : [onBody]), ...(of?.between ?? []), ...invited];
}
