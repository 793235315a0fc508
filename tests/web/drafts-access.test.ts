import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { importRequest } from '../../src/register/requests.ts';
import { asked, contentOf, good } from '../kept/folder.ts';
import { COUNCIL } from './inside-site.ts';
import { begun, draftsSite, errorsIn, type Drafter, type DraftsSite } from './drafts-site.ts';

/** Ann is chief executive, Ben director, Cai a head of service; Dee holds no post. */
const TEXT = COUNCIL.replace('  - { id: cai, name: Cai Example }', '  - { id: cai, name: Cai Example }\n  - { id: dee, name: Dee Example }');
/** The advice that is closed, on another day. */
const CHANGED = { nature: 'concern', from: 'posts/deputy', by: 'persons/cai', to: 'posts/chief', subject: 'A matter that stays between us', 'subject.en': 'A matter that stays between us', 'on.day': '3', 'on.month': '5', 'on.year': '2012', confidential: 'yes' };
const PAGES = ['', '/comparison', '/map', '/overlay.yaml', '/add', '/add/vacate', '/add/bodies/new-record', '/describe', '/sharing', '/upload', '/adopt', '/set-aside', '/changes/201'];

describe('A draft of change', () => {
  let site: DraftsSite;
  let [ann, ben, cai, dee]: Drafter[] = [];
  let draft = '';
  before(async () => {
    site = await draftsSite(TEXT);
    [ann, ben, cai, dee] = await Promise.all(['ann', 'ben', 'cai', 'dee'].map(site.as));
    draft = await begun(must(ann));
    assert.equal((await must(ann).fill(`${draft}/add/vacate`, { post: 'director' })).statusCode, 303);
  });
  after(() => site.close());
  const must = <T>(one: T | undefined): T => one ?? assert.fail('nobody');

  it('is to everybody but its author as if it never was', async () => {
    for (const path of PAGES) {
      const [there, never] = [await must(ben).get(`${draft}${path}`), await must(ben).get(`/en/small/drafts/0123456789abcdef${path}`)];
      assert.equal(there.statusCode, 404, path);
      assert.equal(there.body.replaceAll(draft.slice(-16), ''), never.body.replaceAll('0123456789abcdef', ''), path);
    }
    assert.equal((await must(ben).fill('/en/small/drafts', { post: 'director' }, `${draft}/add/vacate`)).statusCode, 404);
    assert.doesNotMatch((await must(ben).get('/en/small/drafts')).body, /One directorate/);
  });

  it('is shown to nobody who is not signed in, nor to somebody of another authority', async () => {
    for (const path of PAGES) assert.equal((await site.site.inject({ url: `${draft}${path}` })).statusCode, 303, path);
    const stranger = good(await site.identity.accounts.make({ register: 'elsewhere', person: 'persons/ann', name: 'ann@elsewhere.example.org' }, site.clock.now));
    const secret = await site.identity.sessions.begin(stranger.id, 'full', 'a browser of the tests', site.clock.now);
    for (const path of PAGES) {
      const answer = await site.site.inject({ url: `${draft}${path}`, headers: { cookie: `answerable=${secret}` } });
      assert.notEqual(answer.statusCode, 200, path);
      assert.doesNotMatch(answer.body, /One directorate|Director/, path);
    }
  });

  it('shared for reading is read and compared, and every form of it is refused', async () => {
    await site.cookieOf('cai');
    assert.match((await must(ann).fill(`${draft}/sharing`, { person: 'persons/cai', may: 'read' })).headers.location ?? '', /done=shared/);
    for (const path of ['', '/comparison', '/map', '/overlay.yaml']) assert.equal((await must(cai).get(`${draft}${path}`)).statusCode, 200, path);
    for (const path of ['/add', '/add/vacate', '/describe', '/sharing', '/upload', '/adopt', '/set-aside']) assert.equal((await must(cai).get(`${draft}${path}`)).statusCode, 403, path);
    const entries = site.register.image.entries.length;
    for (const [path, fields] of [['/add/vacate', { post: 'chief' }], ['/describe', { name: 'Mine' }], ['/sharing', { person: 'persons/ben', may: 'change' }], ['/adopt', { 'act-reason': 'Now.' }], ['/set-aside', { reason: 'No.' }], ['/changes/201', { do: 'take-out' }]] as const) {
      assert.equal((await must(cai).fill(draft, fields, `${draft}${path}`)).statusCode, 403, path);
    }
    assert.equal(site.register.image.entries.length, entries);
  });

  it('takes no form that another page posts', async () => {
    const answer = await must(ann).fill(`${draft}/describe`, { csrf: 'of another session', name: 'Mine', purpose: 'Other.' });
    assert.deepEqual([answer.statusCode, errorsIn(answer)], [400, 'This form was open too long, or came from elsewhere. Send it again.']);
    assert.match((await must(ann).get(draft)).body, /One directorate/);
  });

  it('takes no change to what the posts of the day do not let somebody keep, as when recording', async () => {
    const own = await begun(must(cai), 'Of a manager');
    const version = /draft-version" value="(\d+)/.exec((await must(cai).get(`${own}/add/vacate`)).body)?.[1];
    assert.equal((await must(cai).fill(`${own}/add/vacate`, { post: 'director' })).statusCode, 403, 'appointments are not a manager’s');
    assert.equal((await must(cai).get(`${own}/add/posts/director/change`)).statusCode, 403);
    assert.equal((await must(cai).fill(own, { 'draft-version': version ?? '', 'title.en': 'Mine' }, `${own}/add/posts/director/change`)).statusCode, 403);
    const none = await begun(must(dee), 'Of nobody');
    assert.match((await must(dee).get(`${none}/add`)).body, /let you enter no records/);
    assert.equal((await must(dee).fill(none, { 'name.en': 'Forum', type: 'forum' }, `${none}/add/bodies/new-record`)).statusCode, 403);
  });

  it('shows each reader only what they may see in the register', async () => {
    const secret = await begun(must(ann), 'With a secret');
    // Ann is of those concerned; Ben, the director, may not know that the advice exists.
    assert.equal((await must(ann).fill(`${secret}/add/advice/closed/change`, CHANGED)).statusCode, 303);
    assert.equal((await must(ann).fill(`${secret}/add/vacate`, { post: 'deputy' })).statusCode, 303);
    assert.equal((await must(ann).fill(`${secret}/sharing`, { person: 'persons/ben', may: 'change' })).statusCode, 303);
    assert.match((await must(ann).get(secret)).body, /A matter that stays between us/);
    for (const path of ['', '/comparison', '/map', '/overlay.yaml', '/adopt', '/add?kind=advice']) {
      const { body, statusCode } = await must(ben).get(`${secret}${path}`);
      assert.equal(statusCode, path === '/adopt' ? 400 : 200, path);
      assert.doesNotMatch(body, /stays between us|advice\/closed/, path);
    }
    assert.match((await must(ben).get(secret)).body, /Some of what this draft holds is not for you to see/);
    assert.equal((await must(ben).get(`${secret}/add/advice/closed/change`)).statusCode, 404);
    const entries = site.register.image.entries.length;
    assert.equal((await must(ben).fill(secret, { 'act-reason': 'All of it.' }, `${secret}/adopt`)).statusCode, 403, 'nor may they adopt what they may not see');
    assert.equal(site.register.image.entries.length, entries);
  });

  it('holds nothing of a record but what its author said of it', async () => {
    const own = await begun(must(ben), 'A new name');
    assert.equal((await must(ben).fill(`${own}/add/posts/deputy/change`, { 'title.en': 'Head of Adult Services', 'designations.0': 'head-of-adult-services', reportsTo: 'posts/director' })).statusCode, 303);
    const [row] = await site.database.all('SELECT body FROM drafts WHERE author = ? ORDER BY changed_at DESC', 'persons/ben');
    const [change] = (JSON.parse(String(row?.['body'])) as { changes: { asked: unknown }[] }).changes;
    assert.deepEqual(change?.asked, { type: 'change', kind: 'posts', id: 'deputy', set: { title: { en: 'Head of Adult Services' } }, unset: [] });
    good(await site.register.perform(importRequest(await contentOf(TEXT.replace('id: deputy, title: Head of Adults,', 'id: deputy, title: Head of Adults, grade: "12",')), asked())));
    assert.match((await must(ben).get(`${own}/overlay.yaml`)).body, /title: Head of Adult Services[\s\S]*grade: "12"/, 'what the register says since is kept');
  });
});
