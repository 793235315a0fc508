import type { CalendarDate } from '../kernel/date.ts';
import type { BothLanguages, Language } from '../kernel/text.ts';
import type { Ref } from '../model/field.ts';

/** What somebody may say of a thing by a link, without signing in. */
export const ANSWERS = ['done', 'delayed', 'acknowledged'] as const;
export type AnswerName = (typeof ANSWERS)[number];

/** One thing that waits for a person, as far as reminding them of it goes: what kind of thing, where and by when, and nothing of what it says. */
export interface WaitingThing {
  /** The same for as long as it is the same thing, whatever day it is due. */
  readonly key: string;
  /** An action, an answer, … */
  readonly what: BothLanguages;
  /** The post, body or person that it waits for, by its name. */
  readonly whose: Ref;
  readonly whoseName: BothLanguages;
  readonly by: CalendarDate | undefined;
  readonly since: CalendarDate | undefined;
  /** The record that it is about, and the number of the entry that changed it last. */
  readonly record: Ref;
  readonly entry: number;
  /** Whether that entry was made by the person for whom it waits. */
  readonly isTouched: boolean;
  /** Where it is done, from the root of the site. */
  readonly path: (language: Language) => string;
  readonly answers: readonly AnswerName[];
}
