import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { capacitiesOf, postOf } from '../../../acts/capacities.ts';
import { changed, withoutUndefined } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refAmong, refTo } from '../../../acts/written-ref.ts';
import { dateInWords } from '../../../kernel/date.ts';
import { ok } from '../../../kernel/result.ts';
import { anyRef, date, oneOf, ref, text, words } from '../../../model/field.ts';
import { dueNow } from '../queries/action-lists.ts';
import { MEETING_ACTS } from '../transitions.ts';

/** What the owner of an action may say of it. */
export const REPORTED = { 'in-progress': ['In progress', 'Ar y gweill'], delayed: ['Delayed', 'Wedi’i oedi'], 'complete-claimed': ['Done: for acceptance', 'Wedi’i wneud: i’w dderbyn'] } as const;

/** What may be decided of an action by others than its owner. */
export const DECIDED = {
  'complete-accepted': ['Accepted as complete', 'Derbyniwyd ei fod wedi’i gwblhau'], 'in-progress': ['Not complete: sent back', 'Heb ei gwblhau: anfonwyd yn ôl'], 'no-further-action': ['No further action is needed', 'Nid oes angen gweithredu pellach'],
} as const;

const action = ref(['actions'], 'Action', 'Cam gweithredu');

export const addAction = areaAct({
  name: 'action.add',
  says: { en: 'Give somebody an action', cy: 'Rhoi cam gweithredu i rywun' },
  row: MEETING_ACTS['action.add'],
  input: z.strictObject({
    what: text('What', 'Beth'),
    owner: ref(['posts'], 'Owner', 'Perchennog'),
    due: date('Due', 'Erbyn').optional(),
    arisingFrom: anyRef('Arising from', 'Yn codi o').optional(),
    acceptedBy: ref(['bodies', 'posts'], 'Who accepts that it is done', 'Pwy sy’n derbyn ei fod wedi’i wneud').optional(),
  }),
  decide({ snapshot, input, today }) {
    if (input.due !== undefined && input.due < today) return refuse('input', 'due-past', `${dateInWords(input.due, 'en')} is past. Give the owner a day to come.`, { path: 'due', found: input.due });
    if (input.acceptedBy !== undefined && refTo('posts', input.acceptedBy) === refTo('posts', input.owner)) return refuse('input', 'own-acceptance', 'Whoever does it does not accept that it is done. Name another post, or the body that asked for it.', { path: 'acceptedBy' });
    // All inside see an action, and not all what it arises from: only a meeting, which they see too, gives it its name.
    const stem = input.arisingFrom?.startsWith('meetings/') === true ? `${input.arisingFrom.slice('meetings/'.length)}-action` : 'action';
    return ok([{ kind: 'actions', id: freeId(snapshot, 'actions', stem.slice(0, 90)), from: today, fields: withoutUndefined({ ...input, state: 'not-started' }) }]);
  },
});

export const reportAction = areaAct({
  name: 'action.report',
  says: { en: 'Say how an action stands', cy: 'Dweud sut mae cam gweithredu’n dod ymlaen' },
  row: MEETING_ACTS['action.report'],
  input: z.strictObject({
    action,
    state: oneOf(REPORTED, 'State', 'Cyflwr'),
  }),
  decide({ snapshot, input: { state }, subject, actor, today }) {
    if (!capacitiesOf(snapshot, actor).has(subject.owner)) return refuse('forbidden', 'not-the-owner', 'Whoever holds the post that owns the action says how it stands.', { path: 'action' });
    if (subject.state === state) return refuse('conflict', 'no-news', 'That is how it stands already.', { path: 'state' });
    return ok([changed(subject, today, { state })]);
  },
});

export const acceptAction = areaAct({
  name: 'action.accept',
  says: { en: 'Decide whether an action is complete', cy: 'Penderfynu a yw cam gweithredu wedi’i gwblhau' },
  row: MEETING_ACTS['action.accept'],
  input: z.strictObject({
    action,
    outcome: oneOf(DECIDED, 'Decision', 'Penderfyniad').default('complete-accepted'),
    by: ref(['bodies', 'posts'], 'Decided by', 'Penderfynwyd gan').optional(),
  }),
  decide({ snapshot, input, subject, actor, today }) {
    const own = capacitiesOf(snapshot, actor);
    if (own.has(subject.owner)) return refuse('forbidden', 'own-action', 'Whoever does an action does not accept that it is done: whoever asked for it does.', { path: 'action' });
    if (input.outcome !== 'no-further-action' && subject.state !== 'complete-claimed') return refuse('conflict', 'not-claimed', 'Its owner has not said that it is done.', { path: 'action' });
    const meeting = subject.arisingFrom?.startsWith('meetings/') === true ? snapshot.get(subject.arisingFrom as `meetings/${string}`) : undefined;
    const usual = subject.acceptedBy ?? meeting?.body ?? (meeting?.series === undefined ? undefined : snapshot.get(meeting.series)?.body);
    const given = input.by === undefined ? undefined : refAmong(snapshot, ['bodies', 'posts'], input.by);
    const by = given ?? usual ?? postOf(actor);
    if (by === undefined) return refuse('input', 'who-accepts', 'Say which body or post decided this.', { path: 'by' });
    if (by === subject.owner) return refuse('input', 'own-action', 'The owner of an action does not accept that it is done. Name the body or the post that asked for it.', { path: 'by' });
    if (by.startsWith('posts/') && !own.has(by)) return refuse('forbidden', 'another-post', 'Whoever holds that post accepts it.', { path: 'by' });
    return ok([changed(subject, today, { state: input.outcome, acceptedBy: by })]);
  },
});

export const extendAction = areaAct({
  name: 'action.extend',
  says: { en: 'Give an action more time', cy: 'Rhoi rhagor o amser i gam gweithredu' },
  row: MEETING_ACTS['action.extend'],
  input: z.strictObject({
    action,
    to: date('To', 'Hyd'),
    why: words('Why', 'Pam'),
    grantedBy: ref(['posts', 'bodies', 'persons'], 'Granted by', 'Rhoddwyd gan').optional(),
  }),
  decide({ snapshot, input: { to, why, grantedBy }, subject, actor, today }) {
    const own = capacitiesOf(snapshot, actor);
    if (own.has(subject.owner)) return refuse('forbidden', 'own-action', 'More time is given by somebody other than the owner. Ask whoever asked for the action.', { path: 'action' });
    const due = dueNow(subject);
    if (due === undefined) return refuse('conflict', 'no-day-set', 'No day is set by which it is due, so there is nothing to put off.', { path: 'action' });
    if (to <= due) return refuse('input', 'not-later', `It is due on ${dateInWords(due, 'en')} as it is. Give a later day.`, { path: 'to', found: to });
    const given = grantedBy === undefined ? undefined : refAmong(snapshot, ['posts', 'bodies', 'persons'], grantedBy);
    const by = given ?? postOf(actor) ?? `persons/${actor.person}`;
    if (by === subject.owner) return refuse('input', 'own-action', 'More time is given by somebody other than the owner.', { path: 'grantedBy' });
    return ok([changed(subject, today, { extensions: [...subject.extensions, { to, why, grantedBy: by }] })]);
  },
});
