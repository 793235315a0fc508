import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { count, type Found } from '../case.ts';
import { answering } from '../parts/answering.ts';
import { closedFolder } from '../parts/harmed-folder.ts';
import { discard, scratchFolder } from '../parts/scratch.ts';
import { REGISTER } from '../parts/small-folder.ts';

/** Something done to the rows of entry `n` behind the register's back; `other` is another entry. */
const CHANGES: readonly ((n: number, other: number) => readonly string[])[] = [
  ...['person', 'act', 'reason', 'idempotency_key'].map((column) => (n: number) => [`UPDATE kept_entries SET ${column} = ${column} || 'x' WHERE number = ${n}`]),
  (n) => [`UPDATE kept_entries SET post = 'chief' WHERE number = ${n}`],
  (n) => [`UPDATE kept_entries SET recorded_at = '2001-01-01T00:00:00.000Z' WHERE number = ${n}`],
  (n) => [`UPDATE kept_entries SET leaf_hash = randomblob(32) WHERE number = ${n}`],
  (n) => [`DELETE FROM kept_entries WHERE number = ${n}`],
  ...['kind', 'id', 'digest'].map((column) => (n: number) => [`UPDATE kept_changes SET ${column} = ${column} || 'x' WHERE entry = ${n}`]),
  ...['valid_from', 'valid_until'].map((column) => (n: number) => [`UPDATE kept_changes SET ${column} = '2001-01-01' WHERE entry = ${n}`]),
  (n) => [`DELETE FROM kept_changes WHERE entry = ${n}`],
  (n) => [`UPDATE kept_changes SET salt = randomblob(32) WHERE entry = ${n}`],
  (n) => [`UPDATE kept_changes SET body = replace(body, 'Number', 'Letter') WHERE entry = ${n}`],
  (n) => [`UPDATE kept_changes SET salt = NULL, body = NULL WHERE entry = ${n}`],
  (n, other) => [`UPDATE kept_changes SET body = (SELECT body FROM kept_changes WHERE entry = ${other} LIMIT 1) WHERE entry = ${n}`],
  (n) => [`UPDATE kept_current SET said = said - 4096 WHERE entry = ${n}`],
  (n) => [`DELETE FROM kept_current WHERE entry = ${n}`],
];

/** Two entries that change places are told at the first of them. */
const swapped = (a: number, b: number): readonly string[] => [
  ['kept_entries', 'number'], ['kept_changes', 'entry'],
].flatMap(([table = '', column = '']) => [[a, -1], [b, a], [-1, b]].map(([from, to]) => `UPDATE ${table} SET ${column} = ${to} WHERE ${column} = ${from}`));

export async function rowChanges(times: number): Promise<Found> {
  const whole = await closedFolder();
  const size = entriesIn(whole);
  const breaches: string[] = [];
  await answering(async (asked) => {
    for (let round = 0; round < times; round += 1) {
      // Entry 0 has more than one change, and bodies of other words.
      const [n, other] = two(1, size);
      const change = CHANGES[round % (CHANGES.length + 1)];
      const statements = change === undefined ? swapped(n, other) : change(n, other);
      const wanted = change === undefined ? Math.min(n, other) : n;
      const folder = join(scratchFolder('memory'), 'data');
      cpSync(whole, folder, { recursive: true });
      const database = new DatabaseSync(join(folder, 'registers.sqlite'));
      for (const statement of statements) database.exec(statement);
      database.close();
      const { code, out, err } = await asked.ask('verify', '--data', folder, '--register', REGISTER, '--json');
      const { state, entry, why } = code === 5 ? (JSON.parse(out) as { state: string; entry?: number; why?: string }) : { state: `${code} ${err}` };
      if (state !== 'corrupt' || entry !== wanted) breaches.push(`${statements[0] ?? ''}: entry ${wanted} was changed, verify says ${state} at ${entry ?? 'no entry'} (${why ?? ''})`);
      discard(join(folder, '..'));
    }
  });
  return { times, seen: `${count(times - breaches.length)} told, each with its entry`, breaches };
}

function entriesIn(folder: string): number {
  const database = new DatabaseSync(join(folder, 'registers.sqlite'), { readOnly: true });
  const size = Number(database.prepare('SELECT count(*) AS size FROM kept_entries').get()?.['size']);
  database.close();
  return size;
}

function two(from: number, below: number): readonly [number, number] {
  const a = from + Math.floor(Math.random() * (below - from));
  const b = from + Math.floor(Math.random() * (below - from));
  return a === b ? two(from, below) : [a, b];
}
