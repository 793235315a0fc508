import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { rooms } from '../../tools/lint/rooms.ts';
import { project, scratchProject } from './scratch-project.ts';

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** What the project's own linter says of a tree with these files under the project's own configuration. */
function lint(test: TestContext, files: Readonly<Record<string, string>>): readonly Diagnostic[] {
  const folder = scratchProject(test, { copied: ['.oxlintrc.json', 'tsconfig.json', 'tools/lint'], files });
  const oxlint = path.join(project, 'node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format=json', 'src'], { cwd: folder, encoding: 'utf8' });
  assert.equal(stderr, '');
  return (JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }).diagnostics;
}

const faults = (test: TestContext, files: Readonly<Record<string, string>>): readonly string[] =>
  lint(test, files).map((each) => `${each.filename} ${each.message}`);

describe('the import table', () => {
  it('reports every forbidden pair of rooms with the sentence of the importing room, and no allowed pair', (test) => {
    const files: Record<string, string> = {};
    const forbidden: string[] = [];
    for (const { name } of rooms) files[`src/${name}/thing.ts`] = `export const thing = '${name}';\n`;
    for (const from of rooms) {
      for (const { name: to } of rooms) {
        if (from.name === to) continue;
        const file = `src/${from.name}/uses-${to}.ts`;
        files[file] = `export * from '../${to}/thing.ts';\n`;
        const throughDoor = from.onlyThrough?.[to] === undefined;
        if (!from.mayImport.includes(to) || !throughDoor) forbidden.push(file);
      }
    }
    const reported = lint(test, files);
    assert.deepEqual(reported.map((each) => each.filename).sort(), forbidden.sort());
    const upward = reported.find((each) => each.filename === 'src/register/uses-rules.ts');
    assert.equal(
      upward?.message,
      '`register` imports `rules`. The register keeps what was entered and must not know how anyone judges or shows it.',
    );
    assert.equal(upward?.labels[0]?.span.line, 1);
  });

  it('sees type imports, dynamic imports and import types as well as plain imports', (test) => {
    const found = faults(test, {
      'src/web/page.ts': 'export interface Page { title: string }\n',
      'src/kernel/a.ts': "import type { Page } from '../web/page.ts';\nexport const a = (page: Page): string => page.title;\n",
      'src/kernel/b.ts': "export const b = async (): Promise<unknown> => import('../web/page.ts');\n",
      'src/kernel/c.ts': "export const c = (page: import('../web/page.ts').Page): string => page.title;\n",
    });
    const boundary = found.filter((each) => each.includes('`kernel` imports `web`.'));
    assert.deepEqual(boundary.map((each) => each.replace(/ .*/, '')).sort(), ['src/kernel/a.ts', 'src/kernel/b.ts', 'src/kernel/c.ts']);
  });

  it('lets rules see the snapshot of the register and nothing else of it', (test) => {
    const found = faults(test, {
      'src/register/snapshot.ts': 'export const snapshot = 1;\n',
      'src/register/log.ts': 'export const log = 1;\n',
      'src/rules/good.ts': "export { snapshot } from '../register/snapshot.ts';\n",
      'src/rules/bad.ts': "export { log } from '../register/log.ts';\n",
    });
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^src\/rules\/bad\.ts .*may only import `src\/register\/snapshot\.ts`/);
  });

  it('keeps one area out of another, however deep the file', (test) => {
    const found = faults(test, {
      'src/areas/advice/acts.ts': "export { view } from './views/list.ts';\n",
      'src/areas/advice/views/list.ts': "export { held } from '../../meetings/queries.ts';\nexport const view = 1;\n",
      'src/areas/meetings/queries.ts': 'export const held = 1;\n',
    });
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^src\/areas\/advice\/views\/list\.ts Area `advice` imports `meetings`\./);
  });

  it('lets the entry point import compose and no other file', (test) => {
    const found = faults(test, {
      'src/compose.ts': 'export const program = 1;\n',
      'src/cli/main.ts': "export { program } from '../compose.ts';\n",
      'src/cli/commands/serve.ts': "export { program } from '../../compose.ts';\n",
    });
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^src\/cli\/commands\/serve\.ts .*Only an entry point builds the program/);
  });

  it('keeps disk, network and process out of the pure rooms', (test) => {
    const found = faults(test, {
      'src/rules/reads.ts': "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');\n",
      'src/kernel/digests.ts': "import { createHash } from 'node:crypto';\nexport const digest = createHash('sha256');\n",
      'src/register/reads.ts': "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');\n",
    });
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^src\/rules\/reads\.ts `rules` imports `node:fs`\. This room is pure/);
  });

  it('refuses a room that is not in the table', (test) => {
    const found = faults(test, { 'src/helpers/thing.ts': "import '../kernel/thing.ts';\n", 'src/kernel/thing.ts': 'export const thing = 1;\n' });
    assert.match(found[0] ?? '', /`src\/helpers` is no room of the import table/);
  });

  it('reports a cycle, also one of types alone', (test) => {
    const found = lint(test, {
      'src/model/a.ts': "import type { B } from './b.ts';\nexport interface A { b: B }\n",
      'src/model/b.ts': "import type { A } from './a.ts';\nexport interface B { a: A }\n",
    });
    assert.deepEqual(found.map((each) => each.code), ['import(no-cycle)', 'import(no-cycle)']);
  });
});

describe('an exception to a lint rule', () => {
  it('is reported unless it carries its reason', (test) => {
    const bare = 'export const first = (list: readonly string[]): string =>\n  // oxlint-disable-next-line typescript/no-non-null-assertion\n  list[0]!;\n';
    const reasoned = bare.replace('-assertion\n', '-assertion -- the caller has checked the length\n');
    const found = faults(test, { 'src/model/bare.ts': bare, 'src/model/reasoned.ts': reasoned });
    assert.deepEqual(found, ['src/model/bare.ts An exception carries its reason: end the comment with ` -- ` and why.']);
  });
});
