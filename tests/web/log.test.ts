import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LANGUAGES } from '../../src/kernel/text.ts';
import { errorToldOf } from '../../src/web/operation/log.ts';
import { EVERY_KEPT_PAGE, keptSite, MISSPELT } from './kept-site.ts';
import { EVERY_PAGE, SMALL } from './small-site.ts';

interface Line {
  readonly level: string;
  readonly time: string;
  readonly request?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly bytes?: number;
  readonly msg: string;
}

async function logged(ask: (kept: Awaited<ReturnType<typeof keptSite>>) => Promise<void>): Promise<{ readonly text: string; readonly lines: readonly Line[] }> {
  const written: string[] = [];
  const kept = await keptSite({ form: 'json', level: 'debug', write: (line) => written.push(line) });
  await ask(kept);
  await kept.close();
  return { text: written.join(''), lines: written.map((line) => JSON.parse(line) as Line) };
}

describe('the log', () => {
  it('has one line a request: when, which route, how it went, how long it took and how much was sent', async () => {
    const { lines } = await logged(async ({ site }) => {
      await site.inject(`/en/${SMALL}/records/persons/p4?known-at=2013-02-01`);
      await site.inject('/nowhere/at/all');
      await site.inject({ method: 'POST', url: `/en/${SMALL}` });
      await site.inject('/%');
    });
    assert.deepEqual(lines.map(({ level, method, route, status, msg }) => [level, method, route, status, msg]), [
      ['info', 'GET', '/en/:register/records/:kind/:id', 200, 'request'],
      ['info', 'GET', 'none', 404, 'request'],
      ['info', 'POST', 'none', 405, 'request'],
      ['info', 'GET', 'none', 400, 'request'],
    ]);
    for (const { time, request, ms, bytes } of lines) {
      assert.match(time, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
      assert.match(request ?? '', /^[0-9a-f-]{36}$/);
      assert.ok(typeof ms === 'number' && typeof bytes === 'number' && bytes > 0);
    }
    assert.equal(new Set(lines.map(({ request }) => request)).size, lines.length);
  });

  it('holds no name, id, query, header or address of anybody, whatever pages are asked for and however', async () => {
    const secrets = ['Fictional', MISSPELT, 'A clerk of the council', 'p1', 'p2', 'p3', 'p4', 'misspelt', 'Joined the council', 'director', SMALL, 'known-at', 'hunter2', 'Mozilla', '203.0.113.9', 'someone@example.org', '127.0.0.1'];
    const { text, lines } = await logged(async ({ site, register }) => {
      const odd = ['/?name=Fictional%20Person%20One', '/records/persons/p1?token=hunter2', '/records/persons/Fictional%20Person%20Two', '/expectations/p3', '/kept/receipt?entry=p4', '?known-at=hunter2', '/what-if?vacate=director', '/%E0%A4%A/p1', '/records/persons/p1/../p2', '?__proto__=p1'];
      const paths = [...Object.values(EVERY_PAGE), ...Object.values(EVERY_KEPT_PAGE), ...odd.map((path) => `/${SMALL}${path}`)];
      const headers = { 'user-agent': 'Mozilla Fictional Person One', 'x-forwarded-for': '203.0.113.9', cookie: 'session=hunter2', 'x-request-id': 'p1', from: 'someone@example.org', authorization: 'Basic hunter2' };
      for (const language of LANGUAGES) for (const path of paths) await site.inject({ url: `/${language}${path}`, headers });
      // A fault of ours whose message names somebody, while the register is read.
      register.latest = () => Promise.reject(Object.assign(new RangeError('Fictional Person One, persons/p1, cannot be read by someone@example.org'), { code: 'ENONE', detail: 'hunter2' }));
      assert.equal((await site.inject({ url: `/en/${SMALL}/records/persons/p1`, headers })).statusCode, 500);
    });
    for (const secret of secrets) {
      const at = lines.find((line) => JSON.stringify({ ...line, request: '', err: JSON.stringify((line as { err?: unknown }).err ?? '').replace(/\(?file:[^)\s"]*/g, '') }).includes(secret));
      assert.equal(at, undefined, `“${secret}” is in the log: ${JSON.stringify(at)}`);
    }
    const fault = lines.find(({ level }) => level === 'error') as (Line & { readonly err: { readonly type: string; readonly code: string; readonly stack: string } }) | undefined;
    assert.deepEqual([fault?.msg, fault?.err.type, fault?.err.code], ['fault', 'RangeError', 'ENONE']);
    assert.match(fault?.err.stack ?? '', /at .*:\d+:\d+/);
    assert.ok(!text.includes('cannot be read by'));
  });

  it('tells of an error its type, its code and where in the program it came from, and not its message', () => {
    const error = new TypeError('Fictional Person One\n    at somebody (secret:1:1)');
    const { type, message, stack } = errorToldOf(error);
    assert.deepEqual([type, message], ['TypeError', '']);
    assert.doesNotMatch(stack, /Fictional|secret/);
    assert.match(stack, /log\.test\.ts/);
    assert.deepEqual(errorToldOf('Fictional Person One'), { type: 'string', message: '', stack: '' });
  });

  it('is silent where none is wanted', async () => {
    const written: string[] = [];
    const kept = await keptSite({ form: 'none', level: 'debug', write: (line) => written.push(line) });
    await kept.site.inject(`/en/${SMALL}`);
    await kept.close();
    assert.deepEqual(written, []);
  });
});
