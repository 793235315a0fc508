import type { TrackedFile } from './tracked-files.ts';

const limit = 300;

/** Program files of more lines than a reader likes, the longest first, as `file (lines)`; data is exempt. */
export function longFiles(files: readonly TrackedFile[]): readonly string[] {
  return files
    .filter(({ file }) => /\.(?:ts|mjs|js|njk)$/.test(file))
    .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > limit)
    .sort((a, b) => b.lines - a.lines)
    .map(({ file, lines }) => `${file} (${lines})`);
}
