/**
 * `node tools/attack.ts [TOOL…]`: starts the demonstration on loopback, signs in as its director and lets attack tools at it: our own
 * check of headers, sqlmap, wapiti, ffuf and slowhttptest, each for a few minutes at most. A tool that this machine does not have is
 * skipped, and said so. What a tool wrote stays in `node_modules/.cache/attack`. Exits 1 on any finding of medium or above.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Attack } from './attack/attack.ts';
import { startDemonstration } from './attack/demonstration.ts';
import { ffuf } from './attack/ffuf.ts';
import { headers } from './attack/headers.ts';
import { slowhttptest } from './attack/slowhttptest.ts';
import { sqlmap } from './attack/sqlmap.ts';
import { wapiti } from './attack/wapiti.ts';

const ATTACKS: readonly Attack[] = [headers, sqlmap, wapiti, ffuf, slowhttptest];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !ATTACKS.some((attack) => attack.name === name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')} here: ${ATTACKS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const folder = path.resolve('node_modules/.cache/attack');
mkdirSync(folder, { recursive: true });
const target = await startDemonstration();
const found: string[] = [];
const skipped: string[] = [];
try {
  for (const { name, run } of ATTACKS.filter((attack) => wanted.length === 0 || wanted.includes(attack.name))) {
    const began = performance.now();
    const outcome = await run(target, folder);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    if (outcome === 'absent') {
      skipped.push(name);
      continue;
    }
    console.log(`\n${outcome.findings.length === 0 ? '✔' : '✖'} ${name} ${outcome.version} (${seconds} s): ${outcome.said}`);
    for (const finding of outcome.findings) console.log(`  ${finding}`);
    found.push(...outcome.findings);
  }
} finally {
  await target.stop();
}
if (skipped.length > 0) console.log(`\nSKIPPED, so nothing is shown by: ${skipped.join(', ')}. Debian has them as packages of these names.`);
console.log(`\n${found.length === 0 ? 'No finding of medium or above.' : `${found.length} findings.`}`);
process.exitCode = found.length > 0 ? 1 : 0;
