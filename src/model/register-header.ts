import type { CalendarDate } from '../kernel/date.ts';
import type { Text } from '../kernel/text.ts';
import type { Vocabulary } from './field.ts';
import type { KindName, RecordOfKind } from './kinds.ts';
import type { Nation } from './structure.ts';

/** What a register says of itself. */
export interface RegisterHeader {
  readonly id: string;
  readonly authority: { readonly name: Text; readonly nation: Nation };
  /** The id of the guidance pack that it is judged against unless another is asked for. */
  readonly pack?: string | undefined;
  /** The kinds of which nothing is missing: there, absence means "no"; elsewhere it means "not known". */
  readonly completeFor: readonly KindName[];
  /** The date a reader sees unless they ask for another. */
  readonly asAt?: CalendarDate | undefined;
  /** Stricter values that the authority sets for thresholds of the pack, by threshold id. */
  readonly thresholds: Readonly<Record<string, number | string>>;
}

/** Every record of a register with its kind; a record whose periods differ may have several versions with one id. */
export type RecordsByKind = { readonly [K in KindName]?: readonly RecordOfKind<K>[] };

/** A register as one file holds it: read whole, checked, references resolved to `kind/id`. */
export interface RegisterContent {
  readonly header: RegisterHeader;
  readonly records: RecordsByKind;
}

/** The pack's word lists, for checking the words that a register uses. An absent list is not checked. */
export type Vocabularies = { readonly [V in Vocabulary]?: ReadonlySet<string> };

/** The word lists, or where they follow from the register's own header (its pack), how to find them. */
export type VocabularySource = Vocabularies | ((header: RegisterHeader) => Vocabularies);
