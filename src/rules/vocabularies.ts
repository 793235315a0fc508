import type { PackFile } from '../guidance/pack.ts';
import type { Vocabularies } from '../model/register-header.ts';

/** The pack's word lists, those of earlier editions among them, for reading a register that is to be judged by it. */
export const vocabulariesOf = (pack: PackFile): Vocabularies => {
  const ids = (list: 'themes' | 'accountabilities' | 'competencies' | 'designations'): ReadonlySet<string> =>
    new Set([...pack[list], ...(pack.formerWords?.[list] ?? [])].map(({ id }) => id));
  return {
    themes: ids('themes'),
    accountabilities: ids('accountabilities'),
    competencies: ids('competencies'),
    designations: ids('designations'),
  };
};
