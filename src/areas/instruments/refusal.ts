import type { FaultCategory } from '../../kernel/fault.ts';
import { refused } from '../../kernel/result.ts';

/** A refusal in a sentence that names what to do next. @param found what stands in the place of the words of its code */
export const refuse = (category: FaultCategory, code: string, sentence: string, { path, found }: { readonly path?: string; readonly found?: string } = {}) =>
  refused({ category, code, sentence, ...(path === undefined ? {} : { place: { path } }), ...(found === undefined ? {} : { found }) });
