import type { CalendarDate } from '../../kernel/date.ts';
import type { BothLanguages, Text } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { KindName } from '../../model/kinds.ts';
import type { Snapshot } from '../../register/snapshot.ts';

/** Whom an answer is from, and what they say where words are asked for. */
export interface Answered {
  readonly recipient: string;
  readonly person: Ref<'persons'> | undefined;
  readonly text: Text | undefined;
  readonly on: CalendarDate;
}

/** What a partner is shown of one record, and what their answer becomes. */
export interface Asking {
  /** Whether the record takes an answer now. */
  readonly isOpen: boolean;
  readonly title: Text;
  /** All that is needed to answer, and no more. */
  readonly rows: readonly { readonly label: BothLanguages; readonly value: Text | CalendarDate }[];
  /** Whom a link may be for. */
  readonly recipients: readonly string[];
  /** Who may acknowledge or sign; undefined where the answer names nobody. */
  readonly persons: readonly Ref<'persons'>[] | undefined;
  readonly body: (answer: Answered) => Readonly<Record<string, unknown>>;
}

/** One thing that a partner may do by a link. */
export interface Purpose {
  readonly name: 'return' | 'response' | 'acknowledgement' | 'agreement';
  /** The kind of record that the answer becomes: whoever may enter that may make a link for it. */
  readonly answers: KindName;
  /** Whether the answer is in words; else it is a button. */
  readonly asksWords: boolean;
  /** @param seen what whoever makes the link may see; undefined where there is no such record there */
  readonly asks: (seen: Snapshot, ref: Ref) => Asking | undefined;
}
