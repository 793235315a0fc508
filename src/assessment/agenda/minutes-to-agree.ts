import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import type { Meeters, Proposal } from './proposal.ts';
import { meetingsOf } from './who-meets.ts';

const says = { en: 'The record of the meeting of {on} has not been agreed as a true one.', cy: 'Ni chytunwyd bod cofnod cyfarfod {on} yn un cywir.' };

/** The record of the last meeting that was held, where there is one to agree and nobody has. */
export function minutesToAgree(facts: Facts, who: Meeters): readonly Proposal[] {
  const last = meetingsOf(facts, who).findLast(({ held, on }) => held === true && on <= facts.on);
  if (last === undefined || last.minutesApprovedOn !== undefined || (last.record !== 'notes' && last.record !== 'minutes')) return [];
  return [{ key: last.ref, is: 'minutes', title: { en: 'Record of the last meeting', cy: 'Cofnod y cyfarfod diwethaf' }, themes: [], because: [reason(says, { on: last.on }, [last.ref])], record: last.ref }];
}
