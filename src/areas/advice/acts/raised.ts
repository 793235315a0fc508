import { withoutUndefined } from '../../../acts/changed.ts';
import { newId } from '../../../acts/new-id.ts';
import { refuse } from '../../../acts/refuse.ts';
import { dateInWords, type CalendarDate } from '../../../kernel/date.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Advice } from '../../../model/advice.ts';
import type { Proposed } from '../../../register/acts/act.ts';
import type { Actor } from '../../../register/entry.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { Snapshot } from '../../../register/snapshot.ts';
import { answerTime } from '../answer-time.ts';
import { withoutPersonalData } from '../without-personal-data.ts';

interface Moment {
  readonly snapshot: Snapshot;
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly now: Instant;
}

type Said = Pick<Advice, 'nature' | 'from' | 'to' | 'subject'> & Partial<Pick<Advice, 'theme' | 'arisingFrom' | 'under' | 'answerBy' | 'confidential'>>;

/** What is raised as a record, whatever its nature: checked for personal data, with the day by which an answer is due. */
export function raised({ snapshot, actor, today, now }: Moment, said: Said): Result<Proposed> {
  const clean = withoutPersonalData({ subject: said.subject });
  if (!clean.ok) return clean;
  const due = answerTime(snapshot, { ...said, on: today });
  if (!due.ok) return due;
  if (said.answerBy !== undefined && said.answerBy > due.value.on) {
    return refuse('input', 'answer-too-late', `An answer is due by ${dateInWords(due.value.on, 'en')}. Ask for it by then or sooner, or leave the day out.`, { path: 'answerBy' });
  }
  if (said.answerBy !== undefined && said.answerBy < today) return refuse('input', 'answer-in-the-past', 'The day by which an answer is asked for is past. Give a later day, or leave it out.', { path: 'answerBy' });
  const fields = { ...said, by: `persons/${actor.person}`, on: today, answerBy: said.answerBy ?? due.value.on };
  return ok({ kind: 'advice', id: newId(said.nature, actor, now, said), fields: withoutUndefined(fields) });
}
