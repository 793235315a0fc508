import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantOf } from '../../src/kernel/instant.ts';
import { ANSWERS, setUpSite, type SetUpSite } from './set-up-site.ts';

/** The site of one test, closed with it. */
async function withSite(work: (site: SetUpSite, secret: string) => Promise<void>): Promise<void> {
  const site = await setUpSite();
  try {
    await work(site, await site.link());
  } finally {
    await site.close();
  }
}

const answer = async ({ post }: SetUpSite, secret: string, answers = ANSWERS): Promise<void> => {
  for (const [step, fields] of answers) assert.equal((await post(`/en/set-up/${secret}/${step}`, fields)).statusCode, 303, step);
};
const errorsIn = (body: string): readonly string[] => [...(/class="govuk-list govuk-error-summary__list">([^]*?)<\/ul>/.exec(body)?.[1] ?? '').matchAll(/<a[^>]*>([^<]*)/g)].map(([, text = '']) => text);
const headingIn = (body: string): string => /<h1[^>]*>\s*([^<]*?)\s*</.exec(body)?.[1] ?? '';

describe('Setting up from nothing', () => {
  it('begins the register by one act of whoever sets it up, and signs them in as its administrator', () => withSite(async (site, secret) => {
    const { post, get, registers, identity } = site;
    await answer(site, secret);
    const done = await post(`/en/set-up/${secret}/check`);
    assert.deepEqual([done.statusCode, done.headers.location], [303, '/en/set-up/done']);
    const image = await (await registers.register('glan')).latest();
    assert.equal(image.entries.length, 1);
    const [entry] = image.entries;
    assert.deepEqual([entry?.act, entry?.actor], ['register.import', { person: 'person-3', post: 'monitoring-officer' }]);
    assert.deepEqual(image.header, { id: 'glan', authority: { name: { en: 'Glan Dychymyg Council (fictional)', cy: 'Cyngor Glan Dychymyg (dychmygol)' }, nation: 'wales' }, pack: 'wales-2014', completeFor: [], thresholds: {} });
    assert.deepEqual(entry?.changes.map(({ kind, id, from }) => [kind, id, from]), [
      ['posts', 'head-of-paid-service', undefined], ['posts', 'director-of-social-services', undefined], ['posts', 'monitoring-officer', undefined],
      ['persons', 'person-1', undefined], ['persons', 'person-3', undefined],
      ['appointments', 'appointment-1', '2021-09-01'], ['appointments', 'appointment-2', '2026-03-02'],
    ], 'a post that nobody holds has no appointment');
    const account = await identity.accounts.named('cai@example.org');
    assert.deepEqual([account?.register, account?.person, account?.isAdministrator], ['glan', 'persons/person-3', true]);
    const { value = '' } = done.cookies.find(({ name }) => name === 'answerable') ?? {};
    assert.match((await get('/en/set-up/done', `answerable=${value}`)).body, /You are signed in as Cai Example/);
    assert.equal((await get('/en/glan', `answerable=${value}`)).headers.location, '/en/account/authenticator', 'a password alone lets nobody in');
    assert.equal((await get('/en/glan')).headers.location, '/en/sign-in?next=%2Fen%2Fglan');
  }));

  it('keeps every answer while one goes back and forth, in both languages, and the password only as its digest', () => withSite(async (site, secret) => {
    const { get, post, database } = site;
    await answer(site, secret);
    assert.match((await get(`/cy/set-up/${secret}/authority`)).body, /value="Glan Dychymyg Council \(fictional\)"/);
    assert.match((await get(`/en/set-up/${secret}/account`)).body, /value="Cai@Example.org"[^]*A password is chosen/);
    assert.equal((await post(`/cy/set-up/${secret}/authority`, { ...ANSWERS[0]?.[1], 'authority.en': 'Another name' })).headers.location, `/cy/set-up/${secret}/check`);
    const checked = (await get(`/cy/set-up/${secret}/check`)).body;
    for (const shown of ['Another name', 'Ann Example, ers 1 Medi 2021 \\(parhaol\\)', 'Nid oes neb yn ei dal nawr', 'Swyddog Monitro: Cai Example']) assert.match(checked, new RegExp(shown));
    const kept = JSON.stringify(await database.all('SELECT * FROM set_up_answers'));
    assert.match(kept, /argon2id/);
    assert.doesNotMatch(kept, /lantern/);
    assert.doesNotMatch(kept, new RegExp(secret));
  }));

  it('tells at each question what is wrong with its answer, keeps what was typed, and lets nobody past it', () => withSite(async ({ get, post }, secret) => {
    const at = (step: string) => `/en/set-up/${secret}/${step}`;
    const empty = await post(at('authority'), { 'authority.cy': '', 'authority.id': 'Not An Id' });
    assert.deepEqual([empty.statusCode, errorsIn(empty.body)], [400, ['Enter the name of the authority', 'Choose the nation', 'The short name may have small letters, figures and dashes, begins with a letter, and is 2 to 60 long']]);
    assert.match(empty.body, /<title[^>]*>Error: /);
    assert.match(empty.body, /value="Not An Id"/);
    assert.equal((await get(at('check'))).headers.location, at('authority'));
    for (const [step, fields] of ANSWERS.slice(0, 2)) await post(at(step), fields);
    const officer = await post(at('head-of-paid-service'), { 'head-of-paid-service.en': 'Chief Executive', 'head-of-paid-service.holder': 'Ann', 'head-of-paid-service.since.day': '31', 'head-of-paid-service.since.month': '2', 'head-of-paid-service.since.year': '2021' });
    assert.deepEqual(errorsIn(officer.body), ['The date must be a real one, with day, month and year', 'Choose on what basis they hold it']);
    const tomorrow = await post(at('head-of-paid-service'), { ...ANSWERS[2]?.[1], 'head-of-paid-service.since.day': '3', 'head-of-paid-service.since.month': '3', 'head-of-paid-service.since.year': '2026' });
    assert.deepEqual(errorsIn(tomorrow.body), ['The date must be today or before: say who holds the post now']);
    for (const [step, fields] of ANSWERS.slice(2, 4)) await post(at(step), fields);
    const weak = await post(at('account'), { 'account.who': 'statutory-officer', 'account.name': 'nobody', 'account.password': 'password1234' });
    assert.deepEqual(errorsIn(weak.body), ['Choose who you are', 'This is not an e-mail address', 'This password is among those that are tried first. Choose another'], 'nobody holds that post');
    assert.match((await get(at('account'))).body, /value="nobody"/);
  }));

  it('offers the guidance in force for the nation and no other, and asks again where the nation is changed', () => withSite(async (site, secret) => {
    const { get, post } = site;
    await answer(site, secret);
    const offered = (body: string) => [...body.matchAll(/name="guidance.pack" type="radio" value="([^"]*)"/g)].map(([, id]) => id);
    assert.deepEqual(offered((await get(`/en/set-up/${secret}/guidance`)).body), ['wales-2014']);
    assert.equal((await post(`/en/set-up/${secret}/authority`, { ...ANSWERS[0]?.[1], 'authority.nation': 'scotland' })).headers.location, `/en/set-up/${secret}/guidance`);
    assert.deepEqual(offered((await get(`/en/set-up/${secret}/guidance`)).body), ['scotland-2016']);
  }));

  it('has a link that works once, for 24 hours, and not after another start or once anything is set up', () => withSite(async (site, first) => {
    const { get, post, clock, identity, firstStart } = site;
    const gone = async (secret: string): Promise<boolean> => (await get(`/en/set-up/${secret}`)).statusCode === 404;
    const secret = await site.link();
    assert.deepEqual([await gone(first), await gone(secret), await gone('made-up')], [true, false, true]);
    clock.now = instantOf(Date.parse(clock.now) + 24 * 3_600_000 + 1);
    assert.equal(await gone(secret), true);
    const third = await site.link();
    await answer(site, third);
    const both = await Promise.all([post(`/en/set-up/${third}/check`), post(`/en/set-up/${third}/check`)]);
    assert.deepEqual(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b), [303, 404], 'sent twice at once it sets up once');
    assert.equal(await gone(third), true);
    assert.deepEqual(await firstStart.links(clock.now), []);
    assert.equal((await identity.accounts.of('glan')).length, 1);
    assert.equal((await get('/en/set-up')).headers.location, '/en/sign-in');
  }));

  it('takes nothing from a page that is not its own', () => withSite(async (site, secret) => {
    const { get, post } = site;
    await answer(site, secret);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) assert.equal((await post(`/en/set-up/${secret}/check`, {}, headers)).headers.location, `/en/set-up/${secret}`);
    assert.equal(headingIn((await get(`/en/set-up/${secret}/check`)).body), 'Check your answers');
  }));
});
