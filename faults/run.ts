/** `npm run faults [NAME…] [-- --short] [--write]`: makes every fault happen, holds the rule against what is left, and prints what was found. */
import { setPriority } from 'node:os';
import { didYouMean } from '../src/kernel/nearest.ts';
import type { Campaign } from './case.ts';
import { CAMPAIGNS } from './campaigns.ts';
import { ranOn, sectionOf, writeSection, type Row } from './page.ts';

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const isShort = args.includes('--short');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const unknown = names.filter((name) => !CAMPAIGNS.some((one) => one.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no campaign \`${unknown.join('`, `')}\`.${didYouMean(unknown[0] ?? '', CAMPAIGNS.map(({ name }) => name))} There are ${CAMPAIGNS.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}
if (args.includes('--write') && isShort) {
  process.stderr.write('`--write` goes with the whole of a campaign: the page shows no short forms.\n');
  process.exit(2);
}

setPriority(10);
// Stopped by hand, it still lets go of its disks.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const broken: Row[] = [];
for (const campaign of CAMPAIGNS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const start = performance.now();
  const rows = await run(campaign);
  const section = sectionOf(campaign.title, ranOn(Math.ceil((performance.now() - start) / 60_000)), rows);
  say(`\n${section}\n`);
  if (args.includes('--write')) writeSection(campaign.name, section);
  broken.push(...rows.filter(({ breaches }) => breaches.length > 0));
}
say(broken.length === 0 ? 'The rule held every time.' : `The rule was broken in: ${broken.map(({ what }) => what).join('; ')}.`);
process.exitCode = broken.length === 0 ? 0 : 1;

async function run({ name, cases }: Campaign): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const { what, cannot, times, run: runCase } of cases.filter((one) => !isShort || one.times.short > 0)) {
    const why = cannot?.();
    if (why !== undefined) {
      say(`${name}: SKIPPED ${what}: ${why}`);
      found.push({ what, skipped: why, breaches: [] });
      continue;
    }
    const start = performance.now();
    const outcome = await runCase(isShort ? times.short : times.full).catch((error: unknown) => ({ times: 0, seen: 'stopped', breaches: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }));
    say(`${name}: ${what}: ${outcome.times} times, ${outcome.seen} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    for (const breach of outcome.breaches.slice(0, 20)) say(`  BROKEN: ${breach}`);
    found.push({ what, ...outcome });
  }
  return found;
}
