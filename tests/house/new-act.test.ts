import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';
import { project, scratchProject } from './scratch-project.ts';

const TOOL = path.join(project, 'tools/new-act.ts');

describe('npm run new:act', () => {
  it('writes an act that is listed, has its types and passes its own tests, in an area with acts and in one without', (test) => {
    const folder = scratchProject(test, { copied: ['src', 'guidance', 'tsconfig.json', 'package.json'], files: {} });
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const node = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });

    assert.equal(node(TOOL, 'meetings', 'meeting.postpone', 'meetings').stderr, '');
    assert.equal(node(TOOL, 'performance', 'indicator.explain-late', 'indicators').stderr, '');
    const types = node(path.join(project, 'node_modules/typescript/bin/tsc'), '--noEmit', '--pretty', 'false');
    assert.deepEqual(types.stdout.split('\n').filter((line) => /postpone|explain-late|areas\/(acts|meetings|performance)/.test(line)), []);
    const tests = node('--test', 'tests/areas/meetings/postpone.test.ts', 'tests/areas/performance/explain-late.test.ts');
    assert.equal(tests.status, 0, tests.stdout);
  });

  it('refuses a name that is none, an area that there is not, a kind that there is not, and an act that is there', (test) => {
    const folder = scratchProject(test, { copied: ['src'], files: {} });
    const run = (...args: readonly string[]) => spawnSync(process.execPath, [TOOL, ...args], { cwd: folder, encoding: 'utf8' });
    assert.match(run('meetings', 'Postpone', 'meetings').stderr, /^Name the act as `subject\.verb`/);
    assert.equal(run('nosuch', 'meeting.postpone', 'meetings').stderr, '`nosuch` is no area: there is no src/areas/nosuch/transitions.ts.\n');
    assert.match(run('meetings', 'meeting.postpone', 'meetngs').stderr, /^`meetngs` is no kind/);
    assert.deepEqual([run('meetings', 'meeting.minute', 'meetings').status, run('meetings', 'meeting.minute', 'meetings').stderr], [2, 'src/areas/meetings/acts/minute.ts exists already.\n']);
  });
});
