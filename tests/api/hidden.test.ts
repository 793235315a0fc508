import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { good, request } from '../kept/folder.ts';
import { COUNCIL } from '../web/inside-site.ts';
import { act, apiSite, type ApiSite } from './api-site.ts';
import { asPublished } from './published.ts';

/** A member of staff to whom nothing is confidential, and an appraisal that is the director's and the chief's. */
const WITH_DEE = `${COUNCIL
  .replace('persons:', 'persons:\n  - { id: dee, name: Dee Example }')
  .replace('posts:', 'posts:\n  - { id: clerk, title: Clerk, reportsTo: deputy }')
  .replace('appointments:', 'appointments:\n  - { id: a4, person: dee, post: clerk, basis: permanent, from: 2010-01-01 }')}appraisals:
  - { id: secret-appraisal, post: director, on: 2012-06-01, by: chief }
`;
const SECRETS = /A matter that stays between us|advice\/closed|"closed"|W\/1234|secret-appraisal/;
const HIDDEN = 'Some of what this rests on is not for you to see.';

describe('What one may not see through the API', () => {
  let site: ApiSite;
  let dee: string;
  let cai: string;
  before(async () => {
    site = await apiSite({ text: WITH_DEE });
    [dee, cai] = [await site.tokenOf('dee'), await site.tokenOf('cai')];
    good(await site.register.perform(request('record.put', { kind: 'advice', id: 'closed', body: { nature: 'concern', from: 'deputy', by: 'cai', to: 'chief', subject: 'A matter that stays between us', on: '2012-05-02', confidential: true, responses: [{ on: '2012-05-03', outcome: 'accepted' }] } }, { reason: 'It was answered.' })));
  });
  after(() => site.close());

  it('is in no list, search, record, entry, verdict or file', async () => {
    const paths = [
      '', '/kinds', '/records', '/records?q=matter', '/records?versions=all&limit=500', '/records/advice', '/records/actions', '/records/actions/follow', '/records/persons/ben', '/records/appraisals',
      '/entries', '/entries/0', '/assessment', '/assessment?lang=cy', '/reach', '/structure', '/export',
    ];
    for (const path of paths) {
      const answer = await site.ask(`/registers/small${path}`, { token: dee });
      assert.equal(answer.status, 200, path);
      assert.doesNotMatch(answer.text, SECRETS, path);
    }
    assert.match((await site.ask('/registers/small/records/advice', { token: cai })).text, SECRETS);
    const kinds = (await site.ask('/registers/small/kinds', { token: dee })).body as { items: { kind: string; count: number }[] };
    assert.deepEqual(kinds.items.filter(({ kind }) => ['advice', 'appraisals'].includes(kind)).map(({ count }) => count), [0, 0]);
  });

  it('is answered like what never was', async () => {
    for (const [there, nowhere] of [['/records/advice/closed', '/records/advice/nothing'], ['/entries/1', '/entries/9']] as const) {
      const [one, other] = [await site.ask(`/registers/small${there}`, { token: dee }), await site.ask(`/registers/small${nowhere}`, { token: dee })];
      assert.equal(one.status, 404);
      assert.equal(one.text.replaceAll('closed', 'nothing').replaceAll('1', '9'), other.text.replaceAll('1', '9'));
    }
  });

  it('gives a verdict no reasons, whom it rests on or what is missing, in a what-if neither', async () => {
    const lenses = async (token: string) => ((await site.ask('/registers/small/assessment', { token })).body as { expectations: { id: string; paper: { because: { text: string }[]; missing: unknown[] }; practice: { because: { text: string }[]; missing: unknown[] }; resilient: { because: { text: string }[]; restsOn: unknown[] } }[] }).expectations;
    const masked = (await lenses(dee)).filter(({ practice }) => practice.because[0]?.text === HIDDEN);
    assert.ok(masked.length > 0);
    for (const { practice, resilient } of masked) assert.deepEqual([practice.because.length, practice.missing, resilient.because.map(({ text }) => text), resilient.restsOn], [1, [], [HIDDEN], []]);
    const whatIf = await site.ask('/registers/small/what-if', { method: 'POST', token: dee, json: { bodies: [{ id: 'forum', name: 'Forum', type: 'forum' }] } });
    asPublished('whatIf', 200, whatIf.body);
    assert.doesNotMatch(whatIf.text, SECRETS);
    const { after: then } = whatIf.body as { after: { expectations: { id: string; practice: { because: { text: string }[] } }[] } };
    for (const { id } of masked) assert.equal(then.expectations.find((one) => one.id === id)?.practice.because[0]?.text, HIDDEN, id);
  });

  it('is not found out by guessing at it, in an act or a what-if', async () => {
    const put = async (key: string, id: string) => site.ask(...act('record.put', cai, key, { reason: 'Guessing.', changes: [{ kind: 'evidence', id: 'e1', body: { title: 'Minutes', about: [id] } }] }, {}, '?dry-run=true'));
    const [there, nowhere] = [await put('g1', 'appraisals/secret-appraisal'), await put('g2', 'appraisals/secret-appraisax')];
    assert.equal(there.status, nowhere.status);
    assert.equal(there.text.replaceAll('secret-appraisal', 'x'), nowhere.text.replaceAll('secret-appraisax', 'x'));
    const near = await put('g3', 'appraisals/secret-appraisa');
    assert.doesNotMatch(near.text, /secret-appraisal/);
    const overlay = async (id: string) => site.ask('/registers/small/what-if', { method: 'POST', token: dee, json: { actions: [{ id: 'mine', arisingFrom: id, what: 'Guess', owner: 'director', state: 'in-progress' }] } });
    assert.equal((await overlay('advice/closed')).text.replaceAll('closed', 'x'), (await overlay('advice/closex')).text.replaceAll('closex', 'x'));
    const version = await site.ask(...act('record.put', cai, 'g4', { reason: 'Guessing.', read: { 'appraisals/secret-appraisal': 0 }, changes: [{ kind: 'evidence', id: 'e1', body: { title: 'Minutes' } }] }));
    assert.deepEqual([version.status, (version.body as { code: string }).code], [404, 'no-such-record']);
    for (const [index, headers] of [{ 'if-none-match': '*' }, { 'if-match': '"0"' }].entries()) {
      const guess = async (id: string) => site.ask(...act('record.end', cai, `g5-${index}-${id.length}`, { reason: 'Guessing.', changes: [{ kind: 'appraisals', id, from: '2012-07-01' }] }, headers));
      const [one, other] = [await guess('secret-appraisal'), await guess('secret-appraisal-never')];
      assert.deepEqual([one.status, one.text.replaceAll('secret-appraisal', 'x')], [other.status, other.text.replaceAll('secret-appraisal-never', 'x')]);
      assert.doesNotMatch(one.text, /changed by entry/);
    }
  });

  it('stays as it is where somebody changes the rest, and is not theirs to say', async () => {
    const other = await apiSite({ text: WITH_DEE.replace('designations: [head-of-adult-services]', 'designations: [head-of-adult-services, head-of-democratic-services]') });
    const democratic = await other.tokenOf('cai');
    const ann = await other.tokenOf('ann');
    const seen = (await other.ask('/registers/small/records/persons/ben', { token: ann })).body as { current: { body: { registrations: unknown } } };
    const name = (text: string) => ({ reason: 'A new name.', changes: [{ kind: 'persons', id: 'ben', body: { name: text } }] });
    const done = await other.ask(...act('record.correct', democratic, 'h1', name('Ben Sample')));
    assert.equal(done.status, 201, done.text);
    const later = (await other.ask('/registers/small/records/persons/ben', { token: ann })).body as { current: { body: { name: unknown; registrations: unknown } } };
    assert.deepEqual([later.current.body.name, later.current.body.registrations], [{ en: 'Ben Sample' }, seen.current.body.registrations]);
    const said = await other.ask(...act('record.correct', democratic, 'h2', { reason: 'A guess.', changes: [{ kind: 'persons', id: 'ben', body: { name: 'Ben Sample', registrations: [] } }] }));
    assert.deepEqual([said.status, (said.body as { code: string }).code], [403, 'not-allowed']);
    await other.close();
  });
});
