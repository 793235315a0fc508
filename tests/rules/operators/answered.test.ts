import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, explained, facts, recordsOf, refusals, told } from '../content.ts';

const BASE = `
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: director, title: Director, designations: [director-of-social-services], reportsTo: chief }
  - { id: member, title: Lead Member, designations: [lead-member-social-services] }
bodies: [{ id: scrutiny, name: Scrutiny, type: scrutiny-committee }]
organisations: [{ id: north, name: North Homes, type: provider }, { id: south, name: South Homes, type: provider }]
`;
const challenge = (on: string, responses: string, more = '') => `advice: [{ id: c, nature: challenge, from: posts/director, to: posts/chief, subject: The budget, on: ${on}, responses: [${responses}]${more} }]\n`;
const CHALLENGE = { what: 'challenge', from: 'director-of-social-services', within: 'P28D' };
const verdict = async (records: string, asked: unknown, options = {}) => ask('answered', asked, await facts(BASE + records, options)).verdict;

describe('answered', () => {
  it('is met by an answer on the last day and not by one a day later', async () => {
    assert.equal(await verdict(challenge('2012-03-01', '{ on: 2012-03-29, outcome: noted }'), CHALLENGE), 'met');
    const of = await facts(BASE + challenge('2012-03-01', '{ on: 2012-03-30, outcome: noted }'));
    const answer = ask('answered', CHALLENGE, of);
    assert.equal(answer.verdict, 'not-met');
    assert.deepEqual(recordsOf(answer), ['advice/c']);
    assert.match(told(answer, of), /"The budget" was due an answer from .+ by 29 March 2012 and got it only on 30 March 2012/);
  });

  it('is not met where no answer came in time, and does not yet ask for one that is not due', async () => {
    assert.equal(await verdict(challenge('2012-11-11', ''), CHALLENGE), 'not-met');
    assert.equal(await verdict(challenge('2012-11-12', ''), CHALLENGE), 'does-not-apply');
    assert.equal(await verdict(challenge('2012-11-12', '{ on: 2012-11-13, outcome: accepted }'), CHALLENGE), 'met');
  });

  it('counts calendar months where the time is given in months', async () => {
    assert.equal(await verdict(challenge('2012-01-31', '{ on: 2012-02-29, outcome: noted }'), { ...CHALLENGE, within: 'P1M' }), 'met');
    assert.equal(await verdict(challenge('2012-01-31', '{ on: 2012-03-01, outcome: noted }'), { ...CHALLENGE, within: 'P1M' }), 'not-met');
  });

  it('does not see an answer from after the date', async () => {
    const late = challenge('2012-03-01', '{ on: 2012-03-20, outcome: noted }');
    assert.equal(await verdict(late, CHALLENGE, { asAt: '2012-03-19' }), 'does-not-apply');
    assert.equal(await verdict(late, { ...CHALLENGE, within: 'P7D' }, { asAt: '2012-03-19' }), 'not-met');
  });

  it('asks only of the look-back, of the nature, and of whom it is from and to', async () => {
    const whole = { completeFor: ['advice'] };
    assert.equal(await verdict(challenge('2011-12-10', ''), CHALLENGE, whole), 'does-not-apply');
    assert.equal(await verdict(challenge('2011-12-11', ''), CHALLENGE, whole), 'not-met');
    assert.equal(await verdict(challenge('2012-03-01', ''), { ...CHALLENGE, what: ['concern', 'advice'] }, whole), 'does-not-apply');
    assert.equal(await verdict(challenge('2012-03-01', ''), { ...CHALLENGE, to: 'councillors' }, whole), 'does-not-apply');
    assert.equal(await verdict(challenge('2012-03-01', ''), { ...CHALLENGE, from: 'head-of-paid-service' }, whole), 'does-not-apply');
  });

  it('does not know where none is on record and the register may leave some out', async () => {
    const of = await facts(BASE);
    assert.equal(ask('answered', CHALLENGE, of).verdict, 'not-known');
    assert.match(told(ask('answered', CHALLENGE, of), of), /or say that the register is complete for advice/);
  });

  it('is in part where some were answered, and met where they are share enough', async () => {
    const two = `advice:
  - { id: a, nature: challenge, from: posts/director, to: posts/chief, subject: A, on: 2012-03-01, responses: [{ on: 2012-03-02, outcome: noted }] }
  - { id: b, nature: challenge, from: posts/director, to: posts/chief, subject: B, on: 2012-03-01 }\n`;
    assert.equal(await verdict(two, CHALLENGE), 'partly');
    assert.equal(await verdict(two, { ...CHALLENGE, atLeast: '50%' }), 'met');
  });

  it('does not take a holding answer to a question for an answer', async () => {
    const question = (kind: string) => `questions: [{ id: q, askedBy: bodies/scrutiny, of: director, on: 2012-03-01, text: Why?, answers: [{ on: 2012-03-05, text: So., kind: ${kind} }] }]\n`;
    const asked = { what: 'questions', from: 'councillors', to: 'director-of-social-services', within: 'P28D' };
    assert.equal(await verdict(question('full'), asked), 'met');
    assert.equal(await verdict(question('declined'), asked), 'met');
    assert.equal(await verdict(question('awaiting'), asked), 'not-met');
  });

  it('asks each addressee of a request for a return by the day it is due', async () => {
    const request = (more: string) => `requests: [{ id: r, title: Workforce data, to: [organisations/north, organisations/south], issuedOn: 2012-03-01, due: 2012-04-01${more} }]\n`;
    const returns = 'returns: [{ id: x, request: r, from: organisations/north, on: 2012-04-01 }]\n';
    const asked = { what: 'requests', to: 'partners' };
    assert.equal(await verdict(request('') + returns.replace(' }]', ' }, { id: y, request: r, from: organisations/south, on: 2012-03-15 }]'), asked), 'met');
    assert.equal(await verdict(request('') + returns, asked), 'not-known');
    assert.equal(await verdict(request('') + returns, asked, { completeFor: ['returns'] }), 'partly');
    assert.equal(await verdict(request(', closed: true') + returns, asked), 'partly');
    assert.equal(await verdict(request('') + returns, asked, { asAt: '2012-03-31', completeFor: ['returns'] }), 'does-not-apply');
  });

  it('names at most ten late ones', async () => {
    const many = `advice:\n${Array.from({ length: 15 }, (_, index) => `  - { id: c${index}, nature: challenge, from: posts/director, to: posts/chief, subject: C${index}, on: 2012-03-01 }`).join('\n')}\n`;
    const of = await facts(BASE + many);
    const answer = ask('answered', CHALLENGE, of);
    assert.equal(recordsOf(answer).length, 10);
    assert.match(told(answer, of), /So it is with 5 more/);
  });

  it('refuses to ask without a time, and says what it asks for', async () => {
    assert.match(refusals('answered', { what: 'challenge' }).join(), /say `within` what time/);
    assert.match(refusals('answered', { what: 'challenge', within: 'soon' }).join(), /a duration such as P28D/);
    assert.equal(explained('answered', { what: ['challenge', 'concern'], within: 'P28D' }, await facts(BASE)), 'At least 100% of the challenges and concerns are answered within 28 days.');
  });
});
