import type { BothLanguages } from '../kernel/text.ts';

/** The nations whose statutory time is known. */
export const NATIONS = ['wales', 'england', 'scotland'] as const;

export type Nation = (typeof NATIONS)[number];

export const NATION_NAMES: Readonly<Record<Nation, BothLanguages>> = {
  wales: { en: 'Wales', cy: 'Cymru' },
  england: { en: 'England', cy: 'Lloegr' },
  scotland: { en: 'Scotland', cy: 'yr Alban' },
};
