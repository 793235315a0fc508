/**
 * A process that writes to a data folder, and whose files others may limit: `node limited-writer.ts FOLDER`. For each line `put ID` it
 * prints how the act ended, for `state` the mode of the register and what it has in memory; `ready` is printed when the mode is that again.
 */
import { createInterface } from 'node:readline';
import { instantOf } from '../../src/kernel/instant.ts';
import { actNamed, GENERIC_ACTS } from '../../src/register/acts/acts.ts';
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import { actRequest } from '../../src/register/requests.ts';

const [path = ''] = process.argv.slice(2);
const folder = DataFolder.open(path, instantOf(Date.now()), false);
const put = actNamed('record.put', GENERIC_ACTS);
if (!folder.ok || !put.ok) throw new Error(folder.ok ? 'no act' : folder.faults[0]?.sentence);
const register = await folder.value.register('small');
process.stdout.write('open\n');
for await (const line of createInterface({ input: process.stdin })) {
  const [what, id = ''] = line.split(' ');
  if (what === 'put') {
    const asked = { actor: { person: 'writer' }, reason: 'For the test.', now: instantOf(Date.now()), key: id };
    const done = await register.perform(actRequest(put.value, { kind: 'persons', id, body: { name: `Person ${id}` } }, asked, {}));
    process.stdout.write(done.ok ? `kept ${done.value.number}${done.value.again ? ' again' : ''}\n` : `${done.faults[0]?.code ?? ''} ${done.faults[0]?.sentence ?? ''}\n`);
  } else if (what === 'state') process.stdout.write(`${register.state.mode} ${(await register.latest()).entries.length}\n`);
  else if (what === 'ready') {
    while (register.state.mode !== 'ready') await new Promise((resolve) => setTimeout(resolve, 20));
    process.stdout.write('ready\n');
  }
}
await folder.value.close();
