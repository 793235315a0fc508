import assert from 'node:assert/strict';
import { faultInWords, type Fault } from '../../src/kernel/fault.ts';
import type { RegisterContent, Vocabularies } from '../../src/model/register-header.ts';
import { readRegisterFile } from '../../src/model/register-file/read.ts';

export const HEADER = 'register: { id: x, authority: { name: X, nation: wales } }\n';

/** Runs and says how many milliseconds of processor it took: the clock on the wall would count what else the machine does. */
export async function processorTime(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const bytesOf = (file: string | Uint8Array): Uint8Array => (typeof file === 'string' ? new TextEncoder().encode(file) : file);

/** The register in the file; the test fails with its faults where there are any. */
export async function register(file: string | Uint8Array, name = 'x.yaml', words: Vocabularies = {}): Promise<RegisterContent> {
  const result = await readRegisterFile({ name, bytes: bytesOf(file) }, words);
  if (!result.ok) assert.fail(result.faults.map(faultInWords).join('\n'));
  return result.value;
}

export async function faults(file: string | Uint8Array, name = 'x.yaml', words: Vocabularies = {}): Promise<readonly Fault[]> {
  const result = await readRegisterFile({ name, bytes: bytesOf(file) }, words);
  return result.ok ? [] : result.faults;
}

/** Each fault as `place: sentence`. */
export const told = async (file: string | Uint8Array, name = 'x.yaml', words: Vocabularies = {}): Promise<readonly string[]> => (await faults(file, name, words)).map(faultInWords);
