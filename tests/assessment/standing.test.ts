import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accountabilityStanding } from '../../src/assessment/accountability-standing.ts';
import { bodyStanding } from '../../src/assessment/body-standing.ts';
import { instrumentStanding, withoutInstrument } from '../../src/assessment/instrument-standing.ts';
import { isFall, lensesMoved } from '../../src/assessment/lenses-moved.ts';
import { naming } from '../../src/assessment/naming-reasons.ts';
import { personStanding } from '../../src/assessment/person-standing.ts';
import { postHolding } from '../../src/assessment/post-holding.ts';
import { postStanding } from '../../src/assessment/post-standing.ts';
import { restingOn, servedBy } from '../../src/assessment/resting-on.ts';
import { compare } from '../../src/assessment/what-if.ts';
import { Facts } from '../../src/rules/facts.ts';
import { judged, SMALL, WITH_DEPUTY } from './small-register.ts';

const AGREED = `
instruments:
  - { id: old, title: Old protocol, type: protocol, state: superseded, version: 1, parties: [chief, director] }
  - { id: protocol, title: Protocol, type: protocol, state: agreed, version: 2, parties: [chief, director], agreedOn: 2011-01-10, reviewBy: 2012-12-09, supersedes: old }
  - { id: next, title: Next protocol, type: protocol, state: draft, version: 3, parties: [chief, director], supersedes: protocol }
provisions:
  - { id: p1, instrument: protocol, number: 1, text: Ben decides., functions: [adults], gives: [{ to: persons/ben, responsibility: decides }] }
  - { id: p2, instrument: protocol, number: 2, text: The Director answers for access., functions: [adults], gives: [{ to: director, responsibility: accountable, over: access }] }
  - { id: p3, instrument: old, number: 1, text: Long gone., gives: [{ to: persons/ben, responsibility: challenges, over: access }] }
agreements:
  - { id: ag1, instrument: protocol, version: 2, party: chief, signedBy: ann, on: 2011-01-10 }
  - { id: ag2, instrument: protocol, version: 1, party: director, signedBy: ben, on: 2010-02-01 }
communications:
  - { id: c1, of: protocol, to: bodies/cmt, on: 2011-02-01, how: paper }
  - { id: c2, of: protocol, to: bodies/cmt, on: 2013-02-01 }
acknowledgements:
  - { id: k1, of: c1, by: ann, on: 2011-02-03 }
functions:
  - { id: adults, name: Adult services, group: adult, delivery: direct, ledBy: deputy }
  - { id: carers, name: Carers, group: both, delivery: direct }
`;

describe('What rests on a person', () => {
  it('is every expectation that would fall without them, with the lens and how far, and the accountabilities that it serves', async () => {
    const { judged: all } = await judged(SMALL);
    const resting = restingOn(all, 'persons/ben');
    assert.deepEqual(resting.map(({ judged: { compiled } }) => compiled.expectation.id), all.filter(({ resilient }) => resilient.restsOn.some(({ person }) => person === 'persons/ben')).map(({ compiled }) => compiled.expectation.id));
    assert.ok(resting.length > 0);
    for (const { falls } of resting) assert.ok(falls.every(({ person, falls: to }) => person === 'persons/ben' && to !== 'met'));
    assert.equal([...servedBy(resting.map((one) => one.judged)).values()].reduce((sum, count) => sum + count, 0), resting.reduce((sum, { judged: { compiled } }) => sum + compiled.expectation.serves.length, 0));
    assert.deepEqual(restingOn(all, 'persons/nobody'), []);
  });

  it('is what is theirs by name, and what they agreed for a post that they hold; what is no longer in force, or another’s, is not', async () => {
    const { facts } = await judged(`${SMALL}  - { id: s2, body: cmt, holder: persons/ben, role: adviser }\n${AGREED}`);
    const ben = personStanding(facts, 'persons/ben');
    assert.deepEqual(ben.byName.map(({ provision, responsibility }) => [provision.ref, responsibility]), [['provisions/p1', 'decides']]);
    assert.deepEqual(ben.seats.map(({ seat, through }) => [seat.ref, through]), [['seats/s2', undefined], ['seats/s1', 'posts/director']]);
    assert.deepEqual(ben.agreed, [], 'what he agreed was an older version');
    assert.deepEqual(personStanding(facts, 'persons/ann').agreed.map(({ agreement }) => agreement.ref), ['agreements/ag1']);
  });

  it('is whom they deputise for, by name or through a post', async () => {
    const { facts } = await judged(WITH_DEPUTY);
    assert.deepEqual(personStanding(facts, 'persons/cai').deputises.map(({ towards, through }) => [towards, through]), [['posts/director', 'posts/deputy']]);
    assert.deepEqual(personStanding(facts, 'persons/cai').byName, []);
    assert.deepEqual(personStanding(facts, 'persons/ben').deputises, []);
  });
});

describe('Who held a post', () => {
  const held = async (appointments: string, asAt?: string) => {
    const { facts } = await judged(SMALL.replace(/ {2}- \{ id: a2.*\n/, appointments), asAt);
    return postHolding(facts, 'posts/director').map((one) => (one.is === 'held' ? `${one.appointment.person.slice(8)} ${one.appointment.valid.from ?? ''}–${one.appointment.valid.until ?? ''}` : `vacant ${one.period.from ?? ''}–${one.period.until ?? ''}`));
  };

  it('is told with the gaps between, the newest first', async () => {
    assert.deepEqual(await held('  - { id: a2, person: ben, post: director, basis: permanent, from: 2010-01-01, until: 2011-01-01 }\n  - { id: a4, person: cai, post: director, basis: interim, from: 2011-03-01 }\n'), [
      'cai 2011-03-01–', 'vacant 2011-01-01–2011-03-01', 'ben 2010-01-01–2011-01-01',
    ]);
  });

  it('has no gap where one takes over on the day another leaves, and an open one where nobody followed', async () => {
    assert.deepEqual(await held('  - { id: a2, person: ben, post: director, basis: permanent, from: 2010-01-01, until: 2011-01-01 }\n  - { id: a4, person: cai, post: director, basis: interim, from: 2011-01-01, until: 2012-12-10 }\n'), [
      'vacant 2012-12-10–', 'cai 2011-01-01–2012-12-10', 'ben 2010-01-01–2011-01-01',
    ]);
  });

  it('has no gap that is still to come', async () => {
    assert.deepEqual(await held('  - { id: a2, person: ben, post: director, basis: permanent, from: 2010-01-01, until: 2012-12-11 }\n'), ['ben 2010-01-01–2012-12-11']);
  });

  it('has no gap after the post itself has ended', async () => {
    const { facts } = await judged(SMALL.replace('reportsTo: chief }', 'reportsTo: chief, until: 2011-06-01 }').replace('from: 2010-01-01 }', 'from: 2010-01-01, until: 2011-06-01 }'));
    assert.deepEqual(postHolding(facts, 'posts/director').map(({ is }) => is), ['held']);
  });
});

describe('Where a post stands', () => {
  it('is its span, its line, what it is given, what it leads and reaches, and who deputises', async () => {
    const { facts } = await judged(`${SMALL}${AGREED}`);
    const director = postStanding(facts, 'posts/director');
    assert.deepEqual([director.direct.map(({ ref }) => ref), director.below, director.line], [['posts/deputy'], ['posts/deputy'], ['posts/director', 'posts/chief']]);
    assert.deepEqual(director.given.map(({ provision }) => provision.ref), ['provisions/p2']);
    assert.deepEqual(director.reach.map(({ function: one, levers, informal }) => [one, levers, informal]), [
      ['functions/adults', ['manages', 'delegated-power'], ['provisions/p1']], ['functions/carers', [], []],
    ]);
    const chief = postStanding(facts, 'posts/chief');
    assert.deepEqual([chief.direct.length, chief.below], [1, ['posts/director', 'posts/deputy']]);
    assert.deepEqual(postStanding(facts, 'posts/deputy').leads, ['functions/adults']);
  });

  it('is which instruments whoever holds it now has agreed, in their current version; superseded ones are left out', async () => {
    const { facts } = await judged(`${SMALL}${AGREED}`);
    const agreed = (post: 'posts/chief' | 'posts/director') => postStanding(facts, post).instruments.map(({ instrument, inForce, agreement }) => [instrument.id, inForce, agreement.verdict]);
    assert.deepEqual(agreed('posts/chief'), [['protocol', true, 'met'], ['next', false, 'not-met']]);
    assert.deepEqual(agreed('posts/director'), [['protocol', true, 'not-met'], ['next', false, 'not-met']]);
  });

  it('counts the meetings of its series in the look-back: stated, held, not held, there and missed', async () => {
    const { facts } = await judged(`${SMALL}
series:
  - { id: one, title: One-to-one, between: [chief, director], frequency: P1M }
  - { id: team, title: Team, body: cmt, frequency: P3M, from: 2012-06-01 }
meetings:
  - { id: m0, series: one, on: 2011-12-10, held: true, attended: [chief, director] }
  - { id: m1, series: one, on: 2011-12-11, held: true, attended: [chief, persons/ben] }
  - { id: m2, series: one, on: 2012-12-10, held: true, attended: [chief] }
  - { id: m3, series: one, on: 2012-05-10, held: false }
  - { id: m4, series: team, on: 2012-07-10, held: true }
`);
    const counts = postStanding(facts, 'posts/director').series.map(({ series, due, held, notHeld, presence }) => [series.id, due, held.map(({ id }) => id).join(), notHeld.length, presence.there, presence.missed.map(({ id }) => id).join(), presence.notSaid]);
    assert.deepEqual(counts, [['one', 12, 'm1,m2', 1, 1, 'm2', 0], ['team', 2, 'm4', 0, 0, '', 1]]);
  });

  it('is told of a post whose line goes in a circle without going on for ever', async () => {
    const { facts } = await judged(SMALL);
    const circle = new Facts(
      facts.snapshot.with([{ kind: 'posts', id: 'chief', record: { ...facts.get('posts/chief'), reportsTo: 'posts/deputy' } as never }]), facts.words, facts.lookBack);
    assert.deepEqual(postStanding(circle, 'posts/director').below, ['posts/deputy', 'posts/chief']);
  });
});

describe('A body', () => {
  const BODY = `${SMALL.replace('posts:', 'posts:\n  - { id: empty, title: Nobody’s post }')}  - { id: s2, body: cmt, holder: empty, role: chair }
  - { id: s3, body: cmt, holder: persons/cai, role: member, from: 2012-06-01 }
  - { id: s4, body: cmt, holder: organisations/police, role: member }
organisations:
  - { id: police, name: Police, type: police }
series:
  - { id: team, title: Team, body: cmt, frequency: P1M }
meetings:
  - { id: m1, series: team, on: 2012-01-10, held: true, attended: [director], items: [{ number: 1, title: A, themes: [budget, safeguarding] }, { number: 2, title: B, themes: [safeguarding], paper: r1 }] }
  - { id: m2, body: cmt, on: 2012-07-10, held: true, attended: [persons/cai], items: [{ number: 1, title: C, themes: [budget] }] }
  - { id: m3, body: cmt, on: 2012-08-10, held: false }
  - { id: m4, body: cmt, on: 2012-12-11, held: true, attended: [director] }
reports:
  - { id: r1, type: performance, title: Quarter, state: agreed }
communications:
  - { id: c1, of: reports/r1, to: bodies/cmt, on: 2012-03-01 }
  - { id: c2, of: reports/r1, to: bodies/cmt, on: 2011-03-01 }
entitlements:
  - { id: e1, holder: bodies/cmt, information: Safeguarding, themes: [safeguarding], form: report, frequency: P6M }
`;

  it('has its members in the order of their roles, the empty seats, and how each attended since they sat', async () => {
    const { facts } = await judged(BODY);
    const { members, chairs } = bodyStanding(facts, 'bodies/cmt');
    assert.deepEqual(members.map(({ seat, isVacant, presence }) => [seat.id, isVacant, presence && `${presence.there} of ${presence.there + presence.missed.length + presence.notSaid}`]), [
      ['s2', true, '0 of 2'], ['s1', false, '1 of 2'], ['s3', false, '1 of 1'], ['s4', false, undefined],
    ]);
    assert.deepEqual(chairs.map(({ seat }) => seat.id), ['s2']);
  });

  it('has the meetings of the look-back, of its series and of its own, what they discussed and what came to it', async () => {
    const { facts } = await judged(BODY);
    const { held, notHeld, themes, received, series } = bodyStanding(facts, 'bodies/cmt');
    assert.deepEqual([held.map(({ id }) => id), notHeld.map(({ id }) => id), series.map(({ due }) => due)], [['m1', 'm2'], ['m3'], [12]]);
    assert.deepEqual(themes.map(({ theme, items, meetings }) => [theme, items, meetings.length]), [['budget', 2, 2], ['safeguarding', 2, 1]]);
    assert.deepEqual(received.map(({ what, on, record }) => [what, on, record]), [['reports/r1', '2012-03-01', 'communications/c1'], ['reports/r1', '2012-01-10', 'meetings/m1']]);
  });

  it('is told whether what it is to receive came, by the same reckoning as the expectations', async () => {
    const { facts } = await judged(BODY);
    const [entitled] = bodyStanding(facts, 'bodies/cmt').entitlements;
    assert.equal(entitled?.outcome.verdict, 'not-known');
    assert.equal(entitled?.outcome.because[0]?.with['due'], 2);
  });
});

describe('An instrument', () => {
  it('has its parties with who agreed, what came before and after, its review, and who was told by the date', async () => {
    const { facts } = await judged(`${SMALL}${AGREED}`);
    const instrument = facts.get('instruments/protocol') ?? assert.fail();
    const { after, before, communications, inForce, parties, provisions, reviewOverdue } = instrumentStanding(facts, instrument);
    assert.deepEqual([inForce, reviewOverdue, before, after.map(({ id }) => id)], [true, true, ['instruments/old'], ['next']]);
    assert.deepEqual(parties.map(({ party, agreement }) => [party, agreement.verdict]), [['posts/chief', 'met'], ['posts/director', 'not-met']]);
    assert.deepEqual([provisions.length, communications.map(({ communication, acknowledgements }) => [communication.id, acknowledgements.length])], [2, [['c1', 1]]]);
  });

  it('is not yet past its review on the day itself', async () => {
    const { facts } = await judged(`${SMALL}${AGREED}`, '2012-12-09');
    assert.equal(instrumentStanding(facts, facts.get('instruments/protocol') ?? assert.fail()).reviewOverdue, false);
  });

  it('counts towards the expectations whose reasons name it, and those that fall without it had been met', async () => {
    const assessment = await judged(`${SMALL}${AGREED}`);
    const named = naming(assessment.judged, new Set(['instruments/protocol', 'provisions/p1', 'provisions/p2', 'agreements/ag1'] as const));
    assert.ok(named.length > 0);
    const moved = lensesMoved(compare(assessment, withoutInstrument(assessment.snapshot, 'instruments/protocol')));
    const falls = moved.filter(isFall);
    assert.ok(falls.length > 0);
    for (const { before, after } of falls) assert.ok(before === 'met' || (before === 'partly' && after === 'not-met'));
    assert.ok(falls.some(({ judged: one }) => named.some(({ judged: other }) => other === one)));
    assert.deepEqual(withoutInstrument(assessment.snapshot, 'instruments/none'), []);
  });
});

describe('An accountability', () => {
  it('has the expectations that serve it, who has it, and the functions that what gives it names', async () => {
    const assessment = await judged(`${SMALL}${AGREED}`);
    const access = accountabilityStanding(assessment, assessment.facts, 'access');
    assert.ok(access.judged.every(({ compiled }) => compiled.expectation.serves.includes('access')));
    assert.equal(access.judged.length, assessment.judged.filter(({ compiled }) => compiled.expectation.serves.includes('access')).length);
    const firsts = access.judged.map(({ compiled }) => compiled.expectation.serves[0] === 'access');
    assert.ok(firsts.lastIndexOf(true) < firsts.indexOf(false), 'those that serve it first come first');
    assert.deepEqual([access.accountable, access.named, access.reach.map((one) => one.function)], [['posts/director'], ['functions/adults'], ['functions/adults']]);
  });

  it('is over every function where nothing ties it to one, and says where nobody is accountable', async () => {
    const assessment = await judged(`${SMALL}${AGREED}`);
    const { accountable, given, named, reach } = accountabilityStanding(assessment, assessment.facts, 'workforce');
    assert.deepEqual([accountable, given, named, reach.map(({ gap }) => gap)], [[], [], undefined, [false, true]]);
  });
});
