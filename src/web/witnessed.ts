import { instantInWords } from '../kernel/instant.ts';
import type { Language } from '../kernel/text.ts';
import { witnessesIn } from '../register/witness/cosigned-note.ts';
import { keptWords } from './words/kept.ts';
import { filled, inLanguage } from './words/pairs.ts';

/** Who outside has seen the checkpoint and signed it too, and when; or that nobody has. */
export function witnessedInWords(note: string, language: Language): string {
  const t = inLanguage(keptWords, language);
  const witnesses = witnessesIn(note);
  return witnesses.length === 0 ? t.notWitnessed : witnesses.map(({ by, at }) => filled(t.witnessedBy, { by, at: instantInWords(at, language) })).join('; ');
}
