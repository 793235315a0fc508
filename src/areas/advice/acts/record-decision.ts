import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called, joined } from '../../../acts/called.ts';
import { rewritten } from '../../../acts/changed.ts';
import { refuse } from '../../../acts/refuse.ts';
import { dateInLondon, instantInWords } from '../../../kernel/instant.ts';
import { ok } from '../../../kernel/result.ts';
import { instant, ref, text, words } from '../../../model/field.ts';
import { decidersOn, isDeputy } from '../deciders.ts';
import { ADVICE_ACTS } from '../transitions.ts';
import { withoutPersonalData } from '../without-personal-data.ts';
import { asDeputy } from './as-deputy.ts';

/** The decision, by the holder of the office or the deputy who is named. After its time it is recorded as late, and never refused for that. */
export const recordDecision = areaAct({
  name: 'decision.record',
  says: { en: 'Record a statutory decision', cy: 'Cofnodi penderfyniad statudol' },
  row: ADVICE_ACTS['decision.record'],
  input: z.strictObject({
    'statutory-decision': ref(['statutory-decisions'], 'Statutory decision', 'Penderfyniad statudol'),
    outcome: text('Outcome', 'Canlyniad'),
    decidedAt: instant('Decided at', 'Penderfynwyd am'),
    away: words('Why the holder could not decide', 'Pam na allai’r deiliad benderfynu').optional(),
  }),
  decide({ snapshot, subject, input: { outcome, decidedAt, away }, actor, today, now }) {
    if (subject.decidedAt !== undefined || subject.outcome !== undefined) return refuse('conflict', 'already-decided', 'This has been decided. Correct the record if it says something that was not so.');
    const clean = withoutPersonalData({ outcome, away });
    if (!clean.ok) return clean;
    const day = dateInLondon(decidedAt);
    if (decidedAt > now || day > today) return refuse('input', 'decided-in-the-future', 'A decision is recorded once it is made. Give a moment that is past.', { path: 'decidedAt' });
    if (subject.clock !== undefined && decidedAt < subject.clock.from) return refuse('input', 'decided-before-the-clock', `The clock began on ${instantInWords(subject.clock.from, 'en')}. A decision comes after it: give a later moment.`, { path: 'decidedAt' });
    const deciders = decidersOn(snapshot, day);
    if (deciders === undefined) return refuse('conflict', 'no-statutory-officer', 'No post carried the statutory office on that day. Enter which one did.');
    const person = `persons/${actor.person}` as const;
    const made = { outcome, decidedAt, on: day };
    if (deciders.holders.includes(person)) return ok([rewritten(subject, { ...made, by: deciders.office, asDeputyUnder: undefined, note: undefined })]);
    const deputy = deciders.deputies.find((named) => isDeputy(snapshot, person, named, day));
    if (deputy === undefined) {
      const names = [...deciders.holders, ...deciders.deputies.map(({ to }) => to)].map((one) => called(snapshot, one));
      return refuse('forbidden', 'not-the-decider', `${called(snapshot, person)} neither held ${called(snapshot, deciders.office)} on that day nor was its deputy by an instrument in force. ${names.length === 0 ? 'Nobody was: name a deputy in the scheme of delegation.' : `This is decided by ${joined(names)}.`}`);
    }
    // Why the holder is absent may have been said when the clock was started.
    const said = subject.asDeputyUnder === deputy.provision && away === undefined ? ok({ by: deputy.to, asDeputyUnder: deputy.provision }) : asDeputy(snapshot, deciders, deputy, away);
    return said.ok ? ok([rewritten(subject, { ...made, ...said.value })]) : said;
  },
});
