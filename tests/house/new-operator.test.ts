import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { project, scratchProject } from './scratch-project.ts';

describe('npm run new:operator', () => {
  it('writes an operator that is listed, has its types and passes its own tests', (test) => {
    const folder = scratchProject(test, { copied: ['src', 'guidance', 'tsconfig.json', 'package.json'], files: {} });
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const node = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });

    assert.equal(node(path.join(project, 'tools/new-operator.ts'), 'kept-in-public').stderr, '');
    assert.match(readFileSync(path.join(folder, 'src/rules/operators.ts'), 'utf8'), /'\.\/operators\/kept-in-public\.ts';\n[^]*^ {2}keptInPublic,$/m);
    const types = node(path.join(project, 'node_modules/typescript/bin/tsc'), '--noEmit', '--pretty', 'false');
    assert.deepEqual(types.stdout.split('\n').filter((line) => line.includes('kept-in-public')), []);
    const tests = node('--test', 'tests/rules/operators/kept-in-public.test.ts');
    assert.equal(tests.status, 0, tests.stdout);
  });

  it('refuses a name that is not a file name, and one that is taken', (test) => {
    const folder = scratchProject(test, { copied: ['src/rules'], files: {} });
    const run = (name: string) => spawnSync(process.execPath, [path.join(project, 'tools/new-operator.ts'), name], { cwd: folder, encoding: 'utf8' });
    assert.deepEqual([run('KeptInPublic').status, run('seat').status], [2, 2]);
    assert.equal(run('seat').stderr, 'src/rules/operators/seat.ts exists already.\n');
  });
});
