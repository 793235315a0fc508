import type { Ref } from '../../model/field.ts';
import type { Meeting } from '../../model/meetings.ts';
import type { Facts } from '../../rules/facts.ts';
import type { Assessment, Judged } from '../assess.ts';
import { actionsDue } from './actions-due.ts';
import { adviceUnanswered } from './advice-unanswered.ts';
import { gapsServed } from './gaps-served.ts';
import { minutesToAgree } from './minutes-to-agree.ts';
import { PROPOSAL_KINDS, type Meeters, type Proposal } from './proposal.ts';
import { protocolsDue } from './protocols-due.ts';
import { signalsOpen } from './signals-open.ts';
import { themesQuiet } from './themes-quiet.ts';

/** For whom an agenda is proposed, and what they may know. */
export interface ForWhom {
  readonly who: Meeters;
  /** Whether every one of those who meet may see the record: what one of them may not know of is not proposed. */
  readonly allSee: (ref: Ref) => boolean;
  readonly isHidden: (one: Judged) => boolean;
  /** What stands on the agenda already. */
  readonly items?: Meeting['items'];
}

/**
 * Items that are proposed from what is due and what is exposed among those who meet, the weightiest first; those of a kind in the order in which
 * they were found, which is the longest waiting or the worst first.
 * @param facts the records that the reader may see @param assessment the verdicts, which rest on all
 */
export function proposedAgenda(facts: Facts, assessment: Assessment, { who, allSee, isHidden, items = [] }: ForWhom): readonly Proposal[] {
  const found = [
    ...adviceUnanswered(facts, who), ...protocolsDue(facts, who), ...signalsOpen(facts, who), ...gapsServed(assessment, who, isHidden),
    ...actionsDue(facts, who), ...themesQuiet(facts, who), ...minutesToAgree(facts, who),
  ];
  const isOn = ({ record, expectation }: Proposal): boolean => items.some((item) => (record !== undefined && item.proposedBecause === record) || (expectation !== undefined && item.expectation === expectation));
  return found
    .filter((one) => !isOn(one) && one.because.every(({ records }) => records.every(allSee)) && (one.record === undefined || allSee(one.record)))
    .toSorted((a, b) => PROPOSAL_KINDS.indexOf(a.is) - PROPOSAL_KINDS.indexOf(b.is));
}
