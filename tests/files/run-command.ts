import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SMALL } from '../assessment/small-register.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
/** As the launcher does it: half the time to start. */
const cache = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node-compile', import.meta.url)) };

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const ran = (env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env: { ...cache, ...process.env, ...env } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });

export const answerable = (...args: readonly string[]): Promise<Ran> => ran({}, ...args);

/** The output of a command that succeeds. */
export async function done(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await answerable(...args);
  assert.equal(code, 0, err);
  return out;
}

/** A folder for the test's files, gone after it, and the small register kept where the options say. */
export class Bench {
  readonly base = mkdtempSync(join(tmpdir(), 'file-command-'));
  /** The options that name where the register is kept. */
  place: readonly string[] = ['--data', join(this.base, 'data')];

  constructor() {
    after(() => rmSync(this.base, { recursive: true, force: true }));
  }

  path(...names: readonly string[]): string {
    return join(this.base, ...names);
  }

  file(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  async begin(): Promise<void> {
    await done('import', this.file('small.yaml', SMALL), ...this.place, '--as', 'clerk', '--reason', 'The first entry.');
  }

  act(name: string, input: object, as = 'clerk'): Promise<Ran> {
    return answerable('act', name, ...this.place, '--input', this.file(`${name}.json`, JSON.stringify(input)), '--as', as, '--reason', 'For the test.');
  }

  async evidence(id: string, body: object): Promise<void> {
    const { code, err } = await this.act('record.put', { kind: 'evidence', id, body: { title: id, ...body } });
    assert.equal(code, 0, err);
  }
}
