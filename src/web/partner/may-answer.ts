import type { Access } from '../../access/access.ts';
import { date } from '../../kernel/date.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { Answered, Asking, Purpose } from './purpose.ts';

/** Whom an answer would be from. */
export type From = Pick<Answered, 'recipient' | 'person'>;

/** Whether somebody may enter the answer themselves, and so may let it be given by a link: the table of the area says so. */
export function mayAnswer(access: Access, { answers }: Purpose, { body }: Asking, from: From): boolean {
  const after = { ...body({ ...from, text: undefined, on: ANY_DAY }), id: 'answer', ref: `${answers}/answer`, valid: {} } as unknown as AnyRecord;
  return access.mayKeep(answers, undefined, after);
}

/** Whether there is anybody at all for whom they may. */
export const mayAnswerForSome = (access: Access, purpose: Purpose, asking: Asking): boolean =>
  asking.recipients.some((recipient) => (asking.persons ?? [undefined]).some((person) => mayAnswer(access, purpose, asking, { recipient, person })));

/** It does not matter for who may: an answer concerns whom it names. */
const ANY_DAY = date('2000-01-01');
