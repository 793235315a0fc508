import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

export const project = path.resolve(import.meta.dirname, '../..');

export interface Contents {
  /** Files and folders taken over from this project as they are. */
  readonly copied?: readonly string[];
  /** Text by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** A folder with these files and this project's packages, removed when the test ends. */
export function scratchProject(test: TestContext, { copied = [], files }: Contents): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'answerable-house-'));
  test.after(() => rmSync(folder, { recursive: true }));
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
  for (const each of copied) cpSync(path.join(project, each), path.join(folder, each), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}
