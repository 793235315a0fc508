/**
 * An authority of the matrix as its register file: `§` is a word of its own that stands nowhere else, `@name` an id that is one. Each
 * record is given a note with a word of its own beside.
 */
export const AUTHORITY = `
register:
  id: REGISTER
  authority: { name: { en: "§", cy: "§" }, nation: wales }
  pack: wales-2009
  completeFor: [posts, appointments, bodies, seats, advice, instruments, provisions, agreements, series, meetings]
authorities:
  - { id: "@authority", name: "§", nation: wales }
units:
  - { id: "@unit", name: { en: "§", cy: "§" }, level: directorate }
posts:
  - { id: "@chief", title: { en: "§", cy: "§" }, designations: [head-of-paid-service], unit: "@unit" }
  - { id: "@director", title: "§", designations: [director-of-social-services], reportsTo: "@chief", alsoResponsibleFor: ["§"], grade: "§" }
  - { id: "@monitoring", title: "§", designations: [monitoring-officer], reportsTo: "@chief" }
  - { id: "@democratic", title: "§", designations: [head-of-democratic-services], reportsTo: "@chief" }
  - { id: "@adults", title: "§", designations: [head-of-adult-services], reportsTo: "@director" }
  - { id: "@performance", title: "§", designations: [head-of-performance], reportsTo: "@director" }
  - { id: "@workforce", title: "§", designations: [head-of-workforce], reportsTo: "@director" }
  - { id: "@safeguarding", title: "§", designations: [head-of-safeguarding], reportsTo: "@director" }
  - { id: "@finance", title: "§", designations: [section-151-officer], reportsTo: "@chief" }
  - { id: "@team", title: "§", designations: [team-manager], reportsTo: "@adults" }
  - { id: "@social", title: "§", designations: [registered-social-worker], reportsTo: "@team" }
  - { id: "@desk", title: "§", reportsTo: "@team" }
  - { id: "@leader", title: "§", designations: [leader] }
  - { id: "@lead", title: "§", designations: [lead-member-social-services] }
  - { id: "@chair", title: "§", designations: [scrutiny-chair] }
  - { id: "@ward", title: "§", designations: [councillor] }
  - { id: "@scrutinyofficer", title: "§", designations: [scrutiny-officer] }
  - { id: "@second", title: "§", reportsTo: "@workforce" }
  - { id: "@vacant", title: "§", designations: [head-of-human-resources], reportsTo: "@chief" }
persons:
  - { id: "@pchief", name: { en: "§", cy: "§" }, qualifications: [{ award: "§" }], registrations: [{ body: "§", number: "§", from: 2004-04-01 }] }
  - { id: "@pdirector", name: "§", qualifications: [{ award: "§" }], registrations: [{ body: "§", number: "§", from: 2004-04-01 }], competencies: [{ id: knowledge, shownBy: "@certificate" }] }
  - { id: "@pmonitoring", name: "§" }
  - { id: "@pdemocratic", name: "§" }
  - { id: "@padults", name: "§", qualifications: [{ award: "§" }] }
  - { id: "@pperformance", name: "§" }
  - { id: "@pworkforce", name: "§" }
  - { id: "@psafeguarding", name: "§" }
  - { id: "@pfinance", name: "§" }
  - { id: "@pteam", name: "§" }
  - { id: "@psocial", name: "§", registrations: [{ body: "§", number: "§", from: 2004-04-01 }] }
  - { id: "@pdesk", name: "§" }
  - { id: "@pleader", name: "§" }
  - { id: "@plead", name: "§" }
  - { id: "@pchair", name: "§" }
  - { id: "@pward", name: "§" }
  - { id: "@pscrutinyofficer", name: "§" }
  - { id: "@psecond", name: "§" }
  - { id: "@pseated", name: "§" }
  - { id: "@pinspector", name: "§" }
  - { id: "@pformer", name: "§", registrations: [{ body: "§", number: "§", from: 2004-04-01 }] }
  - { id: "@pfuture", name: "§" }
  - { id: "@pnobody", name: "§" }
appointments:
  - { id: "@ap1", person: "@pchief", post: "@chief", basis: permanent, from: 2009-01-01, madeBy: "@council" }
  - { id: "@ap2", person: "@pdirector", post: "@director", basis: permanent, from: 2010-01-01 }
  - { id: "@ap3", person: "@pmonitoring", post: "@monitoring", basis: permanent, from: 2010-01-01 }
  - { id: "@ap4", person: "@pdemocratic", post: "@democratic", basis: shared, sharedWith: "§", from: 2010-01-01 }
  - { id: "@ap5", person: "@padults", post: "@adults", basis: permanent, from: 2010-01-01 }
  - { id: "@ap6", person: "@pperformance", post: "@performance", basis: permanent, from: 2010-01-01 }
  - { id: "@ap7", person: "@pworkforce", post: "@workforce", basis: permanent, from: 2010-01-01 }
  - { id: "@ap8", person: "@psafeguarding", post: "@safeguarding", basis: permanent, from: 2010-01-01 }
  - { id: "@ap9", person: "@pfinance", post: "@finance", basis: permanent, from: 2010-01-01 }
  - { id: "@ap10", person: "@pteam", post: "@team", basis: permanent, from: 2010-01-01 }
  - { id: "@ap11", person: "@psocial", post: "@social", basis: permanent, from: 2010-01-01 }
  - { id: "@ap12", person: "@pdesk", post: "@desk", basis: permanent, from: 2010-01-01 }
  - { id: "@ap13", person: "@pleader", post: "@leader", basis: permanent, from: 2010-01-01 }
  - { id: "@ap14", person: "@plead", post: "@lead", basis: permanent, from: 2010-01-01 }
  - { id: "@ap15", person: "@pchair", post: "@chair", basis: permanent, from: 2010-01-01 }
  - { id: "@ap16", person: "@pward", post: "@ward", basis: permanent, from: 2010-01-01 }
  - { id: "@ap17", person: "@pscrutinyofficer", post: "@scrutinyofficer", basis: permanent, from: 2010-01-01 }
  - { id: "@ap18", person: "@psecond", post: "@second", basis: permanent, from: 2010-01-01 }
  - { id: "@ap19", person: "@pformer", post: "@director", basis: interim, from: 2008-01-01, until: 2010-01-01 }
  - { id: "@ap20", person: "@pfuture", post: "@vacant", basis: permanent, from: 2013-06-01 }
appraisals:
  - { id: "@appraisal", post: "@director", on: 2012-04-01, by: "@chief" }
  - { id: "@appraisal2", post: "@adults", on: 2012-04-01, by: "@director" }
bodies:
  - { id: "@council", name: "§", type: council }
  - { id: "@cmt", name: { en: "§", cy: "§" }, type: corporate-management-team, frequency: P1M }
  - { id: "@committee", name: "§", type: scrutiny-committee }
seats:
  - { id: "@seat1", body: "@cmt", holder: "@director", role: member }
  - { id: "@seat2", body: "@cmt", holder: "persons/@pseated", role: adviser }
  - { id: "@seat3", body: "@committee", holder: "@chair", role: chair }
organisations:
  - { id: "@board", name: "§", type: health-board }
functions:
  - { id: "@care", name: "§", group: adult, delivery: direct, ledBy: "@adults", unit: "@unit" }
instruments:
  - { id: "@public", title: "§", type: protocol, state: agreed, version: "§", parties: ["@council", "@director"], agreedOn: 2010-01-01, publishedAt: "§" }
  - { id: "@unagreed", title: "§", type: framework, state: draft, version: "§", publishedAt: "§" }
  - { id: "@scheme", title: "§", type: scheme-of-delegation, state: agreed, version: "§", agreedOn: 2010-01-01 }
provisions:
  - { id: "@pv1", instrument: "@public", number: "§", text: { en: "§", cy: "§" }, functions: ["@care"], gives: [{ to: "@director", responsibility: accountable, limit: "§" }] }
  - { id: "@pv2", instrument: "@unagreed", number: "§", text: "§" }
  - { id: "@pv3", instrument: "@scheme", number: "§", text: "§", gives: [{ to: "@second", responsibility: deputises-for, towards: "@vacant", limit: "§" }, { to: "@director", responsibility: manages, over: functions/@care }, { to: "@monitoring", responsibility: accountable, over: functions/@care }] }
agreements:
  - { id: "@agreement", instrument: "@scheme", version: "§", party: "@director", signedBy: "@pdirector", on: 2010-01-01 }
communications:
  - { id: "@communication", of: "@scheme", to: "@council", on: 2010-02-01, how: "§" }
acknowledgements:
  - { id: "@acknowledgement", of: "@communication", by: "@pseated", on: 2010-02-03 }
series:
  - { id: "@series", title: "§", between: ["@chief", "@director"], frequency: P1M, formal: { agenda: true, record: true }, under: "@scheme" }
  - { id: "@teamseries", title: "§", body: "@cmt", frequency: P1M }
meetings:
  - { id: "@private", series: "@series", on: 2012-11-05, held: true, agenda: 2012-11-01, record: minutes, attended: ["@pdirector", "posts/@chief"], items: [{ number: "§", title: "§", by: "@director", outcome: "§", paper: "@unpublished", themes: [safeguarding], functions: ["@care"] }] }
  - { id: "@teammeeting", body: "@cmt", on: 2012-11-06, held: true, record: minutes, attended: ["@pdirector"], apologies: ["@padults"], items: [{ number: "§", title: "§" }] }
actions:
  - { id: "@follow", arisingFrom: "advice/@closed", what: "§", owner: "@director", state: in-progress }
  - { id: "@task", arisingFrom: "meetings/@private", what: "§", owner: "@desk", due: 2013-01-01, state: delayed, extensions: [{ to: 2013-02-01, why: "§", grantedBy: "@council" }] }
advice:
  - { id: "@open", nature: advice, from: "@director", to: "@chief", subject: { en: "§", cy: "§" }, on: 2012-05-01, responses: [{ on: 2012-06-01, by: "@chief", outcome: noted, reason: "§" }] }
  - { id: "@closed", nature: concern, from: "@adults", by: "@padults", to: "@chief", subject: "§", on: 2012-05-02, confidential: true, responses: [{ on: 2012-06-01, by: "@chief", outcome: not-accepted, reason: "§" }] }
  - { id: "@toteam", nature: challenge, from: "@team", to: "@cmt", subject: "§", on: 2012-05-03, confidential: true }
  - { id: "@ofold", nature: dissent, from: "@director", by: "@pformer", to: "@chief", subject: "§", on: 2009-05-03, confidential: true }
  - { id: "@raised", nature: concern, from: "@director", to: "@chief", subject: "§", on: 2012-05-04, escalatedTo: "@closed" }
  - { id: "@late", nature: concern, from: "@team", to: "@chief", subject: "§", on: 2012-05-05 }
statutory-decisions:
  - { id: "@decision", function: "§", under: "§", by: "@adults", on: 2012-10-01, subject: "§", outcome: "§" }
indicators:
  - { id: "@indicator", code: "§", title: "§", function: "@care", unit: "§", better: lower, target: 4.5, source: "§" }
observations:
  - { id: "@observation", indicator: "@indicator", period: { from: 2011-04-01, until: 2012-04-01 }, value: 5.1, status: final, noteCode: "§" }
commentaries:
  - { id: "@commentary", on: "@indicator", period: { from: 2011-04-01, until: 2012-04-01 }, analysis: "§", outcome: "§", usersExperience: "§", risk: "§", correctiveAction: "@follow" }
requests:
  - { id: "@request", title: "§", what: "§", to: ["@board"], issuedOn: 2012-05-01, due: 2012-06-01 }
returns:
  - { id: "@return", request: "@request", from: "@board", on: 2012-05-25, content: "§", file: "§" }
  - { id: "@return2", request: "@request", from: "@desk", on: 2012-05-26, content: "§" }
plans:
  - { id: "@plan", title: "§", type: workforce, period: { from: 2012-04-01, until: 2015-04-01 }, state: draft, body: "@cmt" }
case-reviews:
  - { id: "@review", title: "§", type: serious-case-review, completedOn: 2012-03-01, lessons: [{ text: "§", for: ["@desk", "@leader"] }] }
audits:
  - { id: "@audit", theme: safeguarding, on: 2012-02-01, by: "@leader", findings: "§" }
entitlements:
  - { id: "@entitlement", holder: "@council", information: "§", form: "§", frequency: P1Y }
programme-items:
  - { id: "@programme", body: "@committee", topic: "§", due: 2013-01-01 }
questions:
  - { id: "@question", askedBy: "@pward", of: "@director", on: 2012-01-10, text: "§", answers: [{ on: 2012-01-20, text: "§", kind: full }] }
briefings:
  - { id: "@briefing", subject: "§", to: ["@council"], on: 2012-01-05 }
self-assessments:
  - { id: "@assessment", pack: "§", period: { from: 2011-04-01, until: 2012-04-01 }, state: draft }
judgements:
  - { id: "@judgement", assessment: "@assessment", expectation: "§", rating: partly, narrative: "§", evidence: ["advice/@closed"], improvement: "@task" }
confirmations:
  - { id: "@confirmation", assessment: "@assessment", as: director, by: "@pdirector", on: 2012-06-01 }
inspections:
  - { id: "@inspection", title: "§", question: "§", pack: "§" }
sites:
  - { id: "@site", inspection: "@inspection", authority: "@authority" }
team-members:
  - { id: "@inspecting", inspection: "@inspection", person: "@pinspector", role: inspector, interests: ["§"] }
document-requests:
  - { id: "@documents", site: "@site", what: "§", document: "@scheme" }
engagements:
  - { id: "@engagement", site: "@site", type: interview, with: ["@desk"], on: 2012-02-03, schedule: "§", notes: "§" }
findings:
  - { id: "@finding", site: "@site", expectation: "§", lens: paper, text: "§", sources: ["instruments/@scheme"] }
moderations:
  - { id: "@moderation", finding: "@finding", by: ["@pinspector"], before: "§", after: "§", why: "§" }
recommendations:
  - { id: "@recommendation", inspection: "@inspection", number: "§", text: "§", to: ["@authority"] }
reports:
  - { id: "@published", type: annual, title: "§", state: published, by: "@director", sections: [{ number: "§", title: "§", text: "§" }] }
  - { id: "@unpublished", type: council, title: "§", state: draft, sections: [{ number: "§", title: "§", text: "§" }] }
claims:
  - { id: "@claim", report: "@published", section: "§", text: "§", evidence: ["observations/@observation"] }
  - { id: "@draftclaim", report: "@unpublished", section: "§", text: "§" }
consultations:
  - { id: "@planned", title: "§", state: planned }
  - { id: "@opened", title: "§", on: "@scheme", organisations: ["@board"], opens: 2012-01-01, state: open }
  - { id: "@reported", title: "§", state: reported }
responses:
  - { id: "@answer", consultation: "@opened", organisation: "@board", on: 2012-01-20, text: "§" }
  - { id: "@answer2", consultation: "@reported", organisation: "@desk", on: 2012-01-20, text: "§" }
points:
  - { id: "@point", response: "@answer", text: "§", disposition: accepted, reason: "§" }
  - { id: "@point2", response: "@answer2", text: "§", disposition: accepted, reason: "§" }
evidence:
  - { id: "@certificate", title: "§", url: "https://§.example/", supports: ["persons/@pdirector"] }
  - { id: "@proof", title: "§", file: "§", digest: "§", supports: ["advice/@closed"] }
risks:
  - { id: "@risk", title: "§", likelihood: high, impact: medium, owner: "@desk", controls: ["plans/@plan"] }
`;
