/**
 * `npm test [PART…]`: runs every `tests/**\/*.test.ts` whose path contains one of the parts, and closes by naming each skipped
 * test with its reason and counting all. Exits 1 on a failure, and where no test ran at all.
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { run, type EventData } from 'node:test';
import { spec } from 'node:test/reporters';

const root = process.cwd();
const parts = process.argv.slice(2);
const files = globSync('tests/**/*.test.ts', { cwd: root })
  .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
  .sort()
  .map((file) => path.join(root, file));

const count = { passed: 0, failed: 0 };
const skipped: string[] = [];

function tally(outcome: 'passed' | 'failed', test: EventData.TestPass | EventData.TestFail): void {
  if (test.details.type === 'suite' && outcome === 'passed' && test.skip === undefined) return;
  if (test.skip === undefined || test.skip === false) count[outcome] += 1;
  else skipped.push(`${test.name}${typeof test.skip === 'string' ? `: ${test.skip}` : ''} (${path.relative(root, test.file ?? '')})`);
}

const running = run({ files, cwd: root, concurrency: true, timeout: 300_000 });
running.on('test:pass', (test) => tally('passed', test));
running.on('test:fail', (test) => tally('failed', test));
running
  .compose(new spec())
  .on('end', () => {
    if (skipped.length > 0) console.log(`\nSKIPPED, so not shown to work here:\n${skipped.map((each) => `  ${each}`).join('\n')}`);
    if (count.passed + count.failed === 0) console.log('\nNo test ran.');
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${skipped.length} skipped`);
    process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
  })
  .pipe(process.stdout);
