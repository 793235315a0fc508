import type { FaultCategory } from '../../kernel/fault.ts';
import { refused, type Result } from '../../kernel/result.ts';

/** A refusal in a sentence that names what to do next. @param path the key of the input that it is about @param found what stands in the Welsh words of its code */
export const refuse = (category: FaultCategory, code: string, sentence: string, path?: string, found?: string): Result<never> =>
  refused({ category, code, sentence, ...(path === undefined ? {} : { place: { path } }), ...(found === undefined ? {} : { found }) });
