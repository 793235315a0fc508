import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called, joined } from '../../../acts/called.ts';
import { rewritten } from '../../../acts/changed.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refAmong } from '../../../acts/written-ref.ts';
import { dateInWords } from '../../../kernel/date.ts';
import { ok } from '../../../kernel/result.ts';
import { advice } from '../../../model/advice.ts';
import { flag, ref, text } from '../../../model/field.ts';
import { answerState } from '../answer-state.ts';
import { stepsLeft } from '../line.ts';
import { ADVICE_ACTS } from '../transitions.ts';
import { answersFor, whoAnswers } from '../who-answers.ts';
import { raised } from './raised.ts';

/** What was not accepted, or not answered in time, goes on to the next along the line that the instruments give. */
export const escalate = areaAct({
  name: 'advice.escalate',
  says: { en: 'Take it to the next in line', cy: 'Mynd ag ef at y nesaf yn y llinell' },
  row: ADVICE_ACTS['advice.escalate'],
  input: z.strictObject({
    advice: ref(['advice'], 'Advice', 'Cyngor'),
    /** To whom: anybody of whom the line has left; the next where absent. */
    to: ref(['posts', 'bodies'], 'To', 'At').optional(),
    /** What they are asked; what was raised where absent. */
    subject: text('Subject', 'Pwnc').optional(),
    answerBy: advice.fields.answerBy,
    confidential: flag('Confidential', 'Cyfrinachol').optional(),
  }),
  decide(occasion) {
    const { snapshot, subject: before, input, actor, today } = occasion;
    const raiser = before.from;
    if (!answersFor(snapshot, `persons/${actor.person}`)(raiser)) {
      const names = whoAnswers(snapshot, raiser).map((one) => called(snapshot, one));
      return refuse('forbidden', 'not-raised-by-you', `Only who raised it takes it further: ${names.length > 0 ? joined(names) : called(snapshot, raiser)}.`);
    }
    const { state, due } = answerState(snapshot, before, today);
    if (state === 'escalated') return refuse('conflict', 'already-escalated', 'This has gone on already. Take the later one further.');
    if (state === 'awaiting') return refuse('conflict', 'answer-not-due', `An answer is not due until the end of ${dateInWords(due, 'en')}. Wait for it, or for a refusal.`);
    if (state === 'answered' && ['accepted', 'noted'].includes(before.responses.at(-1)?.outcome ?? '')) {
      return refuse('conflict', 'not-refused', 'This was accepted or noted. What was not accepted, accepted in part or not answered in time goes on; raise it anew if it was not kept to.');
    }
    const left = stepsLeft(snapshot, before);
    const wanted = input.to === undefined ? left[0]?.to : refAmong(snapshot, ['posts', 'bodies'], input.to);
    const step = left.find(({ to }) => to === wanted);
    if (step === undefined) {
      return left.length === 0
        ? refuse('conflict', 'end-of-line', `${called(snapshot, before.to)} is the last of the line. Put a dissent on record, or report it to the Council.`)
        : refuse('input', 'not-on-the-line', `It goes on along the line: to ${joined(left.map(({ to }) => called(snapshot, to)))}.`, { path: 'to' });
    }
    const { nature, from, theme, subject, confidential } = before;
    const after = raised(occasion, {
      nature, from, to: step.to, subject: input.subject ?? subject, arisingFrom: before.ref,
      theme, under: step.instrument, answerBy: input.answerBy, confidential: confidential === true || input.confidential === true ? true : undefined,
    });
    return after.ok ? ok([after.value, rewritten(before, { escalatedTo: `advice/${after.value.id}` })]) : after;
  },
});
