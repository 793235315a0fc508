import { Snapshot } from '../register/snapshot.ts';
import { Facts } from '../rules/facts.ts';
import type { Reading } from './reading.ts';

/** Whether the reader is nobody of the authority and no inspector: what is not published is not theirs to see, and that it is missing tells nothing. */
export const seesOnlyPublished = ({ access }: Pick<Reading, 'access'>): boolean =>
  access !== undefined && !access.standing.roles.has('insider') && !access.standing.roles.has('inspector');

/**
 * The facts of the records that the reader may see: for pages that tell what the register says, not what a verdict rests on. To whom
 * only what is published is shown, a record that is not there is never told as one that there is not.
 */
export function seenFacts(reading: Pick<Reading, 'access' | 'assessment' | 'register' | 'seen'>): Facts {
  const { access, assessment: { facts }, register: { content }, seen } = reading;
  if (access === undefined) return facts;
  const shown = seesOnlyPublished(reading) ? new Snapshot({ ...content, header: { ...content.header, completeFor: [] } }, seen.validOn, seen.knownAt) : seen;
  return new Facts(shown, facts.words, facts.lookBack);
}
