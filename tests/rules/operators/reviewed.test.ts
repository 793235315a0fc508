import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, told } from '../content.ts';

const BASE = `
posts: [{ id: director, title: Director, designations: [director-of-social-services] }]
persons: [{ id: dora, name: Dora }]
`;
const protocol = (more: string, id = 'protocol') => `  - { id: ${id}, title: The Protocol, type: protocol, state: agreed, version: 2, parties: [posts/director]${more} }\n`;
const register = (...instruments: readonly string[]) => `${BASE}instruments:\n${instruments.join('')}`;
const ASKED = { types: ['protocol'] };
const COMPLETE = { completeFor: ['instruments', 'agreements'] };

describe('reviewed', () => {
  it('is met by agreement on the first day of the look-back and not by one a day older', async () => {
    const answer = ask('reviewed', ASKED, await facts(register(protocol(', agreedOn: 2011-12-11'))));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['instruments/protocol']);
    const of = await facts(register(protocol(', agreedOn: 2011-12-10')), COMPLETE);
    assert.equal(ask('reviewed', ASKED, of).verdict, 'not-met');
    assert.match(told(ask('reviewed', ASKED, of), of), /was last agreed on 10 December 2011, and not reviewed since 11 December 2011/);
    assert.equal(ask('reviewed', ASKED, await facts(register(protocol(', agreedOn: 2011-12-10')))).verdict, 'not-known');
  });

  it('takes a renewed agreement to the current version for a review, and not one to an older version', async () => {
    const renewed = (version: number) => `${register(protocol(', agreedOn: 2010-01-10'))}agreements: [{ id: again, instrument: protocol, version: ${version}, party: posts/director, signedBy: dora, on: 2012-05-01 }]\n`;
    assert.deepEqual(recordsOf(ask('reviewed', ASKED, await facts(renewed(2)))), ['instruments/protocol', 'agreements/again']);
    assert.equal(ask('reviewed', ASKED, await facts(renewed(1), COMPLETE)).verdict, 'not-met');
  });

  it('takes a new instrument in the place of an older one for a review', async () => {
    const of = await facts(register(protocol(', agreedOn: 2009-01-10', 'older'), protocol(', agreedOn: 2012-05-01, supersedes: older', 'newer')), COMPLETE);
    const answer = ask('reviewed', ASKED, of);
    assert.equal(answer.verdict, 'met');
    assert.match(told(answer, of), /in place of/);
  });

  it('looks as far back as it is asked to', async () => {
    const of = await facts(register(protocol(', agreedOn: 2011-01-10')), COMPLETE);
    assert.equal(ask('reviewed', { ...ASKED, within: 'P2Y' }, of).verdict, 'met');
  });

  it('is in part where one of several was not reviewed', async () => {
    const of = await facts(register(protocol(', agreedOn: 2012-01-10'), protocol(', agreedOn: 2010-01-10', 'other')), COMPLETE);
    assert.equal(ask('reviewed', ASKED, of).verdict, 'partly');
  });

  it('does not know where the day is left out, and asks about nothing that is not in force', async () => {
    assert.equal(ask('reviewed', ASKED, await facts(register(protocol('')))).verdict, 'not-known');
    assert.equal(ask('reviewed', ASKED, await facts(register(protocol(', agreedOn: 2012-12-11')))).verdict, 'not-met');
    assert.equal(ask('reviewed', ASKED, await facts(BASE)).verdict, 'not-known');
    assert.equal(ask('reviewed', ASKED, await facts(BASE, COMPLETE)).verdict, 'not-met');
  });
});
