import { quoted } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { ok, refused, type Result } from '../kernel/result.ts';

/** The register asked for, or the only one. @param place what keeps them, for the sentence */
export function chooseRegister(registers: readonly string[], asked: string | undefined, place: 'folder' | 'database'): Result<string> {
  const [first, second] = registers;
  if (first === undefined) return refused({ category: 'not-found', code: 'no-register', sentence: `This ${place} keeps no register. Begin one with \`answerable import FILE\`.` });
  if (asked === undefined) {
    return second === undefined ? ok(first) : refused({ category: 'misuse', code: 'which-register', sentence: `This ${place} keeps several registers: say which with \`--register\`. There are ${registers.join(', ')}.` });
  }
  if (registers.includes(asked)) return ok(asked);
  return refused({ category: 'not-found', code: 'no-such-register', sentence: `${quoted(asked)} is not a register of this ${place}.${didYouMean(asked, registers)} There ${second === undefined ? 'is' : 'are'} ${registers.join(', ')}.`, found: asked });
}
