import type { FaultCategory } from '../kernel/fault.ts';
import { refused } from '../kernel/result.ts';

/** A refusal in a sentence that names what to do next. @param path the key of the input that it is about @param found what stands in the words of its code in another language */
export const refuse = (category: FaultCategory, code: string, sentence: string, { path, found }: { readonly path?: string; readonly found?: string | undefined } = {}) =>
  refused({ category, code, sentence, ...(path === undefined ? {} : { place: { path } }), ...(found === undefined ? {} : { found }) });
