import type { CalendarDate } from '../../kernel/date.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Entry } from '../entry.ts';
import type { ErasureSaid } from './erasure-said.ts';

export type Proposal = Entry & { readonly erasure: Extract<ErasureSaid, { says: 'proposed' }> };

const isProposal = (entry: Entry | undefined): entry is Proposal => entry?.erasure?.says === 'proposed';

/** The proposal of that entry, or why it can no longer be carried out. */
export function openProposal(entries: readonly Entry[], number: number, today: CalendarDate): Result<Proposal> {
  const entry = entries[number];
  if (!isProposal(entry)) {
    const open = openProposals(entries, today).map((one) => one.number);
    const there = open.length === 0 ? 'No proposal is open.' : `Open are those of the entries ${open.join(', ')}.`;
    return refused({ category: 'not-found', code: 'no-such-proposal', sentence: `Entry ${number} proposes no erasure. ${there}`, found: String(number) });
  }
  const closing = closedBy(entries, number);
  if (closing !== undefined) {
    const how = closing.erasure?.says === 'withdrawn' ? 'withdrawn' : 'carried out';
    return refused({ category: 'conflict', code: 'proposal-closed', sentence: `What entry ${number} proposes was ${how} by entry ${closing.number}.` });
  }
  if (entry.erasure.until <= today) {
    return refused({ category: 'conflict', code: 'proposal-lapsed', sentence: `What entry ${number} proposes could be carried out before ${entry.erasure.until}. Propose it again.` });
  }
  return ok(entry);
}

/** The proposals that can be carried out on the day. */
export const openProposals = (entries: readonly Entry[], today: CalendarDate): readonly Proposal[] =>
  entries.filter(isProposal).filter(({ number, erasure }) => erasure.until > today && closedBy(entries, number) === undefined);

const closedBy = (entries: readonly Entry[], number: number): Entry | undefined =>
  entries.slice(number + 1).find(({ erasure }) => erasure !== undefined && erasure.says !== 'proposed' && erasure.proposal === number);
