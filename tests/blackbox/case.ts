import type { Reading, Register } from './register.ts';

/** One thing changed in a well-arranged register, and what follows by the documents. */
export interface Case extends Reading {
  readonly name: string;
  readonly change?: (register: Register) => void;
  readonly structure?: string;
  /** Verdicts by `expectation@lens` and diagnoses by `expectation`. */
  readonly then: Readonly<Record<string, string>>;
  /** What the reasons of an expectation say, and what they must not say. */
  readonly says?: Readonly<Record<string, RegExp>>;
  readonly neverSays?: Readonly<Record<string, RegExp>>;
}

/** Changes some of the meetings of a series, counted from 1. */
export function meetingsOf(register: Register, series: string, numbers: readonly number[], fields: Readonly<Record<string, unknown>>): void {
  for (const number of numbers) register.set('meetings', `${series}-${number}`, fields);
}

export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
