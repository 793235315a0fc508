import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, told } from './content.ts';

const LEADER = { between: ['director-of-social-services', 'leader'] };
const DIRECTOR = 'posts: [{ id: director, title: Director, designations: [director-of-social-services] }]\n';
const BOTH = 'posts: [{ id: director, title: Director, designations: [director-of-social-services] }, { id: leader, title: Leader, designations: [leader] }]\n';
const EACH = [['series', LEADER], ['heldAsStated', LEADER], ['recorded', { ...LEADER, keeps: ['record'] }], ['discussed', { ...LEADER, themes: ['budget'], times: 1 }]] as const;

describe('A series of meetings that is not on record', () => {
  for (const [operator, asked] of EACH) {
    it(`cannot be where the register has every post and one of the two is not there (${operator})`, async () => {
      const of = await facts(DIRECTOR, { completeFor: ['posts'] });
      assert.equal(ask(operator, asked, of).verdict, 'not-met');
      assert.match(told(ask(operator, asked, of), of), /post designated Leader/);
    });

    it(`is not known where the post may be missing from the register, or both are there (${operator})`, async () => {
      assert.equal(ask(operator, asked, await facts(DIRECTOR)).verdict, 'not-known');
      assert.equal(ask(operator, asked, await facts(BOTH, { completeFor: ['posts'] })).verdict, 'not-known');
    });
  }

  it('cannot be of a body that there is not, where the register has every body', async () => {
    const cmt = { of: 'corporate-management-team' };
    assert.equal(ask('series', cmt, await facts(DIRECTOR, { completeFor: ['bodies'] })).verdict, 'not-met');
    assert.equal(ask('series', cmt, await facts(DIRECTOR)).verdict, 'not-known');
  });
});
