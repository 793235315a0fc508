import type { DocsFault, TrackedFile } from './tracked-files.ts';

const page = 'docs/reference/dependencies.md';

/** Every dependency is pinned exactly, and the reference page has its row with that version, and no row of another. */
export function dependencyFaults(files: readonly TrackedFile[]): readonly DocsFault[] {
  const manifest = files.find(({ file }) => file === 'package.json');
  if (manifest === undefined) return [];
  const { dependencies = {}, devDependencies = {} } = JSON.parse(manifest.text) as Partial<Record<string, Record<string, string>>>;
  const wanted = new Map(Object.entries({ ...dependencies, ...devDependencies }));
  const lines = (files.find(({ file }) => file === page)?.text ?? '').split('\n');
  const rows = new Map(lines.flatMap((line, index) => rowOf(line, index + 1)));
  return [
    ...[...wanted].flatMap(([name, version]): DocsFault[] => {
      if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$/.test(version)) return [{ file: manifest.file, line: 1, sentence: `\`${name}\` is \`${version}\`; pin one version.` }];
      const row = rows.get(name);
      if (row === undefined) return [{ file: page, line: 1, sentence: `\`${name}\` has no row: say why it is needed.` }];
      return row.version === version ? [] : [{ file: page, line: row.line, sentence: `\`${name}\` is ${row.version} here and ${version} in package.json.` }];
    }),
    ...[...rows].flatMap(([name, { line }]) => (wanted.has(name) ? [] : [{ file: page, line, sentence: `\`${name}\` is not a dependency any more.` }])),
  ];
}

function rowOf(text: string, line: number): readonly (readonly [string, { version: string; line: number }])[] {
  const match = /^\| `([^`]+)` \| (\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?) \|/.exec(text);
  return match === null ? [] : [[match[1] ?? '', { version: match[2] ?? '', line }]];
}
