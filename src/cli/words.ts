import type { BothLanguages } from '../kernel/text.ts';
import type { Verdict } from '../rules/outcome.ts';

export { DIAGNOSIS_WORDS } from '../assessment/diagnosis-words.ts';

export const VERDICT_WORDS: Readonly<Record<Verdict, BothLanguages>> = {
  met: { en: 'met', cy: 'ydy' },
  partly: { en: 'in part', cy: 'rhannol' },
  'not-met': { en: 'not met', cy: 'nac ydy' },
  'not-known': { en: 'unknown', cy: 'anhysbys' },
  'does-not-apply': { en: '–', cy: '–' },
};
