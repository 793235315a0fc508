import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { insideSite, type InsideSite } from './inside-site.ts';

describe('A request that is put together to be read in two ways', () => {
  let inside: InsideSite;
  let port: number;
  before(async () => {
    inside = await insideSite();
    port = Number(new URL(await inside.listen()).port);
  });
  after(() => inside.close());

  /** All that comes back on one connection until it is closed. */
  const sent = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      let back = '';
      socket.setEncoding('utf8').on('data', (more: string) => (back += more)).once('close', () => resolve(back)).once('error', reject);
    });
  const lines = (...all: readonly string[]): string => all.join('\r\n');
  const answers = (text: string): readonly string[] => text.match(/^HTTP\/1\.1 \d{3}/gm) ?? [];

  const SMUGGLED = lines('GET /en/sign-in HTTP/1.1', 'Host: a', '', '');
  for (const [what, text] of [
    ['has a length and comes in chunks', lines('POST /en/sign-in HTTP/1.1', 'Host: a', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 4', 'Transfer-Encoding: chunked', '', '0', '', SMUGGLED)],
    ['has two lengths', lines('POST /en/sign-in HTTP/1.1', 'Host: a', 'Content-Length: 0', `Content-Length: ${SMUGGLED.length}`, '', SMUGGLED)],
    ['has a length that is no number', lines('POST /en/sign-in HTTP/1.1', 'Host: a', 'Content-Length: 0x10', '', SMUGGLED)],
    ['says chunked in a way of its own', lines('POST /en/sign-in HTTP/1.1', 'Host: a', 'Transfer-Encoding: xchunked', 'Content-Length: 4', '', '0', '', SMUGGLED)],
    ['has a space before the colon of a header', lines('POST /en/sign-in HTTP/1.1', 'Host: a', 'Content-Length : 4', '', SMUGGLED)],
    ['folds a header over two lines', lines('POST /en/sign-in HTTP/1.1', 'Host: a', 'Transfer-Encoding:', ' chunked', 'Content-Length: 4', '', '0', '', SMUGGLED)],
    ['has a header with a sign that ends a line', `GET /en/sign-in HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n`],
  ] as const) {
    it(`is refused, and the connection with it: it ${what}`, async () => assert.deepEqual(answers(await sent(text)), ['HTTP/1.1 400']));
  }

  it('is refused without a host', async () => assert.deepEqual(answers(await sent(lines('GET /en/sign-in HTTP/1.1', '', ''))), ['HTTP/1.1 400']));

  it('is refused where its headers have no end', async () => assert.deepEqual(answers(await sent(lines('GET /en/sign-in HTTP/1.1', 'Host: a', `X: ${'a'.repeat(20_000)}`, '', ''))), ['HTTP/1.1 431']));

  it('is no fault of ours where it breaks off', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(lines('POST /en/sign-in HTTP/1.1', 'Host: a', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 100', '', 'name='), () => setTimeout(() => socket.destroy(), 50)));
      socket.once('close', () => resolve());
    });
    // The site throws, when it is closed, the first fault that it was told of.
    assert.deepEqual(answers(await sent(lines('GET /health/live HTTP/1.1', 'Host: a', 'Connection: close', '', ''))), ['HTTP/1.1 200']);
  });

  it('gives nothing back by TRACE, and takes no method that nothing here needs', async () => {
    for (const method of ['TRACE', 'CONNECT', 'PROPFIND', 'PUT', 'DELETE', 'PATCH']) {
      const back = await sent(lines(`${method} /en/sign-in HTTP/1.1`, 'Host: a', 'Secret: told-back', 'Connection: close', '', ''));
      assert.doesNotMatch(back, /told-back/);
      assert.ok(back === '' || /^HTTP\/1\.1 40[05]/.test(back), `${method}: ${back.slice(0, 40)}`);
    }
  });

  it('cannot say for itself where it comes from, where no proxy stands in front', async () => {
    const body = 'name=nobody@example.org&password=not-the-password';
    const tries = Array.from({ length: 6 }, (_, index) => lines('POST /en/sign-in HTTP/1.1', 'Host: a', `X-Forwarded-For: 10.0.0.${index}`, `Forwarded: for=10.0.0.${index}`, `X-Real-IP: 10.0.0.${index}`, 'Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`, 'Connection: close', '', body.replace('nobody', `nobody${index}`).slice(0, body.length)));
    const said = [];
    for (const one of tries) said.push(/too many tries/.test(await sent(one)));
    assert.ok(said.includes(true));
  });
});
