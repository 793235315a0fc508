import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { project, scratchProject } from './scratch-project.ts';

/** What the check of the documents answers in a git checkout with these files. */
function check(test: TestContext, files: Readonly<Record<string, string>>, ...args: readonly string[]): { exit: number | null; lines: readonly string[]; folder: string } {
  const folder = scratchProject(test, { files: { '.gitignore': 'node_modules\n', ...files } });
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(project, 'tools/check-docs.ts'), ...args], { cwd: folder, encoding: 'utf8' });
  assert.equal(stderr, '');
  return { exit: status, lines: stdout.trim().split('\n'), folder };
}

describe('the check of the documents', () => {
  it('passes links that lead somewhere and names, with its line, each that does not', (test) => {
    const { exit, lines } = check(test, {
      'README.md': '# Start\n\n[a page](docs/page.md), [its part](docs/page.md#how-it-works-2013), [a folder](docs/), [the web](https://example.org)\n',
      'docs/page.md': '## How it works: 2013\n\n[gone](gone.md)\n[up](../README.md#nowhere)\n\n```\n[not a link](in-code.md)\n```\n',
    });
    assert.equal(exit, 1);
    assert.deepEqual(lines.slice(0, -1), [
      'docs/page.md:3: The link `gone.md` leads to no file.',
      'docs/page.md:4: The link `../README.md#nowhere` names a heading that `README.md` does not have.',
    ]);
  });

  it('finds the paths of a machine and the address of a registry', (test) => {
    const home = ['', 'home', 'someone', 'answerable'].join('/');
    const registry = ['https:/', ['registry', 'example', 'org'].join('.'), 'zod', '-', 'zod-4.6.7.tgz'].join('/');
    const { exit, lines } = check(test, { 'docs/a.md': `Run it in ${home}.\n`, 'b.json': `{\n"resolved": "${registry}"\n}\n` });
    assert.equal(exit, 1);
    assert.match(lines.join('\n'), /docs\/a\.md:1: .* is a path of one machine\./);
    assert.match(lines.join('\n'), /b\.json:2: .* is the address of a package registry\./);
  });

  it('wants a row with its version for every dependency, and no other row', (test) => {
    const { lines } = check(test, {
      'package.json': JSON.stringify({ dependencies: { zod: '4.6.7', yaml: '2.9.1' }, devDependencies: { oxlint: '^1.0.0', typescript: '7.0.2' } }),
      'docs/reference/dependencies.md': '| `zod` | 4.6.7 | x |\n| `yaml` | 2.8.0 | x |\n| `left-pad` | 1.0.0 | x |\n| `oxlint` | 1.0.0 | x |\n',
    });
    assert.deepEqual(lines.slice(0, -1), [
      'docs/reference/dependencies.md:2: `yaml` is 2.8.0 here and 2.9.1 in package.json.',
      'package.json:1: `oxlint` is `^1.0.0`; pin one version.',
      'docs/reference/dependencies.md:1: `typescript` has no row: say why it is needed.',
      'docs/reference/dependencies.md:3: `left-pad` is not a dependency any more.',
    ]);
  });

  it('wants the enforced import table in ARCHITECTURE.md, and writes it when asked', (test) => {
    const page = '# Architecture\n\n<!-- import table: written by `node tools/check-docs.ts --write` -->\n<!-- end of import table -->\n';
    assert.match(check(test, { 'ARCHITECTURE.md': '# Architecture\n' }).lines[0] ?? '', /^ARCHITECTURE\.md:1: The import table is missing/);
    assert.match(check(test, { 'ARCHITECTURE.md': page }).lines[0] ?? '', /^ARCHITECTURE\.md:3: The import table is not the one in tools\/lint\/rooms\.ts/);
    assert.equal(check(test, { 'ARCHITECTURE.md': page }, '--write').exit, 0);
  });

  it('lists program files of more than 300 lines without failing on them', (test) => {
    const { exit, lines } = check(test, { 'src/long.ts': '//\n'.repeat(301), 'src/short.ts': '//\n'.repeat(300), 'guidance/data.yaml': '#\n'.repeat(500) });
    assert.equal(exit, 0);
    assert.equal(lines[0], 'Over 300 lines, each of which should have a reason: src/long.ts (301)');
  });
});
