import { DataFolder } from '../../src/register/folder/data-folder.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { begin, BEGUN, decisionRequest, done, REGISTER } from './acts.ts';

/** Acts asked for together. They share a commit, so that a long register is made in seconds. */
const TOGETHER = 500;

/** Makes a data folder whose register has `count` entries, an act each, a second apart. */
export async function manyEntries(path: string, count: number): Promise<void> {
  const opened = DataFolder.open(path, BEGUN, true);
  if (!opened.ok) throw new Error(opened.faults.map(({ sentence }) => sentence).join(' '));
  const register = await opened.value.register(REGISTER);
  await begin(register);
  for (let made = 1; made < count; made += TOGETHER) {
    const acts = Array.from({ length: Math.min(TOGETHER, count - made) }, (_, index) => made + index);
    await Promise.all(acts.map((n) => done(register, decisionRequest(n, instantAfter(n)))));
  }
  await opened.value.close();
}

/** When the `n`-th entry is made. */
export const instantAfter = (n: number) => instantOf(Date.parse(BEGUN) + n * 1000);
