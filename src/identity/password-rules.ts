import { dictionary } from '@zxcvbn-ts/language-common';
import { refused, ok, type Result } from '../kernel/result.ts';

export const LEAST_PASSWORD = 12;
const MOST_PASSWORD = 128;

const common = new Set<string>(dictionary['passwords-common']);

/**
 * Whether a new password may be taken: long enough, not among the tens of thousands that are tried first, and not the name it goes
 * with. No rule asks for kinds of characters: those make passwords that are written down.
 * @param names what an attacker knows: the name of the account, of the person and of the authority
 */
export function acceptablePassword(password: string, names: readonly string[]): Result<string> {
  const wrong = (code: string, sentence: string): Result<never> => refused({ category: 'input', code, sentence, place: { path: 'password' } });
  const length = [...password].length;
  if (length < LEAST_PASSWORD) return wrong('password-short', `The password has ${length} characters. It needs at least ${LEAST_PASSWORD}: three or four words that do not belong together make a good one.`);
  if (length > MOST_PASSWORD) return wrong('password-long', `The password has ${length} characters; ${MOST_PASSWORD} is the most.`);
  const plain = core(password);
  if (common.has(password.toLowerCase()) || common.has(plain) || isPattern(plain) || isTwoOf(plain) || isAlongTheKeys(plain)) return wrong('password-common', 'This password is among those that are tried first. Choose another.');
  const known = names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 3);
  let rest = plain;
  for (const word of [...known, 'answerable']) rest = rest.replaceAll(word, '');
  return rest.length < LEAST_PASSWORD / 2 ? wrong('password-a-name', 'This password is mostly a name that others know. Choose another.') : ok(password);
}

/** Without what people put before and after a word to make it pass. */
const core = (password: string): string => password.toLowerCase().replace(/^[\d\W_]+|[\d\W_]+$/gu, '') || password.toLowerCase();

/** Two of them one after the other. */
const isTwoOf = (text: string): boolean => Array.from({ length: Math.max(0, text.length - 5) }, (_, index) => index + 3).some((at) => common.has(text.slice(0, at)) && common.has(text.slice(at)));

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'].flatMap((row) => [row, [...row].reverse().join('')]);

/** Little beside runs of four and more along the keys or the alphabet. */
function isAlongTheKeys(text: string): boolean {
  const isRun = (run: string): boolean => ROWS.some((row) => row.includes(run));
  let [at, beside] = [0, 0];
  while (at < text.length) {
    let end = at + 1;
    while (end < text.length && isRun(text.slice(at, end + 1))) end += 1;
    if (end - at < 4) beside += end - at;
    at = end;
  }
  return beside < LEAST_PASSWORD / 2;
}

/** Figures alone, or a few signs over and over. */
const isPattern = (text: string): boolean => /^\d+$/.test(text) || /^(.{1,6})\1+.{0,5}$/u.test(text);
