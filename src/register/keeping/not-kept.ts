import { refused, type Result } from '../../kernel/result.ts';
import { NotIntact } from '../not-intact.ts';
import { inWords, type RegisterState } from './read-only.ts';

/** Why an act that is not at fault itself was not kept, or may not have been. */

export const outcomeUnknown = (why: unknown): Result<never> =>
  ours('outcome-unknown', `It is not known whether this was kept (${inWords(why)}). Ask again with the same key: it is done once at most.`);

/** Nothing was tried. */
export const notTried = (why: unknown): Result<never> =>
  why instanceof NotIntact ? ours('not-intact', why.message) : ours('read-only', `The register cannot be written to at the moment (${inWords(why)}). Nothing was recorded; it can be read, and takes acts again as soon as it can.`);

export const readOnly = (state: RegisterState): Result<never> =>
  ours('read-only', state.mode === 'ready' ? 'The register can be written to again. Ask again.' : `The register can only be read since ${state.since} (${state.why}). Nothing was recorded; it takes acts again as soon as it can.`);

export const overtaken = (tries: number): Result<never> =>
  refused({ category: 'conflict', code: 'overtaken', sentence: `Others wrote to the register each of the ${tries} times that this was to be kept. Nothing was recorded. Ask again.` });

export const actFailed = (why: unknown): Result<never> => ours('act-failed', `The act failed (${inWords(why)}). Nothing was recorded; please tell us.`);

const ours = (code: string, sentence: string): Result<never> => refused({ category: 'ours', code, sentence });
