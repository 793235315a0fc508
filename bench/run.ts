/** `npm run bench [NAME…] [-- --write]`: runs the benchmarks, each in a process of its own, and prints what they found beside the goals. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { asMarkdown, type Report } from './report.ts';

const BENCHES: Readonly<Record<string, () => Promise<{ readonly default: () => Promise<Report> }>>> = {
  twelve: () => import('./twelve.ts'),
  assess: () => import('./assess.ts'),
  again: () => import('./again.ts'),
  resilience: () => import('./resilience.ts'),
  nation: () => import('./nation.ts'),
  appends: () => import('./storage/appends.ts'),
  postgres: () => import('./storage/postgres.ts'),
  latency: () => import('./storage/latency.ts'),
  open: () => import('./storage/open.ts'),
  verify: () => import('./storage/verify.ts'),
  load: () => import('./web/load.ts'),
  start: () => import('./web/start.ts'),
  documents: () => import('./documents.ts'),
  inbox: () => import('./inbox.ts'),
};
const PAGE = fileURLToPath(new URL('../docs/reference/performance.md', import.meta.url));
const MARKS = ['<!-- measured: written by `npm run bench -- --write` -->', '<!-- end of measured -->'] as const;

const args = process.argv.slice(2);
const [only] = args[0] === '--one' ? [args[1]] : [];

if (only !== undefined) {
  const report = await BENCHES[only]?.();
  console.log(JSON.stringify(await report?.default()));
} else {
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const unknown = asked.filter((name) => BENCHES[name] === undefined);
  if (unknown.length > 0) {
    console.error(`There is no benchmark \`${unknown.join('`, `')}\`; there are ${Object.keys(BENCHES).join(', ')}.`);
    process.exit(2);
  }
  const found = [machine(), ...(asked.length > 0 ? asked : Object.keys(BENCHES)).map(apart)];
  if (args.includes('--write')) write(found.join('\n\n'));
}

/** Runs one benchmark in a process of its own, where no other has shaped the compiled code; prints what it found. */
function apart(name: string): string {
  process.stderr.write(`${name} …\n`);
  const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), '--one', name], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) process.exit(1);
  const text = asMarkdown(JSON.parse(stdout) as Report);
  console.log(`\n${text}`);
  return text;
}

function machine(): string {
  const [cpu] = cpus();
  const text = `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node.js ${process.versions.node}, ${process.platform} ${process.arch}; load average before it ${loadavg()[0]?.toFixed(1) ?? '?'}.`;
  console.log(text);
  return text;
}

function write(measured: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(MARKS[0]);
  const after = rest?.split(MARKS[1])[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no place for the numbers: ${MARKS.join(' … ')}`);
  writeFileSync(PAGE, `${before}${MARKS[0]}\n\n${measured}\n\n${MARKS[1]}${after}`);
}
