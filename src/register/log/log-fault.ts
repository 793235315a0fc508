import { quoted, type Fault } from '../../kernel/fault.ts';

/** What is wrong with a note, key, checkpoint, receipt or leaf: something that was handed in, so `input`. */
export const logFault = (code: string, sentence: string, found?: string): Fault => ({
  category: 'input',
  code,
  sentence: found === undefined ? sentence : `${sentence} Found: ${quoted(found)}.`,
  ...(found === undefined ? {} : { found }),
});
