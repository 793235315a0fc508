/** A process that opens a data folder for writing and is killed before its NTH statement; it prints how many there were where it was not: `node dies-while-opening.ts FOLDER NTH`. */
import { DatabaseSync } from 'node:sqlite';
import { instantOf } from '../../src/kernel/instant.ts';
import { DataFolder } from '../../src/register/folder/data-folder.ts';

const [path = '', nth = '0'] = process.argv.slice(2);
let done = 0;
for (const method of ['exec', 'prepare'] as const) {
  const own = Reflect.get(DatabaseSync.prototype, method) as (this: DatabaseSync, sql: string) => unknown;
  const dying = function (this: DatabaseSync, sql: string): unknown {
    if (done === Number(nth)) process.kill(process.pid, 'SIGKILL');
    done += 1;
    return own.call(this, sql);
  };
  Object.defineProperty(DatabaseSync.prototype, method, { value: dying });
}
const folder = DataFolder.open(path, instantOf(Date.now()), false);
if (!folder.ok) throw new Error(folder.faults[0]?.sentence);
process.stdout.write(`${done}\n`);
await folder.value.close();
