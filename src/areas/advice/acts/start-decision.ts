import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called } from '../../../acts/called.ts';
import { newId } from '../../../acts/new-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refAmong } from '../../../acts/written-ref.ts';
import { dateInWords } from '../../../kernel/date.ts';
import { quoted } from '../../../kernel/fault.ts';
import { dateInLondon } from '../../../kernel/instant.ts';
import { ok } from '../../../kernel/result.ts';
import { instant, ref, text, words } from '../../../model/field.ts';
import { decisionClock } from '../../../statutory-time/decision-clock.ts';
import { reservedDecisionOn, reservedDecisions } from '../../../statutory-time/reserved-decisions.ts';
import { decidersOn } from '../deciders.ts';
import { ADVICE_ACTS } from '../transitions.ts';
import { withoutPersonalData } from '../without-personal-data.ts';
import { asDeputy } from './as-deputy.ts';

/** A decision that law reserves to the officer comes in: its clock runs from the minute, for the officer or the deputy whom an instrument names. */
export const startDecision = areaAct({
  name: 'decision.start',
  says: { en: 'Start the clock of a statutory decision', cy: 'Cychwyn cloc penderfyniad statudol' },
  row: ADVICE_ACTS['decision.start'],
  input: z.strictObject({
    decision: words('Decision', 'Penderfyniad'),
    subject: text('Subject (no personal data)', 'Pwnc (dim data personol)'),
    from: instant('Began', 'Dechreuodd'),
    by: ref(['posts', 'persons'], 'To be decided by', 'I’w benderfynu gan').optional(),
    away: words('Why the holder cannot decide', 'Pam na all y deiliad benderfynu').optional(),
  }),
  decide({ snapshot, input, actor, today, now }) {
    const clean = withoutPersonalData({ subject: input.subject, away: input.away });
    if (!clean.ok) return clean;
    const day = dateInLondon(input.from);
    if (input.from > now || day > today) return refuse('input', 'clock-in-the-future', 'A clock starts when what it runs from has happened. Give a moment that is past.', { path: 'from' });
    const { nation } = snapshot.header.authority;
    const decision = reservedDecisionOn(nation, input.decision, day);
    if (decision === undefined) {
      const known = reservedDecisions(nation, day).map(({ id }) => quoted(id));
      return refuse('input', 'not-reserved', `${quoted(input.decision)} is no decision that is reserved to the officer on ${dateInWords(day, 'en')}, as far as guidance/reserved-decisions knows. ${known.length === 0 ? 'It knows none of that nation and day.' : `It knows ${known.join(', ')}.`}`, { path: 'decision', found: input.decision });
    }
    const deciders = decidersOn(snapshot, day);
    if (deciders === undefined) return refuse('conflict', 'no-statutory-officer', `No post carried the statutory office on ${dateInWords(day, 'en')}. Enter which one did.`);
    const clock = decisionClock(decision, input.from);
    if (!clock.ok) return clock;
    const wanted = input.by === undefined ? undefined : refAmong(snapshot, ['posts', 'persons'], input.by);
    const vacant = deciders.holders.length === 0 ? deciders.deputies[0] : undefined;
    const deputy = wanted === undefined ? vacant : deciders.deputies.find(({ to }) => to === wanted);
    if (wanted !== undefined && wanted !== deciders.office && deputy === undefined) {
      return refuse('input', 'no-deputy-named', `No instrument in force names ${called(snapshot, wanted)} to deputise for ${called(snapshot, deciders.office)}. Name the deputy there, or leave the decision to the holder.`, { path: 'by' });
    }
    const standing = deputy === undefined ? ok({}) : asDeputy(snapshot, deciders, deputy, input.away);
    if (!standing.ok) return standing;
    const { until } = clock.value ?? {};
    return ok([{
      kind: 'statutory-decisions', id: newId('decision', actor, now, input),
      fields: {
        function: decision.what.en, under: decision.authority.title, by: deciders.office, on: day, subject: input.subject,
        ...(until === undefined ? {} : { clock: { period: decision.id, from: input.from, until } }),
        ...standing.value,
      },
    }]);
  },
});
