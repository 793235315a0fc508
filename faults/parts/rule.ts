import { DatabaseSync } from 'node:sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { answerable } from './answerable.ts';
import { REGISTER } from './small-folder.ts';

/** The rows that say what was kept, in order. */
export interface KeptRow {
  readonly number: number;
  readonly key: string;
}

/**
 * The rule that every campaign holds against what is left: every acknowledged entry is there exactly once and in order, the register
 * opens, `verify` in a process of its own finds it intact, and its root is that of the newest signed checkpoint.
 */
export async function breachesIn(folder: string, acknowledged: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const where = ['--data', folder, '--register', REGISTER];
  const [verified, checkpoint] = await Promise.all([answerable(['verify', ...where, '--json']), answerable(['checkpoint', ...where])]);
  return [...told(verified.code, verified.out + verified.err, checkpoint.code, checkpoint.out + checkpoint.err), ...missing(keptRows(folder), acknowledged)];
}

/** What `verify --json` and `checkpoint` say that breaks the rule. */
export function told(verifyCode: number | null, verified: string, checkpointCode: number | null, checkpoint: string): readonly string[] {
  if (verifyCode !== 0) return [`verify ended with ${verifyCode}: ${verified.trim()}`];
  if (checkpointCode !== 0) return [`the register does not open: ${checkpoint.trim()}`];
  const { state, entries, root } = JSON.parse(verified) as { state: string; entries: number; root: string };
  const [, size, signed] = checkpoint.split('\n');
  if (!state.startsWith('intact')) return [`verify answered ${state}`];
  return Number(size) === entries && signed === root ? [] : [`the newest checkpoint is of ${size} entries with the root ${signed}, the register has ${entries} with ${root}`];
}

/** What of the acknowledged entries is not there once and where it was said to be. */
export function missing(rows: readonly KeptRow[], acknowledged: ReadonlyMap<string, number>): readonly string[] {
  const breaches: string[] = [];
  for (const [index, { number }] of rows.entries()) if (number !== index) breaches.push(`entry ${number} stands where entry ${index} should`);
  const doubled = rows.length - new Set(rows.map(({ key }) => key)).size;
  if (doubled > 0) breaches.push(`${doubled} keys made two entries`);
  for (const [key, number] of acknowledged) if (rows[number]?.key !== key) breaches.push(`the acknowledged entry ${number} (${key}) is ${rows[number] === undefined ? 'not there' : 'another'}`);
  return breaches.length > 5 ? [...breaches.slice(0, 5), `and ${breaches.length - 5} more`] : breaches;
}

export function keptRows(folder: string): readonly KeptRow[] {
  const path = join(folder, 'registers.sqlite');
  if (!existsSync(path)) return [];
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = database.prepare('SELECT number, idempotency_key FROM kept_entries WHERE register = ? ORDER BY number').all(REGISTER);
    return rows.map((row) => ({ number: Number(row['number']), key: String(row['idempotency_key']) }));
  } finally {
    database.close();
  }
}
