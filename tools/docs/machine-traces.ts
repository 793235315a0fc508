import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import type { DocsFault, TrackedFile } from './tracked-files.ts';

interface Trace {
  readonly pattern: RegExp;
  readonly is: string;
}

/** Nothing committed names a path of somebody's machine, or the host that packages were fetched from. */
export function machineTraces(root: string, files: readonly TrackedFile[]): readonly DocsFault[] {
  const traces = [...fixed, ...ofThisMachine(root)];
  return files.flatMap(({ file, text }) =>
    text.split('\n').flatMap((content, index) =>
      traces.flatMap(({ pattern, is }) => {
        const found = pattern.exec(content)?.[0];
        return found === undefined ? [] : [{ file, line: index + 1, sentence: `\`${found}\` is ${is}.` }];
      }),
    ),
  );
}

const fixed: readonly Trace[] = [
  { pattern: /\/(?:home|Users)\/[a-z][\w.-]*\/|\b[A-Z]:\\+Users\\+/, is: 'a path of one machine' },
  { pattern: /\bregistry\.[a-z0-9-]+\.[a-z0-9.-]+|https?:\/\/[^\s"'`]+\/-\/[^\s"'`]+\.tgz/, is: 'the address of a package registry' },
];

/** The checkout's own folder, the folder it lies in and the home folder, wherever this check runs. */
function ofThisMachine(root: string): readonly Trace[] {
  const folders = new Set([root, path.dirname(root), homedir()]);
  const shared = new Set([path.parse(root).root, tmpdir(), '/usr', '/opt', '/srv', '/var']);
  return [...folders]
    .filter((folder) => !shared.has(folder))
    .map((folder) => ({ pattern: new RegExp(`(?<![\\w.~-])${RegExp.escape(folder + path.sep)}`), is: 'a path of this machine' }));
}
