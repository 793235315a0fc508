/**
 * A process that writes to a register in a database: `node one-writer.ts URL KEYS NAME HOW-MANY`. Prints `KEY NUMBER` once an entry is
 * acknowledged, and reads its own entry and those that others told it of (on standard input, a key a line) before it goes on.
 */
import { instantOf } from '../../src/kernel/instant.ts';
import { actNamed, GENERIC_ACTS } from '../../src/register/acts/acts.ts';
import { DatabaseRegisters } from '../../src/register/database/database-registers.ts';
import { actRequest } from '../../src/register/requests.ts';

const [url = '', keys = '', name = '', count = '0'] = process.argv.slice(2);
const opened = await DatabaseRegisters.open({ url, keys });
const put = actNamed('record.put', GENERIC_ACTS);
if (!opened.ok || !put.ok) throw new Error(opened.ok ? 'no act' : opened.faults[0]?.sentence);
const registers = opened.value;
const register = await registers.register('small');

const heard: string[] = [];
process.stdin.setEncoding('utf8').on('data', (text: string) => heard.push(...text.split('\n').filter((line) => line !== '')));

for (let n = 0; n < Number(count); n += 1) {
  // Two at a time, so that some commits have more than one entry.
  const told = heard.splice(0);
  const acts = [`${name}${n}a`, `${name}${n}b`].map(async (key) => {
    const asked = { actor: { person: name }, reason: 'With others.', now: instantOf(Date.now()), key };
    const done = await register.perform(actRequest(put.value, { kind: 'persons', id: key, body: { name: `Number ${key}` } }, asked, {}));
    if (!done.ok) throw new Error(done.faults[0]?.sentence);
    return { key, number: done.value.number };
  });
  const done = await Promise.all(acts);
  const image = await register.latest();
  for (const { key, number } of done) if (image.numberOf(key) !== number) throw new Error(`${name} does not read its own entry ${key}.`);
  for (const key of told) if (image.numberOf(key) === undefined) throw new Error(`${name} does not read ${key}, which was acknowledged to another.`);
  for (const { key, number } of done) process.stdout.write(`${key} ${number}\n`);
}
process.stdin.destroy();
await registers.close();
