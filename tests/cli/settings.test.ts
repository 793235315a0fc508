import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SMALL } from '../assessment/small-register.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'settings-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const answerable = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env: { PATH: process.env['PATH'], ...env } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });

const data = join(folder, 'data');
const settings = file('answerable.conf', `# Where it is kept\nANSWERABLE_DATA=${data}\nANSWERABLE_OIDC_CLIENT_SECRET="not to be told"\nPGSSLMODE=require\nPORT=4001\n`);

describe('the settings of a machine', () => {
  it('come from the file that the environment names, so that a command needs no option', async () => {
    const small = file('small.yaml', SMALL);
    const imported = await answerable({ ANSWERABLE_CONFIG: settings }, 'import', small);
    assert.deepEqual([imported.code, imported.err], [0, '']);
    const { code, out } = await answerable({ ANSWERABLE_CONFIG: settings }, 'verify');
    assert.equal(code, 0);
    assert.match(out, /intact/);
  });

  it('are shown with where each comes from; the environment wins, and a secret is only said to be set', async () => {
    const { code, out } = await answerable({ ANSWERABLE_CONFIG: settings, PORT: '4002' }, 'settings');
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^ANSWERABLE_DATA +${data}  \\(file\\)$`, 'm'));
    assert.match(out, /^PORT +4002 {2}\(environment\)$/m);
    assert.match(out, /^ANSWERABLE_OIDC_CLIENT_SECRET +set; not shown {2}\(file\)$/m);
    assert.match(out, /^HOST +not set; usual: 127\.0\.0\.1$/m);
    assert.doesNotMatch(out, /not to be told/);
    const json = JSON.parse((await answerable({ ANSWERABLE_CONFIG: settings }, 'settings', '--json')).out) as { file: string; settings: readonly { name: string; from: string }[] };
    assert.deepEqual([json.file, json.settings.find(({ name }) => name === 'PORT')?.from], [settings, 'file']);
  });

  it('are refused with the line and the nearest name where a name is none, or a line is no setting', async () => {
    const wrong = await answerable({ ANSWERABLE_CONFIG: file('wrong.conf', '\nANSWERABLE_DATUM=/srv\n') }, 'verify');
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /wrong\.conf, line 2: `ANSWERABLE_DATUM` is not a setting\. Did you mean `ANSWERABLE_DATA`\?/);
    const bare = await answerable({ ANSWERABLE_CONFIG: file('bare.conf', 'data /srv\n') }, 'verify');
    assert.match(bare.err, /bare\.conf, line 1: a line of settings is `NAME=value`/);
  });

  it('are refused where their file cannot be read, and where two places are named', async () => {
    const absent = await answerable({ ANSWERABLE_CONFIG: join(folder, 'absent.conf') }, 'verify');
    assert.equal(absent.code, 2);
    assert.match(absent.err, /cannot be read: .*absent\.conf \(ENOENT\)/);
    const both = await answerable({ ANSWERABLE_CONFIG: settings, ANSWERABLE_DATABASE_URL: 'postgresql://db.example/registers' }, 'verify');
    assert.equal(both.code, 2);
    assert.match(both.err, /each say where the register is kept/);
  });

  it('of the example for Debian are settings that there are', async () => {
    const example = fileURLToPath(new URL('../../deploy/debian/answerable.conf', import.meta.url));
    const { code, out, err } = await answerable({ ANSWERABLE_CONFIG: example }, 'settings');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^ANSWERABLE_PROXIES +1 {2}\(file\)$/m);
  });
});

describe('the container file', () => {
  it('copies what the project has', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const copied = readFileSync(join(root, 'deploy/container/Containerfile'), 'utf8').split('\n').flatMap((line) => /^COPY (?!--)(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
    assert.ok(copied.includes('src'));
    assert.deepEqual(copied.filter((name) => !existsSync(join(root, name))), []);
  });
});
