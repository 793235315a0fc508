import { spawnSync } from 'node:child_process';
import type { DocsFault, TrackedFile } from './tracked-files.ts';

const published = 'docs/reference/register.schema.json';

/** The JSON Schema that editors fetch from the repository is the one that the kinds make today. */
export function schemaFaults(root: string, files: readonly TrackedFile[]): readonly DocsFault[] {
  if (!files.some(({ file }) => file === 'src/cli/commands/schema.ts')) return [];
  const { status, stdout } = spawnSync(process.execPath, ['src/cli/main.ts', 'schema'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) return [{ file: published, line: 1, sentence: '`answerable schema` gives no schema to compare it with.' }];
  const text = files.find(({ file }) => file === published)?.text;
  return text === stdout ? [] : [{ file: published, line: 1, sentence: 'It is not the schema of the kinds as they are: run `npm run schema`.' }];
}
