import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { draftStatement, reserveInStatement, signStatement, withdrawStatement } from '../../../src/areas/self-assessment/acts/statement-acts.ts';
import { summaryOf } from '../../../src/assessment/answer.ts';
import { lastSigned, nextDue, statementStanding } from '../../../src/assessment/statement/statement-standing.ts';
import { end, put } from '../../../src/register/acts/record-acts.ts';
import { actRequest } from '../../../src/register/requests.ts';
import { wordsFor } from '../../../src/assessment/open-register.ts';
import { expectation } from '../../assessment/small-register.ts';
import { asked, good } from '../../kept/folder.ts';
import { acting, demonstration, told, type Acting } from '../acting.ts';

describe('the yearly statement of the Head of Paid Service', () => {
  let council: Acting;
  before(async () => {
    // As it would be had she never confirmed a self-assessment.
    council = await acting((await demonstration('demo-wales')).replace(/^ {2}- \{ id: .*, as: head-of-paid-service, .*\n/gm, ''));
  });
  const statement = () => council.snapshot().all('statements').at(-1) ?? assert.fail();
  const entered = (kind: string, id: string, body: object, from?: string) => council.register.perform(actRequest(put, { kind, id, ...(from === undefined ? {} : { from }), body }, asked(), wordsFor));

  it('is composed from the verdicts, each figure as they have it, in both languages', async () => {
    assert.deepEqual(told(await council.trusted('tomos', draftStatement, {})), ['not-the-head: Whoever holds the post of the Head of Paid Service draws up this statement.']);
    assert.deepEqual(told(await council.as('tomos', draftStatement, {})).map((one) => one.split(':')[0]), ['not-allowed']);
    assert.deepEqual(told(await council.as('eirlys', draftStatement, { period: { from: '2012-04-01', until: '2012-04-01' } })), ['period-reversed: The period ends before it begins. It is from its first day until the day after its last.']);
    good(await council.as('eirlys', draftStatement, {}));
    const { sections, findings, assessedAs, period, state, as } = statement();
    const { judged, compiled } = council.judged();
    assert.deepEqual([state, as, period], ['draft', 'posts/chief-executive', { from: '2011-12-11', until: '2012-12-11' }]);
    assert.deepEqual([assessedAs.on, assessedAs.pack, assessedAs.digest], ['2012-12-10', 'wales-2009', compiled.pack.digest]);
    assert.deepEqual(findings.map(({ expectation: id, diagnosis }) => [id, diagnosis]), judged.map((one) => [one.compiled.expectation.id, one.diagnosis]));
    const counts = summaryOf(judged);
    const all = judged.length - counts['does-not-apply'];
    assert.match(sections[0]?.text.en ?? '', new RegExp(`Of the ${all} things that the guidance expects of this authority, ${counts.secured} are secured, ${all - counts.secured - counts['not-known']} are not, and of ${counts['not-known']} the register`));
    assert.match(sections[0]?.text.cy ?? '', new RegExp(`O’r ${all} o bethau`));
    assert.equal(sections.length, 1 + compiled.pack.accountabilities.length + 2);
    assert.match(sections.at(-1)?.text.en ?? '', /first statement on record/);
    assert.match(sections.at(-2)?.text.en ?? '', /Without whoever now holds/);
    assert.doesNotMatch(JSON.stringify(sections), /Tomos|Ffuglen|Eirlys/, 'offices are named, and nobody in them');
  });

  it('takes reservations, with what is to be done about them', async () => {
    const reserve = { statement: statement().ref, text: { en: 'The Director is not a member of the team by right.' }, expectations: ['access.corporate-management-team'], about: ['bodies/cmt'] };
    assert.deepEqual(told(await council.as('eirlys', reserveInStatement, { ...reserve, expectations: ['access.nothing-like-it'] })).map((one) => one.split(':')[0]), ['no-such-expectation']);
    assert.deepEqual(told(await council.as('eirlys', reserveInStatement, { ...reserve, will: { what: 'Change the terms.', owner: 'monitoring-officer', due: '2012-12-01' } })), ['day-past: 1 December 2012 is past. Choose a day to come.']);
    assert.deepEqual(told(await council.trusted('mari', reserveInStatement, reserve)), ['not-the-head: Whoever is to sign the statement adds its reservations.']);
    good(await council.as('eirlys', reserveInStatement, { ...reserve, will: { what: 'Change the terms.', owner: 'monitoring-officer', due: '2013-02-01' } }));
    const [reservation] = statement().reservations;
    assert.deepEqual([reservation?.expectations, reservation?.about], [['access.corporate-management-team'], ['bodies/cmt']]);
    const action = council.snapshot().where('actions', 'arisingFrom', statement().ref)[0];
    assert.deepEqual([action?.ref, action?.owner, action?.acceptedBy], [reservation?.will, 'posts/monitoring-officer', 'posts/chief-executive']);
  });

  it('is not signed where a verdict is not what it says any more, but drawn up again with its reservations', async () => {
    good(await entered('confirmations', 'of-the-year', { assessment: council.snapshot().all('self-assessments')[0]?.ref, as: 'head-of-paid-service', by: 'eirlys', on: '2012-12-09' }));
    const refusal = told(await council.as('eirlys', signStatement, { statement: statement().ref }));
    assert.match(refusal[0] ?? '', /^verdicts-moved: .*Draw it up again, read it, and sign it then; its reservations stay\.$/);
    good(await council.register.perform(actRequest(end, { kind: 'confirmations', id: 'of-the-year', from: '2012-12-09' }, asked(), wordsFor)));
    good(await council.as('eirlys', draftStatement, {}));
    assert.equal(council.snapshot().all('statements').length, 1);
    assert.equal(statement().reservations.length, 1);
  });

  it('is signed by whoever holds the post, which confirms it, and moves the verdict that asks for it', async () => {
    const ask = (): string => expectation(council.judged(), 'access.head-satisfied').practice.verdict;
    const before_ = ask();
    assert.deepEqual(told(await council.trusted('mari', signStatement, { statement: statement().ref })), ['not-the-head: Only whoever now holds the post of the Head of Paid Service signs this statement.']);
    good(await council.as('eirlys', signStatement, { statement: statement().ref }));
    assert.deepEqual([statement().state, statement().by, statement().signedOn], ['signed', 'persons/eirlys', '2012-12-10']);
    assert.deepEqual([before_, ask()], ['not-met', 'met']);
    assert.deepEqual(told(await council.as('eirlys', reserveInStatement, { statement: statement().ref, text: 'More.' })).map((one) => one.split(':')[0]), ['wrong-state']);
    const signed = lastSigned(council.snapshot()) ?? assert.fail();
    assert.equal(nextDue(signed), '2013-12-10');
    assert.deepEqual({ ...statementStanding(council.judged(), signed), statement: 0 }, { statement: 0, isOutdated: false, moved: [], arrangements: [], isOtherGuidance: false, hasLeft: false, isAltered: false }, 'its own signature moves nothing that it says');
  });

  it('is outdated once verdicts, arrangements or its words are others', async () => {
    const standing = () => statementStanding(council.judged('2013-01-20'), lastSigned(council.snapshot('2013-01-20')) ?? assert.fail());
    good(await entered('seats', 'cmt-director-again', { body: 'cmt', holder: 'posts/director', role: 'member' }, '2013-01-07'));
    assert.deepEqual(standing().arrangements, ['seats/cmt-director-again']);
    assert.ok(standing().isOutdated);
    assert.equal(standing().isAltered, false);
    const { ref: _ref, id, valid: _valid, ...fields } = lastSigned(council.snapshot()) ?? assert.fail();
    good(await entered('statements', id, { ...fields, sections: [] }, '2013-01-10'));
    assert.ok(standing().isAltered);
  });

  it('is withdrawn by whoever holds the post, and the verdict falls again', async () => {
    assert.deepEqual(told(await council.trusted('mari', withdrawStatement, { statement: statement().ref })), ['not-the-head: Only whoever now holds the post of the Head of Paid Service withdraws this statement.']);
    good(await council.as('eirlys', withdrawStatement, { statement: statement().ref }));
    assert.equal(lastSigned(council.snapshot()), undefined);
    assert.equal(expectation(council.judged(), 'access.head-satisfied').practice.verdict, 'not-met');
  });

  it('tells of what changed since the one before', async () => {
    const later = await acting((await demonstration('demo-wales', '2012-12-10')).replace(/^self-assessments:/m, `statements:
  - { id: old, as: chief-executive, period: { from: 2010-12-11, until: 2011-12-11 }, state: signed, assessedAs: { on: 2011-12-10, pack: wales-2009, edition: "2009", digest: other },
      findings: [{ expectation: access.corporate-management-team, diagnosis: secured }], by: eirlys, signedOn: 2011-12-11, seal: x }
self-assessments:`));
    good(await later.as('eirlys', draftStatement, {}));
    const drawn = later.snapshot().all('statements').find(({ state }) => state === 'draft');
    assert.match(drawn?.sections.at(-1)?.text.en ?? '', /^The statement before was composed as at 10 December 2011\.\nThe guidance is another than then \(2009\).*\n.*: secured then, .* now\.$/);
  });
});
