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
  - { id: "@negotiated", title: { en: "§", cy: "§" }, type: protocol, state: negotiating, version: "2", parties: ["@director", "@monitoring", "@board", "@cmt"] }
  - { id: "@readying", title: "§", type: protocol, state: draft, version: "1", parties: ["@director", "@chief"] }
  - { id: "@left", title: "§", type: protocol, state: withdrawn, version: "1", parties: ["@director", "@chief"] }
provisions:
  - { id: "@pv1", instrument: "@public", number: "§", text: { en: "§", cy: "§" }, functions: ["@care"], gives: [{ to: "@director", responsibility: accountable, limit: "§" }] }
  - { id: "@pv2", instrument: "@unagreed", number: "§", text: "§" }
  - { id: "@pv3", instrument: "@scheme", number: "§", text: "§", gives: [{ to: "@second", responsibility: deputises-for, towards: "@vacant", limit: "§" }, { to: "@director", responsibility: manages, over: functions/@care }, { to: "@monitoring", responsibility: accountable, over: functions/@care }] }
  - { id: "@pv4", instrument: "@negotiated", number: "1", text: { en: "§", cy: "§" }, gives: [{ to: "@director", responsibility: accountable, limit: "§" }] }
  - { id: "@pv5", instrument: "@readying", number: "1", text: "§" }
amendments:
  - { id: "@amendment", instrument: "@public", provision: "@pv1", number: "§", by: "@director", on: 2010-01-01, comment: "§", wording: "§", gives: [{ to: "@director", responsibility: accountable, limit: "§" }], state: declined, reason: "§" }
  - { id: "@proposal", instrument: "@negotiated", provision: "@pv4", by: "@monitoring", on: 2012-11-01, comment: "§", wording: { en: "§", cy: "§" }, state: open }
  - { id: "@disputed", instrument: "@negotiated", provision: "@pv4", by: "@director", on: 2012-11-02, wording: "§", state: disputed }
  - { id: "@quarrel", instrument: "@negotiated", provision: "@pv4", by: "@monitoring", on: 2012-11-02, wording: "§", state: disputed }
  - { id: "@said", instrument: "@negotiated", by: "@board", on: 2012-11-03, comment: "§", state: withdrawn, closedOn: 2012-11-04 }
agreements:
  - { id: "@agreement", instrument: "@scheme", version: "§", party: "@director", signedBy: "@pdirector", on: 2010-01-01 }
communications:
  - { id: "@communication", of: "@scheme", to: "@council", on: 2010-02-01, how: "§" }
  - { id: "@told", of: "@public", to: "@desk", on: 2012-11-20, how: "§" }
  - { id: "@toldboard", of: "instruments/@public", to: "@board", on: 2012-11-20 }
  - { id: "@briefed", of: "briefings/@briefing", to: "@ward", on: 2012-11-20 }
acknowledgements:
  - { id: "@acknowledgement", of: "@communication", by: "@pseated", on: 2010-02-03 }
series:
  - { id: "@series", title: "§", between: ["@chief", "@director"], frequency: P1M, formal: { agenda: true, record: true }, under: "@scheme" }
  - { id: "@teamseries", title: "§", body: "@cmt", frequency: P1M }
meetings:
  - { id: "@private", series: "@series", on: 2012-11-05, held: true, agenda: 2012-11-01, record: minutes, attended: ["@pdirector", "posts/@chief"], items: [{ number: "§", title: "§", by: "@director", outcome: "§", paper: "@unpublished", themes: [safeguarding], functions: ["@care"] }, { number: "§", title: { en: "§", cy: "§" }, themes: [workforce], private: true, privateBecause: "§", outcome: "§", decision: { en: "§", cy: "§" }, votes: "§", proposedBecause: "advice/@closed" }] }
  - { id: "@teammeeting", body: "@cmt", on: 2012-11-06, held: true, record: minutes, attended: ["@pdirector"], apologies: ["@padults"], items: [{ number: "§", title: "§" }] }
  - { id: "@upcoming", series: "@series", on: 2012-12-20, at: "10:00", place: "§", invited: ["@chief", "@director"], items: [{ number: "1", title: "§" }, { number: "2", title: "§", by: "@director", themes: [workforce], private: true, privateBecause: "§", paper: "@unpublished", proposedBecause: "barriers/@closedbarrier" }] }
  - { id: "@minuted", series: "@series", on: 2012-12-03, held: true, record: notes, attended: ["@director", "@chief"], declarations: [{ by: "@director", what: "§" }], items: [{ number: "1", title: "§", outcome: "§", proposedBecause: "advice/@asked" }] }
  - { id: "@off", body: "@cmt", on: 2012-12-04, held: false, calledOff: { on: 2012-12-01, why: "§" } }
  - { id: "@approved", body: "@cmt", on: 2012-10-04, held: true, record: minutes, attended: ["@director"], minutesApprovedOn: 2012-11-06, minutesApprovedBy: ["bodies/@cmt"], items: [{ number: "1", title: "§", decision: "§", votes: "§" }] }
actions:
  - { id: "@follow", arisingFrom: "advice/@closed", what: "§", owner: "@director", state: in-progress }
  - { id: "@task", arisingFrom: "meetings/@private", what: "§", owner: "@desk", due: 2013-01-01, state: delayed, extensions: [{ to: 2013-02-01, why: "§", grantedBy: "@council" }] }
  - { id: "@ofbarrier", arisingFrom: "barriers/@closedbarrier", what: "§", owner: "@desk", due: 2012-12-12, state: complete-claimed, acceptedBy: "@chief" }
  - { id: "@ofstatement", arisingFrom: "statements/@statement", what: "§", owner: "@finance", due: 2012-12-01, state: not-started, acceptedBy: "@chief" }
  - { id: "@done", arisingFrom: "meetings/@teammeeting", what: "§", owner: "@adults", state: complete-accepted, acceptedBy: "@cmt" }
  - { id: "@dropped", what: "§", owner: "@adults", state: no-further-action }
advice:
  - { id: "@open", nature: advice, from: "@director", to: "@chief", subject: { en: "§", cy: "§" }, on: 2012-05-01, responses: [{ on: 2012-06-01, by: "@chief", outcome: noted, reason: "§" }] }
  - { id: "@closed", nature: concern, from: "@adults", by: "@padults", to: "@chief", subject: "§", on: 2012-05-02, confidential: true, responses: [{ on: 2012-06-01, by: "@chief", outcome: not-accepted, reason: "§" }] }
  - { id: "@toteam", nature: challenge, from: "@team", to: "@cmt", subject: "§", on: 2012-05-03, confidential: true }
  - { id: "@ofold", nature: dissent, from: "@director", by: "@pformer", to: "@chief", subject: "§", on: 2009-05-03, confidential: true }
  - { id: "@raised", nature: concern, from: "@director", to: "@chief", subject: "§", on: 2012-05-04, escalatedTo: "@closed" }
  - { id: "@late", nature: concern, from: "@team", to: "@chief", subject: "§", on: 2012-05-05 }
  - { id: "@asked", nature: challenge, from: "@adults", by: "@padults", to: "@director", subject: { en: "§", cy: "§" }, on: 2012-12-03, answerBy: 2012-12-14, arisingFrom: "meetings/@private", under: "@scheme", confidential: true }
  - { id: "@waiting", nature: concern, from: "@adults", by: "@padults", to: "@director", subject: "§", on: 2012-12-03, arisingFrom: "advice/@closed" }
  - { id: "@overdue", nature: concern, from: "@director", by: "@pdirector", to: "@chief", subject: "§", on: 2012-06-03, answerBy: 2012-07-01 }
  - { id: "@ofquarrel", nature: challenge, from: "@monitoring", by: "@pmonitoring", to: "@chief", subject: "§", on: 2012-11-05, arisingFrom: "amendments/@quarrel", confidential: true }
  - { id: "@ofdispute", nature: challenge, from: "@director", by: "@pdirector", to: "@chief", subject: "§", on: 2012-11-05, arisingFrom: "amendments/@disputed" }
statutory-decisions:
  - { id: "@decision", function: "§", under: "§", by: "@adults", on: 2012-10-01, subject: "§", outcome: "§" }
  - { id: "@running", function: "§", under: "§", by: "@director", on: 2012-12-10, subject: "§", clock: { period: "§", from: "2012-12-10T08:00:00Z", until: "2012-12-11T08:00:00Z" } }
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
  - { id: "@wards", holder: "@ward", information: { en: "§", cy: "§" }, form: "§", frequency: P1M }
programme-items:
  - { id: "@programme", body: "@committee", topic: "§", due: 2013-01-01 }
questions:
  - { id: "@question", askedBy: "@pward", of: "@director", on: 2012-01-10, text: "§", answers: [{ on: 2012-01-20, text: "§", kind: full }] }
  - { id: "@unanswered", askedBy: "@committee", of: "@director", on: 2012-11-10, text: { en: "§", cy: "§" }, expectation: "§" }
  - { id: "@settled", askedBy: "@chair", of: "@adults", on: 2012-01-10, text: "§", answers: [{ on: 2012-01-20, text: "§", kind: full }], satisfied: true }
briefings:
  - { id: "@briefing", subject: "§", to: ["@council"], on: 2012-01-05 }
self-assessments:
  - { id: "@assessment", pack: "§", period: { from: 2011-04-01, until: 2012-04-01 }, state: draft }
judgements:
  - { id: "@judgement", assessment: "@assessment", expectation: "§", rating: partly, narrative: "§", evidence: ["advice/@closed"], improvement: "@task" }
confirmations:
  - { id: "@confirmation", assessment: "@assessment", as: director, by: "@pdirector", on: 2012-06-01 }
  - { id: "@ofsigned", assessment: "statements/@signed", as: head-of-paid-service, by: "@pchief", on: 2012-11-01 }
statements:
  - { id: "@statement", as: "@chief", period: { from: 2011-04-01, until: 2012-04-01 }, state: draft, assessedAs: { on: 2012-06-01, pack: "§", edition: "§", digest: "§" },
      findings: [{ expectation: "§", diagnosis: exposed }], sections: [{ heading: "§", text: "§" }], reservations: [{ text: "§", expectations: ["§"], about: ["advice/@closed"], will: "@task" }], seal: "§" }
  - { id: "@signed", as: "@chief", period: { from: 2011-04-01, until: 2012-04-01 }, state: signed, by: "@pchief", signedOn: 2012-11-01, assessedAs: { on: 2012-06-01, pack: "§", edition: "§", digest: "§" },
      findings: [{ expectation: "§", diagnosis: exposed }], sections: [{ heading: "§", text: { en: "§", cy: "§" } }], reservations: [{ text: "§", expectations: ["§"], about: ["barriers/@closedbarrier"] }], seal: "§" }
barriers:
  - { id: "@barrier", what: "§", raisedBy: "@director", on: 2012-05-01, expectations: ["§"], about: ["posts/@finance"], state: being-resolved, owner: "@finance",
      responses: [{ on: 2012-05-02, by: "@finance", text: "§" }] }
  - { id: "@closedbarrier", what: { en: "§", cy: "§" }, raisedBy: "@director", on: 2012-05-01, state: open, owner: "@adults", about: ["posts/@finance"], expectations: ["§"], responses: [{ on: 2012-05-02, by: "@adults", text: "§" }], confidential: true }
  - { id: "@resolved", what: "§", raisedBy: "@director", on: 2012-04-01, state: resolved, owner: "@finance", about: ["advice/@closed"], responses: [{ on: 2012-05-02, by: "@finance", text: "§" }], resolvedOn: 2012-05-03 }
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
  - { id: "@published", type: annual, title: "§", state: published, by: "@director", sections: [{ number: "§", title: "§", text: "§" }], appendices: ["@certificate"], wardsAffected: "§" }
  - { id: "@unpublished", type: council, title: "§", state: draft, sections: [{ number: "§", title: "§", text: "§" }], appendices: ["@certificate"], wardsAffected: "§" }
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
  - { id: "@proof2", title: "§", url: "https://§.example/", supports: ["barriers/@closedbarrier"] }
risks:
  - { id: "@risk", title: "§", likelihood: high, impact: medium, owner: "@desk", controls: ["plans/@plan"] }
`;
