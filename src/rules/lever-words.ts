import type { BothLanguages } from '../kernel/text.ts';
import type { Lever } from './levers.ts';

export const LEVER_WORDS: Readonly<Record<Lever, BothLanguages>> = {
  manages: { en: 'manages', cy: 'yn rheoli' },
  'manages-the-manager': { en: 'manages the manager', cy: 'yn rheoli’r rheolwr' },
  'delegated-power': { en: 'delegated power', cy: 'pŵer dirprwyedig' },
  chair: { en: 'chairs', cy: 'yn cadeirio' },
  seat: { en: 'has a seat', cy: 'â sedd' },
  'right-to-report': { en: 'right to report', cy: 'hawl i adrodd' },
  'right-to-challenge': { en: 'right to challenge', cy: 'hawl i herio' },
  'professional-lead': { en: 'professional lead', cy: 'arweinydd proffesiynol' },
};
