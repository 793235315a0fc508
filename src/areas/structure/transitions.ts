import { rule, type AreaTable } from '../../access/table.ts';

const KEEPERS = ['democratic-services', 'statutory-officer', 'head-of-paid-service'] as const;
const WHO_EMPLOYS = [...KEEPERS, 'workforce'] as const;
/** Those who answer for a person's fitness to practise and to hold a post, and the person. */
const PERSONAL = ['concerned', 'statutory-officer', 'head-of-paid-service', 'workforce', 'inspector'] as const;
const always = (): boolean => true;

/** The posts, bodies and functions of an authority are public; who may know a person's registration is not. */
export const structure: AreaTable = {
  authorities: rule('authorities', { read: [], published: always, keep: KEEPERS }),
  units: rule('units', { read: [], published: always, keep: KEEPERS }),
  posts: rule('posts', { read: [], published: always, keep: WHO_EMPLOYS, guarded: { note: ['insider', 'inspector'] } }),
  persons: rule('persons', { read: ['insider', 'inspector', 'concerned'], concerns: ['ref'], keep: WHO_EMPLOYS, guarded: { qualifications: PERSONAL, registrations: PERSONAL, note: PERSONAL } }),
  appointments: rule('appointments', { read: ['insider', 'inspector'], keep: WHO_EMPLOYS, guarded: { note: ['statutory-officer', 'head-of-paid-service', 'workforce', 'democratic-services'] } }),
  appraisals: rule('appraisals', { read: ['concerned', 'head-of-paid-service', 'inspector'], concerns: ['post', 'by'], keep: ['concerned', 'head-of-paid-service'] }),
  bodies: rule('bodies', { read: [], published: always, keep: KEEPERS, guarded: { note: ['insider', 'inspector'] } }),
  seats: rule('seats', { read: ['insider', 'inspector'], keep: KEEPERS }),
  organisations: rule('organisations', { read: ['insider', 'inspector'], keep: [...KEEPERS, 'manager', 'performance'] }),
  functions: rule('functions', { read: [], published: always, keep: KEEPERS, guarded: { note: ['insider', 'inspector'] } }),
};
