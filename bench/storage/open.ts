import { join } from 'node:path';
import { date } from '../../src/kernel/date.ts';
import { DataFolder } from '../../src/register/folder/data-folder.ts';
import { readRegister } from '../../src/register/folder/read-folder.ts';
import type { Snapshot } from '../../src/register/snapshot.ts';
import { heapUsed, median } from '../measure.ts';
import { megabytes, ms, type Report } from '../report.ts';
import { BEGUN, REGISTER } from './acts.ts';
import { instantAfter, manyEntries } from './many-entries.ts';
import { diskNote, place } from './place.ts';

const ENTRIES = Number(process.env['BENCH_ENTRIES'] ?? 100_000);
const ROUNDS = 5;

/** A long register opened, and read as it stood on a date and as it was known at an instant. */
export default async function open(): Promise<Report> {
  const path = join(place(), 'data');
  const began = performance.now();
  await manyEntries(path, ENTRIES);
  const making = performance.now() - began;
  const opens = { write: [] as number[], read: [] as number[] };
  const dates: number[] = [];
  const known: number[] = [];
  let held = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = heapUsed();
    opens.read.push((await timed(async () => readRegister(path, undefined))).took);
    const { took, value } = await timed(async () => {
      const opened = DataFolder.open(path, BEGUN, false);
      if (!opened.ok) throw new Error('The folder that was made cannot be opened.');
      return { folder: opened.value, register: await opened.value.register(REGISTER) };
    });
    opens.write.push(took);
    if (round === 0) held = heapUsed() - before;
    const { image } = value.register;
    image.content();
    for (let month = 1; month <= 9; month += 1) {
      const on = date(`2013-0${month}-15`);
      dates.push((await timed(() => found(image.snapshot(on)))).took);
      known.push((await timed(() => found(image.snapshot(on, instantAfter(Math.floor((ENTRIES * month) / 10)))))).took);
    }
    await value.folder.close();
  }
  const opening = Math.max(median(opens.write), median(opens.read));
  return {
    title: `A register of ${ENTRIES.toLocaleString('en-GB')} entries, opened and read`,
    goals: [
      { goal: 'open a register of 100,000 entries in 1 s or less', measured: `${ms(opening)} (quickest ${ms(Math.min(...opens.write))})`, reached: ENTRIES >= 100_000 && opening <= 1000 },
      { goal: 'a snapshot as at any date in 5 ms or less', measured: `${ms(median(dates))} on a date as now known; ${ms(median(known))} on a date as known at a past instant`, reached: ENTRIES >= 100_000 && median(dates) <= 5 && median(known) <= 5 },
    ],
    tables: [
      {
        caption: 'Medians',
        head: ['', 'median', 'quickest'],
        rows: [
          ['opened for writing: entries read, leaves in the tree, checkpoint’s signature checked', ms(median(opens.write)), ms(Math.min(...opens.write))],
          ['opened for reading beside a writer', ms(median(opens.read)), ms(Math.min(...opens.read))],
          ['a snapshot on a date not asked for before, and one record found in it', ms(median(dates)), ms(Math.min(...dates))],
          ['the same as known at a past instant', ms(median(known)), ms(Math.min(...known))],
        ],
      },
    ],
    notes: [
      `Each entry puts one record of its own. The register takes ${megabytes(held)} of memory. To make it through its acts, ${(500).toLocaleString('en-GB')} a commit, took ${ms(making)}: ${Math.round((1000 * ENTRIES) / making).toLocaleString('en-GB')} acts a second.`,
      'The records of a kind are put in order of what is asked for (an index) when that is first asked for, on each date anew; that is in these numbers for the one field that was asked for.',
      diskNote(path),
    ],
  };
}

/** Reads one record that is there on every date. */
const found = (snapshot: Snapshot) => snapshot.get('posts/director') ?? fail();

function fail(): never {
  throw new Error('The record that was put is not there.');
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly took: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { took: performance.now() - start, value };
}
