import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answerOf } from '../../src/assessment/answer.ts';
import { compare, comparisonAnswer } from '../../src/assessment/what-if.ts';
import { changesOf } from '../../src/assessment/proposals.ts';
import { at, good, request } from '../kept/folder.ts';
import { judged } from '../assessment/small-register.ts';
import { COUNCIL } from '../web/inside-site.ts';
import { apiSite, type ApiSite } from './api-site.ts';
import { asPublished } from './published.ts';

interface Listed { readonly items: readonly { readonly id: string; readonly record: string; readonly version?: number; readonly body: Readonly<Record<string, unknown>> }[]; readonly next: string | null }

describe('Reading through the API', () => {
  let site: ApiSite;
  let ann: string;
  const get = async (operation: string, path: string, status = 200) => {
    const answer = await site.ask(path, { token: ann });
    assert.equal(answer.status, status, answer.text.slice(0, 400));
    asPublished(operation, status, answer.body);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    return answer;
  };
  before(async () => {
    site = await apiSite();
    ann = await site.tokenOf('ann');
    good(await site.register.perform(request('record.put', { kind: 'persons', id: 'dee', body: { name: 'Dee Exampel' } }, { now: at('2013-02-01T10:00:00Z'), reason: 'Joined.' })));
    good(await site.register.perform(request('record.correct', { kind: 'persons', id: 'dee', body: { name: 'Dee Example' } }, { now: at('2013-03-01T10:00:00Z'), reason: 'Misspelt.' })));
  });
  after(() => site.close());

  it('tells which registers one may read, and what one is in them', async () => {
    const { body } = await get('listRegisters', '/registers');
    assert.deepEqual((body as { items: { id: string; you: { posts: unknown; scopes: unknown } }[] }).items.map(({ id, you }) => [id, you.posts, you.scopes]), [['small', [{ post: 'posts/chief' }], ['read', 'write', 'export']]]);
    await get('getRegister', '/registers/small');
    await get('listKinds', '/registers/small/kinds');
  });

  it('answers another register as it answers none', async () => {
    const [there, nowhere] = [await get('getRegister', '/registers/other', 404), await get('assess', '/registers/nowhere/assessment', 404)];
    assert.equal(there.text.replaceAll('other', '-'), nowhere.text.replaceAll('nowhere', '-'));
  });

  it('lists records by their fields and words, part by part, whatever is entered meanwhile', async () => {
    const ids = async (path: string): Promise<readonly string[]> => ((await get('listRecords', path)).body as Listed).items.map(({ id }) => id);
    assert.deepEqual(await ids('/registers/small/records/posts?where=reportsTo:chief'), ['director']);
    assert.deepEqual(await ids('/registers/small/records/posts?where=designations:head-of-paid-service&where=title:Chief%20Executive'), ['chief']);
    assert.deepEqual(await ids('/registers/small/records/persons?q=BEN%20w/1234'), ['ben']);
    const first = (await get('listRecords', '/registers/small/records/persons?limit=2')).body as Listed;
    assert.deepEqual(first.items.map(({ id }) => id), ['ann', 'ben']);
    good(await site.register.perform(request('record.put', { kind: 'persons', id: 'abe', body: { name: 'Abe Example' } }, { now: at('2013-04-01T10:00:00Z') })));
    assert.deepEqual(await ids(`/registers/small/records/persons?limit=2&cursor=${first.next ?? ''}`), ['cai', 'dee']);
    const all = (await get('searchRecords', '/registers/small/records?q=director')).body as Listed;
    assert.deepEqual(all.items.map(({ record }) => record), ['posts/deputy', 'posts/director', 'appointments/a2', 'seats/s1', 'actions/follow', 'advice/open']);
  });

  it('says what is wrong with what was asked, and what was likely meant', async () => {
    const wrong = async (operation: string, path: string, status: number) => ((await get(operation, path, status)).body as { faults: { code: string; sentence: string; nearest?: string; place?: { path: string } }[] }).faults.map(({ code, nearest, place }) => [code, nearest, place?.path]);
    assert.deepEqual(await wrong('listRecords', '/registers/small/records/posts?wheer=x&as-at=2012-02-31', 400), [['wrong-value', undefined, 'as-at'], ['unknown-key', 'where', 'wheer']]);
    assert.deepEqual(await wrong('listRecords', '/registers/small/records/posts?where=titel:x', 400), [['unknown-field', 'title', 'where']]);
    assert.deepEqual(await wrong('listRecords', '/registers/small/records/posts?cursor=x', 400), [['wrong-cursor', undefined, 'cursor']]);
    assert.deepEqual(await wrong('listRecords', '/registers/small/records/post', 404), [['unknown-word', 'posts', 'kind']]);
    assert.deepEqual(await wrong('getRecord', '/registers/small/records/posts/directr', 404), [['no-such-record', 'director', undefined]]);
    assert.deepEqual(await wrong('explain', '/registers/small/expectations/access.corporate-managment-team', 404), [['unknown-expectation', 'access.corporate-management-team', undefined]]);
    assert.deepEqual(await wrong('assess', '/registers/small/assessment?known-at=2001-01-01T00:00:00Z', 404), [['nothing-known', undefined, undefined]]);
    assert.deepEqual((await site.ask('/registers/small/nothing', { token: ann })).status, 404);
    const malformed = await site.ask('/registers/%zz', { token: ann });
    assert.deepEqual([malformed.status, (malformed.body as { code: string }).code], [400, 'bad-address']);
    const other = await site.ask('/registers/small/records/posts', { token: ann, method: 'PUT' });
    assert.deepEqual([other.status, other.headers.get('allow'), (other.body as { code: string }).code], [405, 'GET', 'wrong-method']);
  });

  it('gives a record with its versions, who entered it and an ETag, on a date and as known then', async () => {
    const now = await get('getRecord', '/registers/small/records/persons/dee');
    const { entries, versions } = now.body as { entries: { reason: string }[]; versions: unknown[] };
    assert.deepEqual([now.headers.get('etag'), entries.map(({ reason }) => reason), versions.length], ['"2"', ['Joined.', 'Misspelt.'], 1]);
    const then = await get('getRecord', '/registers/small/records/persons/dee?known-at=2013-02-15T00:00:00Z');
    assert.deepEqual([then.headers.get('etag'), (then.body as { current: { body: { name: unknown } } }).current.body.name], [null, { en: 'Dee Exampel' }]);
    await get('getRecord', '/registers/small/records/persons/dee?known-at=2013-01-15T00:00:00Z', 404);
    const before = await get('getRecord', '/registers/small/records/appointments/a2?as-at=2009-06-01');
    assert.equal((before.body as { holds: boolean }).holds, false);
    assert.deepEqual(((await get('listRecords', '/registers/small/records/appointments?as-at=2009-06-01')).body as Listed).items.map(({ id }) => id), ['a1']);
  });

  it('tells the log of acts, and proves it', async () => {
    const { items } = (await get('listEntries', '/registers/small/entries?limit=2&act=record.correct')).body as { items: { number: number; changes: unknown[] }[] };
    assert.deepEqual(items.map(({ number, changes }) => [number, changes.length]), [[2, 2]]);
    const part = (await get('listEntries', '/registers/small/entries?limit=2')).body as { items: { number: number }[]; next: string };
    const rest = (await get('listEntries', `/registers/small/entries?limit=2&cursor=${part.next}`)).body as { items: { number: number }[] };
    assert.deepEqual([...part.items, ...rest.items].map(({ number }) => number), [3, 2, 1, 0]);
    await get('getEntry', '/registers/small/entries/0');
    await get('getEntry', '/registers/small/entries/99', 404);
    const checkpoint = (await get('getCheckpoint', '/registers/small/checkpoint')).body as { size: number; note: string };
    const receipt = await site.ask('/registers/small/entries/1/receipt', { token: ann });
    assert.ok(checkpoint.size === 4 && receipt.text.startsWith('c2sp.org/tlog-proof@v1\nindex 1\n') && receipt.text.endsWith(checkpoint.note));
    assert.match(receipt.headers.get('content-disposition') ?? '', /small-1\.tlog-proof/);
  });

  it('judges as the commands do', async () => {
    const assessment = await judged(COUNCIL);
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    for (const lang of ['en', 'cy'] as const) assert.deepEqual((await get('assess', `/registers/small/assessment?lang=${lang}`)).body, plain(answerOf(assessment, lang)));
    const answer = answerOf(assessment, 'en');
    assert.deepEqual((await get('getStructure', '/registers/small/structure')).body, plain(answer.structure));
    assert.deepEqual((await get('getReach', '/registers/small/reach')).body, plain({ items: answer.reach }));
    const { says: _, ask: __, remedy: ___, notEncoded: ____, ...own } = (await get('explain', '/registers/small/expectations/access.corporate-management-team')).body as Record<string, unknown>;
    assert.deepEqual(own, plain(answer.expectations.find(({ id }) => id === 'access.corporate-management-team')));
    const whatIf = await site.ask('/registers/small/what-if', { method: 'POST', token: ann, json: { vacate: ['director'] } });
    asPublished('whatIf', 200, whatIf.body);
    assert.deepEqual(whatIf.body, plain(comparisonAnswer(compare(assessment, good(changesOf(assessment.snapshot, { type: 'vacate', post: 'director' }))), 'en')));
    const other = (await get('assess', '/registers/small/assessment?as-at=2011-06-01&look-back=P6M')).body as { asAt: string; lookBack: string };
    assert.deepEqual([other.asAt, other.lookBack], ['2011-06-01', 'P6M']);
  });

  it('answers an overlay with records in it, and what is wrong with one', async () => {
    const ask = (json: unknown) => site.ask('/registers/small/what-if', { method: 'POST', token: ann, json });
    const good1 = await ask({ bodies: [{ id: 'forum', name: 'Forum', type: 'forum' }], line: [{ post: 'deputy', under: 'chief' }] });
    assert.equal(good1.status, 200, good1.text.slice(0, 300));
    const wrong = await ask({ vacat: ['director'] });
    asPublished('whatIf', 422, wrong.body);
    assert.match((wrong.body as { detail: string }).detail, /`vacat` is not expected here\. Did you mean `vacate`\?/);
    assert.match(((await ask({ vacate: ['directr'] })).body as { detail: string }).detail, /Did you mean `director`\?/);
  });

  it('gives the register as a file to a token that is for this', async () => {
    const yaml = await site.ask('/registers/small/export', { token: ann });
    assert.ok(yaml.status === 200 && yaml.text.startsWith('register:\n') && yaml.headers.get('content-disposition') === 'attachment; filename="small.yaml"');
    assert.equal((await site.ask('/registers/small/export?format=xlsx', { token: ann })).headers.get('content-type'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const reading = await site.tokenOf('ann', ['read']);
    const refused = await site.ask('/registers/small/export', { token: reading });
    asPublished('exportRegister', 403, refused.body);
    assert.equal((refused.body as { code: string }).code, 'scope-missing');
  });
});
