import type { z } from 'zod';
import type { Occasion } from '../../../acts/area-act.ts';
import { withoutUndefined } from '../../../acts/changed.ts';
import { newId } from '../../../acts/new-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { refTo } from '../../../acts/written-ref.ts';
import { dateInWords } from '../../../kernel/date.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { date, group, ref, text } from '../../../model/field.ts';
import type { Ref } from '../../../model/field.ts';
import type { Proposed } from '../../../register/acts/act.ts';

/** What somebody is to do about a barrier or a reservation. */
export const will = group({ what: text('What is to be done', 'Yr hyn sydd i’w wneud'), owner: ref(['posts'], 'By whom', 'Gan bwy'), due: date('By', 'Erbyn').optional() }, 'What is to be done about it', 'Yr hyn sydd i’w wneud amdano').optional();

/** The action that comes of it; none where nothing is to be done. */
export function actionOf(said: z.output<typeof will>, arisingFrom: Ref, acceptedBy: Ref | undefined, { actor, now, today }: Pick<Occasion<unknown, never>, 'actor' | 'now' | 'today'>): Result<readonly Proposed[]> {
  if (said === undefined) return ok([]);
  const { due, owner, what } = said;
  if (due !== undefined && due < today) return refuse('input', 'day-past', `${dateInWords(due, 'en')} is past. Choose a day to come.`, { path: 'will.due' });
  const fields = { what, owner: refTo('posts', owner), due, state: 'not-started', arisingFrom, acceptedBy };
  return ok([{ kind: 'actions', id: newId('action', actor, now, [arisingFrom, said]), from: today, fields: withoutUndefined(fields) }]);
}
