import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { SqliteStore } from '../../src/register/store/sqlite/sqlite-store.ts';
import { done } from './answerable.ts';
import { scratchFolder } from './scratch.ts';
import { REGISTER, smallFolder } from './small-folder.ts';
import { acknowledged, startWriter } from './writing.ts';

const ACTS = 40;

let closed: Promise<string> | undefined;
let killed: Promise<string> | undefined;
let saved: Promise<{ readonly whole: string; readonly backUp: string; readonly history: string }> | undefined;

/** A folder with some acts in it, closed; to be copied before it is harmed. */
export const closedFolder = (): Promise<string> => (closed ??= written('closed'));

/** The same as a writer left it that was killed: the newest entries are in the log alone. */
export const killedFolder = (): Promise<string> => (killed ??= written('killed'));

/** A folder, a back-up of it, and its history as a file. */
export const savedFiles = (): ReturnType<typeof files> => (saved ??= files());

async function files(): Promise<{ readonly whole: string; readonly backUp: string; readonly history: string }> {
  const whole = await closedFolder();
  const [backUp, history] = [join(scratchFolder(), 'back-up'), join(scratchFolder(), 'history')];
  await done('backup', '--data', whole, '-o', backUp);
  await done('export', '--data', whole, '--format', 'history', '-o', history);
  return { whole, backUp, history };
}

/** The record of what was signed last is a moment behind: the writer that is killed has been idle for longer. */
const IDLE = 1_000;

async function written(end: 'closed' | 'killed'): Promise<string> {
  const place = await smallFolder();
  const acks = join(scratchFolder(), 'acknowledged');
  const { child, ended } = startWriter({ place, acks, first: 0, last: ACTS - 1, lingers: end === 'killed' });
  if (end === 'killed') {
    while (child.exitCode === null && acknowledged(acks).size < ACTS) await pause(10);
    await pause(IDLE);
    child.kill('SIGKILL');
  }
  await ended;
  const copy = join(scratchFolder(), 'data');
  cpSync(place, copy, { recursive: true });
  return copy;
}

/** All that is read of the register, as text: every entry and its bodies, the newest checkpoint, the plain rows. The folder itself is not touched. */
export async function contentOf(folder: string): Promise<string> {
  const copy = join(scratchFolder('memory'), 'data');
  cpSync(folder, copy, { recursive: true });
  const path = join(copy, 'registers.sqlite');
  const store = SqliteStore.openToRead(path);
  const entries = JSON.stringify([await store.registers(), await store.entries(REGISTER)], (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value));
  const checkpoint = (await store.checkpoint(REGISTER)) ?? '';
  await store.close();
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare('SELECT * FROM current_records ORDER BY register, kind, id, version').all();
  database.close();
  return `${entries}${JSON.stringify(rows)}\ncheckpoint\n${checkpoint}`;
}
