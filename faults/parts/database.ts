import { join } from 'node:path';
import { Client } from 'pg';
import { SCHEMA } from '../../src/register/store/postgres/tables.ts';
import { answerable, done } from './answerable.ts';
import { missing, told, type KeptRow } from './rule.ts';
import { scratchFolder } from './scratch.ts';
import { REGISTER, smallFile } from './small-folder.ts';

/** A register in a database, with the folder of its signing keys. */
export interface KeptInDatabase {
  readonly url: string;
  readonly keys: string;
}

export const urlOf = (port: number): string => `postgresql://postgres@127.0.0.1:${port}/postgres`;

const where = ({ url, keys }: KeptInDatabase): readonly string[] => ['--database-url', url, '--keys', keys];

/** The register with its first entry, in an empty database. */
export async function begunIn(url: string): Promise<KeptInDatabase> {
  const kept = { url, keys: join(scratchFolder(), 'keys') };
  await done('import', smallFile(), ...where(kept), '--as', 'clerk', '--reason', 'To begin.');
  return kept;
}

/** The rule (rule.ts), held against a database. */
export async function breachesInDatabase(kept: KeptInDatabase, acknowledged: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const words = [...where(kept), '--register', REGISTER];
  const verified = await answerable(['verify', ...words, '--json']);
  const checkpoint = await answerable(['checkpoint', ...words]);
  return [...told(verified.code, verified.out + verified.err, checkpoint.code, checkpoint.out + checkpoint.err), ...missing(await rowsIn(kept.url), acknowledged)];
}

export async function rowsIn(url: string): Promise<readonly KeptRow[]> {
  const rows = await query(url, `SELECT number, idempotency_key FROM ${SCHEMA}.kept_entries WHERE register = '${REGISTER}' ORDER BY number`);
  return rows.map((row) => ({ number: Number(row['number']), key: String(row['idempotency_key']) }));
}

export async function query(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
