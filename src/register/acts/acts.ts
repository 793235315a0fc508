import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Act, RegisterAct } from './act.ts';
import { correct, end, put } from './record-acts.ts';

/** The acts that every kind of record has. Areas add their own. */
export const GENERIC_ACTS: readonly Act[] = [put, end, correct];

export function actNamed<A extends Act | RegisterAct>(name: string, acts: readonly A[]): Result<A> {
  const act = acts.find((one) => one.name === name);
  if (act !== undefined) return ok(act);
  const names = acts.map((one) => one.name);
  return refused({ category: 'misuse', code: 'unknown-act', sentence: `${quoted(name)} is not an act.${didYouMean(name, names)} There are ${names.join(', ')}.`, found: name });
}
