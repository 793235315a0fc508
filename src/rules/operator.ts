import type { z } from 'zod';
import type { BothLanguages } from '../kernel/text.ts';
import type { Facts } from './facts.ts';
import type { Outcome, Value } from './outcome.ts';
import type { WordSchemas } from './pack-words.ts';

/**
 * One kind of test that guidance can be put in. Each lives in a file of its own name under `operators/` and is
 * finished when it checks (`params`), evaluates, explains itself and has examples.
 */
export interface Operator<P = unknown> {
  readonly name: string;
  /** The shape of the parameters, made with the pack's own words: a pack with other words is refused at load. */
  readonly params: (words: WordSchemas) => z.ZodType<P>;
  /** Pure: reads the register only through `facts`, and names in its reasons the records that decided. */
  readonly evaluate: (params: P, facts: Facts) => Outcome;
  /** What the test asks for, as a phrase with the parameters' words in braces filled in by `with`. */
  readonly explain: (params: P) => { readonly says: BothLanguages; readonly with?: Readonly<Record<string, Value>> };
}

export const defineOperator = <P>(operator: Operator<P>): Operator<P> => operator;
