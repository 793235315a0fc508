import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { COUNCIL, insideSite, type InsideSite } from './inside-site.ts';

const THINGS = `
instruments:
  - { id: scheme, title: Scheme of delegation, type: scheme-of-delegation, state: agreed, version: 1, parties: [director, chief], publishedAt: the website }
  - { id: inner, title: Protocol that was never published, type: protocol, state: agreed, version: 1, parties: [director, chief] }
provisions:
  - { id: pv1, instrument: inner, number: 1, text: The Director may challenge., gives: [{ to: persons/ben, responsibility: challenges }] }
agreements:
  - { id: ag1, instrument: inner, version: 1, party: chief, signedBy: ann, on: 2012-01-01 }
`;

const TEXT = COUNCIL.replace('  - { id: cai, name: Cai Example }', '  - { id: cai, name: Cai Example }\n  - { id: dee, name: Dee Example }\n  - { id: mon, name: Mon Example }')
  .replace('posts:', 'posts:\n  - { id: mo, title: Monitoring Officer, designations: [monitoring-officer] }')
  .replace('appointments:', 'appointments:\n  - { id: a9, person: mon, post: mo, basis: permanent, from: 2010-01-01 }') + THINGS;

const HIDDEN = /Some of what this rests on is not for you to see/;

describe('The pages of persons, posts, bodies, instruments and accountabilities', () => {
  let inside: InsideSite;
  const cookies = new Map<string, string>();
  before(async () => {
    inside = await insideSite(TEXT);
    for (const person of ['ann', 'ben', 'cai', 'dee', 'mon']) cookies.set(person, await inside.cookieOf(person));
  });
  after(() => inside.close());

  async function get(path: string, person?: string): Promise<{ readonly status: number; readonly body: string }> {
    const answer = await inside.site.inject({ url: `/en/small/${path}`, headers: person === undefined ? {} : { cookie: `answerable=${cookies.get(person) ?? ''}` } });
    return { status: answer.statusCode, body: answer.body };
  }

  const PATHS = [
    ...['ann', 'ben', 'cai', 'dee', 'mon'].map((id) => `people/${id}`), ...['chief', 'director', 'deputy', 'mo'].map((id) => `posts/${id}`),
    'bodies/cmt', 'instruments/scheme', 'instruments/inner', 'accountabilities/access', 'accountabilities/leadership',
  ];

  it('are for nobody who has not signed in', async () => {
    for (const path of PATHS) {
      const { status, body } = await get(path);
      assert.deepEqual([status, body], [303, ''], path);
    }
  });

  it('tell nobody but those concerned of what is confidential, nor of a registration', async () => {
    for (const [person, knows] of [['ben', /A matter that stays|advice\/closed/], ['cai', /W\/1234/], ['mon', /W\/1234|A matter that stays|advice\/closed/], ['dee', /W\/1234|A matter that stays|advice\/closed|Ben Example|Ann Example/]] as const) {
      for (const path of PATHS) assert.doesNotMatch((await get(path, person)).body, knows, `${person} at ${path}`);
    }
    assert.match((await get('people/ben', 'ben')).body, /W\/1234/);
    assert.match((await get('people/ben', 'ann')).body, /W\/1234/);
    assert.match((await get('people/ben', 'mon')).body, /Registrations and qualifications are not for you to see/);
  });

  it('say the same of a person whether or not there is a registration that is not for the reader', async () => {
    const fitness = async (id: string) => /<section[^>]*aria-labelledby="fitness".*?<\/section>/s.exec((await get(`people/${id}`, 'mon')).body)?.[0];
    assert.ok((await fitness('ben')) !== undefined);
    assert.equal(await fitness('ben'), await fitness('cai'));
  });

  it('answer what somebody may not know of as if it never was', async () => {
    for (const path of ['people/ben', 'people/ann', 'instruments/inner']) {
      const [hidden, never] = [await get(path, 'dee'), await get(`${path.slice(0, path.indexOf('/'))}/zzzzzzzz`, 'dee')];
      assert.equal(hidden.status, 404, path);
      assert.equal(hidden.body.replaceAll(path.slice(path.indexOf('/') + 1), 'zzzzzzzz').replaceAll(/<p[^>]*>\s*Did you mean.*?<\/p>/gs, ''), never.body.replaceAll(/<p[^>]*>\s*Did you mean.*?<\/p>/gs, ''), path);
    }
    assert.equal((await get('people/dee', 'dee')).status, 200);
  });

  it('show who has no post what is published, and say that there is more', async () => {
    const post = await get('posts/director', 'dee');
    assert.equal(post.status, 200);
    assert.match(post.body, /You see what is published\. Who holds posts and seats/);
    const scheme = await get('instruments/scheme', 'dee');
    assert.equal(scheme.status, 200);
    assert.doesNotMatch(scheme.body, /Nobody has agreed|have not agreed|has not agreed/, 'what is not theirs to see is not told as what there is not');
    assert.match(scheme.body, /No agreement of Director to Scheme of delegation is recorded/);
    for (const path of ['posts/director', 'bodies/cmt', 'accountabilities/access']) assert.doesNotMatch((await get(path, 'dee')).body, /is vacant|No holder|No seat|No lever|no lever|No meeting of|No instrument|No provision|not on record/, path);
    assert.doesNotMatch((await get('posts/director', 'ben')).body, /You see what is published/);
    assert.match((await get('posts/director', 'ben')).body, /Protocol that was never published/);
    assert.doesNotMatch(post.body, /Protocol that was never published/);
  });

  it('list no verdict for a person or an instrument that was found by reading what the reader may not see', async () => {
    let listed = 0;
    const LENSES = { 'On paper': 'paper', 'In practice': 'practice' } as const;
    for (const person of ['ann', 'ben', 'cai', 'mon']) {
      for (const path of PATHS.filter((one) => /^(people|instruments)/.test(one))) {
        const { body } = await get(path, person);
        for (const id of ['rests', 'counts', 'without']) {
          const section = new RegExp(`<section[^>]*aria-labelledby="${id}".*?</section>`, 's').exec(body)?.[0] ?? '';
          for (const [row] of section.matchAll(/<tr class="govuk-table__row">.*?<\/tr>/gs)) {
            const expectation = /expectations\/([\w.-]+)/.exec(row)?.[1];
            if (expectation === undefined) continue;
            const told = (await get(`expectations/${expectation}`, person)).body;
            for (const [words, lens] of Object.entries(LENSES)) {
              if (!row.includes(words)) continue;
              listed += 1;
              assert.doesNotMatch(new RegExp(`<section aria-labelledby="lens-${lens}".*?</section>`, 's').exec(told)?.[0] ?? '', HIDDEN, `${person} is told at ${path} of ${expectation}, ${lens}`);
            }
          }
        }
      }
    }
    assert.ok(listed > 20, `${listed} were listed`);
  });
});
