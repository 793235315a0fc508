import { refused, type Result } from '../kernel/result.ts';
import type { Actor, Entry } from './entry.ts';

/** The refusal where somebody would carry out what they proposed themselves. */
export function isOwnProposal(proposal: Entry, actor: Actor): Result<never> | undefined {
  if (plain(proposal.actor.person) !== plain(actor.person)) return undefined;
  const sentence = `${proposal.actor.person} proposed this with entry ${proposal.number}: another person carries it out.`;
  return refused({ category: 'forbidden', code: 'same-person', sentence, found: actor.person });
}

/** A name without what a slip of the keyboard or a capital letter makes of it. */
const plain = (person: string): string => person.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
