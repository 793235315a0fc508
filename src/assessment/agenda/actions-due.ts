import type { Ref } from '../../model/field.ts';
import type { Action, Meeting } from '../../model/meetings.ts';
import type { Facts } from '../../rules/facts.ts';
import { reason } from '../../rules/outcome.ts';
import { both, type Meeters, type Proposal, type ProposalKind } from './proposal.ts';

const says = {
  'overdue-action': { en: '{owner} was to do this by {due}.', cy: 'Roedd {owner} i wneud hyn erbyn {due}.' },
  extended: { en: '{owner} was to do this by {due}, after it was put off {count} times.', cy: 'Roedd {owner} i wneud hyn erbyn {due}, ar ôl ei ohirio {count} gwaith.' },
  'claimed-action': { en: '{owner} says that this is done; nobody has accepted it yet.', cy: 'Dywed {owner} fod hyn wedi’i wneud; nid oes neb wedi’i dderbyn eto.' },
  'open-action': { en: '{owner} is to do this; it arose here.', cy: 'Mae {owner} i wneud hyn; cododd yma.' },
};

/** Actions that arose at these meetings or at this body, and those of the posts that meet which are past their day. */
export function actionsDue(facts: Facts, who: Meeters): readonly Proposal[] {
  return facts.all('actions').flatMap((action): readonly Proposal[] => {
    const { ref, owner, state, what, extensions } = action;
    if (state === 'complete-accepted' || state === 'no-further-action') return [];
    const due = extensions.at(-1)?.to ?? action.due;
    const here = aroseHere(facts, action, who);
    const theirs = who.posts.length <= FEW && who.posts.includes(owner);
    const is: ProposalKind | undefined = state === 'complete-claimed' ? (here ? 'claimed-action' : undefined) : due !== undefined && due < facts.on && (here || theirs) ? 'overdue-action' : here ? 'open-action' : undefined;
    if (is === undefined) return [];
    const because = reason(is === 'overdue-action' && extensions.length > 1 ? says.extended : says[is], { owner, due: due ?? '', count: extensions.length }, [ref]);
    return [{ key: ref, is, title: both(what), themes: [], because: [because], record: ref, by: owner }];
  });
}

/** Of a meeting of so few, all that its members have not done is its business; a larger body keeps to its own. */
const FEW = 3;

function aroseHere(facts: Facts, { arisingFrom, acceptedBy }: Action, { series, body }: Meeters): boolean {
  if (acceptedBy !== undefined && acceptedBy === body) return true;
  const meeting: Meeting | undefined = arisingFrom?.startsWith('meetings/') === true ? facts.get(arisingFrom as Ref<'meetings'>) : undefined;
  return meeting !== undefined && ((series !== undefined && meeting.series === series) || (body !== undefined && meeting.body === body));
}
