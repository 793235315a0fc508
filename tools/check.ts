/** `npm run check`: every check of the house side by side, all faults shown. Exits 1 where any of them finds one. */
import { spawn } from 'node:child_process';

interface Check {
  readonly name: string;
  /** What Node runs. */
  readonly args: readonly string[];
}

const checks: readonly Check[] = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'] },
  { name: 'lint and import boundaries', args: ['node_modules/oxlint/bin/oxlint', '--format=unix'] },
  { name: 'guidance packs', args: ['src/cli/main.ts', 'guidance', 'check'] },
  { name: 'documents', args: ['tools/check-docs.ts'] },
];

/** Runs one check and shows what it said once it has ended, so that two never mix. */
function run({ name, args }: Check): Promise<boolean> {
  const started = performance.now();
  return new Promise((resolve) => {
    const said: Buffer[] = [];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`\n${code === 0 ? '✔' : '✖'} ${name} (${seconds} s)`);
      const text = withoutEchoes(Buffer.concat(said).toString()).trim();
      if (text !== '') console.log(text.replace(/^/gm, '  '));
      resolve(code === 0);
    });
  });
}

/** Where a type cannot be found, which the check of types tells, the linter tells it again of every use: that is left out. */
function withoutEchoes(text: string): string {
  const lines = text.split('\n');
  const told = lines.filter((line) => !/typescript\(no-unsafe-[a-z-]+\)/.test(line) || !/`error`|error typed?\b/.test(line));
  const left = lines.length - told.length;
  return left === 0 ? text : [...told, `${left} more follow from types that were not found.`].join('\n');
}

const outcomes = await Promise.all(checks.map(run));
const failed = checks.filter((_, index) => outcomes[index] !== true).map(({ name }) => name);
console.log(failed.length === 0 ? `\nAll ${checks.length} checks passed.` : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
