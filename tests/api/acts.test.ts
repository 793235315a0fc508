import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { act, apiSite, type Answer, type ApiSite } from './api-site.ts';
import { asPublished } from './published.ts';

interface Told { readonly code: string; readonly detail: string; readonly faults: readonly { readonly code: string; readonly sentence: string; readonly nearest?: string; readonly place?: { readonly path: string } }[]; readonly changed?: readonly { readonly version: number; readonly by: string; readonly reason: string }[] }
const told = ({ body }: Answer): Told => body as Told;

const forum = (name: string, more: object = {}) => ({ reason: 'The council said so.', changes: [{ kind: 'bodies', id: 'forum', body: { name, type: 'forum', ...more } }] });

describe('Acting through the API', () => {
  let site: ApiSite;
  let ben: string;
  let cai: string;
  before(async () => {
    site = await apiSite();
    [ben, cai] = [await site.tokenOf('ben'), await site.tokenOf('cai')];
  });
  after(() => site.close());
  const sizeOf = async () => (await site.register.latest()).entries.length;

  it('enters, corrects and ends records as the person whose token it is, in a post that they hold', async () => {
    const made = await site.ask(...act('record.put', ben, 'a1', { ...forum('Forum'), as: 'posts/director' }));
    asPublished('putRecords', 201, made.body);
    assert.deepEqual([made.status, made.headers.get('location')], [201, '/api/v1/registers/small/entries/1']);
    const entry = (await site.register.latest()).entries[1];
    assert.deepEqual([entry?.actor, entry?.act, entry?.reason], [{ person: 'ben', post: 'director' }, 'record.put', 'The council said so.']);
    assert.equal((await site.ask(...act('record.correct', ben, 'a2', forum('Carers’ forum')))).status, 201);
    const ended = await site.ask(...act('record.end', ben, 'a3', { reason: 'It meets no longer.', changes: [{ kind: 'bodies', id: 'forum', from: '2012-12-01' }] }));
    assert.equal(ended.status, 201, ended.text);
    assert.equal(((await site.ask('/registers/small/records/bodies/forum', { token: ben })).body as { holds: boolean }).holds, false);
  });

  it('does once what is sent again with the same key, also from several sides at once, and keeps keys of people apart', async () => {
    const before_ = await sizeOf();
    const answers = await Promise.all(Array.from({ length: 8 }, () => site.ask(...act('record.put', ben, 'once', forum('Once')))));
    assert.deepEqual(new Set(answers.map(({ body }) => (body as { entry: number }).entry)), new Set([before_]));
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    assert.equal(answers.filter(({ status }) => status === 200).length, 7);
    assert.equal(await sizeOf(), before_ + 1);
    const other = await site.ask(...act('record.put', ben, 'once', { ...forum('Once'), reason: 'Something else.' }));
    asPublished('putRecords', 422, other.body);
    assert.equal(told(other).code, 'key-reused');
    const theirs = await site.ask(...act('record.put', cai, 'once', { reason: 'Mine.', changes: [{ kind: 'organisations', id: 'union', body: { name: 'Union', type: 'union' } }] }));
    assert.deepEqual([theirs.status, (theirs.body as { entry: number }).entry], [201, before_ + 1]);
  });

  it('asks for a key, a reason and a post that one holds', async () => {
    const without = await site.ask('/registers/small/acts/record.put', { method: 'POST', token: ben, json: forum('X') });
    asPublished('putRecords', 400, without.body);
    assert.deepEqual([without.status, told(without).code], [400, 'key-missing']);
    assert.equal(told(await site.ask(...act('record.put', ben, 'has space', forum('X')))).code, 'wrong-key');
    assert.equal((await site.ask(...act('record.put', ben, 'b1', { changes: forum('X').changes }))).status, 400);
    const post = await site.ask(...act('record.put', ben, 'b2', { ...forum('X'), as: 'posts/chief' }));
    assert.deepEqual([post.status, told(post).code], [403, 'not-your-post']);
  });

  it('refuses what it does not know and says what was likely meant, every fault at once, with the sentences of the command line', async () => {
    const wrong = await site.ask(...act('record.put', ben, 'c1', forum('X', { type: 'forumm', nmae: 'X' })));
    asPublished('putRecords', 422, wrong.body);
    assert.equal(wrong.status, 422);
    assert.deepEqual(told(wrong).faults.map(({ code, nearest, place }) => [code, nearest, place?.path]), [['unknown-value', 'forum', 'bodies/forum.type'], ['unknown-field', 'name', 'bodies/forum.nmae']]);
    assert.equal(told(wrong).detail, '`type` cannot be `forumm`. Did you mean `forum`?');
    const envelope = await site.ask(...act('record.put', ben, 'c2', { ...forum('X'), raeson: 'x' }));
    assert.deepEqual([envelope.status, told(envelope).faults.map(({ sentence }) => sentence)], [400, ['`raeson` is not expected here. Did you mean `reason`?']]);
    const change = await site.ask(...act('record.put', ben, 'c3', { reason: 'x', changes: [{ kind: 'body', id: 'a b', bodi: {} }] }));
    assert.deepEqual([change.status, told(change).faults.map(({ code }) => code)], [422, ['unknown-key', 'wrong-id', 'body-missing']]);
    assert.equal((await site.ask(...act('record.put', ben, 'c4', forum('X'), {}, '?dryrun=true'))).status, 400);
  });

  it('takes JSON alone, well formed and not too much of it', async () => {
    const send = async (body: string, type: string) => fetch(`${site.base}/api/v1/registers/small/acts/record.put`, { method: 'POST', body, headers: { 'content-type': type, authorization: `Bearer ${ben}`, 'idempotency-key': 'd' } });
    const codes = await Promise.all([['{', 'application/json'], ['a=b', 'application/x-www-form-urlencoded'], ['{}', 'text/plain'], [`"${'x'.repeat(5 * 1024 * 1024)}"`, 'application/json'], ['{"__proto__":{"x":1}}', 'application/json']].map(async ([body = '', type = '']) => {
      const answer = await send(body, type);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      return [answer.status, ((await answer.json()) as Told).code];
    }));
    assert.deepEqual(codes, [[400, 'unreadable'], [415, 'not-json'], [415, 'not-json'], [413, 'too-large'], [400, 'unreadable']]);
  });

  it('refuses what somebody else came before in, and tells what they did', async () => {
    const { headers } = await site.ask('/registers/small/records/bodies/cmt', { token: ben });
    const etag = headers.get('etag') ?? '';
    const cmt = (name: string) => ({ reason: `It is called ${name}.`, changes: [{ kind: 'bodies', id: 'cmt', body: { name, type: 'corporate-management-team' } }] });
    assert.equal((await site.ask(...act('record.correct', ben, 'e1', cmt('Board'), { 'if-match': etag }))).status, 201);
    const late = await site.ask(...act('record.correct', ben, 'e2', cmt('Team'), { 'if-match': etag }));
    asPublished('correctRecords', 409, late.body);
    assert.deepEqual([late.status, told(late).code, told(late).changed?.map(({ by, reason }) => [by, reason])], [409, 'changed-since', [['ben', 'It is called Board.']]]);
    const newer = `"${told(late).changed?.[0]?.version ?? ''}"`;
    assert.equal((await site.ask(...act('record.correct', ben, 'e3', cmt('Team'), { 'if-match': newer }))).status, 201);
    assert.equal((await site.ask(...act('record.put', ben, 'e4', forum('X'), { 'if-none-match': '*' }))).status, 409);
    assert.equal((await site.ask(...act('record.put', ben, 'e5', { ...forum('Y'), read: { 'bodies/cmt': 0 } }))).status, 409);
    assert.equal(told(await site.ask(...act('record.put', ben, 'e6', forum('Y'), { 'if-match': 'W/"1"' }))).code, 'wrong-match');
    assert.equal((await site.ask(...act('record.correct', ben, 'e7', forum('Y'), { 'if-match': '*' }))).status, 201);
    const singular = { reason: 'In the singular.', changes: [{ kind: 'body', id: 'cmt', body: { name: 'Board', type: 'corporate-management-team' } }] };
    const version = (await site.ask('/registers/small/records/bodies/cmt', { token: ben })).headers.get('etag') ?? '';
    assert.deepEqual([(await site.ask(...act('record.correct', ben, 'e8', singular, { 'if-match': version }))).status, (await site.ask(...act('record.correct', ben, 'e8', singular, { 'if-match': version }))).status], [201, 200]);
  });

  it('says what would come of an act, and leaves its key unused', async () => {
    const before_ = await sizeOf();
    const dry = await site.ask(...act('record.put', ben, 'f1', forum('Dry'), {}, '?dry-run=true'));
    asPublished('putRecords', 200, dry.body);
    assert.deepEqual(dry.body, { dryRun: true, entries: 1, changes: [{ record: 'bodies/forum', isEnd: false }] });
    assert.equal(await sizeOf(), before_);
    assert.equal((await site.ask(...act('record.put', cai, 'f2', forum('Dry'), {}, '?dry-run=true'))).status, 403);
    assert.equal((await site.ask(...act('record.put', ben, 'f1', forum('Dry')))).status, 201);
  });

  it('lets nobody do what their posts do not let them do, in one change of several neither', async () => {
    const before_ = await sizeOf();
    const mixed = { reason: 'Mine and not mine.', changes: [{ kind: 'organisations', id: 'police', body: { name: 'Police', type: 'police' } }, { kind: 'bodies', id: 'mine', body: { name: 'Mine', type: 'forum' } }] };
    const answer = await site.ask(...act('record.put', cai, 'h1', mixed));
    asPublished('putRecords', 403, answer.body);
    assert.deepEqual([answer.status, told(answer).code], [403, 'not-allowed']);
    assert.equal((await site.ask(...act('record.end', cai, 'h2', { reason: 'x', changes: [{ kind: 'posts', id: 'director' }] }))).status, 403);
    const reading = await site.tokenOf('ben', ['read', 'export']);
    assert.equal(told(await site.ask(...act('record.put', reading, 'h3', forum('X')))).code, 'scope-missing');
    assert.equal(await sizeOf(), before_);
  });

  it('erases by two people whom the table allows it', async () => {
    const ann = await site.tokenOf('ann');
    const proposal = { reason: 'They asked for it.', input: { records: ['organisations/union'], authority: 'UK GDPR, article 17', why: 'Entered by mistake.' } };
    assert.equal((await site.ask(...act('erasure.propose', cai, 'i1', proposal))).status, 403);
    const proposed = await site.ask(...act('erasure.propose', ben, 'i2', proposal));
    asPublished('proposeErasure', 201, proposed.body);
    const number = { reason: 'Agreed.', input: { proposal: (proposed.body as { entry: number }).entry } };
    const own = await site.ask(...act('erasure.carry-out', ben, 'i3', number));
    assert.deepEqual([own.status, told(own).code], [403, 'same-person']);
    const done = await site.ask(...act('erasure.carry-out', ann, 'i4', number));
    asPublished('carryOutErasure', 201, done.body);
    assert.equal((await site.ask('/registers/small/records/organisations/union', { token: ann })).status, 404);
    assert.equal(told(await site.ask(...act('erasure.withdraw', ann, 'i5', number))).code, 'proposal-closed');
  });
});
