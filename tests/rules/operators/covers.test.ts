import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, refusals, told } from '../content.ts';

const BASE = `
functions:
  - { id: care, name: Care, group: adult, delivery: direct }
  - { id: home-care, name: Home care, group: adult, delivery: purchased, partOf: care }
  - { id: fostering, name: Fostering, group: children, delivery: direct }
  - { id: payroll, name: Payroll, group: corporate, delivery: direct }
`;
const committees = (one: string, other = '') => `bodies: [{ id: one, name: One, type: scrutiny-committee, remit: [${one}] }, { id: other, name: Other, type: scrutiny-committee, remit: [${other}] }]\n`;
const FUNCTIONS = { bodies: 'scrutiny-committee', subjects: 'functions', through: 'remit' };

describe('covers', () => {
  it('is met where the bodies together cover every function of social services, a part with its whole', async () => {
    const answer = ask('covers', FUNCTIONS, await facts(BASE + committees('functions/care', 'functions/fostering')));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['bodies/one', 'bodies/other']);
  });

  it('is in part where one is left out, which is named', async () => {
    const of = await facts(BASE + committees('functions/care', 'workforce'));
    const answer = ask('covers', FUNCTIONS, of);
    assert.equal(answer.verdict, 'partly');
    assert.match(told(answer, of), /Fostering left out/);
  });

  it('does not know where no remit is on record', async () => {
    assert.equal(ask('covers', FUNCTIONS, await facts(BASE + committees(''))).verdict, 'not-known');
    assert.equal(ask('covers', FUNCTIONS, await facts(BASE + committees(''), { completeFor: ['bodies'] })).verdict, 'not-met');
  });

  it('covers themes through what was on the agenda of held meetings', async () => {
    const asked = { bodies: 'scrutiny-committee', subjects: ['safeguarding', 'workforce'], through: 'items' };
    const meeting = (themes: string, held = true) => `meetings: [{ id: m, body: one, on: 2012-05-01, held: ${held}, items: [{ number: 1, title: Item, themes: [${themes}] }] }]\n`;
    const complete = { completeFor: ['meetings'] };
    assert.equal(ask('covers', asked, await facts(BASE + committees('') + meeting('safeguarding, workforce'))).verdict, 'met');
    assert.equal(ask('covers', asked, await facts(BASE + committees('') + meeting('safeguarding'), complete)).verdict, 'partly');
    assert.equal(ask('covers', asked, await facts(BASE + committees('') + meeting('safeguarding'))).verdict, 'not-known');
    assert.equal(ask('covers', asked, await facts(BASE + committees('') + meeting('safeguarding, workforce', false), complete)).verdict, 'not-met');
  });

  it('covers functions through a programme', async () => {
    const programme = 'programme-items: [{ id: i, body: one, topic: All of it, functions: [care, fostering] }]\n';
    const asked = { ...FUNCTIONS, through: 'programme' };
    assert.equal(ask('covers', asked, await facts(BASE + committees('') + programme)).verdict, 'met');
    assert.equal(ask('covers', asked, await facts(BASE + committees('') + programme.replace(', fostering', ''), { completeFor: ['programme-items'] })).verdict, 'partly');
  });

  it('needs bodies and functions, and refuses a way that does not fit', async () => {
    assert.equal(ask('covers', FUNCTIONS, await facts(BASE, { completeFor: ['bodies'] })).verdict, 'not-met');
    assert.equal(ask('covers', FUNCTIONS, await facts(committees(''))).verdict, 'not-known');
    assert.notDeepEqual(refusals('covers', { ...FUNCTIONS, through: 'sections' }), []);
  });
});
