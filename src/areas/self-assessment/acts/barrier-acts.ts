import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { capacitiesOf, postHeldBy, postOf } from '../../../acts/capacities.ts';
import { changed } from '../../../acts/changed.ts';
import { newId } from '../../../acts/new-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refTo } from '../../../acts/written-ref.ts';
import { checkExpectations } from '../../../assessment/guidance-of.ts';
import { dateInWords } from '../../../kernel/date.ts';
import { ok } from '../../../kernel/result.ts';
import { anyRef, flag, list, oneOf, ref, text, words } from '../../../model/field.ts';
import type { Ref } from '../../../model/field.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import { STATEMENT_ACTS } from '../transitions.ts';
import { actionOf, will } from './what-is-to-be-done.ts';

const barrier = ref(['barriers'], 'Barrier', 'Rhwystr');

/** Whoever raises it in a post that they hold. The Head of Paid Service resolves it where nobody else is named. */
export const raiseBarrier = areaAct({
  name: 'barrier.raise',
  says: { en: 'Raise a barrier', cy: 'Codi rhwystr' },
  row: STATEMENT_ACTS['barrier.raise'],
  input: z.strictObject({
    what: text('What stands in the way', 'Yr hyn sy’n rhwystro'),
    raisedBy: ref(['posts'], 'Raised as', 'Codir fel').optional(),
    expectations: list(words('Expectation', 'Disgwyliad'), 'Expectations that it keeps from being met', 'Disgwyliadau y mae’n eu rhwystro'),
    about: list(anyRef('About', 'Ynghylch'), 'About', 'Ynghylch'),
    owner: ref(['posts'], 'Who is to resolve it', 'Pwy sydd i’w ddatrys').optional(),
    confidential: flag('Confidential', 'Cyfrinachol').optional(),
  }),
  decide({ snapshot, input: { raisedBy: as, owner: asked, expectations, ...said }, actor, today, now }) {
    const raisedBy = as === undefined ? postOf(actor) : refTo('posts', as);
    if (raisedBy === undefined) return refuse('input', 'which-post', 'Say in which of your posts you raise it.', { path: 'raisedBy' });
    if (!capacitiesOf(snapshot, actor).has(raisedBy)) return refuse('forbidden', 'not-your-post', 'A barrier is raised in a post that one holds. Choose one of yours.', { path: 'raisedBy' });
    const known = checkExpectations(snapshot, expectations, 'expectations');
    if (!known.ok) return known;
    const owner = asked === undefined ? headOfPaidService(snapshot) : refTo('posts', asked);
    if (owner === undefined) return refuse('input', 'no-owner', 'No post is designated Head of Paid Service. Say who is to resolve it.', { path: 'owner' });
    return ok([{ kind: 'barriers', id: newId('barrier', actor, now, [raisedBy, said]), from: today, fields: { ...said, raisedBy, on: today, expectations, owner, state: 'open' } }]);
  },
});

const headOfPaidService = (snapshot: Snapshot): Ref<'posts'> | undefined => snapshot.where('posts', 'designations', 'head-of-paid-service')[0]?.ref;

/** What is said or done about it; an action with its owner where something is to be done. */
export const respondToBarrier = areaAct({
  name: 'barrier.respond',
  says: { en: 'Respond to a barrier', cy: 'Ymateb i rwystr' },
  row: STATEMENT_ACTS['barrier.respond'],
  input: z.strictObject({
    barrier,
    text: text('Response', 'Ymateb'),
    by: ref(['posts'], 'Responding as', 'Yn ymateb fel').optional(),
    owner: ref(['posts'], 'Who is to resolve it from now on', 'Pwy sydd i’w ddatrys o hyn ymlaen').optional(),
    will,
  }),
  decide({ snapshot, input: { text: said, by: as, owner, will: promised }, subject, actor, today, now }) {
    const by = as === undefined ? postOf(actor) : refTo('posts', as);
    if (by === undefined) return refuse('input', 'which-post', 'Say in which of your posts you respond.', { path: 'by' });
    if (!capacitiesOf(snapshot, actor).has(by)) return refuse('forbidden', 'not-your-post', 'A response is given in a post that one holds. Choose one of yours.', { path: 'by' });
    const head = headOfPaidService(snapshot);
    const action = actionOf(promised, subject.ref, promised !== undefined && head === refTo('posts', promised.owner) ? undefined : head, { actor, now, today });
    if (!action.ok) return action;
    return ok([
      ...action.value,
      changed(subject, today, { state: 'being-resolved', responses: [...subject.responses, { on: today, by, text: said }], ...(owner === undefined ? {} : { owner: refTo('posts', owner) }) }),
    ]);
  },
});

/** The Head of Paid Service says that it is no more, or that it stays. What was said to be done about it is accepted with that. */
export const resolveBarrier = areaAct({
  name: 'barrier.resolve',
  says: { en: 'Close a barrier', cy: 'Cau rhwystr' },
  row: STATEMENT_ACTS['barrier.resolve'],
  input: z.strictObject({
    barrier,
    outcome: oneOf({ resolved: ['It is resolved', 'Mae wedi’i ddatrys'], accepted: ['It stays, and that is accepted', 'Mae’n aros, a derbynnir hynny'] }, 'Outcome', 'Canlyniad'),
    text: text('How, or why it stays', 'Sut, neu pam y mae’n aros'),
    by: ref(['posts'], 'Closed as', 'Caeir fel').optional(),
  }),
  decide({ snapshot, input: { outcome, text: said, by: as }, subject, actor, today }) {
    const own = capacitiesOf(snapshot, actor);
    const head = postHeldBy(snapshot, actor, 'head-of-paid-service');
    if (head === undefined) return refuse('forbidden', 'not-the-head', 'Whoever holds the post of the Head of Paid Service closes a barrier.', { path: 'barrier' });
    const by = as === undefined ? head : refTo('posts', as);
    if (!own.has(by)) return refuse('forbidden', 'not-your-post', 'A barrier is closed in a post that one holds.', { path: 'by' });
    const actions = snapshot.where('actions', 'arisingFrom', subject.ref).filter(({ state }) => state !== 'complete-accepted' && state !== 'no-further-action');
    const undone = actions.find(({ state }) => state !== 'complete-claimed');
    if (outcome === 'resolved' && undone !== undefined) {
      const due = undone.due === undefined ? '' : `, due on ${dateInWords(undone.due, 'en')}`;
      return refuse('conflict', 'still-being-done', `What was to be done about it is not done yet: “${undone.what.en ?? undone.what.cy}”${due}. Have its owner say that it is done first, or decide that no further action is needed.`, { path: 'barrier' });
    }
    return ok([
      ...actions.map((action) => changed(action, today, { state: outcome === 'resolved' ? 'complete-accepted' : 'no-further-action', acceptedBy: head })),
      changed(subject, today, { state: outcome, resolvedOn: today, responses: [...subject.responses, { on: today, by, text: said }] }),
    ]);
  },
});
