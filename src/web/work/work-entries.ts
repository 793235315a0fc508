import type { BothLanguages } from '../../kernel/text.ts';
import type { Reading } from '../reading.ts';

/** One kind of everyday work, with the page where it is done. */
export interface WorkEntry {
  /** The page, from after the register: `/meetings`. */
  readonly path: `/${string}`;
  readonly name: BothLanguages;
  readonly says: BothLanguages;
  /** Whether it is anything to this reader and this authority; to all where absent. */
  readonly isFor?: (reading: Reading) => boolean;
}

/** The everyday work, in the order in which it is offered. */
export const WORK: readonly WorkEntry[] = [];
