import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called, joined } from '../../../acts/called.ts';
import { rewritten } from '../../../acts/changed.ts';
import { refuse } from '../../../acts/refuse.ts';
import { ok } from '../../../kernel/result.ts';
import { oneOf, ref, text } from '../../../model/field.ts';
import { RESPONSE_OUTCOMES } from '../../../model/advice.ts';
import { ADVICE_ACTS } from '../transitions.ts';
import { answersFor, whoAnswers } from '../who-answers.ts';
import { withoutPersonalData } from '../without-personal-data.ts';

/** An answer, with its reason, by whom it was asked of: of a post its holder or deputy, of a body its chair or the keeper of its minutes. */
export const respond = areaAct({
  name: 'advice.respond',
  says: { en: 'Answer what was raised', cy: 'Ateb yr hyn a godwyd' },
  row: ADVICE_ACTS['advice.respond'],
  input: z.strictObject({
    advice: ref(['advice'], 'Advice', 'Cyngor'),
    outcome: oneOf(RESPONSE_OUTCOMES, 'Outcome', 'Canlyniad'),
    reason: text('Reason', 'Rheswm').optional(),
  }),
  decide({ snapshot, subject, input: { outcome, reason }, actor, today }) {
    if (!answersFor(snapshot, `persons/${actor.person}`)(subject.to)) {
      const names = whoAnswers(snapshot, subject.to).map((one) => called(snapshot, one));
      const who = names.length > 0 ? `: ${joined(names)}` : '. Nobody holds it on this day, and no instrument in force names a deputy';
      return refuse('forbidden', 'not-asked-of-you', `This was asked of ${called(snapshot, subject.to)}, and only who answers there does${who}.`);
    }
    const later = subject.escalatedTo === undefined ? undefined : snapshot.get(subject.escalatedTo);
    // Of what went on in confidence they may not even learn that it did: a late answer is one all the same.
    if (later !== undefined && later.confidential !== true) return refuse('conflict', 'already-escalated', `This has gone on to ${called(snapshot, later.to)}. The answer is given there.`);
    if (reason === undefined && (outcome === 'not-accepted' || outcome === 'partly')) return refuse('input', 'reason-of-answer-missing', 'Say why it is not accepted, or not all of it: whoever raised it is owed the reason.', { path: 'reason' });
    const clean = withoutPersonalData({ reason });
    if (!clean.ok) return clean;
    return ok([rewritten(subject, { responses: [...subject.responses, { on: today, by: subject.to, outcome, ...(reason === undefined ? {} : { reason }) }] })]);
  },
});
