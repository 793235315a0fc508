import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { openRegisterBytes } from '../../src/assessment/open-register.ts';
import { faultInWords } from '../../src/kernel/fault.ts';
import { parseInstant, type Instant } from '../../src/kernel/instant.ts';
import type { Result } from '../../src/kernel/result.ts';
import type { RegisterContent } from '../../src/model/register-header.ts';
import { GENERIC_ACTS, actNamed } from '../../src/register/acts/acts.ts';
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import { databaseIn } from '../../src/register/folder/files.ts';
import { signingKey } from '../../src/register/folder/signing-keys.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import type { Performed, Request } from '../../src/register/request.ts';
import { verifierKey } from '../../src/register/log/note-key.ts';
import { actRequest, importRequest, type Asked } from '../../src/register/requests.ts';
import { verifyDatabase } from '../../src/register/verify/verify-database.ts';
import type { Verification } from '../../src/register/verify/verify.ts';
import { SMALL } from '../assessment/small-register.ts';

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own that is gone after the tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  made.push(folder);
  return folder;
}

export const at = (text: string): Instant => parseInstant(text) ?? assert.fail(text);

export const NOON = at('2013-01-01T12:00:00Z');

export const asked = (more: Partial<Asked> = {}): Asked => ({ actor: { person: 'clerk' }, reason: 'For the test.', now: NOON, ...more });

export function good<T>(result: Result<T>): T {
  return result.ok ? result.value : assert.fail(result.faults.map(faultInWords).join('\n'));
}

export const openFolder = (path: string): DataFolder => good(DataFolder.open(path, NOON, true));

export async function contentOf(text: string): Promise<RegisterContent> {
  return good(await openRegisterBytes('small.yaml', new TextEncoder().encode(text))).content;
}

export const request = (name: string, input: unknown, more: Partial<Asked> = {}): Request => actRequest(good(actNamed(name, GENERIC_ACTS)), input, asked(more), {});

export const person = (id: string, name = 'Some Body') => ({ kind: 'persons', id, body: { name } });

/** A folder with the small register in entry 0. */
export async function smallFolder(): Promise<{ readonly path: string; readonly folder: DataFolder; readonly register: KeptRegister }> {
  const path = join(temporaryFolder(), 'data');
  const folder = openFolder(path);
  const register = await folder.register('small');
  good(await register.perform(importRequest(await contentOf(SMALL), asked())));
  return { path, folder, register };
}

export const sentences = (result: Result<Performed>): readonly string[] => (result.ok ? [] : result.faults.map(({ sentence }) => sentence));

export const verified = (path: string, register = 'small'): Verification => verifyDatabase(databaseIn(path), register, verifierKey(signingKey(path, register)));
