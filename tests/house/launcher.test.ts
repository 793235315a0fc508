import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { project, scratchProject } from './scratch-project.ts';

/** The Node that runs npm, often older than the pinned one; the pinned one where npm did not start this. */
const outerNode = process.env['npm_node_execpath'] ?? process.execPath;

/** A checkout whose program is the text given. */
const checkout = (test: TestContext, program: string): string =>
  scratchProject(test, { copied: ['bin', 'tools/ensure-installed.mjs', 'package.json', 'package-lock.json'], files: { 'src/cli/main.ts': program } });

describe('the launcher', () => {
  it('runs the program under the pinned runtime with the same words, and says nothing of its own', (test) => {
    const folder = checkout(test, 'const words: string[] = process.argv.slice(2);\nconsole.log(JSON.stringify([process.version, words]));\n');
    const { status, stdout, stderr } = spawnSync(outerNode, [path.join(folder, 'bin/answerable.js'), 'assess', 'a b.yaml', '--json'], { encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(JSON.parse(stdout), [process.version, ['assess', 'a b.yaml', '--json']]);
  });

  it('passes on the exit code', (test) => {
    const folder = checkout(test, 'process.exitCode = 3;\n');
    assert.equal(spawnSync(outerNode, [path.join(folder, 'bin/answerable.js')]).status, 3);
  });

  it('passes on a signal and answers with what the program answered', async (test) => {
    const folder = checkout(test, "process.on('SIGTERM', () => process.exit(7));\nsetInterval(() => {}, 1000);\nconsole.log('ready');\n");
    const child = spawn(outerNode, [path.join(folder, 'bin/answerable.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [7, null]);
  });
});

describe('making sure that the packages are installed', () => {
  it('is silent where they are', () => {
    const { status, stdout, stderr } = spawnSync(outerNode, [path.join(project, 'tools/ensure-installed.mjs')], { encoding: 'utf8' });
    assert.deepEqual([status, stdout, stderr], [0, '', '']);
  });

  it('installs where the lockfile names another version, and says on standard error why it could not', (test) => {
    const folder = checkout(test, '');
    const script = "import fs from 'node:fs'; const lock = JSON.parse(fs.readFileSync('package-lock.json')); lock.packages['node_modules/zod'].version = '0.0.1'; fs.writeFileSync('package-lock.json', JSON.stringify(lock));";
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
    const { status, stdout, stderr } = spawnSync(outerNode, [path.join(folder, 'tools/ensure-installed.mjs')], { encoding: 'utf8', env: { PATH: folder } });
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /^Installing the packages .*\n`npm ci` did not succeed \(spawnSync npm ENOENT\)/);
  });
});
