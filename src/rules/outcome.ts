import type { BothLanguages } from '../kernel/text.ts';
import type { Ref } from '../model/field.ts';
import type { KindName } from '../model/kinds.ts';

export type Verdict = 'met' | 'partly' | 'not-met' | 'not-known' | 'does-not-apply';

/** A sentence in both languages with places in braces: `{post} holds a seat as {role} of {body}.` */
export type Phrase = BothLanguages;

/**
 * What fills a place: a reference (read as the record's name), a date (read as words), a word of the pack or of an
 * enumeration (read as its name), a number, words of our own in both languages, or a list of these.
 */
export type Value = string | number | BothLanguages | readonly (string | BothLanguages)[] | AnyOf;

/** Any one of these would do: said with "or" where a plain list is said with "and". */
export interface AnyOf {
  readonly anyOf: readonly (string | BothLanguages)[];
}

export const anyOf = (words: readonly (string | BothLanguages)[]): AnyOf => ({ anyOf: words });

/** Why a verdict is what it is: said from the evaluation itself, naming the records that decided. */
export interface Reason {
  readonly says: Phrase;
  readonly with: Readonly<Record<string, Value>>;
  readonly records: readonly Ref[];
}

/** A fact that is not recorded and would help to decide: what to record to know. */
export interface Missing {
  readonly says: Phrase;
  readonly with: Readonly<Record<string, Value>>;
  readonly kind?: KindName | undefined;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly because: readonly Reason[];
  readonly missing: readonly Missing[];
}

const NOTHING: readonly never[] = [];

export const reason = (says: Phrase, filled: Readonly<Record<string, Value>> = {}, records: readonly Ref[] = NOTHING): Reason => ({ says, with: filled, records });

export const outcome = (verdict: Verdict, because: readonly Reason[], missing: readonly Missing[] = NOTHING): Outcome => ({ verdict, because, missing });

export const met = (...because: readonly Reason[]): Outcome => outcome('met', because);
export const partly = (...because: readonly Reason[]): Outcome => outcome('partly', because);
export const notMet = (...because: readonly Reason[]): Outcome => outcome('not-met', because);
export const doesNotApply = (...because: readonly Reason[]): Outcome => outcome('does-not-apply', because);

/** Not known, with why, and with what would have to be recorded. */
export const notKnown = (because: readonly Reason[], ...missing: readonly Missing[]): Outcome => outcome('not-known', because, missing);

export const missing = (says: Phrase, filled: Readonly<Record<string, Value>> = {}, kind?: KindName): Missing => ({ says, with: filled, kind });
