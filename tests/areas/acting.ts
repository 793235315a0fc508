import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { AreaAct } from '../../src/acts/area-act.ts';
import { areaRequest } from '../../src/areas/area-request.ts';
import { judgedByItsGuidance } from '../../src/assessment/guidance-of.ts';
import { wordsFor } from '../../src/assessment/open-register.ts';
import type { Assessment } from '../../src/assessment/assess.ts';
import { date } from '../../src/kernel/date.ts';
import type { Result } from '../../src/kernel/result.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import type { Performed } from '../../src/register/request.ts';
import { actRequest, importRequest } from '../../src/register/requests.ts';
import type { Snapshot } from '../../src/register/snapshot.ts';
import { asked, contentOf, good, openFolder, temporaryFolder } from '../kept/folder.ts';

/** A register that is kept, in which acts of areas are done. */
export interface Acting {
  readonly register: KeptRegister;
  /** As somebody with the rights that follow from their posts. */
  readonly as: (person: string, act: AreaAct, input: unknown, post?: string) => Promise<Result<Performed>>;
  /** As whoever has the data folder. */
  readonly trusted: (person: string, act: AreaAct, input: unknown, post?: string) => Promise<Result<Performed>>;
  readonly snapshot: (on?: string) => Snapshot;
  readonly judged: (on?: string) => Assessment;
}

export async function acting(text: string): Promise<Acting> {
  const register = await openFolder(join(temporaryFolder(), 'data')).register('small');
  good(await register.perform(importRequest(await contentOf(text), asked())));
  const actor = (person: string, post?: string) => ({ person, ...(post === undefined ? {} : { post }) });
  const snapshot = (on?: string): Snapshot => register.image.snapshot(on === undefined ? (register.image.header.asAt ?? assert.fail()) : date(on));
  return {
    register, snapshot,
    as: (person, act, input, post) => register.perform(areaRequest(act, input, `persons/${person}`, asked({ actor: actor(person, post) }), wordsFor)),
    trusted: (person, act, input, post) => register.perform(actRequest(act, input, asked({ actor: actor(person, post) }), wordsFor)),
    judged: (on) => good(judgedByItsGuidance(snapshot(on))),
  };
}

/** A demonstration’s register under the id `small`. @param asAt the date that it is read as at */
export async function demonstration(name: 'demo-wales' | 'demo-scotland', asAt?: string): Promise<string> {
  const text = await readFile(resolve(import.meta.dirname, `../../examples/${name}/register.yaml`), 'utf8');
  const own = text.replace(/^ {2}id: .*$/m, '  id: small');
  return asAt === undefined ? own : own.replace(/^ {2}asAt: .*$/m, `  asAt: ${asAt}`);
}

/** The code and sentence of each fault. */
export const told = (result: Result<unknown>): readonly string[] => (result.ok ? ['done'] : result.faults.map(({ code, sentence }) => `${code}: ${sentence}`));
