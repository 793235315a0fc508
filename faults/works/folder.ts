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

/** Leaves of the database what one of version 1 has. */
function turnedBack(path: string): void {
  const first = [...(STEPS[0] ?? '').matchAll(/CREATE TABLE (\w+)/g)].map(([, table]) => table);
  const database = new DatabaseSync(path);
  const objects = database.prepare(`SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'`).all();
  for (const { type, name } of objects) if (!first.includes(String(name))) database.exec(`DROP ${String(type)} "${String(name)}"`);
  database.exec('PRAGMA user_version = 1; VACUUM');
  database.close();
}
