import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { count } from './case.ts';

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly times?: number;
  readonly seen?: string;
  readonly breaches: readonly string[];
  /** Why it did not run. */
  readonly skipped?: string;
}

const PAGE = fileURLToPath(new URL('../docs/reference/reliability.md', import.meta.url));

/** When and on what, the machine in general words. */
export const ranOn = (minutes: number): string =>
  `Run on ${new Date().toISOString().slice(0, 10)} in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, on a virtual machine with ${availableParallelism()} processors and ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform} on ${process.arch}, Node.js ${process.versions.node}.`;

export function sectionOf(title: string, on: string, rows: readonly Row[]): string {
  const lines = rows.map(({ what, times, seen, breaches, skipped }) =>
    skipped === undefined ? `| ${what} | ${count(times ?? 0)} | ${seen ?? ''} | ${breaches.length === 0 ? 'held' : `**broken ${count(breaches.length)} times**`} |` : `| ${what} | not run | skipped: ${skipped} | not shown |`,
  );
  return [`### ${title}`, '', on, '', '| fault | times | seen | the rule |', '|---|--:|---|---|', ...lines].join('\n');
}

/** Puts what a campaign found into its place on the page. */
export function writeSection(name: string, section: string): void {
  const [start, end] = [`<!-- found by ${name}: written by \`npm run faults -- --write\` -->`, `<!-- end of ${name} -->`];
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no place for ${name}: ${start} … ${end}`);
  writeFileSync(PAGE, `${before}${start}\n\n${section}\n\n${end}${after}`);
}
