import type { BothLanguages } from '../kernel/text.ts';
import type { Diagnosis } from './diagnosis.ts';

/** Each diagnosis in running text, the same on every surface. */
export const DIAGNOSIS_WORDS: Readonly<Record<Diagnosis, BothLanguages>> = {
  secured: { en: 'secured', cy: 'wedi’i sicrhau' },
  'person-dependent': { en: 'person-dependent', cy: 'dibynnu ar berson' },
  'despite-the-arrangements': { en: 'despite the arrangements', cy: 'er gwaetha’r trefniadau' },
  'on-paper-only': { en: 'on paper only', cy: 'ar bapur yn unig' },
  exposed: { en: 'exposed', cy: 'agored i risg' },
  'not-known': { en: 'not known', cy: 'ddim yn hysbys' },
  'does-not-apply': { en: 'does not apply', cy: 'ddim yn berthnasol' },
};
