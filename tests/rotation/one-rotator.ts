/** A process that changes the key of a register again and again: `node one-rotator.ts FOLDER`. Prints the number of each change once it is acknowledged. */
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { rotate } from './rotating.ts';

const [path = ''] = process.argv.slice(2);
const folder = DataFolder.open(path, instantOf(Date.now()), false);
if (!folder.ok) throw new Error(folder.faults[0]?.sentence);
const register = await folder.value.register('small');
for (;;) process.stdout.write(`${await rotate(path, register)}\n`);
