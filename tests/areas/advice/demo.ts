import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AREA_ACTS } from '../../../src/areas/acts.ts';
import { wordsFor } from '../../../src/assessment/open-register.ts';
import type { Advice, StatutoryDecision } from '../../../src/model/advice.ts';
import type { KeptRegister } from '../../../src/register/kept-register.ts';
import type { Performed } from '../../../src/register/request.ts';
import { actRequest, importRequest } from '../../../src/register/requests.ts';
import type { Result } from '../../../src/kernel/result.ts';
import { asked, at, contentOf, good, openFolder, request, temporaryFolder } from '../../kept/folder.ts';

/** A demo authority as its file has it, without the date at which it is read: the day is the one on which something is done. */
export const demo = (name: 'demo-wales' | 'demo-scotland'): string =>
  readFileSync(join(import.meta.dirname, '../../../examples', name, 'register.yaml'), 'utf8').replace(/^ {2}asAt: .*\n/m, '');

export interface Council {
  readonly register: KeptRegister;
  /** Does an act as somebody at a moment; answers what the register says. */
  readonly act: (name: string, person: string, when: string, input: unknown) => Promise<Result<Performed>>;
  readonly end: (when: string, ...changes: readonly object[]) => Promise<void>;
  readonly put: (when: string, ...changes: readonly object[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A demo authority kept in a folder of its own. */
export async function council(name: 'demo-wales' | 'demo-scotland'): Promise<Council> {
  const folder = openFolder(join(temporaryFolder(), 'data'));
  const register = await folder.register('council');
  good(await register.perform(importRequest(await contentOf(demo(name)), asked())));
  return {
    register,
    act(name, person, when, input) {
      const act = AREA_ACTS.find((one) => one.name === name) ?? assert.fail(name);
      return register.perform(actRequest(act, input, asked({ actor: { person }, now: at(when) }), wordsFor));
    },
    async put(when, ...changes) {
      good(await register.perform(request('record.put', { changes }, { now: at(when) })));
    },
    async end(when, ...changes) {
      good(await register.perform(request('record.end', { changes }, { now: at(when) })));
    },
    close: () => folder.close(),
  };
}

/** The advice that the last entry put, in its order. */
export const adviceOf = (council: Council): readonly Advice[] => lastPut<Advice>(council, 'advice');
export const decisionOf = (council: Council): StatutoryDecision => lastPut<StatutoryDecision>(council, 'statutory-decisions')[0] ?? assert.fail('no decision');

const lastPut = <R>({ register }: Council, kind: string): readonly R[] => (register.image.entries.at(-1)?.changes ?? []).filter((change) => change.kind === kind).map(({ record }) => record as unknown as R);
