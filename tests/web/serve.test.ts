import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { SMALL, SMALL_FILE } from './small-site.ts';

const MAIN = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
const { PORT: _port, HOST: _host, ...QUIET } = process.env;

interface Running {
  readonly child: ChildProcess;
  /** The first line that it prints. */
  readonly line: string;
  readonly said: () => string;
}

/** The command as a process of its own, once it has printed a line; ended with the test. */
async function serving(test: TestContext, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const child = spawn(process.execPath, [MAIN, 'serve', ...args], { env: { ...QUIET, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  test.after(() => child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const printed = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('\n')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${err}`)));
  });
  await printed;
  return { child, line: out.split('\n')[0] ?? '', said: () => out };
}

/** The exit code of the command, and what it said, where it does not get as far as serving. */
const refused = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, [MAIN, 'serve', ...args], { env: { ...QUIET, ...env }, encoding: 'utf8', timeout: 60_000 });

/** A port that something else listens on while the test runs. */
async function takenPort(test: TestContext, port = 0): Promise<number | undefined> {
  const other = createServer();
  const listening = await new Promise<boolean>((resolve) => other.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)));
  if (!listening) return undefined;
  test.after(() => other.close());
  return (other.address() as AddressInfo).port;
}

describe('answerable serve', () => {
  it('prints its address as a whole URL on one line, answers there, and ends with 0 on SIGTERM', async (test) => {
    const { child, line, said } = await serving(test, [SMALL_FILE, '--port', '0']);
    assert.match(line, /^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(`${line}en/${SMALL}`);
    assert.equal(page.status, 200);
    await page.text();
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    assert.equal(said(), `${line}\n`);
  });

  it('ends with 0 on SIGINT', async (test) => {
    const { child } = await serving(test, [SMALL_FILE, '--port', '0']);
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    assert.deepEqual(await ended, [0, null]);
  });

  it('takes the port and the host from the environment, and rather from its options', async (test) => {
    const port = await takenPort(test);
    const { line } = await serving(test, [SMALL_FILE, '--port', '0'], { PORT: String(port), HOST: 'localhost' });
    assert.match(line, /^http:\/\/localhost:\d+\/$/);
  });

  it('takes a free port where the usual one is taken', async (test) => {
    // Where something else has 3000 already, that serves the test as well.
    await takenPort(test, 3000);
    const { line } = await serving(test, [SMALL_FILE]);
    assert.equal((await fetch(`${line}en/`)).status, 200);
    assert.notEqual(new URL(line).port, '3000');
  });

  it('says clearly that a port which was asked for is taken', async (test) => {
    const port = await takenPort(test);
    for (const [args, env] of [[['--port', String(port)], {}], [[], { PORT: String(port) }]] as const) {
      const { status, stdout, stderr } = refused([SMALL_FILE, ...args], env);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, new RegExp(`^The pages cannot be served at \`127\\.0\\.0\\.1\`, port ${port}: another program listens there\\.`));
    }
  });

  it('refuses a port that is none, and to serve nothing', () => {
    for (const port of ['x', '-1', '70000', '3.5']) assert.equal(refused([SMALL_FILE, `--port=${port}`]).status, 2, port);
    assert.match(refused([]).stderr, /^FILE is missing/);
    assert.match(refused([SMALL_FILE, '--prot', '1']).stderr, /`--prot` is not an option here\. Did you mean `--port`\?/);
  });

  it('tells every fault of every file as the other commands do, and serves none', (test) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'answerable-serve-'));
    test.after(() => rmSync(folder, { recursive: true }));
    const bad = path.join(folder, 'bad.yaml');
    writeFileSync(bad, 'register:\n  id: bad\n  authority: { name: Bad, nation: wales }\npostz: []\n');
    const { status, stdout, stderr } = refused([SMALL_FILE, bad, path.join(folder, 'none.yaml')]);
    assert.deepEqual([status, stdout], [3, '']);
    assert.match(stderr, /bad\.yaml:4:1, postz: `postz` is not a kind of record\. Did you mean `posts`\?/);
    assert.match(stderr, /none\.yaml: There is no such file\./);
    const assessed = spawnSync(process.execPath, [MAIN, 'assess', bad], { encoding: 'utf8' });
    assert.ok(stderr.includes(assessed.stderr.trim()));
  });

  it('gives two registers with one id two places', async (test) => {
    const { line } = await serving(test, [SMALL_FILE, SMALL_FILE, '--port', '0']);
    const start = await (await fetch(`${line}en/`)).text();
    assert.ok(start.includes(`href="/en/${SMALL}"`) && start.includes(`href="/en/${SMALL}-2"`));
  });

  it('serves every example with --demo, the two fictional authorities first', async (test) => {
    const { line } = await serving(test, ['--demo', '--port', '0']);
    const start = await (await fetch(`${line}en/`)).text();
    const places = [...start.matchAll(/scope="row"[^>]*><a class="govuk-link" href="\/en\/([^"]+)"/g)].map(([, place = '']) => place);
    assert.ok(places.length > 5, `${places.length} examples`);
    const examples = path.resolve(import.meta.dirname, '../../examples');
    for (const [index, demo] of ['demo-wales', 'demo-scotland'].filter((name) => existsSync(path.join(examples, name, 'register.yaml'))).entries()) {
      const page = await fetch(`${line}en/${places[index] ?? ''}`);
      assert.equal(page.status, 200, demo);
      await page.text();
    }
  });
});
