import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after } from 'node:test';
import { assess, type Assessment } from '../../../src/assessment/assess.ts';
import { openContent, readingLookBack, wordsFor } from '../../../src/assessment/open-register.ts';
import { AREA_ACTS } from '../../../src/areas/acts.ts';
import { date } from '../../../src/kernel/date.ts';
import type { Result } from '../../../src/kernel/result.ts';
import { GENERIC_ACTS } from '../../../src/register/acts/acts.ts';
import type { KeptRegister } from '../../../src/register/kept-register.ts';
import type { Performed } from '../../../src/register/request.ts';
import { actRequest, importRequest } from '../../../src/register/requests.ts';
import type { Snapshot } from '../../../src/register/snapshot.ts';
import { asked, at, contentOf, good, openFolder, temporaryFolder } from '../../kept/folder.ts';

/** A council with a director, two others to agree with, a health board, and a procedure for conflict. */
export const NEGOTIATING = `
register:
  id: council
  authority: { name: Example Council, nation: wales }
  pack: wales-2009
  completeFor: [posts, appointments, bodies, seats, instruments, provisions, agreements, advice]
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director of Social Services, designations: [director-of-social-services], reportsTo: chief }
  - { id: education, title: Director of Education, designations: [director-of-education], reportsTo: chief }
  - { id: adults, title: Head of Adult Services, designations: [head-of-adult-services], reportsTo: director }
  - { id: monitoring, title: Monitoring Officer, designations: [monitoring-officer], reportsTo: chief }
persons:
  - { id: ann, name: Ann Chief }
  - { id: ben, name: Ben Director }
  - { id: cai, name: Cai Adults }
  - { id: dee, name: Dee Education }
  - { id: eve, name: Eve Chair }
  - { id: fay, name: Fay Monitoring }
  - { id: gil, name: Gil Health }
  - { id: hal, name: Hal Next }
appointments:
  - { id: a1, person: ann, post: chief, basis: permanent, from: 2009-01-01 }
  - { id: a2, person: ben, post: director, basis: permanent, from: 2010-01-01 }
  - { id: a3, person: cai, post: adults, basis: permanent, from: 2010-01-01 }
  - { id: a4, person: dee, post: education, basis: permanent, from: 2010-01-01 }
  - { id: a5, person: fay, post: monitoring, basis: permanent, from: 2010-01-01 }
organisations:
  - { id: health, name: Example Health Board, type: health-board }
bodies:
  - { id: council, name: Council, type: council }
  - { id: cabinet, name: Cabinet, type: cabinet }
seats:
  - { id: s1, body: council, holder: persons/eve, role: chair }
  - { id: s2, body: council, holder: persons/gil, role: member }
instruments:
  - { id: procedure, title: Resolving conflict, type: conflict-resolution-procedure, state: agreed, version: 1, parties: [council], agreedOn: 2011-01-01 }
  - { id: scheme, title: Scheme of delegation, type: scheme-of-delegation, state: agreed, version: 1, parties: [council], agreedOn: 2011-01-01 }
provisions:
  - { id: cp2, instrument: procedure, number: 10, text: Then the Council decides., gives: [{ to: bodies/council, responsibility: decides }] }
  - { id: cp1, instrument: procedure, number: 2, text: First the Monitoring Officer listens., gives: [{ to: monitoring, responsibility: advises }] }
  - { id: dp, instrument: scheme, number: 1, text: The Head of Adult Services stands in., gives: [{ to: adults, responsibility: deputises-for, towards: posts/director }] }
`;

/** A kept register on which acts are done by name, each on a day. */
export interface Council {
  readonly register: KeptRegister;
  readonly does: (name: string, input: unknown, person: string, on?: string) => Promise<Result<Performed>>;
  readonly on: (day?: string) => Snapshot;
  readonly judged: (day?: string) => Assessment;
}

export const DAY = '2013-03-01';

export async function council(text = NEGOTIATING): Promise<Council> {
  const folder = openFolder(join(temporaryFolder(), 'data'));
  after(() => folder.close());
  const register = await folder.register('council');
  good(await register.perform(importRequest(await contentOf(text), asked())));
  return {
    register,
    does(name, input, person, on = DAY) {
      const act = AREA_ACTS.find((one) => one.name === name) ?? GENERIC_ACTS.find((one) => one.name === name) ?? assert.fail(name);
      return register.perform(actRequest(act, input, asked({ actor: { person }, now: at(`${on}T12:00:00Z`) }), wordsFor));
    },
    on: (day = DAY) => register.image.snapshot(date(day)),
    judged(day = DAY) {
      const opened = good(openContent(register.image.content()));
      return assess(register.image.snapshot(date(day)), opened.compiled, readingLookBack(opened));
    },
  };
}

/** What an act was refused with. */
export const refusal = (result: Result<unknown>): { readonly code: string; readonly sentence: string } => {
  assert.ok(!result.ok, 'it was not refused');
  const [fault] = result.faults;
  return fault ?? assert.fail();
};

export const PROTOCOL = 'safeguarding-with-education';

/** A protocol in negotiation among the director, education and the chief executive. */
export async function negotiating(): Promise<Council> {
  const made = await council();
  good(await made.does('protocol.draft', {
    title: 'Safeguarding with education', type: 'protocol', parties: ['posts/director', 'posts/education', 'posts/chief'], reviewBy: '2015-03-01',
    provisions: [
      { text: 'The Director is accountable for safeguarding.', themes: ['safeguarding'], gives: [{ to: 'posts/director', responsibility: 'accountable', over: 'safeguarding' }] },
      { text: 'Schools report to the Director each term.', gives: [{ to: 'posts/education', responsibility: 'reports', over: 'safeguarding', towards: 'posts/director' }] },
    ],
  }, 'ben'));
  good(await made.does('protocol.open', { instrument: PROTOCOL }, 'ben'));
  return made;
}
