/** A register with a record of every kind, one a line, nothing wrong in it. The malformed files are made from it. */
export const WHOLE_REGISTER = `register:
  id: cwm-example
  authority: { name: { en: Cwm Example, cy: Cwm Esiampl }, nation: wales }
  pack: wales-2009
  completeFor: [posts, appointments]
  asAt: 2012-12-10
  thresholds: { attendance: 0.8, look-back: P6M }
authorities:
  - { id: cwm, name: Cwm Example, nation: wales }
  - { id: dyffryn, name: Dyffryn Example, nation: wales, partOf: cwm }
units:
  - { id: social-services, name: Social Services, level: directorate }
  - { id: adults, name: Adult Services, level: service, parent: social-services }
posts:
  - { id: chief-executive, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director of Social Services, unit: social-services, reportsTo: chief-executive, designations: [director-of-social-services], alsoResponsibleFor: [Housing], grade: JNC }
  - { id: head-of-adults, title: Head of Adult Services, unit: adults, reportsTo: director, from: 2010-01-01, until: 2012-01-01 }
persons:
  - { id: p1, name: Fictional Person, competencies: [{ id: leadership, shownBy: e1 }], qualifications: [{ award: Diploma, on: 2001-07-01 }], registrations: [{ body: CCW, number: "W/1", from: 2009-04-01, until: 2013-04-01 }] }
  - { id: p2, name: Another Invented }
appointments:
  - { id: a1, person: p1, post: director, basis: permanent, from: 2010-05-01, madeBy: council, procedure: appointing }
  - { id: a2, person: p2, post: chief-executive, basis: interim, from: 2011-01-01, until: 2012-01-01 }
  - { id: a3, person: p2, post: chief-executive, basis: permanent, from: 2012-01-01 }
appraisals:
  - { id: ap1, post: director, on: 2012-04-01, against: [leadership], by: chief-executive }
bodies:
  - { id: council, name: Council, type: council }
  - { id: cmt, name: Corporate Management Team, type: corporate-management-team, parent: council, remit: [safeguarding, adult-care], frequency: P1M }
seats:
  - { id: s1, body: cmt, holder: director, role: member }
  - { id: s2, body: cmt, holder: organisations/board, role: adviser }
organisations:
  - { id: board, name: Example Health Board, type: health-board }
functions:
  - { id: adult-care, name: Adult care, group: adult, delivery: direct, unit: adults, ledBy: head-of-adults }
  - { id: carers, name: Support for carers, group: adult, partOf: adult-care, delivery: purchased }
instruments:
  - { id: appointing, title: Appointment of the Director, type: appointment-procedure, state: agreed, version: 1.10, parties: [council, director], agreedOn: 2010-01-01, reviewBy: 2013-01-01 }
  - { id: protocol, title: Protocol, type: protocol, state: draft, version: "2", supersedes: appointing }
provisions:
  - { id: pr1, instrument: appointing, number: 1, text: The Council appoints., themes: [workforce], functions: [adult-care], gives: [{ to: council, responsibility: decides, over: workforce, towards: director, limit: None }] }
amendments:
  - { id: am1, instrument: appointing, provision: pr1, by: council, on: 2009-12-01, comment: Too wide, wording: The Council appoints after advice., gives: [{ to: council, responsibility: decides, over: workforce }], leavesOut: false, state: adopted, closedOn: 2009-12-10, reason: Agreed in council }
  - { id: am2, instrument: protocol, number: 1.2, by: bodies/council, on: 2012-11-01, wording: Each tells the other., state: open }
agreements:
  - { id: ag1, instrument: appointing, version: 1.10, party: director, signedBy: p1, on: 2010-01-01 }
communications:
  - { id: c1, of: appointing, to: council, on: 2010-02-01, how: By letter }
acknowledgements:
  - { id: ac1, of: c1, by: p1, on: 2010-02-03 }
series:
  - { id: one-to-one, title: One-to-one, between: [chief-executive, director], frequency: P1M, formal: { agenda: true, record: true }, under: protocol }
  - { id: cmt-meetings, title: Team meetings, body: cmt, frequency: P1M, complete: false }
meetings:
  - { id: m1, series: one-to-one, on: 2012-11-05, held: true, agenda: 2012-11-01, record: notes, attended: [p1, posts/chief-executive], items: [{ number: 1, title: Referrals, themes: [safeguarding], by: director, paper: r1 }] }
actions:
  - { id: ac-1, arisingFrom: meetings/m1, what: Mend the backlog, owner: director, due: 2013-01-01, state: in-progress, acceptedBy: cmt, extensions: [{ to: 2013-02-01, why: Sickness, grantedBy: council }] }
advice:
  - { id: ad1, nature: concern, from: director, by: p1, to: council, theme: safeguarding, subject: Caseloads, on: 2012-10-01, responses: [{ on: 2012-10-20, by: council, outcome: noted, reason: Budget }], confidential: true, arisingFrom: meetings/m1, under: appointing, answerBy: 2012-10-15 }
statutory-decisions:
  - { id: sd1, function: Guardianship, under: Mental Health Act 1983 s. 7, by: director, on: 2012-10-01, subject: A guardianship, outcome: Granted,
      clock: { period: guardian-change-of-residence, from: 2012-10-01T09:30:00.000Z, until: 2012-10-08T09:30:00.000Z }, decidedAt: 2012-10-05T16:00:00.000Z, asDeputyUnder: pr1 }
indicators:
  - { id: i1, code: SCA/001, title: Delayed transfers, theme: performance, function: adult-care, unit: per 1000, better: lower, target: 4.5, source: Returns }
observations:
  - { id: o1, indicator: i1, period: { from: 2011-04-01, until: 2012-04-01 }, value: 5.1, status: final, noteCode: 1 }
commentaries:
  - { id: co1, on: i1, period: { from: 2011-04-01, until: 2012-04-01 }, analysis: Rising, correctiveAction: ac-1 }
requests:
  - { id: rq1, title: Staffing, to: [board], issuedOn: 2012-05-01, due: 2012-06-01, reminders: [2012-05-20] }
returns:
  - { id: rt1, request: rq1, from: board, on: 2012-05-25, content: Enclosed }
plans:
  - { id: pl1, type: workforce, period: { from: 2012-04-01, until: 2015-04-01 }, whole-sector: true, state: approved, approvedBy: council }
case-reviews:
  - { id: cr1, title: Review A, type: serious-case-review, completedOn: 2012-03-01, lessons: [{ text: Share sooner, for: [director, board] }] }
audits:
  - { id: au1, theme: safeguarding, on: 2012-02-01, by: director, findings: Sound }
entitlements:
  - { id: en1, holder: council, information: Annual report, form: Report, frequency: P1Y }
programme-items:
  - { id: pi1, body: council, topic: Safeguarding, themes: [safeguarding], due: 2013-01-01 }
questions:
  - { id: q1, askedBy: p2, of: director, on: 2012-01-10, text: How many wait?, answers: [{ on: 2012-01-20, text: Twelve, kind: full }], satisfied: true }
briefings:
  - { id: b1, subject: The new duty, themes: [workforce], to: [council], on: 2012-01-05 }
self-assessments:
  - { id: sa1, pack: wales-2009, period: { from: 2011-04-01, until: 2012-04-01 }, state: submitted }
judgements:
  - { id: j1, assessment: sa1, expectation: access.corporate-management-team, rating: partly, evidence: [reports/r1, meetings/m1], improvement: ac-1 }
confirmations:
  - { id: cf1, assessment: sa1, as: director, by: p1, on: 2012-06-01 }
statements:
  - { id: ste1, as: director, period: { from: 2011-04-01, until: 2012-04-01 }, state: signed, assessedAs: { on: 2012-06-01, pack: wales-2009, edition: 2013-04, digest: abc },
      findings: [{ expectation: access.one-to-one, diagnosis: exposed }], sections: [{ heading: Access, text: Four of ten are secured }],
      reservations: [{ text: The protocol is not renewed, expectations: [access.one-to-one], about: [instruments/protocol], will: ac-1 }], by: p1, signedOn: 2012-06-02, seal: abc }
barriers:
  - { id: ba1, what: The post is not funded, raisedBy: director, on: 2012-05-01, expectations: [access.barriers], about: [posts/director], state: resolved, owner: director,
      responses: [{ on: 2012-05-08, by: director, text: It is in the budget }], resolvedOn: 2012-06-01, confidential: false }
inspections:
  - { id: in1, title: Review of accountability, period: { from: 2012-01-01, until: 2013-01-01 } }
sites:
  - { id: st1, inspection: in1, authority: cwm, pilot: false }
team-members:
  - { id: tm1, inspection: in1, person: p2, role: inspector, interests: [Former employee] }
document-requests:
  - { id: dr1, site: st1, what: Protocols, due: 2012-02-01, document: protocol }
engagements:
  - { id: eg1, site: st1, type: interview, with: [director], on: 2012-02-03 }
findings:
  - { id: f1, site: st1, expectation: access.corporate-management-team, lens: paper, text: A member of the team, sources: [instruments/protocol] }
moderations:
  - { id: mo1, finding: f1, by: [p2], before: Met, after: Partly, why: No minutes }
recommendations:
  - { id: re1, inspection: in1, number: 1, text: Renew the protocol, to: [cwm] }
reports:
  - { id: r1, type: annual, title: Annual report, period: { from: 2011-04-01, until: 2012-04-01 }, state: published, sections: [{ number: 1, title: Overview, themes: [performance] }] }
claims:
  - { id: cl1, report: r1, section: "1", text: Delays fell, evidence: [observations/o1] }
consultations:
  - { id: cs1, title: Draft protocol, on: protocol, groups: [partners], organisations: [board], opens: 2012-01-01, closes: 2012-02-01, state: closed }
responses:
  - { id: rs1, consultation: cs1, group: partners, organisation: board, on: 2012-01-20, text: Agreed }
points:
  - { id: po1, response: rs1, text: Add a review date, disposition: accepted, reason: Sensible }
evidence:
  - { id: e1, title: Certificate, url: "https://example.invalid/c", expires: 2014-01-01, supports: [persons/p1] }
risks:
  - { id: ri1, title: Vacancies, theme: workforce, likelihood: high, impact: medium, owner: director, controls: [plans/pl1] }
`;

/** Words of some guidance, enough for the register above. */
export const WORDS = {
  themes: new Set(['safeguarding', 'workforce', 'performance', 'budget', 'service-quality']),
  accountabilities: new Set(['leadership', 'access', 'professional-standards']),
  competencies: new Set(['leadership', 'communication']),
  designations: new Set(['head-of-paid-service', 'director-of-social-services', 'lead-member-social-services', 'monitoring-officer']),
};
