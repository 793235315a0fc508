import type { FaultCategory } from '../kernel/fault.ts';
import { refused } from '../kernel/result.ts';

/** A refusal in a sentence that names what to do next. @param path the key of the input that it is about */
export const refuse = (category: FaultCategory, code: string, sentence: string, path?: string) =>
  refused({ category, code, sentence, ...(path === undefined ? {} : { place: { path } }) });
