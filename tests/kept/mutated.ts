import { DatabaseSync } from 'node:sqlite';
import { databaseIn } from '../../src/register/folder/files.ts';
import { SqliteStore } from '../../src/register/store/sqlite/sqlite-store.ts';
import { erase } from '../erasure/erasing.ts';
import { rotate } from '../rotation/rotating.ts';
import { good, person, request, smallFolder } from './folder.ts';

/** A folder with a register that has some of everything: versions, an end, an erasure with and one without something left, a change of key, cosignatures. */
export async function folderOfEverything(): Promise<string> {
  const { path, folder, register } = await smallFolder();
  for (let n = 0; n < 5; n += 1) good(await register.perform(request('record.put', person(`v${n}`))));
  good(await register.perform(request('record.put', { ...person('v1', 'Some Other'), from: '2012-01-01', until: '2013-01-01' })));
  good(await register.perform(request('record.end', { kind: 'persons', id: 'v3', from: '2013-06-01' })));
  await erase(register, ['persons/v1', 'persons/v2'], { 'persons/v1': { name: 'Nobody' } });
  await rotate(path, register);
  good(await register.perform(request('record.put', person('v5'))));
  await erase(register, ['persons/v1']);
  good(await register.perform(request('record.put', person('v6'))));
  await folder.close();
  const store = SqliteStore.open(databaseIn(path));
  await store.cosign('small', 3, ['— witness.example/one AAAA\n']);
  await store.close();
  return path;
}

/** All that the program reads of the register. */
export async function everythingIn(file: string): Promise<unknown> {
  const store = SqliteStore.openToRead(file);
  const read = [await store.registers(), await store.entries('small'), await store.checkpoint('small')];
  await store.close();
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT * FROM current_records ORDER BY kind, id, version').all();
  database.close();
  return [read, rows.map((row) => ({ ...row }))];
}

type Row = Readonly<Record<string, string | number | bigint | null | Uint8Array>>;

/** Where in each table the number of the entry stands that a row belongs to. */
const TABLES = { kept_entries: 'number', kept_changes: 'entry', kept_erasures: 'entry', kept_current: 'entry', kept_checkpoints: undefined } as const;

/** One thing done to the rows, and the entries of which one must be named; none where any may be. */
export interface Mutation {
  readonly said: string;
  readonly entries: readonly number[];
}

/**
 * Deletes, changes or swaps one or two rows as the numbers ask, all chosen by chance; undefined where it cannot be done or changes nothing.
 * @param spared the sizes of checkpoints that are not deleted: the program itself thins them out
 */
export function mutate(database: DatabaseSync, [table, row, other, column, how, what]: readonly [number, number, number, number, number, number], spared: (size: number) => boolean): Mutation | undefined {
  const names = Object.keys(TABLES) as (keyof typeof TABLES)[];
  const name = names[table % names.length] ?? 'kept_entries';
  const rows = database.prepare(`SELECT * FROM ${name} WHERE register = 'small'`).all() as Row[];
  const [one, two] = [rows[row % rows.length] ?? {}, rows[other % rows.length] ?? {}];
  const columns = Object.keys(one);
  const field = columns[column % columns.length] ?? '';
  const entryOf = (of: Row): number[] => (TABLES[name] === undefined ? [] : [Number(of[TABLES[name]])]);
  // A key of every table names its row.
  const keys = (database.prepare(`SELECT name FROM pragma_table_info('${name}') WHERE pk > 0`).all() as { name: string }[]).map((key) => key.name);
  const where = keys.map((key) => `${key} = ?`).join(' AND ');
  const placeOf = (of: Row) => keys.map((key) => of[key] ?? null);
  const set = (of: Row, to: Row[string]): void => void database.prepare(`UPDATE ${name} SET ${field} = ? WHERE ${where}`).run(to, ...placeOf(of));
  try {
    if (how % 3 === 0) {
      if (name === 'kept_checkpoints' && !spared(Number(one['size']))) return undefined;
      database.prepare(`DELETE FROM ${name} WHERE ${where}`).run(...placeOf(one));
      return { said: `delete ${JSON.stringify(placeOf(one))} from ${name}`, entries: entryOf(one) };
    }
    if (how % 3 === 1) {
      const to = altered(one[field] ?? null, what);
      set(one, to);
      return { said: `${name} ${JSON.stringify(placeOf(one))}: ${field} ${JSON.stringify(one[field])} -> ${JSON.stringify(to)}`, entries: entryOf(one) };
    }
    if (one === two || keys.includes(field) || JSON.stringify(one[field]) === JSON.stringify(two[field])) return undefined;
    set(one, two[field] ?? null);
    set(two, one[field] ?? null);
    return { said: `swap ${field} of ${JSON.stringify(placeOf(one))} and ${JSON.stringify(placeOf(two))} in ${name}`, entries: [...entryOf(one), ...entryOf(two)] };
  } catch {
    // A constraint of the tables does not let it happen.
    return undefined;
  }
}

function altered(value: Row[string], what: number): Row[string] {
  if (typeof value === 'number') return value + 1 + (what % 3);
  if (value instanceof Uint8Array) return value.with(what % value.length, ((value[what % value.length] ?? 0) + 1 + (what % 255)) % 256);
  if (typeof value !== 'string' || value === '') return 'x';
  const at = what % value.length;
  return `${value.slice(0, at)}${value[at] === '~' ? '!' : '~'}${value.slice(at + 1)}`;
}
