import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectation, judged, reasons, SMALL, WITH_DEPUTY } from './small-register.ts';

describe('Resilience', () => {
  it('says on whom a post that is held rests, and how far it would fall', async () => {
    const { resilient, diagnosis } = expectation(await judged(SMALL), 'designation.post');
    assert.equal(diagnosis, 'person-dependent');
    assert.deepEqual(resilient.restsOn, [{ person: 'persons/ben', posts: ['posts/director'], lens: 'practice', falls: 'not-met' }]);
    assert.match(reasons(await judged(SMALL), 'designation.post', 'resilient'), /Without Ben Example \(Director\), in practice would no longer be met \(not met\)/);
  });

  it('lets the deputy act whom an instrument in force names', async () => {
    const { resilient, diagnosis } = expectation(await judged(WITH_DEPUTY), 'designation.post');
    assert.equal(resilient.verdict, 'met');
    assert.equal(diagnosis, 'secured');
  });

  it('does not let the deputy act under a draft', async () => {
    const draft = WITH_DEPUTY.replace('state: agreed', 'state: draft');
    assert.equal(expectation(await judged(draft), 'designation.post').diagnosis, 'person-dependent');
  });

  it('leaves what belongs to the post, and takes what is held by name', async () => {
    assert.equal(expectation(await judged(SMALL), 'access.corporate-management-team').resilient.restsOn.length, 0);
    const byName = SMALL.replace('holder: director, role: member', 'holder: persons/ben, role: member');
    const { resilient } = expectation(await judged(byName), 'access.corporate-management-team');
    assert.deepEqual(resilient.restsOn.map(({ person, lens, falls }) => [person, lens, falls]), [['persons/ben', 'paper', 'not-met']]);
  });

  it('has nothing to lose where neither lens was met', async () => {
    const without = SMALL.replace('seats:\n  - { id: s1, body: cmt, holder: director, role: member }', '');
    const found = expectation(await judged(without), 'access.corporate-management-team');
    assert.equal(found.resilient.verdict, 'does-not-apply');
    assert.deepEqual([found.paper.verdict, found.resilient.restsOn], ['not-met', []]);
  });
});
