#!/usr/bin/env node
// Runs under whatever Node the shell has (18 and later) and hands over to the pinned one: no TypeScript, no dependency.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, runtime } from '../tools/ensure-installed.mjs';

const faultOfOurs = 4;

// Half the memory of a server, for hardly any speed.
const SMALL_NURSERY = '--max-semi-space-size=2';

try {
  run(pinnedNode());
} catch (fault) {
  fail(fault.message);
}

/** The pinned runtime, installed first where it is missing; a Node of our own major does where packages came without it. */
function pinnedNode() {
  const isOurs = Number.parseInt(process.versions.node, 10) >= 24;
  if (isOurs && !existsSync(runtime) && existsSync(path.join(root, 'node_modules'))) return process.execPath;
  if (!existsSync(runtime)) ensureInstalled();
  return runtime;
}

function run(command) {
  // What Node made of the TypeScript last time is kept: half the time to start.
  const env = { NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'node-compile'), ...process.env };
  const child = spawn(command, [SMALL_NURSERY, path.join(root, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit', env });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  // A terminal sends Ctrl-C to both processes; passing it on would reach the child twice.
  const forward = (signal) => {
    if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (fault) => fail(`The pinned Node.js could not be started (${fault.message}).`));
  child.on('exit', (code, signal) => {
    for (const each of signals) process.removeListener(each, forward);
    if (signal === null) process.exitCode = code;
    else process.kill(process.pid, signal);
  });
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = faultOfOurs;
}
