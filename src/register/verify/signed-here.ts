import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verification } from './verify.ts';

/**
 * Verifies a register, and holds what is found against the record of what was signed last, which lies beside its keys: a register that
 * lost its newest entries (a log cut short, an older copy put in its place) is intact in itself.
 *
 * @param verify works the register out again, and whether it still begins with an older checkpoint
 */
export async function verifiedAsSigned(keys: string, register: string, since: string | undefined, verify: (since: string | undefined) => Verification | Promise<Verification>): Promise<Verification> {
  // Read first: a writer at work may sign more in the meantime, and never less.
  const last = recordOf(keys, register);
  const found = await verify(since);
  if (last === undefined || found.state !== 'intact') return found;
  const [, written = '', root] = last.split('\n');
  const signed = Number(written);
  if (!/^\d{1,15}$/.test(written)) return { state: 'corrupt', entry: 0, why: 'the record of what was signed here last cannot be read' };
  if (signed > found.entries) return { state: 'corrupt', entry: found.entries, why: `it is missing: ${signed} entries were signed here, and ${found.entries} are there` };
  const isThat = signed === found.entries ? root === found.root : (await verify(last)).state === 'intact';
  return isThat ? found : { state: 'corrupt', entry: 0, why: `its first ${signed} entries are not those that were signed here` };
}

function recordOf(keys: string, register: string): string | undefined {
  const path = join(keys, `${register}.signed`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
