import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { openRegisterBytes } from '../../src/assessment/open-register.ts';
import { date } from '../../src/kernel/date.ts';
import { app } from '../../src/web/app.ts';
import { Operation } from '../../src/web/operation/operation.ts';
import { alreadyOpen, shelve } from '../../src/web/shelf.ts';
import { demonstration } from '../areas/acting.ts';
import { good } from '../kept/folder.ts';
import { councilSite } from './council-site.ts';
import type { InsideSite } from './inside-site.ts';

describe('what to ask, of a register that was read from a file', () => {
  let site: FastifyInstance;
  before(async () => {
    const register = good(await openRegisterBytes('demo.yaml', new TextEncoder().encode(await demonstration('demo-wales'))));
    const health = () => new Operation({ place: undefined, modes: () => new Map(), jobs: [], happenings: { mode: () => undefined, jobFailed: () => undefined } }).health();
    site = app({ shelf: shelve([alreadyOpen(register)]), today: () => date('2012-12-10'), onFault: (fault) => assert.fail(String(fault)), health, log: { form: 'none', level: 'info', write: () => undefined } });
  });
  after(() => site.close());

  it('is told to everybody with every reason, and asked by nobody', async () => {
    const { body, statusCode } = await site.inject('/en/small/ask?for=bodies/scrutiny');
    assert.equal(statusCode, 200);
    assert.match(body, /Which lesson of the last case review is still not in practice/);
    assert.match(body, /paragraph 4\.24ii/);
    assert.doesNotMatch(body, /is not for you to see|Ask this|Put it on the programme/);
    assert.match((await site.inject('/cy/small/ask')).body, /Beth i’w ofyn/);
    assert.match((await site.inject('/en/small/bodies/scrutiny')).body, /href="[^"]*\/ask\?for=bodies%2Fscrutiny"/);
    assert.doesNotMatch((await site.inject('/en/small/bodies/cmt')).body, /\/ask\?for=/);
  });

  it('leads on from every page of councillors and of the statement, none of which has a form', async () => {
    for (const path of ['/questions', '/entitlements', '/briefings/new-members', '/statement', '/barriers', '/work']) {
      const { body, statusCode } = await site.inject(`/en/small${path}`);
      assert.equal(statusCode, 200, path);
      assert.doesNotMatch(body, /questions\/new|entitlements\/new|briefings\/new"|draw-up|barriers\/raise/, path);
    }
  });
});

describe('what to ask, of a register that one signs in for', () => {
  let inside: InsideSite;
  before(async () => {
    inside = await councilSite();
  });
  after(() => inside.close());
  const get = async (person: string, url: string) => (await inside.site.inject({ url, headers: { cookie: `answerable=${await inside.cookieOf(person)}` } })).body;

  it('masks reasons that rest on what the reader may not see, and offers asking to those whose questions they are', async () => {
    const chair = await get('gwyneth', '/en/small/ask?for=bodies/scrutiny');
    assert.match(chair, /Some of what this rests on is not for you to see/);
    assert.match(chair, /Ask this/);
    assert.match(chair, /Put it on the programme/);
    assert.doesNotMatch(await get('gwyneth', '/en/small/ask?for=bodies/cabinet'), /Ask this/, 'she does not sit there');
    assert.doesNotMatch(await get('tomos', '/en/small/ask?for=bodies/scrutiny'), /Ask this/);
  });

  it('leads a member who sits by name to the questions of the committee', async () => {
    assert.match(await get('elfed', '/en/small'), /href="[^"]*\/ask"/);
    assert.match(await get('elfed', '/en/small/ask'), /For Social Services Scrutiny Committee/);
    assert.doesNotMatch(await get('tomos', '/en/small'), /href="[^"]*\/ask"/);
  });

  it('is not told to whoever is not of the authority', async () => {
    const { statusCode } = await inside.site.inject('/en/small/ask');
    assert.equal(statusCode, 303);
  });
});
