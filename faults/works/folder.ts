import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { STEPS } from '../../src/register/store/sqlite/schema.ts';
import { breachesAsked } from '../parts/rule-asked.ts';
import { personFile, smallFile } from '../parts/small-folder.ts';
import { command, DATA, EVERY_MOMENT, writtenFolder, type Work } from './work.ts';

export const folderMade: Work = {
  what: 'a data folder and the first entry of its register are made',
  times: EVERY_MOMENT,
  prepare(root) {
    const file = smallFile();
    const words = (folder: string): readonly string[] => ['import', file, '--data', join(folder, DATA), '--as', 'clerk', '--reason', 'To begin.'];
    return Promise.resolve({
      words: command(...words(root)),
      async breaches(disk, said, asked) {
        if (said === '') {
          const again = await asked.ask(...words(disk));
          if (again.code !== 0 && !again.err.includes('there is nothing to import')) return [`the register cannot be begun again: ${again.err}`];
        }
        return breachesAsked(join(disk, DATA), new Map(), asked);
      },
    });
  },
};

export const databaseUpgraded: Work = {
  what: 'a database of version 1 is brought up to date',
  times: EVERY_MOMENT,
  async prepare(root) {
    const numbers = await writtenFolder(join(root, DATA));
    turnedBack(join(root, DATA, 'registers.sqlite'));
    return {
      words: command('act', 'record.put', '--data', join(root, DATA), '--input', personFile('late'), '--as', 'clerk', '--reason', 'After the upgrade.', '--key', 'late'),
      breaches: (disk, said, asked) => breachesAsked(join(disk, DATA), said === '' ? numbers : new Map([...numbers, ['late', Number(said)]]), asked),
    };
  },
};

/** The rows of each table of version 1, as today's tables have them. */
const OF_VERSION_1: Readonly<Record<string, string>> = {
  kept_registers: 'SELECT * FROM kept_registers',
  kept_entries: 'SELECT register, number, recorded_at, person, post, act, reason, idempotency_key, leaf_hash FROM kept_entries',
  kept_changes: 'SELECT register, entry, position, kind, id, valid_from, valid_until, digest FROM kept_changes',
  kept_bodies: 'SELECT register, entry, position, salt, body FROM kept_changes WHERE body IS NOT NULL',
  kept_checkpoints: 'SELECT * FROM kept_checkpoints',
  current_records: 'SELECT * FROM current_records',
};

/** Makes of the database one of version 1. */
function turnedBack(path: string): void {
  const database = new DatabaseSync(path);
  for (const [table, rows] of Object.entries(OF_VERSION_1)) database.exec(`CREATE TEMP TABLE older_${table} AS ${rows}`);
  const objects = database.prepare(`SELECT type, name FROM main.sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY type DESC`).all();
  for (const { type, name } of objects) database.exec(`DROP ${String(type)} main."${String(name)}"`);
  database.exec(STEPS[0] ?? '');
  for (const table of Object.keys(OF_VERSION_1)) database.exec(`INSERT INTO ${table} SELECT * FROM older_${table}`);
  database.exec('PRAGMA user_version = 1; VACUUM');
  database.close();
}
