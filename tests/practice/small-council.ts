/** A plainly fictional council on the day that its register begins: its people are in post, its meetings have a series, and nothing is agreed, minuted or advised yet. */
export const SMALL_COUNCIL = `
register:
  id: at-work
  authority: { name: { en: Example at Work Council, cy: Cyngor Enghraifft wrth ei Waith }, nation: wales }
  pack: wales-2009
  completeFor: [posts, appointments, bodies, seats, functions, instruments, provisions, agreements, series, meetings, actions, advice, communications, acknowledgements, entitlements, briefings, confirmations, reports, plans, programme-items]
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director of Social Services, designations: [director-of-social-services], reportsTo: chief }
  - { id: adults, title: Head of Adult Services, designations: [head-of-adult-services], reportsTo: director }
  - { id: children, title: Head of Children’s Services, designations: [head-of-children-services], reportsTo: director }
  - { id: monitoring, title: Monitoring Officer, designations: [monitoring-officer], reportsTo: chief }
  - { id: lead, title: Lead Member for Social Services, designations: [lead-member-social-services] }
  - { id: chair, title: Chair of Scrutiny, designations: [scrutiny-chair] }
persons:
  - { id: ann, name: Ann Example }
  - { id: ben, name: Ben Example }
  - { id: cai, name: Cai Example }
  - { id: dil, name: Dilys Example }
  - { id: eli, name: Eli Example }
  - { id: fay, name: Fay Example }
  - { id: gwen, name: Gwen Example }
  - { id: huw, name: Huw Example }
appointments:
  - { id: ann, person: ann, post: chief, basis: permanent, from: 2009-01-01 }
  - { id: ben, person: ben, post: director, basis: permanent, from: 2010-01-01 }
  - { id: cai, person: cai, post: adults, basis: permanent, from: 2010-01-01 }
  - { id: dil, person: dil, post: children, basis: permanent, from: 2010-01-01 }
  - { id: eli, person: eli, post: monitoring, basis: permanent, from: 2010-01-01 }
  - { id: fay, person: fay, post: lead, basis: permanent, from: 2012-05-08 }
  - { id: gwen, person: gwen, post: chair, basis: permanent, from: 2012-05-08 }
organisations:
  - { id: health, name: Example Health Board, type: health-board }
bodies:
  - { id: council, name: Council, type: council }
  - { id: scrutiny, name: Social Services Scrutiny Committee, type: scrutiny-committee, remit: [safeguarding, performance, workforce], frequency: P3M }
  - { id: cmt, name: Corporate Management Team, type: corporate-management-team }
seats:
  - { id: chief-cmt, body: cmt, holder: chief, role: chair }
  - { id: director-cmt, body: cmt, holder: director, role: member }
  - { id: chair-scrutiny, body: scrutiny, holder: chair, role: chair }
  - { id: lead-council, body: council, holder: lead, role: member }
  - { id: chair-council, body: council, holder: chair, role: chair }
functions:
  - { id: adult-care, name: Adult care, group: adult, delivery: direct, ledBy: adults }
  - { id: child-care, name: Child care, group: children, delivery: direct, ledBy: children }
series:
  - { id: one-to-one, title: Monthly one-to-one, between: [chief, director], frequency: P1M, from: 2013-01-01, formal: { agenda: true, record: true } }
  - { id: with-lead, title: Meetings with the lead member, between: [director, lead], frequency: P3M, from: 2013-01-01, formal: { agenda: true, record: true } }
  - { id: cmt, title: Corporate Management Team, body: cmt, frequency: P1M, from: 2013-01-01, formal: { agenda: true, record: true } }
`;
