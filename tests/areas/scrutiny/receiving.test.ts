import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { giveBriefing } from '../../../src/areas/scrutiny/acts/briefing.ts';
import { setEntitlement } from '../../../src/areas/scrutiny/acts/entitlement.ts';
import { addToProgramme } from '../../../src/areas/scrutiny/acts/programme.ts';
import { newMembers } from '../../../src/assessment/new-members.ts';
import { expectation } from '../../assessment/small-register.ts';
import { good } from '../../kept/folder.ts';
import { acting, demonstration, told, type Acting } from '../acting.ts';

describe('what councillors are to receive', () => {
  let council: Acting;
  before(async () => {
    council = await acting(await demonstration('demo-wales'));
  });

  it('is set for a holder, and the same information from a day on otherwise', async () => {
    const workforce = { holder: 'bodies/scrutiny', information: { en: 'The workforce', cy: 'Y gweithlu' }, themes: ['workforce'], form: 'report', frequency: 'P6M' };
    good(await council.as('mari', setEntitlement, workforce));
    assert.deepEqual(told(await council.as('mari', setEntitlement, workforce)), ['set-already: That is what they are to receive already. Change its form, how often it comes or its themes.']);
    good(await council.as('mari', setEntitlement, { ...workforce, frequency: 'P3M', from: '2013-01-01' }));
    const told_ = (on: string) => council.snapshot(on).where('entitlements', 'holder', 'bodies/scrutiny').filter(({ themes }) => themes.includes('workforce')).map(({ frequency }) => frequency);
    assert.deepEqual([told_('2012-12-10'), told_('2013-01-01')], [['P6M'], ['P3M']]);
    assert.deepEqual(told(await council.as('mari', setEntitlement, { ...workforce, holder: 'scrutiny' })), ['unclear-holder: Say who is to receive it with the kind: `bodies/…` or `posts/…`.']);
    assert.deepEqual(told(await council.as('elfed', setEntitlement, { ...workforce, frequency: 'P1M' })).map((one) => one.split(':')[0]), ['not-allowed']);
  });

  it('comes to those who are new by a briefing, and the verdict follows', async () => {
    const of = newMembers(council.judged().facts).map(({ who, place, from, briefed }) => [who, place, from, briefed?.ref]);
    assert.deepEqual(of.filter(([, , , ref]) => ref === undefined).length > 0, true, JSON.stringify(of));
    assert.equal(of.some(([who]) => who === 'persons/bethan'), true);
    assert.deepEqual(told(await council.as('mari', giveBriefing, { subject: 'x', on: '2012-12-11', newMembers: true })), ['day-to-come: 11 December 2012 is still to come. Put it on the programme, and record it when it has been given.']);
    assert.deepEqual(told(await council.as('mari', giveBriefing, { subject: 'x' })), ['to-nobody: Say who was briefed: posts, people or bodies, or those who are new.']);
    assert.deepEqual(told(await council.as('mari', giveBriefing, { subject: 'x', to: ['bodies/council', 'cabinet'] })), ['unclear-recipient: Say to whom with the kind: `posts/…`, `persons/…` or `bodies/…`.']);
    good(await council.as('mari', giveBriefing, { subject: { en: 'The role of the Director', cy: 'Rôl y Cyfarwyddwr' }, themes: ['statutory-role'], newMembers: true, how: 'seminar' }));
    const briefing = council.snapshot().all('briefings').at(-1);
    assert.ok(briefing);
    assert.deepEqual(council.snapshot().where('communications', 'of', briefing.ref).map(({ to, on, how }) => [to, on, how]), briefing.to.map((to) => [to, '2012-12-10', 'seminar']));
    assert.deepEqual(newMembers(council.judged().facts).filter(({ briefed }) => briefed === undefined), []);
    assert.deepEqual(told(await council.as('mari', giveBriefing, { subject: 'x', newMembers: true })), ['to-nobody: Nobody who is new is still without a briefing. Name whom you briefed.']);
  });

  it('is told of in time, so that the expectation stands', async () => {
    const early = await acting(await demonstration('demo-wales', '2012-06-01'));
    const before_ = expectation(early.judged(), 'councillors.briefed').practice.verdict;
    good(await early.as('mari', giveBriefing, { subject: 'The role of the Director', themes: ['statutory-role'], newMembers: true }));
    assert.deepEqual([before_, expectation(early.judged(), 'councillors.briefed').practice.verdict], ['does-not-apply', 'met']);
  });

  it('is planned on a programme by what it is about', async () => {
    const planned = { body: 'scrutiny', topic: 'The workforce of social care', themes: ['workforce'], due: '2013-02-14' };
    assert.deepEqual(told(await council.as('gwyneth', addToProgramme, { ...planned, due: '2012-12-09' })), ['day-past: 9 December 2012 is past. Choose a day to come.']);
    assert.deepEqual(told(await council.as('gwyneth', addToProgramme, { ...planned, themes: [] })), ['about-nothing: Say by a theme or a function what it is about: from that it is seen whether a meeting looked at it.']);
    assert.deepEqual(told(await council.as('tomos', addToProgramme, planned)).map((one) => one.split(':')[0]), ['not-allowed']);
    good(await council.as('gwyneth', addToProgramme, planned));
    assert.equal(council.snapshot().where('programme-items', 'body', 'bodies/scrutiny').at(-1)?.due, '2013-02-14');
  });
});
