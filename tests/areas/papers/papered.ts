import { protocolPaper } from '../../../src/areas/instruments/protocol-paper.ts';
import { minutesPaper } from '../../../src/areas/meetings/minutes-paper.ts';
import { notePaper } from '../../../src/areas/meetings/note-paper.ts';
import { packPaper } from '../../../src/areas/meetings/pack-paper.ts';
import type { Variant } from '../../../src/areas/meetings/paper-parts.ts';
import { councilReport, reportSections } from '../../../src/areas/reporting/council-report.ts';
import type { Assessment } from '../../../src/assessment/assess.ts';
import { instrumentStanding } from '../../../src/assessment/instrument-standing.ts';
import { PAPERS, sourcesIn } from '../../../src/areas/papers.ts';
import type { Document, Showing } from '../../../src/documents/document.ts';
import type { Ref } from '../../../src/model/field.ts';
import { SMALL } from '../../assessment/small-register.ts';

/** The words that only those of the meeting may read. */
export const SECRETS = ['SECRET-TITLE', 'SECRET-CYFRINACH', 'SECRET-OUTCOME', 'SECRET-DECISION', 'SECRET-VOTES', 'SECRET-PAPER', 'SECRET-SECTION', 'SECRET-ACTION', 'SECRET-BEFORE'];

/** The small council, whose council met twice: with a private item each time, papers, a protocol and a report to it. */
export const PAPERED = `${SMALL.replace('name: Ben Example }', 'name: Siân Tŷ-Gŵyn }').replace('bodies:\n', `bodies:
  - { id: council, name: { en: The council, cy: Y cyngor }, type: council }
`)}  - { id: s2, body: council, holder: chief, role: chair }
series:
  - { id: sittings, title: { en: Meetings of the council, cy: Cyfarfodydd y cyngor }, body: council, frequency: P1M }
meetings:
  - { id: before, series: sittings, body: council, on: 2012-11-01, held: true, record: minutes, minutesApprovedOn: 2012-11-20, minutesApprovedBy: [bodies/council], attended: [posts/chief, posts/director],
      items: [{ number: 1, title: { en: Winter plan, cy: Cynllun y gaeaf }, outcome: { en: Noted, cy: Nodwyd } }, { number: 2, title: SECRET-BEFORE, private: true, privateBecause: It names a member of staff, outcome: SECRET-BEFORE }] }
  - { id: council-december, series: sittings, body: council, on: 2012-12-04, at: "10:00", place: The chamber, held: true, agenda: 2012-11-28, record: minutes,
      attended: [posts/chief, posts/director], apologies: [posts/deputy], declarations: [{ by: posts/chief, what: A relative works in a home that is discussed }],
      items: [
        { number: 1, title: { en: The role of the Director, cy: Rôl y Cyfarwyddwr }, by: posts/director, paper: role, outcome: { en: The council discussed the report, cy: Trafododd y cyngor yr adroddiad }, decision: { en: Agreed, cy: Cytunwyd }, votes: "7 for, 2 against" },
        { number: 2, title: { en: SECRET-TITLE, cy: SECRET-CYFRINACH }, by: posts/deputy, paper: hidden, private: true, privateBecause: Paragraph 12 of Schedule 12A, outcome: SECRET-OUTCOME, decision: SECRET-DECISION, votes: SECRET-VOTES },
        { number: 3, title: Any other business, paper: draft },
        { number: 4, title: SECRET-TITLE, private: true },
      ] }
actions:
  - { id: follow, arisingFrom: meetings/before, what: SECRET-ACTION, owner: director, due: 2012-12-20, state: in-progress }
  - { id: publish, arisingFrom: meetings/council-december, what: SECRET-ACTION, owner: chief, state: not-started }
reports:
  - { id: role, type: council, title: { en: The role of the Director of Social Services, cy: Rôl Cyfarwyddwr y Gwasanaethau Cymdeithasol }, state: agreed, by: director, appendices: [framework], wardsAffected: { en: All, cy: Pob un },
      sections: [{ title: { en: Recommendation, cy: Argymhelliad }, text: { en: The council is asked to agree., cy: Gofynnir i’r cyngor gytuno. } }, { title: { en: Purpose, cy: Diben }, text: { en: "First paragraph.\\n\\nSecond paragraph:\\n- one\\n- two", cy: "Paragraff cyntaf.\\n\\nAil baragraff:\\n- un\\n- dau" } }, { title: What the law says, text: "4.2.1 It keeps its own number." }] }
  - { id: hidden, type: council, title: SECRET-PAPER, state: agreed, sections: [{ title: SECRET-SECTION, text: SECRET-SECTION }] }
  - { id: draft, type: performance, title: A draft of figures, state: draft, sections: [{ number: 1, title: Draft figures, text: Unchecked }] }
evidence:
  - { id: framework, title: Draft framework }
  - { id: circular, title: Circular SWSG2, supports: [reports/role] }
instruments:
  - { id: protocol, title: { en: Protocol between the two, cy: Protocol rhwng y ddau }, type: protocol, state: agreed, version: 2, parties: [director, chief, bodies/council], agreedOn: 2012-01-10, reviewBy: 2012-11-30 }
provisions:
  - { id: p1, instrument: protocol, number: "1.1", text: { en: The Director may speak to the council., cy: Caiff y Cyfarwyddwr siarad â’r cyngor. }, themes: [safeguarding], gives: [{ to: director, responsibility: reports, over: safeguarding, towards: bodies/council, limit: Every quarter }] }
  - { id: p2, instrument: protocol, number: "1.2", text: Each tells the other. }
statements:
  - { id: year, as: chief, period: { from: 2011-12-11, until: 2012-12-11 }, state: signed, assessedAs: { on: 2012-12-10, pack: wales-2009, edition: 2013-04, digest: abc }, by: ann, signedOn: 2012-12-10, seal: not-that-of-these-words,
      findings: [{ expectation: access.corporate-management-team, diagnosis: secured }, { expectation: of.another-edition, diagnosis: exposed }],
      sections: [{ heading: { en: How it stands, cy: Sut y saif }, text: { en: "First.\\nSecond.", cy: "Cyntaf.\\nAil." } }],
      reservations: [{ text: { en: The protocol is late, cy: Mae’r protocol yn hwyr }, expectations: [access.corporate-management-team], about: [instruments/protocol] }] }
agreements:
  - { id: g1, instrument: protocol, version: 2, party: director, signedBy: ben, on: 2012-01-10 }
  - { id: g2, instrument: protocol, version: 1, party: chief, signedBy: ann, on: 2011-01-10 }
`;

/** The papers of that council from all that it knows, as for somebody of its meetings. */
export function papersOf(assessment: Assessment) {
  const { snapshot, facts } = assessment;
  const sources = sourcesIn(assessment, snapshot, facts);
  const get = <K extends 'meetings' | 'reports' | 'instruments'>(ref: Ref<K>) => snapshot.get(ref) ?? fail(ref);
  return {
    pack: (variant: Variant, showing: Showing): Document => packPaper({ meeting: get('meetings/council-december'), ...sources, variant, sectionsOf: reportSections }, showing),
    minutes: (variant: Variant, showing: Showing): Document => minutesPaper({ meeting: get('meetings/council-december'), ...sources, variant }, showing),
    note: (showing: Showing): Document => notePaper({ meeting: get('meetings/council-december'), ...sources }, showing),
    protocol: (showing: Showing): Document => protocolPaper({ instrument: get('instruments/protocol'), standing: instrumentStanding(facts, get('instruments/protocol')), ...sources }, showing),
    statement: (showing: Showing): Document => PAPERS.statements?.[0]?.paper(snapshot.get('statements/year') ?? fail('statements/year'), 'public', sources, showing) ?? fail('statements'),
    report: (showing: Showing): Document => councilReport({ report: get('reports/role'), ...sources }, showing),
  };
}

function fail(ref: string): never {
  throw new Error(`There is no ${ref}.`);
}
