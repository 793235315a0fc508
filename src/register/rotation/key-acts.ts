import type { CalendarDate } from '../../kernel/date.ts';
import { plus, type Duration } from '../../kernel/duration.ts';
import { dateInLondon } from '../../kernel/instant.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { RegisterAct } from '../acts/act.ts';
import type { Actor, Entry } from '../entry.ts';
import { KEY_KIND } from '../store/store.ts';
import { isOwnProposal } from '../two-people.ts';
import { idIn } from './key-said.ts';

/** How long a proposal to change the key stands. */
const WITHIN = 'P28D' as Duration;

/** One person proposes that the key which signs gives way to another. @param key its verifier key */
export const proposeKey = (key: string): RegisterAct => ({
  name: 'key.propose',
  decideOn(_image, _input, { now }) {
    return ok({ own: { kind: KEY_KIND, id: idIn(key), body: { proposed: key, until: plus(dateInLondon(now), WITHIN) } }, changes: [] });
  },
});

/** Another person carries it out: the register is signed with the next key from this entry on. @param to its verifier key; it is on the disk */
export const rotateKey = (from: string, to: string): RegisterAct => ({
  name: 'key.rotate',
  decideOn({ entries }, _input, { actor, now }) {
    const proposal = openProposal(entries, from, actor, dateInLondon(now));
    if (!proposal.ok) return proposal;
    return ok({ own: { kind: KEY_KIND, id: idIn(to), body: { from, to, proposal: proposal.value.number } }, changes: [] });
  },
});

/** The newest proposal, by another person than the actor, that the key gives way. */
function openProposal(entries: readonly Entry[], key: string, actor: Actor, today: CalendarDate): Result<Entry> {
  const open = entries.filter(({ signingKey }) => signingKey !== undefined && 'proposed' in signingKey && signingKey.proposed === key && signingKey.until > today);
  const others = open.filter((proposal) => isOwnProposal(proposal, actor) === undefined);
  const [own, other] = [open.at(-1), others.at(-1)];
  if (other !== undefined) return ok(other);
  if (own !== undefined) return isOwnProposal(own, actor) ?? ok(own);
  return refused({ category: 'conflict', code: 'no-such-proposal', sentence: 'Nobody has proposed in the last 28 days that the key which now signs gives way to another. One person proposes it, another carries it out.' });
}
