import type { BothLanguages } from '../kernel/text.ts';
import type { Verdict } from '../rules/outcome.ts';

/** Each verdict as a cell of a table says it. */
export const VERDICTS: Readonly<Record<Verdict, BothLanguages>> = {
  met: { en: 'Met', cy: 'Cyflawnwyd' },
  partly: { en: 'In part', cy: 'Yn rhannol' },
  'not-met': { en: 'Not met', cy: 'Heb ei gyflawni' },
  'not-known': { en: 'Not known', cy: 'Ddim yn hysbys' },
  'does-not-apply': { en: 'Does not apply', cy: 'Ddim yn berthnasol' },
};
