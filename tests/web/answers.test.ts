import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import fc from 'fast-check';
import { EVERY_PAGE, LARGE, SMALL, smallSite } from './small-site.ts';

describe('an answer of the web pages', () => {
  const faults: unknown[] = [];
  let site: FastifyInstance;
  before(async () => {
    site = await smallSite(faults);
  });
  after(() => site.close());

  it('sends the root to the language that the reader prefers, English where none of ours', async () => {
    for (const [accepted, to] of [['cy', '/cy/'], ['en-GB,cy;q=0.8', '/en/'], ['fr, cy;q=0.5, en;q=0.4', '/cy/'], ['de', '/en/'], ['cy;q=0', '/en/'], [undefined, '/en/'], [';;,,=', '/en/']] as const) {
      const { statusCode, headers } = await site.inject({ url: '/', headers: accepted === undefined ? {} : { 'accept-language': accepted } });
      assert.deepEqual([statusCode, headers.location], [302, to], accepted);
    }
  });

  it('carries the security headers whatever it is', async () => {
    for (const url of ['/', '/en/', '/en/nowhere', '/%E0%A4%A', '/assets/none.css', `/en/${SMALL}?as-at=x`]) {
      const { headers } = await site.inject(url);
      assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/, url);
      assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/);
      assert.equal(headers['x-content-type-options'], 'nosniff', url);
      assert.equal(headers['referrer-policy'], 'same-origin', url);
    }
  });

  it('allows its one inline script by its digest, and holds no inline style', async () => {
    for (const path of Object.values(EVERY_PAGE)) {
      const { body, headers } = await site.inject(`/en${path}`);
      const scripts = [...body.matchAll(/<script(?![^>]* src="\/assets\/)[^>]*>(.*?)<\/script>/gs)].map(([, script = '']) => script);
      assert.equal(scripts.length, 1);
      assert.ok(String(headers['content-security-policy']).includes(`'sha256-${createHash('sha256').update(scripts[0] ?? '').digest('base64')}'`));
      assert.doesNotMatch(body, /\sstyle="|<style|\son[a-z]+="/);
    }
  });

  it('fits a first visit into 60 KB', async () => {
    const accepted = { 'accept-encoding': 'gzip' };
    const page = await site.inject({ url: `/en/${LARGE}`, headers: accepted });
    const assets = [...page.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, url = '']) => url);
    const html = gunzipSync(page.rawPayload).toString();
    const urls = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, url = '']) => url);
    assert.ok(urls.length >= 2 && assets.length === 0);
    let bytes = page.rawPayload.length;
    for (const url of urls) {
      const asset = await site.inject({ url, headers: accepted });
      assert.equal(asset.statusCode, 200);
      assert.match(String(asset.headers['cache-control']), /immutable/);
      bytes += asset.rawPayload.length;
    }
    assert.ok(bytes < 60_000, `${bytes} bytes`);
  });

  it('is compressed as the reader takes it, and not sent again to who has it', async () => {
    const url = `/en/${SMALL}`;
    const plain = await site.inject(url);
    const brotli = await site.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    const gzip = await site.inject({ url, headers: { 'accept-encoding': 'br;q=0, gzip' } });
    assert.deepEqual([plain.headers['content-encoding'], brotli.headers['content-encoding'], gzip.headers['content-encoding']], [undefined, 'br', 'gzip']);
    assert.equal(brotliDecompressSync(brotli.rawPayload).toString(), plain.body);
    assert.equal(gunzipSync(gzip.rawPayload).toString(), plain.body);
    const again = await site.inject({ url, headers: { 'if-none-match': String(plain.headers.etag) } });
    assert.deepEqual([again.statusCode, again.body], [304, '']);
  });

  it('has no typeface of GOV.UK in its styles', async () => {
    const { body } = await site.inject('/en/');
    const { body: css } = await site.inject(/href="(\/assets\/[^"]+\.css)"/.exec(body)?.[1] ?? '');
    assert.ok(css.length > 100_000 && css.includes('.app-grid'));
    for (const theirs of ['@font-face', 'GDS Transport', '/fonts/']) assert.ok(!css.includes(theirs), theirs);
  });

  it('to HEAD has the headers and no body; to anything but reading is 405 and says what is allowed', async () => {
    const head = await site.inject({ method: 'HEAD', url: `/en/${SMALL}` });
    assert.deepEqual([head.statusCode, head.body], [200, '']);
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const) {
      for (const url of [`/en/${SMALL}`, '/nowhere']) {
        const { statusCode, headers } = await site.inject({ method, url, ...(method === 'POST' ? { payload: '{', headers: { 'content-type': 'application/json' } } : {}) });
        assert.deepEqual([statusCode, headers.allow], [405, 'GET, HEAD'], `${method} ${url}`);
      }
    }
  });

  it('says what was not found and the nearest that there is, in both languages', async () => {
    const cases: readonly (readonly [string, RegExp, string | undefined])[] = [
      ['/en/glan-dychymig', /There is no register “glan-dychymig” here/, `/en/${SMALL}`],
      ['/cy/glan-dychymig', /Nid oes cofrestr “glan-dychymig” yma/, `/cy/${SMALL}`],
      [`/en/${SMALL}/expectations/acces.reports-to-head?as-at=2012-01-01`, /There is no expectation “acces\.reports-to-head”/, `/en/${SMALL}/expectations/access.reports-to-head?as-at=2012-01-01`],
      [`/en/${SMALL}/records/post/director`, /There is no kind of record “post”/, `/en/${SMALL}/records/posts/director`],
      [`/en/${SMALL}/records/posts/directr`, /There is no record “posts\/directr”/, `/en/${SMALL}/records/posts/director`],
      ['/cy/glan/nowhere/at/all', /Nid oes tudalen yn y cyfeiriad hwn/, undefined],
      ['/fr/', /There is no page at this address/, undefined],
    ];
    for (const [url, said, near] of cases) {
      const { statusCode, body } = await site.inject(url);
      assert.equal(statusCode, 404, url);
      assert.match(body, said);
      if (near !== undefined) assert.ok(body.includes(`href="${near}"`), `${url} leads to ${near}`);
    }
  });

  it('tells the faults of a register that cannot be read, marked as English', async () => {
    const { statusCode, body } = await site.inject('/cy/unreadable');
    assert.equal(statusCode, 500);
    assert.match(body, /Ni ellir darllen y gofrestr hon/);
    assert.match(body, /<ul[^>]*lang="en">\s*<li>unreadable\.yaml:4: `postz` is not a kind of record\./);
  });

  it('shows what was asked for as words and never as markup', async () => {
    const hostile = encodeURIComponent('"><script>alert(1)</script>');
    for (const url of [`/en/${hostile}`, `/en/${SMALL}/expectations/${hostile}`, `/en/${SMALL}/records/${hostile}/x`, `/en/${SMALL}/what-if?vacate=${hostile}&${hostile}=${hostile}`, `/en/${SMALL}?day=${hostile}&month=1&year=1`]) {
      assert.doesNotMatch((await site.inject(url)).body, /<script>alert/, url);
    }
  });

  it('to a malformed address or query is never a fault of ours', async () => {
    const urls = ['/%', '/en/%ff', `/en/${SMALL}?%`, `/en/${SMALL}?as-at=%E0%A4%A`, `/en/${SMALL}?diagnosis[]=x&diagnosis=y`, `/en/${SMALL}/records/posts/%00`, '/en//', '//en', '/en/..%2f..%2fetc', `/en/${SMALL}/records/__proto__/constructor`, `/en/${'x'.repeat(5000)}`, '/en/?a=%ud800', `/en/${SMALL}/what-if?vacate=__proto__`];
    for (const url of urls) {
      const { statusCode } = await site.inject({ url });
      assert.ok(statusCode < 500, `${url.slice(0, 80)} answers ${statusCode}`);
    }
    const segment = fc.oneof(fc.constantFrom(SMALL, 'expectations', 'records', 'posts', 'reach', 'what-if', 'access.reports-to-head'), fc.string({ unit: 'binary' }).map((text) => encodeURIComponent(text.toWellFormed())), fc.string());
    const query = fc.array(fc.tuple(fc.constantFrom('as-at', 'day', 'month', 'year', 'vacate', 'diagnosis', 'x'), fc.oneof(fc.string(), fc.constantFrom('2012-02-30', '1', 'director', '-1', '99999'))), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('en', 'cy'), fc.array(segment, { maxLength: 5 }), query, async (language, segments, pairs) => {
        const url = encodeURI(`/${language}/${segments.join('/')}`.toWellFormed()) + `?${pairs.map(([name, value]) => `${name}=${encodeURI(value.toWellFormed())}`).join('&')}`;
        assert.ok((await site.inject({ url })).statusCode < 500, url);
      }),
      { numRuns: 300 },
    );
    assert.deepEqual(faults, []);
  });

  it('hides the cause of a fault of ours from the reader and tells it where the service runs', async () => {
    const broken = await smallSite(faults);
    broken.get('/en/broken/at/once', () => {
      throw new Error('a secret cause');
    });
    const { statusCode, body } = await broken.inject('/en/broken/at/once');
    assert.equal(statusCode, 500);
    assert.match(body, /Sorry, there is a problem with the service/);
    assert.doesNotMatch(body, /secret/);
    assert.match(String(faults.pop()), /a secret cause/);
  });
});
