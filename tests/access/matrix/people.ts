import type { Role } from '../../../src/access/roles.ts';

/** Somebody of an authority, with what follows from their posts: said here by hand, and nowhere taken from the program. */
export interface Somebody {
  /** The name of the person in the authority's text; `ghost` is in no register. */
  readonly person: string;
  readonly roles: readonly Role[];
  /** The posts they act in and the bodies in which they have a seat, as `kind/name`. */
  readonly holds: readonly string[];
}

const OFFICER = ['officer', 'insider'] as const;
const MANAGER = ['manager', ...OFFICER] as const;

export const PEOPLE: readonly Somebody[] = [
  { person: 'pchief', roles: ['head-of-paid-service', 'chief-officer', ...MANAGER], holds: ['posts/chief'] },
  { person: 'pdirector', roles: ['statutory-officer', 'chief-officer', ...MANAGER], holds: ['posts/director', 'bodies/cmt'] },
  { person: 'pmonitoring', roles: ['monitoring-officer', 'democratic-services', ...OFFICER], holds: ['posts/monitoring'] },
  { person: 'pdemocratic', roles: ['democratic-services', ...MANAGER], holds: ['posts/democratic'] },
  { person: 'padults', roles: MANAGER, holds: ['posts/adults'] },
  { person: 'pperformance', roles: ['performance', ...MANAGER], holds: ['posts/performance'] },
  { person: 'pworkforce', roles: ['workforce', ...MANAGER], holds: ['posts/workforce'] },
  { person: 'psafeguarding', roles: ['safeguarding', ...MANAGER], holds: ['posts/safeguarding'] },
  { person: 'pfinance', roles: ['chief-officer', ...OFFICER], holds: ['posts/finance'] },
  { person: 'pteam', roles: MANAGER, holds: ['posts/team'] },
  { person: 'psocial', roles: ['social-worker', ...OFFICER], holds: ['posts/social'] },
  { person: 'pdesk', roles: OFFICER, holds: ['posts/desk'] },
  { person: 'pleader', roles: ['lead-member', 'councillor', 'insider'], holds: ['posts/leader'] },
  { person: 'plead', roles: ['lead-member', 'councillor', 'insider'], holds: ['posts/lead'] },
  { person: 'pchair', roles: ['scrutiny', 'councillor', 'insider'], holds: ['posts/chair', 'bodies/committee'] },
  { person: 'pward', roles: ['councillor', 'insider'], holds: ['posts/ward'] },
  { person: 'pscrutinyofficer', roles: ['democratic-services', 'scrutiny', ...OFFICER], holds: ['posts/scrutinyofficer'] },
  // The post that they deputise for is vacant.
  { person: 'psecond', roles: ['workforce', 'chief-officer', ...MANAGER], holds: ['posts/second', 'posts/vacant'] },
  { person: 'pseated', roles: ['insider'], holds: ['bodies/cmt'] },
  { person: 'pinspector', roles: ['inspector'], holds: [] },
  { person: 'pformer', roles: [], holds: [] },
  { person: 'pfuture', roles: [], holds: [] },
  { person: 'pnobody', roles: [], holds: [] },
  { person: 'ghost', roles: [], holds: [] },
];

/** Names in the authority's text of what everybody may read because it is published. All that is of an always public kind is so too. */
export const PUBLISHED = ['instruments/public', 'provisions/pv1', 'reports/published', 'claims/claim', 'consultations/opened', 'consultations/reported', 'points/point2'] as const;
export const PUBLIC_KINDS = ['authorities', 'units', 'posts', 'bodies', 'functions', 'recommendations'] as const;

/** What is confidential; `late` became so by a correction. */
export const CONFIDENTIAL = ['advice/closed', 'advice/toteam', 'advice/ofold', 'advice/late', 'advice/asked', 'advice/ofquarrel', 'statements/statement', 'barriers/closedbarrier'] as const;

/** Who may know what nobody else may, by hand and whatever the tables say: the oracle must agree. */
export const ONLY: readonly { readonly what: string; readonly field?: string; readonly who: readonly string[] }[] = [
  { what: 'advice/closed', who: ['pchief', 'padults'] },
  { what: 'advice/toteam', who: ['pteam', 'pdirector', 'pseated'] },
  { what: 'advice/ofold', who: ['pchief', 'pdirector', 'pformer'] },
  { what: 'advice/late', who: ['pchief', 'pteam'] },
  { what: 'advice/asked', who: ['padults', 'pdirector'] },
  { what: 'advice/ofquarrel', who: ['pchief', 'pmonitoring'] },
  { what: 'statements/statement', who: ['pchief'] },
  { what: 'barriers/closedbarrier', who: ['padults', 'pdirector'] },
  { what: 'findings/finding', who: ['pinspector'] },
  { what: 'moderations/moderation', who: ['pinspector'] },
  { what: 'engagements/engagement', field: 'notes', who: ['pinspector'] },
  { what: 'team-members/inspecting', field: 'interests', who: ['pinspector'] },
  { what: 'appraisals/appraisal', who: ['pchief', 'pdirector', 'pinspector'] },
  { what: 'meetings/private', field: 'note', who: ['pchief', 'pdirector', 'pinspector'] },
  { what: 'meetings/private', field: 'items, private', who: ['pchief', 'pdirector', 'pinspector'] },
  { what: 'meetings/upcoming', field: 'items, private', who: ['pchief', 'pdirector', 'pinspector'] },
  { what: 'persons/psocial', field: 'registrations', who: ['pchief', 'pdirector', 'pworkforce', 'psecond', 'pinspector', 'psocial'] },
  { what: 'persons/padults', field: 'qualifications', who: ['pchief', 'pdirector', 'pworkforce', 'psecond', 'pinspector', 'padults'] },
];
