import type { BothLanguages } from '../kernel/text.ts';

/** What a person may be to an authority, from the posts they hold today. Words for the page that tells somebody what they may do, and why. */
export const ROLES = {
  'statutory-officer': { en: 'Statutory officer', cy: 'Swyddog statudol' },
  'head-of-paid-service': { en: 'Head of Paid Service', cy: 'Pennaeth y Gwasanaeth Taledig' },
  'monitoring-officer': { en: 'Monitoring officer', cy: 'Swyddog monitro' },
  'democratic-services': { en: 'Democratic services', cy: 'Gwasanaethau democrataidd' },
  'chief-officer': { en: 'Chief officer', cy: 'Prif swyddog' },
  manager: { en: 'Manager', cy: 'Rheolwr' },
  performance: { en: 'Performance and quality', cy: 'Perfformiad ac ansawdd' },
  workforce: { en: 'Workforce', cy: 'Y gweithlu' },
  safeguarding: { en: 'Safeguarding', cy: 'Diogelu' },
  'lead-member': { en: 'Lead member', cy: 'Aelod arweiniol' },
  scrutiny: { en: 'Scrutiny', cy: 'Craffu' },
  councillor: { en: 'Councillor', cy: 'Cynghorydd' },
  'social-worker': { en: 'Registered social worker', cy: 'Gweithiwr cymdeithasol cofrestredig' },
  inspector: { en: 'Inspector', cy: 'Arolygydd' },
  /** Whoever holds any post that is no councillor's. */
  officer: { en: 'Officer', cy: 'Swyddog' },
  /** Whoever holds a post or a seat by name. */
  insider: { en: 'Of the authority', cy: 'O’r awdurdod' },
} as const satisfies Readonly<Record<string, BothLanguages>>;

export type Role = keyof typeof ROLES;

/** The roles that the designations of a post bring. A designation that is not here brings none beyond being an officer. */
const OF_DESIGNATION: Readonly<Record<string, readonly Role[]>> = {
  'director-of-social-services': ['statutory-officer', 'chief-officer', 'manager'],
  'chief-social-work-officer': ['statutory-officer', 'chief-officer', 'manager'],
  'head-of-paid-service': ['head-of-paid-service', 'chief-officer', 'manager'],
  'monitoring-officer': ['monitoring-officer', 'democratic-services'],
  'head-of-democratic-services': ['democratic-services', 'manager'],
  'scrutiny-officer': ['democratic-services', 'scrutiny'],
  'lead-director-children': ['chief-officer', 'manager'],
  'director-of-childrens-services': ['chief-officer', 'manager'],
  'director-of-adult-services': ['chief-officer', 'manager'],
  'director-of-education': ['chief-officer', 'manager'],
  'director-of-human-resources': ['chief-officer', 'manager', 'workforce'],
  'director-of-housing': ['chief-officer', 'manager'],
  'director-of-finance': ['chief-officer', 'manager'],
  'corporate-director': ['chief-officer', 'manager'],
  'chief-officer': ['chief-officer', 'manager'],
  'section-151-officer': ['chief-officer'],
  'section-95-officer': ['chief-officer'],
  'chief-finance-officer': ['chief-officer'],
  'deputy-director-of-social-services': ['manager'],
  'deputy-chief-social-work-officer': ['manager'],
  'head-of-adult-services': ['manager'],
  'head-of-children-services': ['manager'],
  'head-of-criminal-justice-services': ['manager'],
  'head-of-service': ['manager'],
  'head-of-performance': ['manager', 'performance'],
  'head-of-quality-assurance': ['manager', 'performance'],
  'head-of-safeguarding': ['manager', 'safeguarding'],
  'head-of-workforce': ['manager', 'workforce'],
  'head-of-human-resources': ['manager', 'workforce'],
  'head-of-commissioning': ['manager'],
  'head-of-finance': ['manager'],
  'head-of-housing': ['manager'],
  'service-manager': ['manager'],
  'team-manager': ['manager'],
  'registered-social-worker': ['social-worker'],
  leader: ['councillor', 'lead-member'],
  'deputy-leader': ['councillor'],
  'cabinet-member': ['councillor'],
  'lead-member-social-services': ['councillor', 'lead-member'],
  'lead-member-children': ['councillor', 'lead-member'],
  'lead-member-adults': ['councillor', 'lead-member'],
  'scrutiny-chair': ['councillor', 'scrutiny'],
  'scrutiny-member': ['councillor', 'scrutiny'],
  provost: ['councillor'],
  convener: ['councillor'],
  'chair-of-council': ['councillor'],
  councillor: ['councillor'],
};

/** The roles of whoever holds a post with these designations. */
export function rolesOf(designations: readonly string[]): readonly Role[] {
  const roles = designations.flatMap((designation) => OF_DESIGNATION[designation] ?? []);
  return roles.includes('councillor') ? roles : [...roles, 'officer'];
}
