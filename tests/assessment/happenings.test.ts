import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { happenings, happeningsOf } from '../../src/assessment/happenings/happenings.ts';
import { openRegisterBytes } from '../../src/assessment/open-register.ts';
import { Speaker } from '../../src/rules/say.ts';
import { judged, SMALL } from './small-register.ts';

const COUNCIL = `${SMALL.replace('person: ben, post: director, basis: permanent, from: 2010-01-01 }', 'person: ben, post: director, basis: permanent, from: 2010-01-01, until: 2012-05-01 }\n  - { id: a4, person: cai, post: director, basis: acting, from: 2012-07-01 }').replace('  - { id: deputy, title: Head of Adults, designations: [head-of-adult-services], reportsTo: director }', '  - { id: deputy, title: Head of Adults, reportsTo: director, until: 2011-04-01 }\n  - { id: deputy, title: Head of Care, reportsTo: director, from: 2011-04-01, until: 2011-09-01 }\n  - { id: deputy, title: Head of Care, reportsTo: chief, from: 2011-09-01 }')}
instruments:
  - { id: old, title: Old protocol, type: protocol, state: superseded, version: 1, parties: [chief, director], agreedOn: 2009-02-01, reviewBy: 2011-02-01 }
  - { id: protocol, title: Protocol, type: protocol, state: agreed, version: 2, parties: [chief, director], agreedOn: 2010-02-01, reviewBy: 2012-02-01, supersedes: old }
agreements:
  - { id: g2, instrument: protocol, version: 2, party: director, signedBy: ben, on: 2010-02-01 }
advice:
  - { id: rota, nature: challenge, from: director, to: chief, subject: Rota, on: 2012-03-01, responses: [{ on: 2012-03-20, outcome: accepted }] }
meetings:
  - { id: m1, body: cmt, on: 2012-03-05, held: true, attended: [chief] }
  - { id: m2, body: cmt, on: 2012-04-05, held: false }
`;

describe('What happened', async () => {
  const opened = await openRegisterBytes('small.yaml', new TextEncoder().encode(COUNCIL));
  assert.ok(opened.ok);
  const { content } = opened.value;
  const { snapshot, facts } = await judged(COUNCIL);
  const speaker = new Speaker(snapshot, facts.words, 'en');
  const told = happenings(content).map(({ day, says }) => `${day} ${speaker.say(says)}`);
  const has = (line: string): void => assert.ok(told.includes(line), `${line}\nis not among\n${told.join('\n')}`);

  it('is told in the order of the days', () => {
    const days = happenings(content).map(({ day }) => day);
    assert.deepEqual(days, days.toSorted());
  });

  it('tells who took up and left a post, and when nobody held it', () => {
    has('2010-01-01 Ben Example took up Director (permanent).');
    has('2012-05-01 Ben Example left Director.');
    has('2012-05-01 Director fell vacant.');
    assert.equal(told.filter((line) => line.includes('fell vacant')).length, 1);
  });

  it('tells what an instrument took the place of, and when its review fell due, but not of one that was superseded by then', () => {
    has('2010-02-01 Protocol was agreed (version 2) and took the place of Old protocol.');
    has('2009-02-01 Old protocol was agreed (version 1).');
    has('2012-02-01 The review of Protocol fell due.');
    assert.ok(!told.some((line) => line.includes('review of Old protocol')));
  });

  it('tells that an agreement lapsed because the holder changed', () => {
    has('2012-07-01 Protocol was no longer agreed by whoever held Director: Cai Example took it up and had not agreed it.');
  });

  it('tells of a restructure: another name, another line', () => {
    has('2011-04-01 Head of Adults became Head of Care.');
    has('2011-09-01 Head of Care changed: reports to.');
  });

  it('tells of advice and of its answer, of meetings held and not held', () => {
    has('2012-03-01 Director challenged Chief Executive: “Rota”.');
    has('2012-03-20 Chief Executive answered “Rota”: accepted.');
    has('2012-03-05 A meeting was held: Corporate Management Team.');
    has('2012-04-05 No meeting was held: Corporate Management Team.');
  });

  it('tells of one record all that names it and nothing else', () => {
    const of = (ref: string): readonly string[] => happeningsOf(content, ref).map(({ says }) => speaker.say(says));
    assert.deepEqual(of('bodies/cmt'), ['A meeting was held: Corporate Management Team.', 'No meeting was held: Corporate Management Team.']);
    assert.deepEqual(of('advice/rota'), ['Director challenged Chief Executive: “Rota”.', 'Chief Executive answered “Rota”: accepted.']);
    assert.deepEqual(of('persons/nobody'), []);
  });
});
