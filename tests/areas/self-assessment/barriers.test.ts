import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { raiseBarrier, resolveBarrier, respondToBarrier } from '../../../src/areas/self-assessment/acts/barrier-acts.ts';
import { changed } from '../../../src/acts/changed.ts';
import { put } from '../../../src/register/acts/record-acts.ts';
import { actRequest } from '../../../src/register/requests.ts';
import { wordsFor } from '../../../src/assessment/open-register.ts';
import { date } from '../../../src/kernel/date.ts';
import { asked, good } from '../../kept/folder.ts';
import { acting, demonstration, told, type Acting } from '../acting.ts';

describe('a barrier to the statutory role', () => {
  let council: Acting;
  before(async () => {
    council = await acting(await demonstration('demo-wales'));
  });
  const barrier = () => council.snapshot().all('barriers').at(-1) ?? assert.fail();

  it('is raised in one’s own post, and is for the Head of Paid Service where nobody else is named', async () => {
    const raise = { what: { en: 'Papers on children’s services do not reach the Director.', cy: 'Nid yw papurau ar wasanaethau plant yn cyrraedd y Cyfarwyddwr.' }, expectations: ['access.minutes'], about: ['posts/education'] };
    assert.deepEqual(told(await council.as('tomos', raiseBarrier, raise)), ['which-post: Say in which of your posts you raise it.']);
    assert.deepEqual(told(await council.as('tomos', raiseBarrier, { ...raise, raisedBy: 'education' })), ['not-your-post: A barrier is raised in a post that one holds. Choose one of yours.']);
    assert.deepEqual(told(await council.as('tomos', raiseBarrier, { ...raise, expectations: ['access.minute'] }, 'director')), ['no-such-expectation: `access.minute` is no expectation of this register’s guidance. Did you mean `access.minutes`?']);
    good(await council.as('tomos', raiseBarrier, raise, 'director'));
    assert.deepEqual([barrier().state, barrier().raisedBy, barrier().owner, barrier().on], ['open', 'posts/director', 'posts/chief-executive', '2012-12-10']);
  });

  it('is answered with what is to be done, and closed only when that is done', async () => {
    assert.deepEqual(told(await council.trusted('tomos', resolveBarrier, { barrier: barrier().ref, outcome: 'resolved', text: 'Done.' }, 'director')), ['not-the-head: Whoever holds the post of the Head of Paid Service closes a barrier.']);
    assert.deepEqual(told(await council.as('eirlys', respondToBarrier, { barrier: barrier().ref, text: 'I will see to it.', will: { what: 'Send them.', owner: 'education', due: '2012-12-09' } }, 'chief-executive')), ['day-past: 9 December 2012 is past. Choose a day to come.']);
    assert.deepEqual(told(await council.as('eirlys', respondToBarrier, { barrier: barrier().ref, text: 'x', by: 'education' })), ['not-your-post: A response is given in a post that one holds. Choose one of yours.']);
    good(await council.as('eirlys', respondToBarrier, { barrier: barrier().ref, text: 'I will see to it.', will: { what: 'Send them a week before.', owner: 'education', due: '2013-01-31' } }, 'chief-executive'));
    assert.deepEqual([barrier().state, barrier().responses.map(({ by, on }) => [by, on])], ['being-resolved', [['posts/chief-executive', '2012-12-10']]]);
    const [action] = council.snapshot().where('actions', 'arisingFrom', barrier().ref);
    assert.ok(action);
    assert.deepEqual([action.owner, action.acceptedBy], ['posts/education', 'posts/chief-executive']);
    assert.deepEqual(told(await council.as('eirlys', resolveBarrier, { barrier: barrier().ref, outcome: 'resolved', text: 'They come now.' })), [
      'still-being-done: What was to be done about it is not done yet: “Send them a week before.”, due on 31 January 2013. Have its owner say that it is done first, or decide that no further action is needed.',
    ]);
    const { kind, id, from, fields } = changed(action, date('2012-12-10'), { state: 'complete-claimed' });
    good(await council.register.perform(actRequest(put, { kind, id, from, body: fields }, asked(), wordsFor)));
    good(await council.as('eirlys', resolveBarrier, { barrier: barrier().ref, outcome: 'resolved', text: 'They come now.' }));
    assert.deepEqual([barrier().state, barrier().resolvedOn, council.snapshot().get(action.ref)?.state], ['resolved', '2012-12-10', 'complete-accepted']);
    assert.deepEqual(told(await council.as('eirlys', respondToBarrier, { barrier: barrier().ref, text: 'x' }, 'chief-executive')).map((one) => one.split(':')[0]), ['wrong-state']);
  });

  it('is accepted as it is with what was open about it', async () => {
    good(await council.as('tomos', raiseBarrier, { what: 'The span is wide.', raisedBy: 'director', confidential: true }));
    good(await council.as('eirlys', respondToBarrier, { barrier: barrier().ref, text: 'Noted.', will: { what: 'Look at the span.', owner: 'human-resources' } }, 'chief-executive'));
    good(await council.as('eirlys', resolveBarrier, { barrier: barrier().ref, outcome: 'accepted', text: 'It stays.' }));
    assert.deepEqual([barrier().state, council.snapshot().where('actions', 'arisingFrom', barrier().ref)[0]?.state], ['accepted', 'no-further-action']);
    assert.deepEqual(told(await council.as('menna', respondToBarrier, { barrier: barrier().ref, text: 'x' }, 'human-resources')).map((one) => one.split(':')[0]), ['no-such-record'], 'a confidential one is for those who raised it and are to resolve it');
  });
});
