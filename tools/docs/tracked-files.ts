import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the project; `file` is its path from the root, with forward slashes. */
export interface TrackedFile {
  readonly file: string;
  readonly text: string;
}

/** A fault of the documents, with its place. */
export interface DocsFault {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
}

/** Every text file that git tracks or would track, in the folder of a git checkout. @throws where git cannot tell. */
export function trackedFiles(root: string): readonly TrackedFile[] {
  const { status, stdout, stderr } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`git could not list the project's files: ${stderr}`);
  return [...new Set(stdout.split('\0'))]
    .filter((file) => file !== '' && existsSync(path.join(root, file)))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}
