/**
 * A process that records acts until it is stopped: `node writer.ts OPTIONS` with the options as JSON. It writes a line `KEY NUMBER` to
 * the file of acknowledgements for each act that was acknowledged, before it goes on, and says `open` on standard output at first.
 */
import { openSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { instantOf } from '../../src/kernel/instant.ts';
import { actNamed, GENERIC_ACTS } from '../../src/register/acts/acts.ts';
import { actRequest } from '../../src/register/requests.ts';
import { openRegisters } from './open-registers.ts';
import { REGISTER } from './small-folder.ts';
import type { WriterOptions } from './writing.ts';

const { place, keys, acks, first, last = Number.POSITIVE_INFINITY, each = 1, together = 1, insists = false, lingers = false, prefix = 'n' } = JSON.parse(process.argv[2] ?? '{}') as WriterOptions;
const act = actNamed('record.put', GENERIC_ACTS);
if (!act.ok) throw new Error('There is no act `record.put`.');
const put = act.value;
const file = openSync(acks, 'a');
const registers = await openRegisters(place, keys);
await registers.register(REGISTER);
process.stdout.write('open\n');

// It does not outlive who started it.
if (process.stdin instanceof Socket) process.stdin.on('end', () => process.exit(1)).resume().unref();

/** Acts of many records fill the log. */
const note = each === 1 ? {} : { note: 'word '.repeat(600) };

let next = first;
await Promise.all(Array.from({ length: together }, inTurn));
// Until it is killed.
if (lingers) setInterval(() => undefined, 1_000);
else await registers.close();

async function inTurn(): Promise<void> {
  while (next <= last) {
    const id = `${prefix}${next}`;
    next += 1;
    await recorded(id);
    // Lets a signal and the other acts through.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function recorded(id: string): Promise<void> {
  for (;;) {
    const asked = { actor: { person: 'writer' }, reason: 'Until stopped.', now: instantOf(Date.now()), key: id };
    const input = { changes: Array.from({ length: each }, (_, one) => ({ kind: 'persons', id: one === 0 ? id : `${id}.${one}`, body: { name: `Number ${id}`, ...note } })) };
    const performed = await (await registers.register(REGISTER)).perform(actRequest(put, input, asked, {}));
    if (performed.ok) return void writeSync(file, `${id} ${performed.value.number}\n`);
    const [fault] = performed.faults;
    if (!insists) throw new Error(`${fault?.code ?? ''}: ${fault?.sentence ?? ''}`);
    writeSync(file, `refused ${fault?.code ?? ''} ${fault?.sentence ?? ''}\n`);
    await pause(50);
  }
}
