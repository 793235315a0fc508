import { rule, type AreaTable } from '../../access/table.ts';

const EVERYONE_INSIDE = ['insider', 'inspector'] as const;
const KEEPERS = ['democratic-services', 'statutory-officer', 'performance', 'manager'] as const;

/** Anybody may see that a consultation is open, and how what was said was dealt with once it is reported; who said it stays inside. */
export const consultation: AreaTable = {
  consultations: rule('consultations', { read: EVERYONE_INSIDE, published: ({ state }) => state !== undefined && state !== 'planned', keep: KEEPERS, guarded: { note: EVERYONE_INSIDE } }),
  responses: rule('responses', { read: EVERYONE_INSIDE, concerns: ['organisation'], keep: [...KEEPERS, 'concerned'] }),
  points: rule('points', {
    read: EVERYONE_INSIDE,
    published: ({ response }, snapshot) => {
      const given = snapshot.get(response);
      return given !== undefined && snapshot.get(given.consultation)?.state === 'reported';
    },
    keep: KEEPERS,
    guarded: { response: EVERYONE_INSIDE, note: EVERYONE_INSIDE },
  }),
};
