import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AREA_ACTS } from '../../src/areas/acts.ts';
import { areaRequest } from '../../src/areas/area-request.ts';
import { assess, type Assessment } from '../../src/assessment/assess.ts';
import type { Diagnosis } from '../../src/assessment/diagnosis.ts';
import { openContent, openRegisterBytes, readingLookBack, wordsFor } from '../../src/assessment/open-register.ts';
import { date } from '../../src/kernel/date.ts';
import { faultInWords } from '../../src/kernel/fault.ts';
import { parseInstant, type Instant } from '../../src/kernel/instant.ts';
import type { Result } from '../../src/kernel/result.ts';
import { actNamed, GENERIC_ACTS } from '../../src/register/acts/acts.ts';
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import type { Performed } from '../../src/register/request.ts';
import { actRequest, importRequest } from '../../src/register/requests.ts';
import type { Snapshot } from '../../src/register/snapshot.ts';

/** A council’s register in a data folder, in which people act day by day, each with what their posts let them do. */
export class AuthorityAtWork {
  readonly #path: string;
  readonly #folder: DataFolder;
  readonly register: KeptRegister;

  private constructor(path: string, folder: DataFolder, register: KeptRegister) {
    this.#path = path;
    this.#folder = folder;
    this.register = register;
  }

  static async begin(text: string, on: string): Promise<AuthorityAtWork> {
    const opened = value(await openRegisterBytes('authority.yaml', new TextEncoder().encode(text)));
    const path = mkdtempSync(join(tmpdir(), 'answerable-at-work-'));
    const folder = value(DataFolder.open(path, noon(on), true));
    const register = await folder.register(opened.content.header.id);
    value(await register.perform(importRequest(opened.content, { actor: { person: 'clerk' }, reason: 'The register begins.', now: noon(on) })));
    return new AuthorityAtWork(path, folder, register);
  }

  /** Does an act of an area as a person, at noon of a day; gives what came of it. */
  try(name: string, on: string, person: string, input: object, post?: string): Promise<Result<Performed>> {
    const act = value(actNamed(name, AREA_ACTS));
    return this.register.perform(areaRequest(act, input, `persons/${person}`, { actor: { person, ...(post === undefined ? {} : { post }) }, reason: `${name} on ${on}.`, now: noon(on) }, wordsFor));
  }

  /** Does an act that must be done. */
  async act(name: string, on: string, person: string, input: object, post?: string): Promise<void> {
    value(await this.try(name, on, person, input, post), `${name} on ${on} by ${person}`);
  }

  /** Enters what is so, as those who keep the records do: somebody comes or goes. */
  async enter(name: 'record.put' | 'record.end', on: string, change: object): Promise<void> {
    value(await this.register.perform(actRequest(value(actNamed(name, GENERIC_ACTS)), change, { actor: { person: 'clerk' }, reason: 'As the council decided.', now: noon(on) }, wordsFor)));
  }

  async snapshot(on: string): Promise<Snapshot> {
    return (await this.register.latest()).snapshot(date(on));
  }

  /** The verdicts on a day. */
  async judged(on: string): Promise<Assessment> {
    const opened = value(openContent((await this.register.latest()).content(), undefined));
    return assess(await this.snapshot(on), opened.compiled, readingLookBack(opened));
  }

  async diagnosis(on: string, expectation: string): Promise<Diagnosis> {
    return (await this.judged(on)).judged.find(({ compiled }) => compiled.expectation.id === expectation)?.diagnosis ?? assert.fail(expectation);
  }

  async close(): Promise<void> {
    await this.#folder.close();
    rmSync(this.#path, { recursive: true, force: true });
  }
}

const noon = (on: string): Instant => parseInstant(`${on}T12:00:00Z`) ?? assert.fail(on);

function value<T>(result: Result<T>, doing = ''): T {
  return result.ok ? result.value : assert.fail(`${doing} ${result.faults.map(faultInWords).join('\n')}`);
}
