/** A process that writes to a data folder: `node one-writer.ts FOLDER FIRST`. Prints the number of each entry once it is acknowledged. */
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { actNamed, GENERIC_ACTS } from '../../src/register/acts/acts.ts';
import { actRequest } from '../../src/register/requests.ts';

const [path = '', first = '0'] = process.argv.slice(2);
const folder = DataFolder.open(path, instantOf(Date.now()), false);
const put = actNamed('record.put', GENERIC_ACTS);
if (!folder.ok || !put.ok) throw new Error(folder.ok ? 'no act' : folder.faults[0]?.sentence);
const register = await folder.value.register('small');
process.stdout.write('open\n');
for (let n = Number(first); ; n += 1) {
  const asked = { actor: { person: 'writer' }, reason: 'Until killed.', now: instantOf(Date.now()), key: `n${n}` };
  const done = await register.perform(actRequest(put.value, { kind: 'persons', id: `n${n}`, body: { name: `Number ${n}` } }, asked, {}));
  if (!done.ok) throw new Error(done.faults[0]?.sentence);
  process.stdout.write(`${n} ${done.value.number}\n`);
  await new Promise((resolve) => setImmediate(resolve));
}
