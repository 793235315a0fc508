import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reachOf } from '../../src/rules/levers.ts';
import { facts } from './content.ts';

const OFFICE = 'director-of-social-services';

const POSTS = `
units:
  - { id: social-services, name: Social Services, level: directorate }
  - { id: adults, name: Adult Services, level: service, parent: social-services }
  - { id: empty-team, name: Empty Team, level: team, parent: adults }
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director, designations: [director-of-social-services], reportsTo: chief, unit: social-services }
  - { id: head, title: Head of Adults, reportsTo: director, unit: adults }
  - { id: manager, title: Manager, reportsTo: head, unit: adults }
  - { id: education, title: Director of Education, designations: [director-of-education], reportsTo: chief }
`;

const PEOPLE = `
persons: [{ id: dora, name: Dora }]
appointments: [{ id: dora-director, person: dora, post: director, basis: permanent, from: 2010-05-01 }]
`;

const one = async (records: string) => {
  const [reach, more] = reachOf(await facts(POSTS + records), OFFICE);
  assert.ok(reach !== undefined && more === undefined, 'one function is expected');
  return { levers: reach.levers, chain: reach.chain.map((ref) => ref.slice('posts/'.length)), informal: reach.informal, gap: reach.gap };
};

const led = (by: string) => `functions: [{ id: care, name: Care, group: adult, delivery: direct, ${by} }]\n`;
const EDUCATION = led('ledBy: education');
const clause = (gives: string, more = '') => `
instruments: [{ id: framework, title: Framework, type: framework, state: agreed, version: 1, agreedOn: 2012-01-10 }]
provisions: [{ id: clause, instrument: framework, number: 1, text: Something., gives: [${gives}]${more} }]
`;

describe('The reach of an office', () => {
  it('is management where its own post leads a function, or one that reports to it', async () => {
    assert.deepEqual(await one(led('ledBy: director')), { levers: ['manages'], chain: ['director'], informal: [], gap: false });
    assert.deepEqual(await one(led('ledBy: head')), { levers: ['manages'], chain: ['director', 'head'], informal: [], gap: false });
  });

  it('is management of the manager further down, with the whole chain', async () => {
    assert.deepEqual(await one(led('ledBy: manager')), { levers: ['manages-the-manager'], chain: ['director', 'head', 'manager'], informal: [], gap: false });
  });

  it('takes the head of the unit, or of the nearest unit above with posts, for one who leads', async () => {
    assert.deepEqual((await one(led('unit: adults'))).chain, ['director', 'head']);
    assert.deepEqual((await one(led('unit: empty-team'))).chain, ['director', 'head']);
    assert.deepEqual((await one(led('unit: social-services'))).chain, ['director']);
  });

  it('takes whoever leads the whole for one who leads a part', async () => {
    const reach = reachOf(await facts(`${POSTS}functions:\n  - { id: care, name: Care, group: adult, delivery: direct, ledBy: head }\n  - { id: home-care, name: Home care, group: adult, delivery: purchased, partOf: care }\n`), OFFICE);
    assert.deepEqual(reach.map(({ chain }) => chain.length), [2, 2]);
  });

  it('takes a word that is a theme and the id of a function too for the function', async () => {
    const protection = 'functions: [{ id: child-protection, name: Child protection, group: children, delivery: direct, ledBy: education }]\n';
    const challenges = clause('{ to: director, responsibility: challenges, over: child-protection }');
    assert.deepEqual((await one(protection + challenges)).levers, ['right-to-challenge']);
    const seated = 'bodies: [{ id: board, name: Board, type: children-safeguarding-board, remit: [child-protection] }]\nseats: [{ id: s, body: board, holder: director, role: member }]\n';
    assert.deepEqual((await one(protection + seated)).levers, ['seat']);
  });

  it('is a gap where somebody else leads and nothing is given', async () => {
    assert.deepEqual(await one(EDUCATION), { levers: [], chain: [], informal: [], gap: true });
    assert.equal((await one(led(''))).gap, true);
  });

  it('follows a provision in force that gives another post of its line the management', async () => {
    assert.deepEqual(await one(EDUCATION + clause('{ to: head, responsibility: manages, over: functions/care }')), { levers: ['manages'], chain: ['director', 'head'], informal: [], gap: false });
  });

  for (const [responsibility, lever] of [
    ['manages', 'manages'], ['decides', 'delegated-power'], ['accountable', 'delegated-power'], ['chairs', 'chair'], ['reports', 'right-to-report'],
    ['challenges', 'right-to-challenge'], ['advises', 'right-to-challenge'], ['leads-profession', 'professional-lead'],
  ] as const) {
    it(`has the lever ${lever} where a provision in force says that its post ${responsibility}`, async () => {
      assert.deepEqual(await one(EDUCATION + clause(`{ to: director, responsibility: ${responsibility}, over: functions/care }`)), { levers: [lever], chain: ['director'], informal: [], gap: false });
    });
  }

  it('counts a gift over the functions of its clause, but not one over other things', async () => {
    assert.deepEqual((await one(EDUCATION + clause('{ to: director, responsibility: challenges }', ', functions: [care]'))).levers, ['right-to-challenge']);
    assert.equal((await one(EDUCATION + clause('{ to: director, responsibility: challenges, over: safeguarding }', ', functions: [care]'))).gap, true);
    assert.equal((await one(EDUCATION + clause('{ to: director, responsibility: is-informed, over: functions/care }'))).gap, true);
  });

  it('counts nothing of an instrument that is not in force', async () => {
    const draft = clause('{ to: director, responsibility: decides, over: functions/care }').replace('state: agreed', 'state: draft');
    assert.equal((await one(EDUCATION + draft)).gap, true);
  });

  it('says that a gift or a seat by name is informal', async () => {
    assert.deepEqual(await one(EDUCATION + PEOPLE + clause('{ to: persons/dora, responsibility: decides, over: functions/care }')), {
      levers: ['delegated-power'], chain: ['director'], informal: ['provisions/clause'], gap: false,
    });
    const seat = 'bodies: [{ id: board, name: Board, type: partnership, remit: [functions/care] }]\nseats: [{ id: by-name, body: board, holder: persons/dora, role: chair }]\n';
    assert.deepEqual(await one(EDUCATION + PEOPLE + seat), { levers: ['chair'], chain: ['director'], informal: ['seats/by-name'], gap: false });
  });

  it('is a seat or the chair on a body whose remit has the function, and not mere attendance', async () => {
    const board = (role: string) => `bodies: [{ id: board, name: Board, type: partnership, remit: [functions/care] }]\nseats: [{ id: place, body: board, holder: posts/director, role: ${role} }]\n`;
    assert.deepEqual((await one(EDUCATION + board('chair'))).levers, ['chair']);
    assert.deepEqual((await one(EDUCATION + board('member'))).levers, ['seat']);
    assert.equal((await one(EDUCATION + board('in-attendance'))).gap, true);
  });

  it('names every lever once, the strongest first, with the shortest line', async () => {
    assert.deepEqual(await one(led('ledBy: manager') + clause('{ to: director, responsibility: advises, over: functions/care }, { to: head, responsibility: manages, over: functions/care }')), {
      levers: ['manages', 'manages-the-manager', 'right-to-challenge'], chain: ['director', 'head'], informal: [], gap: false,
    });
  });

  it('leaves out the functions of the council at large', async () => {
    assert.deepEqual(reachOf(await facts(`${POSTS}functions: [{ id: payroll, name: Payroll, group: corporate, delivery: direct }]\n`), OFFICE), []);
  });

  it('goes nowhere from an office that no post carries', async () => {
    assert.deepEqual(reachOf(await facts(led('')), OFFICE).map(({ gap }) => gap), [true]);
  });
});
