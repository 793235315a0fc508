import { z } from 'zod';
import { standingOf } from '../../../access/standing.ts';
import { areaAct } from '../../../acts/area-act.ts';
import { capacitiesOf } from '../../../acts/capacities.ts';
import { changed, withoutUndefined } from '../../../acts/changed.ts';
import { freeId } from '../../../acts/free-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refTo } from '../../../acts/written-ref.ts';
import { checkExpectations } from '../../../assessment/guidance-of.ts';
import { dateInWords } from '../../../kernel/date.ts';
import { ok } from '../../../kernel/result.ts';
import { date, flag, oneOf, ref, text, words } from '../../../model/field.ts';
import type { Ref } from '../../../model/field.ts';
import type { Actor } from '../../../register/entry.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import { isCouncillors } from '../councillors.ts';
import { SCRUTINY_ACTS } from '../transitions.ts';

const question = ref(['questions'], 'Question', 'Cwestiwn');

/** Those who keep a committee’s papers do this for it. */
const actsFor = (snapshot: Snapshot, actor: Actor, asker: Ref): boolean =>
  capacitiesOf(snapshot, actor).has(asker) || (asker.startsWith('bodies/') && standingOf(snapshot, `persons/${actor.person}`).roles.has('democratic-services'));

export const askQuestion = areaAct({
  name: 'question.ask',
  says: { en: 'Ask a question', cy: 'Gofyn cwestiwn' },
  row: SCRUTINY_ACTS['question.ask'],
  input: z.strictObject({
    askedBy: ref(['posts', 'persons', 'bodies'], 'Asked by', 'Gofynnir gan'),
    of: ref(['posts'], 'Asked of', 'Gofynnir i'),
    text: text('Question', 'Cwestiwn'),
    on: date('Asked on', 'Gofynnwyd ar').optional(),
    expectation: words('Expectation that it was drawn from', 'Y disgwyliad y deilliodd ohono').optional(),
  }),
  decide({ snapshot, input, actor, today }) {
    const asker = input.askedBy.includes('/') ? (input.askedBy as Ref) : undefined;
    if (asker === undefined) return refuse('input', 'unclear-asker', 'Say who asks with the kind: `posts/…`, `persons/…` or `bodies/…`.', { path: 'askedBy' });
    if (!actsFor(snapshot, actor, asker)) return refuse('forbidden', 'not-the-asker', 'A question is asked in a post that one holds, or for a body on which one sits. Choose one of yours.', { path: 'askedBy' });
    if (!isCouncillors(snapshot, asker)) return refuse('forbidden', 'no-councillor', 'Questions are asked by councillors and their bodies. What an officer asks another is advice or a request.', { path: 'askedBy' });
    const of = refTo('posts', input.of);
    if (asker === of) return refuse('input', 'asks-itself', 'A question is put to another post. Choose who is to answer.', { path: 'of' });
    const on = input.on ?? today;
    if (on > today) return refuse('input', 'day-to-come', `${dateInWords(on, 'en')} is still to come. Record the question when it has been asked.`, { path: 'on' });
    if (input.expectation !== undefined) {
      const known = checkExpectations(snapshot, [input.expectation], 'expectation');
      if (!known.ok) return known;
      const waiting = snapshot.all('questions').find((one) => one.expectation === input.expectation && one.askedBy === asker && one.of === of && one.answers.every(({ kind }) => kind === 'awaiting'));
      if (waiting !== undefined) return refuse('conflict', 'asked-already', `This was asked on ${dateInWords(waiting.on, 'en')} and waits for an answer. Wait for it, or ask something else.`, { path: 'expectation' });
    }
    return ok([{ kind: 'questions', id: freeId(snapshot, 'questions', `asked-${on}`), from: on, fields: withoutUndefined({ ...input, of, on }) }]);
  },
});

export const answerQuestion = areaAct({
  name: 'question.answer',
  says: { en: 'Answer a question', cy: 'Ateb cwestiwn' },
  row: SCRUTINY_ACTS['question.answer'],
  input: z.strictObject({
    question,
    text: text('Answer', 'Ateb'),
    kind: oneOf({
      full: ['This answers it', 'Mae hyn yn ei ateb'], partial: ['This answers part of it', 'Mae hyn yn ateb rhan ohono'],
      awaiting: ['This says only when the answer comes', 'Mae hyn ond yn dweud pryd y daw’r ateb'], declined: ['It is not answered, for this reason', 'Nid yw’n cael ei ateb, am y rheswm hwn'],
    }, 'What this is', 'Beth yw hyn'),
    on: date('Answered on', 'Atebwyd ar').optional(),
  }),
  decide({ snapshot, input, subject, actor, today }) {
    if (!capacitiesOf(snapshot, actor).has(subject.of)) return refuse('forbidden', 'not-the-one-asked', 'Whoever holds the post that was asked gives the answer. Send it to them.', { path: 'question' });
    if (subject.satisfied === true) return refuse('conflict', 'settled', 'Whoever asked is satisfied with the answer that there is: there is nothing left to answer.', { path: 'question' });
    const on = input.on ?? today;
    if (on < subject.on) return refuse('input', 'before-it-was-asked', `It was asked on ${dateInWords(subject.on, 'en')}. An answer comes on that day or after it.`, { path: 'on' });
    if (on > today) return refuse('input', 'day-to-come', `${dateInWords(on, 'en')} is still to come. Record the answer when it has been given.`, { path: 'on' });
    // What was said of the answer before is no word on this one.
    return ok([changed(subject, on, { answers: [...subject.answers, { on, text: input.text, kind: input.kind }], satisfied: undefined, whyNot: undefined })]);
  },
});

export const acceptAnswer = areaAct({
  name: 'question.accept',
  says: { en: 'Say whether an answer satisfies', cy: 'Dweud a yw ateb yn bodloni' },
  row: SCRUTINY_ACTS['question.accept'],
  input: z.strictObject({
    question,
    satisfied: flag('Satisfied', 'Bodlon'),
    whyNot: text('Why not', 'Pam ddim').optional(),
  }),
  decide({ snapshot, input: { satisfied, whyNot }, subject, actor, today }) {
    if (!actsFor(snapshot, actor, subject.askedBy)) return refuse('forbidden', 'not-the-asker', 'Whoever asked says whether the answer satisfies them.', { path: 'question' });
    if (subject.answers.every(({ kind }) => kind === 'awaiting')) return refuse('conflict', 'no-answer-yet', 'There is no answer yet to be satisfied with.', { path: 'question' });
    if (!satisfied && whyNot === undefined) return refuse('input', 'why-not', 'Say what the answer leaves open, so that whoever was asked knows what to answer.', { path: 'whyNot' });
    if (subject.satisfied === satisfied) return refuse('conflict', 'said-already', 'That is what is on record already.', { path: 'satisfied' });
    return ok([changed(subject, today, { satisfied, whyNot: satisfied ? undefined : whyNot })]);
  },
});
