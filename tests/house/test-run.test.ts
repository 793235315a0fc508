import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { project, scratchProject } from './scratch-project.ts';

function runTests(test: TestContext, files: Readonly<Record<string, string>>): { exit: number | null; output: string } {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const cwd = scratchProject(test, { files });
  const { status, stdout } = spawnSync(process.execPath, [path.join(project, 'tools/test.ts')], { cwd, env, encoding: 'utf8' });
  return { exit: status, output: stdout };
}

const passes = "import { describe, it } from 'node:test';\ndescribe('a room', () => { it('stands', () => {}); it('is lit', () => {}); });\n";

describe('npm test', () => {
  it('closes with how many tests passed, failed and were skipped', (test) => {
    const { exit, output } = runTests(test, { 'tests/a/one.test.ts': passes, 'tests/b/two.test.ts': passes });
    assert.equal(exit, 0);
    assert.match(output, /\n4 passed, 0 failed, 0 skipped\n$/);
  });

  it('names every skipped test with its reason and its file', (test) => {
    const { exit, output } = runTests(test, {
      'tests/one.test.ts': passes,
      'tests/two.test.ts': "import { it } from 'node:test';\nit('prints', { skip: 'no printer here' }, () => {});\nit('scans', (t) => t.skip('no scanner here'));\n",
    });
    assert.equal(exit, 0);
    assert.match(output, /SKIPPED, so not shown to work here:\n {2}prints: no printer here \(tests\/two\.test\.ts\)\n {2}scans: no scanner here \(tests\/two\.test\.ts\)\n/);
    assert.match(output, /\n2 passed, 0 failed, 2 skipped\n$/);
  });

  it('fails on a failing test, and on a file that does not load', (test) => {
    const { exit, output } = runTests(test, {
      'tests/one.test.ts': passes,
      'tests/two.test.ts': "import { it } from 'node:test';\nit('falls', () => { throw new Error('down'); });\n",
      'tests/three.test.ts': "import './gone.ts';\n",
    });
    assert.equal(exit, 1);
    assert.match(output, /\n2 passed, 2 failed, 0 skipped\n$/);
  });

  it('fails where there is no test at all', (test) => {
    const { exit, output } = runTests(test, { 'tests/readme.txt': 'none' });
    assert.equal(exit, 1);
    assert.match(output, /No test ran\./);
  });
});
