import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, facts, recordsOf, told } from '../content.ts';

const post = (more: string) => `posts: [{ id: director, title: Director, ${more} }]\n`;
const ASKED = { who: 'director-of-social-services' };

describe('responsibleForMore', () => {
  it('is met where the post answers for other services', async () => {
    const of = await facts(post('designations: [director-of-social-services], alsoResponsibleFor: [housing, leisure]'));
    const answer = ask('responsibleForMore', ASKED, of);
    assert.equal(answer.verdict, 'met');
    assert.deepEqual(recordsOf(answer), ['posts/director']);
    assert.match(told(answer, of), /also responsible for housing and leisure/i);
  });

  it('is met where it carries another designation, and not by a mere rank', async () => {
    assert.equal(ask('responsibleForMore', ASKED, await facts(post('designations: [director-of-social-services, lead-director-children]'))).verdict, 'met');
    assert.equal(ask('responsibleForMore', ASKED, await facts(post('designations: [director-of-social-services, corporate-director]'), { completeFor: ['posts'] })).verdict, 'not-met');
  });

  it('is met where it leads a function of the council at large', async () => {
    const housing = 'functions: [{ id: housing, name: Housing, group: corporate, delivery: direct, ledBy: director }]\n';
    assert.equal(ask('responsibleForMore', ASKED, await facts(post('designations: [director-of-social-services]') + housing)).verdict, 'met');
  });

  it('is not met where nothing further is on record, and not known where the register does not say that it has every post whole', async () => {
    const alone = post('designations: [director-of-social-services]');
    assert.equal(ask('responsibleForMore', ASKED, await facts(alone, { completeFor: ['posts'] })).verdict, 'not-met');
    assert.equal(ask('responsibleForMore', ASKED, await facts(alone)).verdict, 'not-known');
  });

  it('needs a post', async () => {
    assert.equal(ask('responsibleForMore', ASKED, await facts(post('grade: 1'))).verdict, 'not-known');
  });
});
