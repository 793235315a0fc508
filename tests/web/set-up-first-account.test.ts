import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COUNCIL } from './inside-site.ts';
import { setUpSite } from './set-up-site.ts';

const READ = ['/en/', '/en/small', '/en/small/records/advice', '/en/small/records/advice/closed', '/en/small/expectations/councillors.protocol'];
const WRITE = ['/en/small/records/posts/new-record', '/en/small/import', '/en/small/tasks', '/en/small/colleagues', '/en/small/export.xlsx'];

describe('A register to which nobody can sign in', () => {
  it('is read by everybody on this machine and kept by nobody', async () => {
    const { get, post, close } = await setUpSite({ text: COUNCIL });
    for (const url of READ) assert.equal((await get(url)).statusCode, 200, url);
    for (const url of WRITE) assert.equal((await get(url)).headers.location, '/en/set-up', url);
    assert.equal((await post('/en/small/records/posts/new-record', { 'act-reason': 'For the test.' })).headers.location, '/en/set-up');
    await close();
  });

  it('shows nothing to whoever comes from elsewhere', async () => {
    const { get, close } = await setUpSite({ text: COUNCIL, isPrivate: false });
    for (const url of [...READ, ...WRITE]) assert.deepEqual([(await get(url)).headers.location, (await get(url)).body], ['/en/set-up', ''], url);
    assert.match((await get('/cy/set-up')).body, /Nid oes dim wedi’i osod yma eto/);
    assert.doesNotMatch((await get('/en/set-up')).body, /Small/);
    await close();
  });

  it('has its first account set up by link, for somebody who keeps its records today, and is closed from then on', async () => {
    const site = await setUpSite({ text: COUNCIL });
    const { get, post, identity, firstStart, clock } = site;
    const [link] = await firstStart.links(clock.now);
    assert.equal(link?.register, 'small');
    const secret = link?.secret ?? '';
    const form = (await get(`/en/set-up/${secret}`)).body;
    assert.deepEqual([...form.matchAll(/<option value="(persons\/[^"]*)"/g)].map(([, person]) => person), ['persons/ann', 'persons/ben']);
    const refused = await post(`/en/set-up/${secret}`, { person: 'persons/cai', name: 'cai', password: 'short' });
    assert.equal(refused.statusCode, 400);
    for (const text of ['Choose who you are', 'This is not an e-mail address', 'needs at least 12 characters']) assert.match(refused.body, new RegExp(text));
    const done = await post(`/en/set-up/${secret}`, { person: 'persons/ben', name: 'ben@example.org', password: 'lantern gravel otter pedal' });
    assert.equal(done.headers.location, '/en/set-up/done');
    assert.equal((await identity.accounts.named('ben@example.org'))?.isAdministrator, true);
    assert.equal((await get('/en/small')).headers.location, '/en/sign-in?next=%2Fen%2Fsmall');
    assert.equal((await get(`/en/set-up/${secret}`)).statusCode, 404);
    await site.close();
  });

  it('is closed as soon as somebody was invited, and another start makes no link then', async () => {
    const { get, identity, firstStart, clock, close } = await setUpSite({ text: COUNCIL });
    assert.equal((await get('/en/small')).statusCode, 200);
    await identity.links.make({ purpose: 'invitation', register: 'small', person: 'persons/ann', madeBy: 'the command line' }, clock.now);
    assert.equal((await get('/en/small')).headers.location, '/en/sign-in?next=%2Fen%2Fsmall');
    assert.deepEqual(await firstStart.links(clock.now), []);
    await close();
  });
});
