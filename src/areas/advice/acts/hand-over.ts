import { z } from 'zod';
import { areaAct } from '../../../acts/area-act.ts';
import { called } from '../../../acts/called.ts';
import { rewritten } from '../../../acts/changed.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refAmong } from '../../../acts/written-ref.ts';
import { ok } from '../../../kernel/result.ts';
import { ref, words } from '../../../model/field.ts';
import { decidersOn } from '../deciders.ts';
import { ADVICE_ACTS } from '../transitions.ts';
import { withoutPersonalData } from '../without-personal-data.ts';
import { asDeputy } from './as-deputy.ts';

/** A decision whose clock runs goes to the deputy whom an instrument names, or back to the holder: who falls ill at night does not stop the clock. */
export const handOver = areaAct({
  name: 'decision.hand-over',
  says: { en: 'Hand a statutory decision to the deputy', cy: 'Trosglwyddo penderfyniad statudol i’r dirprwy' },
  row: ADVICE_ACTS['decision.hand-over'],
  input: z.strictObject({
    'statutory-decision': ref(['statutory-decisions'], 'Statutory decision', 'Penderfyniad statudol'),
    /** The deputy; the holder again where absent. */
    to: ref(['posts', 'persons'], 'To', 'At').optional(),
    away: words('Why the holder cannot decide', 'Pam na all y deiliad benderfynu').optional(),
  }),
  decide({ snapshot, subject, input, today }) {
    if (subject.decidedAt !== undefined || subject.outcome !== undefined) return refuse('conflict', 'already-decided', 'This has been decided. Correct the record if it says something that was not so.');
    const clean = withoutPersonalData({ away: input.away });
    if (!clean.ok) return clean;
    const deciders = decidersOn(snapshot, today);
    if (deciders === undefined) return refuse('conflict', 'no-statutory-officer', 'No post carries the statutory office on this day. Enter which one does.');
    const to = input.to === undefined ? deciders.office : refAmong(snapshot, ['posts', 'persons'], input.to);
    if (to === deciders.office) return ok([rewritten(subject, { by: to, asDeputyUnder: undefined, note: undefined })]);
    const deputy = deciders.deputies.find((named) => named.to === to);
    if (deputy === undefined) return refuse('input', 'no-deputy-named', `No instrument in force names ${called(snapshot, to)} to deputise for ${called(snapshot, deciders.office)}. Name the deputy there, or leave the decision to the holder.`, { path: 'to' });
    const standing = asDeputy(snapshot, deciders, deputy, input.away);
    return standing.ok ? ok([rewritten(subject, standing.value)]) : standing;
  },
});
