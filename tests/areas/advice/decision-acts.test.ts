import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decisionState } from '../../../src/areas/advice/decision-state.ts';
import { at, good, sentences } from '../../kept/folder.ts';
import { council, decisionOf, type Council } from './demo.ts';

const START = { decision: 'secure-authorisation', subject: 'Secure accommodation authorisation made by a children’s hearing', from: '2014-05-02T16:30:00+01:00' };

/** Strathexample in May 2014, when its officer is Kirsty Conjure and the scheme names Iain Interregnum to stand in for her. */
describe('A decision that law reserves to the Chief Social Work Officer', () => {
  let scotland: Council;
  before(async () => void (scotland = await council('demo-scotland')));
  after(() => scotland.close());
  const start = (when: string, more: object = {}, person = 'kirsty') => scotland.act('decision.start', person, when, { ...START, ...more });
  const record = (person: string, when: string, more: object = {}) =>
    scotland.act('decision.record', person, when, { 'statutory-decision': decisionOf(scotland).id, outcome: 'Put into effect.', decidedAt: when, ...more });

  it('starts a clock of 72 hours that runs over the bank-holiday weekend', async () => {
    good(await start('2014-05-02T16:45:00+01:00'));
    const { function: what, under, by, on, clock, asDeputyUnder, outcome, decidedAt } = decisionOf(scotland);
    assert.deepEqual({ what, by, on, clock, asDeputyUnder, outcome, decidedAt }, {
      what: 'Decide whether to put a secure accommodation authorisation into effect', by: 'posts/cswo', on: '2014-05-02',
      clock: { period: 'secure-authorisation', from: '2014-05-02T15:30:00.000Z', until: '2014-05-05T15:30:00.000Z' }, asDeputyUnder: undefined, outcome: undefined, decidedAt: undefined,
    });
    assert.match(under, /S\.S\.I\. 2013\/212/);
  });

  it('is made by the holder, in time to the very minute', async () => {
    good(await record('kirsty', '2014-05-05T16:30:00+01:00'));
    const decision = decisionOf(scotland);
    assert.deepEqual([decision.by, decision.on, decision.decidedAt, decision.outcome], ['posts/cswo', '2014-05-05', '2014-05-05T15:30:00.000Z', { en: 'Put into effect.' }]);
    assert.deepEqual(decisionState(decision, at('2014-06-01T00:00Z')), { is: 'decided-in-time', left: 0 });
    assert.match(sentences(await scotland.act('decision.record', 'kirsty', '2014-05-06T09:00:00Z', { 'statutory-decision': decision.id, outcome: 'Again.', decidedAt: '2014-05-06T08:00:00Z' }))[0] ?? '', /has been decided/);
  });

  it('a minute later is recorded as late, and not refused', async () => {
    good(await start('2014-05-02T16:46:00+01:00'));
    assert.deepEqual(decisionState(decisionOf(scotland), at('2014-05-05T15:30:00Z')), { is: 'running', left: 0 });
    assert.deepEqual(decisionState(decisionOf(scotland), at('2014-05-05T15:31:00Z')), { is: 'overdue', lateBy: 60_000 });
    good(await record('kirsty', '2014-05-05T16:31:00+01:00'));
    assert.deepEqual(decisionState(decisionOf(scotland), at('2014-06-01T00:00Z')), { is: 'decided-late', lateBy: 60_000 });
  });

  it('may be made by the deputy whom the scheme names only while the holder is absent, and says why where the post is held', async () => {
    good(await start('2014-05-02T16:47:00+01:00'));
    assert.deepEqual(sentences(await record('iain', '2014-05-03T10:00:00+01:00')), ['Kirsty Conjure holds Chief Social Work Officer and Head of Children, Families and Justice, and a deputy acts only while the holder is absent. Say why the holder could not decide, or leave it to the holder.']);
    good(await record('iain', '2014-05-03T10:00:00+01:00', { away: 'on leave until 6 May' }));
    const { by, asDeputyUnder, note } = decisionOf(scotland);
    assert.deepEqual({ by, asDeputyUnder, note }, { by: 'persons/iain', asDeputyUnder: 'provisions/scheme-2010-2', note: 'The holder was absent: on leave until 6 May' });
  });

  it('may be started for the deputy, who then needs no more words', async () => {
    assert.match(sentences(await start('2014-05-02T16:48:00+01:00', { by: 'persons/iain' }))[0] ?? '', /a deputy acts only while the holder is absent/);
    good(await start('2014-05-02T16:48:00+01:00', { by: 'persons/iain', away: 'abroad' }));
    assert.equal(decisionOf(scotland).by, 'persons/iain');
    good(await record('iain', '2014-05-03T10:00:00+01:00'));
    assert.equal(decisionOf(scotland).note, 'The holder was absent: abroad');
    assert.deepEqual(sentences(await start('2014-05-02T16:49:00+01:00', { by: 'head-justice', away: 'abroad' })), ['No instrument in force names Head of Criminal Justice Services to deputise for Chief Social Work Officer and Head of Children, Families and Justice. Name the deputy there, or leave the decision to the holder.']);
  });

  it('is handed to the deputy while its clock runs, and back, because a clock does not wait for who falls ill', async () => {
    good(await start('2014-05-02T16:52:00+01:00'));
    const { id } = decisionOf(scotland);
    const hand = (more: object) => scotland.act('decision.hand-over', 'alasdair', '2014-05-03T09:00:00+01:00', { 'statutory-decision': id, ...more });
    assert.match(sentences(await hand({ to: 'persons/iain' }))[0] ?? '', /a deputy acts only while the holder is absent/);
    assert.match(sentences(await hand({ to: 'head-justice', away: 'ill' }))[0] ?? '', /No instrument in force names Head of Criminal Justice Services/);
    good(await hand({ to: 'persons/iain', away: 'taken ill' }));
    assert.deepEqual([decisionOf(scotland).by, decisionOf(scotland).asDeputyUnder, decisionOf(scotland).note], ['persons/iain', 'provisions/scheme-2010-2', 'The holder was absent: taken ill']);
    good(await hand({}));
    assert.deepEqual([decisionOf(scotland).by, decisionOf(scotland).asDeputyUnder, decisionOf(scotland).note], ['posts/cswo', undefined, undefined]);
    good(await record('kirsty', '2014-05-03T10:00:00+01:00'));
    assert.match(sentences(await hand({ to: 'persons/iain', away: 'ill' }))[0] ?? '', /has been decided/);
  });

  for (const [what, more, said] of [
    ['of which nothing is known', { decision: 'secure-authorization' }, /`secure-authorization` is no decision that is reserved to the officer on 2 May 2014.*It knows `secure-authorisation`, `review-of-not-implementing`/],
    ['before the law that reserves it', { from: '2012-05-02T16:30:00+01:00' }, /no decision that is reserved to the officer on 2 May 2012/],
    ['that has not come in yet', { from: '2014-05-02T17:30:00+01:00' }, /A clock starts when what it runs from has happened/],
    ['that says who it is about', { subject: 'CHI 010112 1234' }, /This looks like an NHS or CHI number/],
    ['whose moment has no zone', { from: '2014-05-02T16:30' }, /a moment with its zone, written 2026-05-02T16:30:00\+01:00, is expected/],
  ] as const) it(`is refused ${what}, with what to do`, async () => assert.match(sentences(await start('2014-05-02T16:50:00+01:00', more))[0] ?? '', said));

  it('is refused of others, before its clock, and ahead of time', async () => {
    good(await start('2014-05-02T16:51:00+01:00'));
    assert.deepEqual(sentences(await record('hamish', '2014-05-03T10:00:00+01:00')), ['Hamish Madeup neither held Chief Social Work Officer and Head of Children, Families and Justice on that day nor was its deputy by an instrument in force. This is decided by Kirsty Conjure and Iain Interregnum.']);
    assert.match(sentences(await record('kirsty', '2014-05-03T10:00:00+01:00', { decidedAt: '2014-05-02T16:29:00+01:00' }))[0] ?? '', /The clock began on 2 May 2014 at 16:30/);
    assert.match(sentences(await record('kirsty', '2014-05-03T10:00:00+01:00', { decidedAt: '2014-05-03T10:01:00+01:00' }))[0] ?? '', /A decision is recorded once it is made/);
  });

  it('falls to the named deputy while the post is vacant, and to nobody while none is named', async () => {
    await scotland.end('2014-05-02T09:00:00Z', { kind: 'appointments', id: 'kirsty-cswo', from: '2014-05-03' });
    good(await start('2014-05-03T12:00:00+01:00', { from: '2014-05-03T11:00:00+01:00' }, 'iain'));
    assert.deepEqual([decisionOf(scotland).by, decisionOf(scotland).asDeputyUnder], ['persons/iain', 'provisions/scheme-2010-2']);
    good(await record('iain', '2014-05-04T10:00:00+01:00'));
    await scotland.end('2014-05-04T09:00:00Z', { kind: 'provisions', id: 'scheme-2010-2', from: '2014-05-05' });
    good(await start('2014-05-05T12:00:00+01:00', { from: '2014-05-05T11:00:00+01:00' }, 'hamish'));
    assert.match(sentences(await record('iain', '2014-05-05T13:00:00+01:00'))[0] ?? '', /Nobody was: name a deputy in the scheme of delegation\.$/);
  });

  it('without a time in law has no clock and is made all the same', async () => {
    good(await start('2014-04-02T16:51:00+01:00', { decision: 'removal-from-secure-accommodation', from: '2014-04-02T10:00:00+01:00' }));
    assert.equal(decisionOf(scotland).clock, undefined);
    assert.deepEqual(decisionState(decisionOf(scotland), at('2014-04-03T00:00Z')), { is: 'to-be-decided' });
    good(await record('kirsty', '2014-04-02T17:00:00+01:00'));
    assert.deepEqual(decisionState(decisionOf(scotland), at('2014-04-03T00:00Z')), { is: 'decided' });
  });
});
