/** The register that a released version was given to keep; plainly fictional. */
export const OF_THEN = `
register:
  id: then
  authority: { name: { en: Then Example Council, cy: Cyngor Enghreifftiol y Pryd }, nation: wales }
  pack: wales-2009
  completeFor: [posts, appointments, bodies, seats]
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director, designations: [director-of-social-services], reportsTo: chief }
  - { id: deputy, title: Head of Adults, designations: [head-of-adult-services], reportsTo: director }
persons:
  - { id: ann, name: Ann Example }
  - { id: ben, name: Ben “Two” Example }
  - { id: cai, name: Cai Example }
appointments:
  - { id: a1, person: ann, post: chief, basis: permanent, from: 2009-01-01 }
  - { id: a2, person: ben, post: director, basis: permanent, from: 2010-01-01 }
  - { id: a3, person: cai, post: deputy, basis: permanent, from: 2010-01-01 }
bodies:
  - { id: cmt, name: Corporate Management Team, type: corporate-management-team }
seats:
  - { id: s1, body: cmt, holder: director, role: member }
`;

/** A file imported later: the register says more of itself, and names one person more. */
export const LATER = `
register:
  id: then
  authority: { name: { en: Then Example Council, cy: Cyngor Enghreifftiol y Pryd }, nation: wales }
  pack: wales-2009
  completeFor: [posts, appointments, bodies, seats, series]
persons:
  - { id: eve, name: Eve Example }
`;
