import { join } from 'node:path';
import { dateInLondon } from '../../src/kernel/instant.ts';
import type { KeptRegister } from '../../src/register/kept-register.ts';
import { ms, type Report } from '../report.ts';
import { begin, BEGUN, decisionRequest, done } from './acts.ts';
import { whole } from './appends.ts';
import { ourFolder } from './ours.ts';
import { diskNote, place } from './place.ts';

const [WRITERS, READERS] = [32, 50];
const SECONDS = 10;
/** What a reader does between two reads: the time that a page takes to be looked at is far longer. */
const PAUSE = 20;

/** How long an act, and a reading, takes while many write and many read. */
export default async function latency(): Promise<Report> {
  const base = place();
  const { folder, register } = await ourFolder(join(base, 'data'));
  await begin(register);
  await crowd(register, 3000, 0);
  const { acts, reads } = await crowd(register, SECONDS * 1000, 1_000_000);
  await folder.close();
  const row = (name: string, times: readonly number[]): readonly string[] => [name, whole(times.length / SECONDS), ms(quantile(times, 0.5)), ms(quantile(times, 0.99)), ms(quantile(times, 1))];
  return {
    title: `${WRITERS} writers and ${READERS} readers at once`,
    goals: [],
    tables: [{ caption: 'In one process, embedded store', head: ['', 'a second', 'half within', '99 in 100 within', 'longest'], rows: [row('an act, from the asking to the answer', acts), row('`latest()`, and a record found on today’s snapshot', reads)] }],
    notes: [`Each writer asks again once it is answered; each reader ${PAUSE} ms after it has read. What a reader is given holds everything that was acknowledged before it asked.`, diskNote(base)],
  };
}

/** Writers and readers at work for so long; `first` begins the numbers of the acts. */
async function crowd(register: KeptRegister, forMs: number, first: number): Promise<{ readonly acts: number[]; readonly reads: number[] }> {
  const until = performance.now() + forMs;
  const [acts, reads]: [number[], number[]] = [[], []];
  let next = first;
  const write = async (): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now();
      await done(register, decisionRequest((next += 1)));
      acts.push(performance.now() - start);
    }
  };
  const read = async (): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now();
      const image = await register.latest();
      if (image.snapshot(dateInLondon(BEGUN)).get('posts/director') === undefined) throw new Error('The record that was put is not there.');
      reads.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };
  await Promise.all([...Array.from({ length: WRITERS }, write), ...Array.from({ length: READERS }, read)]);
  return { acts, reads };
}

function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
