import { refuse } from '../../acts/refuse.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Text } from '../../kernel/text.ts';
import { personalDataIn } from './personal-data.ts';

/** Refuses words that plainly hold what says who a child, an adult or a family is. @param fields the words by the key of the input that they came in */
export function withoutPersonalData(fields: Readonly<Record<string, Text | string | undefined>>): Result<undefined> {
  for (const [path, text] of Object.entries(fields)) {
    if (text === undefined) continue;
    for (const words of typeof text === 'string' ? [text] : [text.en, text.cy]) {
      const found = words === undefined ? undefined : personalDataIn(words);
      if (found !== undefined) return refuse('input', 'personal-data', `This looks like ${found.en}. The register keeps what was decided or said, never whom it was about: leave it out, and keep it in the case record.`, { path });
    }
  }
  return ok(undefined);
}
