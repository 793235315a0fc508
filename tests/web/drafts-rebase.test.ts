import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { good, request } from '../kept/folder.ts';
import { begun, draftsSite, errorsIn, type Drafter, type DraftsSite } from './drafts-site.ts';

/** The numbers of the changes of a draft, in order. */
const numbersIn = (body: string): readonly string[] => [...body.matchAll(/<li id="change-(\d+)"/g)].map(([, number = '']) => number);

describe('A draft under which the register changes', () => {
  let site: DraftsSite;
  let ann: Drafter;
  let draft = '';
  before(async () => {
    site = await draftsSite();
    ann = await site.as('ann');
  });
  after(() => site.close());

  const enter = async (kind: string, id: string, body: object, from?: string): Promise<void> =>
    void good(await site.register.perform(request('record.put', { kind, id, body, ...(from === undefined ? {} : { from }) }, { reason: 'Meanwhile.' })));
  const adopt = (fields: Readonly<Record<string, string>> = {}) => ann.fill(`${draft}/adopt`, { 'act-reason': 'Decided.', ...fields });
  const entries = (): number => site.register.image.entries.length;

  it('says of each change what was changed under it, and is not adopted until each is kept or set aside', async () => {
    draft = await begun(ann);
    await ann.fill(`${draft}/add/line`, { post: 'deputy', under: 'chief' });
    await ann.fill(`${draft}/add/bodies/new-record`, { 'name.en': 'Forum', type: 'forum', 'act-id': 'forum' });
    await ann.fill(`${draft}/add/bodies/cmt/change`, { 'name.en': 'Leadership Team', type: 'corporate-management-team' });
    assert.doesNotMatch((await ann.get(draft)).body, /The register changed under/);
    await enter('posts', 'deputy', { title: 'Head of Adults and Carers', designations: ['head-of-adult-services'], reportsTo: 'director' });
    await enter('bodies', 'cmt', { name: 'Corporate Management Team', type: 'corporate-management-team', remit: ['leadership'] });

    const { body } = await ann.get(draft);
    assert.match(body, /The register changed under 2 of these changes/);
    assert.match(body, /Head of Adults and Carers<\/a>: entry 1 by clerk: Meanwhile\./);
    const refused = await ann.fill(draft, { 'act-reason': 'Decided.' }, `${draft}/adopt`);
    assert.deepEqual([refused.statusCode, entries()], [409, 3]);
    assert.match(errorsIn(await ann.get(`${draft}/adopt`)), /First look at each change that says so/);

    const [line = '', , team = ''] = numbersIn(body);
    assert.match((await ann.fill(draft, { do: 'take' }, `${draft}/changes/${line}`)).headers.location ?? '', /done=taken$/);
    assert.match((await ann.get(draft)).body, /The register changed under one of these changes/);
    assert.match((await ann.fill(draft, { do: 'take-out' }, `${draft}/changes/${team}`)).headers.location ?? '', /done=takenOut$/);
    assert.equal((await adopt()).statusCode, 303);
    const entry = site.register.image.entries.at(-1);
    assert.deepEqual(entry?.changes.map(({ kind, id }) => `${kind}/${id}`), ['posts/deputy', 'bodies/forum']);
    const [, deputy] = site.register.image.versions('posts', 'deputy') as unknown as readonly { title: unknown; reportsTo: unknown }[];
    assert.deepEqual([deputy?.title, deputy?.reportsTo], [{ en: 'Head of Adults and Carers' }, 'posts/chief'], 'what was entered meanwhile is kept');
  });

  it('once adopted is closed, and adopting it again makes no other entry', async () => {
    const before = entries();
    for (const path of ['/add/vacate', '/describe', '/adopt', '/set-aside']) assert.equal((await ann.fill(draft, { post: 'director', reason: 'x', 'act-reason': 'x' }, `${draft}${path}`)).statusCode, 403, path);
    assert.equal(entries(), before);
    assert.match((await ann.get(draft)).body, /Adopted by entry 3, by Ann Example/);
  });

  it('is entered once where two adopt it at the same moment', async () => {
    draft = await begun(ann, 'Twice');
    await ann.fill(`${draft}/add/bodies/new-record`, { 'name.en': 'Board', type: 'forum', 'act-id': 'board' });
    const before = entries();
    const answers = await Promise.all([adopt(), adopt()]);
    assert.deepEqual([answers.map(({ statusCode }) => statusCode), answers[0]?.headers.location === answers[1]?.headers.location, entries()], [[303, 303], true, before + 1]);
  });

  it('is told as adopted where only the register came to know it', async () => {
    draft = await begun(ann, 'Half told');
    await ann.fill(`${draft}/add/bodies/new-record`, { 'name.en': 'Panel', type: 'forum', 'act-id': 'panel' });
    const kept = await site.database.all('SELECT id, state, version, body FROM drafts WHERE id = ?', draft.slice(-16));
    assert.equal((await adopt()).statusCode, 303);
    // As if the power had gone between the entry and the draft.
    await site.database.run('DELETE FROM draft_happenings WHERE draft = ? AND version > ?', draft.slice(-16), Number(kept[0]?.['version']));
    await site.database.run('UPDATE drafts SET state = ?, version = ?, body = ? WHERE id = ?', String(kept[0]?.['state']), Number(kept[0]?.['version']), String(kept[0]?.['body']), draft.slice(-16));
    const { body } = await ann.get(draft);
    assert.match(body, /Adopted by entry \d+, by Ann Example/);
    assert.doesNotMatch(body, /Check and adopt the draft/);
  });

  it('enters all of its changes or none', async () => {
    draft = await begun(ann, 'All or none');
    await ann.fill(`${draft}/add/bodies/new-record`, { 'name.en': 'Group', type: 'forum', 'act-id': 'group' });
    await ann.fill(`${draft}/add/line`, { post: 'deputy', under: 'director' });
    // By now the director would report to the deputy: a line that comes back to where it began.
    await enter('posts', 'director', { title: 'Director', designations: ['director-of-social-services'], reportsTo: 'deputy' }, '2013-04-01');
    const before = entries();
    assert.equal((await ann.fill(draft, { 'act-reason': 'Decided.' }, `${draft}/adopt`)).statusCode, 409);
    assert.match((await ann.get(draft)).body, /This can no longer be made/);
    assert.deepEqual([entries(), site.register.image.versions('bodies', 'group')], [before, []]);
  });

  it('refuses a form that was opened before a colleague changed the draft, and loses nothing that was typed', async () => {
    draft = await begun(ann, 'Two at once');
    const unseen = (await ann.get(`${draft}/describe`)).body;
    await ann.fill(`${draft}/add/vacate`, { post: 'chief' });
    const late = await ann.fill(`${draft}/describe`, { 'draft-version': /draft-version" value="(\d+)/.exec(unseen)?.[1] ?? '', name: 'A better name', purpose: 'Other.', 'from.day': '1', 'from.month': '4', 'from.year': '2013' });
    assert.equal(late.statusCode, 409);
    assert.match(errorsIn(late), /changed after you opened this page/);
    assert.match(late.body, /value="A better name"/);
  });

  it('is set aside with its reason, and stays to be read', async () => {
    assert.match(errorsIn(await ann.fill(`${draft}/set-aside`, { reason: ' ' })), /Say why it is set aside/);
    assert.equal((await ann.fill(`${draft}/set-aside`, { reason: 'The cabinet decided otherwise.' })).statusCode, 303);
    assert.match((await ann.get(draft)).body, /Set aside, by Ann Example on .*: The cabinet decided otherwise\./);
    assert.match((await ann.get('/cy/small/drafts')).body, /Wedi’i roi o’r neilltu/);
  });
});
