import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { acceptAnswer, answerQuestion, askQuestion } from '../../../src/areas/scrutiny/acts/questions.ts';
import { good } from '../../kept/folder.ts';
import { acting, demonstration, told, type Acting } from '../acting.ts';

const ASKED = { askedBy: 'posts/scrutiny-chair', of: 'posts/director', text: { en: 'Who chairs when you are away?' }, expectation: 'access.corporate-management-team' };

describe('a question of a councillor', () => {
  let council: Acting;
  before(async () => {
    council = await acting(await demonstration('demo-wales'));
  });
  const latest = () => council.snapshot().all('questions').at(-1);

  it('is asked, answered by the holder of the post, and said not to satisfy', async () => {
    good(await council.as('gwyneth', askQuestion, ASKED));
    const question = latest();
    assert.equal(question?.ref, 'questions/asked-2012-12-10');
    assert.deepEqual([question.askedBy, question.of, question.on, question.expectation], ['posts/scrutiny-chair', 'posts/director', '2012-12-10', 'access.corporate-management-team']);

    assert.deepEqual(told(await council.as('gwyneth', acceptAnswer, { question: question.ref, satisfied: true })), ['no-answer-yet: There is no answer yet to be satisfied with.']);
    assert.deepEqual(told(await council.trusted('eirlys', answerQuestion, { question: question.ref, text: 'I do.', kind: 'full' })), ['not-the-one-asked: Whoever holds the post that was asked gives the answer. Send it to them.']);
    assert.deepEqual(told(await council.as('eirlys', answerQuestion, { question: question.ref, text: 'I do.', kind: 'full' })).map((one) => one.split(':')[0]), ['not-allowed']);
    assert.deepEqual(told(await council.as('tomos', answerQuestion, { question: question.ref, text: 'Nobody.', kind: 'full', on: '2012-12-09' })), ['before-it-was-asked: It was asked on 10 December 2012. An answer comes on that day or after it.']);
    assert.deepEqual(told(await council.as('tomos', answerQuestion, { question: question.ref, text: 'Nobody.', kind: 'full', on: '2012-12-11' })), ['day-to-come: 11 December 2012 is still to come. Record the answer when it has been given.']);
    good(await council.as('tomos', answerQuestion, { question: question.ref, text: { en: 'Nobody.', cy: 'Neb.' }, kind: 'partial' }));
    assert.deepEqual(latest()?.answers, [{ on: '2012-12-10', text: { en: 'Nobody.', cy: 'Neb.' }, kind: 'partial' }]);

    assert.deepEqual(told(await council.as('gwyneth', acceptAnswer, { question: question.ref, satisfied: false })), ['why-not: Say what the answer leaves open, so that whoever was asked knows what to answer.']);
    good(await council.as('gwyneth', acceptAnswer, { question: question.ref, satisfied: false, whyNot: 'Not since when.' }));
    assert.deepEqual([latest()?.satisfied, latest()?.whyNot], [false, { en: 'Not since when.' }]);
    assert.deepEqual(told(await council.as('gwyneth', acceptAnswer, { question: question.ref, satisfied: false, whyNot: 'Still.' })), ['said-already: That is what is on record already.']);
    assert.deepEqual(told(await council.trusted('elfed', acceptAnswer, { question: question.ref, satisfied: true })), ['not-the-asker: Whoever asked says whether the answer satisfies them.']);

    good(await council.as('tomos', answerQuestion, { question: question.ref, text: 'Nobody since September 2011.', kind: 'full' }));
    assert.deepEqual([latest()?.answers.length, latest()?.satisfied, latest()?.whyNot], [2, undefined, undefined], 'a new answer waits for a new word');
    good(await council.as('gwyneth', acceptAnswer, { question: question.ref, satisfied: true }));
    assert.deepEqual(told(await council.as('tomos', answerQuestion, { question: question.ref, text: 'More.', kind: 'full' })), ['settled: Whoever asked is satisfied with the answer that there is: there is nothing left to answer.']);
  });

  it('is refused where it is not theirs to ask, where it is asked already, and where the guidance has no such expectation', async () => {
    assert.deepEqual(told(await council.as('tomos', askQuestion, { ...ASKED, askedBy: 'posts/director', of: 'posts/chief-executive' })), ['no-councillor: Questions are asked by councillors and their bodies. What an officer asks another is advice or a request.']);
    assert.deepEqual(told(await council.as('elfed', askQuestion, ASKED)), ['not-the-asker: A question is asked in a post that one holds, or for a body on which one sits. Choose one of yours.']);
    good(await council.as('elfed', askQuestion, { ...ASKED, askedBy: 'bodies/scrutiny', expectation: 'scrutiny.totality' }));
    assert.deepEqual(told(await council.as('gwyneth', askQuestion, { ...ASKED, askedBy: 'bodies/scrutiny', expectation: 'scrutiny.totality' })), ['asked-already: This was asked on 10 December 2012 and waits for an answer. Wait for it, or ask something else.']);
    assert.deepEqual(told(await council.as('gwyneth', askQuestion, { ...ASKED, expectation: 'scrutiny.totalty' })), ['no-such-expectation: `scrutiny.totalty` is no expectation of this register’s guidance. Did you mean `scrutiny.totality`?']);
    assert.deepEqual(told(await council.as('gwyneth', askQuestion, { ...ASKED, askedBy: 'scrutiny-chair' })), ['unclear-asker: Say who asks with the kind: `posts/…`, `persons/…` or `bodies/…`.']);
    assert.deepEqual(told(await council.as('gwyneth', askQuestion, { ...ASKED, of: 'posts/scrutiny-chair' })), ['asks-itself: A question is put to another post. Choose who is to answer.']);
    assert.deepEqual(told(await council.as('gwyneth', askQuestion, { ...ASKED, on: '2012-12-11' })), ['day-to-come: 11 December 2012 is still to come. Record the question when it has been asked.']);
    good(await council.as('mari', askQuestion, { ...ASKED, askedBy: 'bodies/cabinet' }));
  });
});
