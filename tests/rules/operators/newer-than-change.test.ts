import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, told } from '../content.ts';

const register = (agreedOn: string, director: readonly string[], more = '') => `
posts:
  - { id: chief, title: Chief Executive, designations: [head-of-paid-service] }
  - { id: deputy-chief, title: Deputy, reportsTo: chief }
${director.map((version) => `  - { id: director, title: Director, designations: [director-of-social-services], ${version} }`).join('\n')}
persons: [{ id: dora, name: Dora }]
instruments: [{ id: protocol, title: The Protocol, type: protocol, state: agreed, version: 1, parties: [posts/director, posts/chief]${agreedOn === '' ? '' : `, agreedOn: ${agreedOn}`} }]
${more}`;
const MOVED = ['reportsTo: chief, until: 2012-04-01', 'reportsTo: deputy-chief, from: 2012-04-01'];
const ASKED = { types: 'protocol' };
const WHOLE = { completeFor: ['posts'] };

describe('newerThanChange', () => {
  it('is met by agreement on the day of the change and not by one a day older', async () => {
    const answer = ask('newerThanChange', ASKED, await facts(register('2012-04-01', MOVED)));
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['instruments/protocol', 'posts/director']);
    const of = await facts(register('2012-03-31', MOVED));
    assert.equal(ask('newerThanChange', ASKED, of).verdict, 'not-met');
    assert.match(told(ask('newerThanChange', ASKED, of), of), /agreed on 31 March 2012; Director, which it names, changed on 1 April 2012/);
  });

  it('does not look beyond the date', async () => {
    assert.equal(ask('newerThanChange', ASKED, await facts(register('2010-01-10', MOVED), { ...WHOLE, asAt: '2012-03-31' })).verdict, 'met');
  });

  it('takes a post that is newer than the instrument for a change', async () => {
    assert.equal(ask('newerThanChange', ASKED, await facts(register('2010-01-10', ['reportsTo: chief, from: 2011-01-01']))).verdict, 'not-met');
    assert.equal(ask('newerThanChange', ASKED, await facts(register('2010-01-10', ['reportsTo: chief']), WHOLE)).verdict, 'met');
  });

  it('does not take a new grade for a structural change', async () => {
    const regraded = ['reportsTo: chief, grade: 1, until: 2012-04-01', 'reportsTo: chief, grade: 2, from: 2012-04-01'];
    assert.equal(ask('newerThanChange', ASKED, await facts(register('2010-01-10', regraded), WHOLE)).verdict, 'met');
  });

  it('takes a post that has ended for a change', async () => {
    assert.equal(ask('newerThanChange', ASKED, await facts(register('2010-01-10', ['reportsTo: chief, until: 2012-06-01']))).verdict, 'not-met');
  });

  it('counts a renewed agreement, and posts that only a provision names', async () => {
    const renewed = 'agreements: [{ id: again, instrument: protocol, version: 1, party: posts/chief, signedBy: dora, on: 2012-04-02 }]\n';
    assert.equal(ask('newerThanChange', ASKED, await facts(register('2010-01-10', MOVED, renewed))).verdict, 'met');
    const named = register('2010-01-10', MOVED, 'provisions: [{ id: p, instrument: protocol, number: 1, text: T., gives: [{ to: posts/chief, responsibility: manages, towards: posts/director }] }]\n');
    assert.equal(ask('newerThanChange', ASKED, await facts(named.replace('posts/director, posts/chief', 'posts/chief'))).verdict, 'not-met');
  });

  it('does not take silence for no change where the register does not have every post, or every clause that could name one', async () => {
    const still = register('2010-01-10', ['reportsTo: chief']);
    assert.equal(ask('newerThanChange', ASKED, await facts(still)).verdict, 'not-known');
    const namingNone = still.replace('parties: [posts/director, posts/chief]', 'parties: []');
    assert.equal(ask('newerThanChange', ASKED, await facts(namingNone, WHOLE)).verdict, 'not-known');
    assert.equal(ask('newerThanChange', ASKED, await facts(namingNone, { completeFor: ['provisions'] })).verdict, 'met');
  });

  it('does not know where the day of agreement is left out', async () => {
    assert.equal(ask('newerThanChange', ASKED, await facts(register('', MOVED))).verdict, 'not-known');
  });
});
