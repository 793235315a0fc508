import { rule, type AreaTable } from '../../access/table.ts';

const EVERYONE_INSIDE = ['insider', 'inspector'] as const;
const KEEPERS = ['performance', 'manager', 'statutory-officer'] as const;

/** What services achieve is known to all inside; those who run and measure them keep it. */
export const performance: AreaTable = {
  indicators: rule('indicators', { read: EVERYONE_INSIDE, keep: KEEPERS }),
  observations: rule('observations', { read: EVERYONE_INSIDE, keep: KEEPERS }),
  commentaries: rule('commentaries', { read: EVERYONE_INSIDE, keep: KEEPERS }),
};
