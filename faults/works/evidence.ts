import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breachesAsked } from '../parts/rule-asked.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { command, DATA, EVERY_MOMENT, writtenFolder, type Work } from './work.ts';

/** Of more than one piece. */
const TEXT = 'A note of evidence, line after line.\n'.repeat(6_000);

export const fileKept: Work = {
  what: 'a file of evidence is kept',
  times: EVERY_MOMENT,
  async prepare(root) {
    const place = join(root, DATA);
    const numbers = await writtenFolder(place);
    const file = join(scratchFolder(), 'note.txt');
    writeFileSync(file, TEXT);
    return {
      words: command('file', 'put', file, '--data', place),
      async breaches(disk, said, asked) {
        const folder = join(disk, DATA);
        if (said === '') {
          const again = await asked.ask('file', 'put', file, '--data', folder);
          if (again.code !== 0) return [`the file cannot be kept again: ${again.err}`];
          said = again.out;
        }
        const got = join(disk, 'got.txt');
        const { code, err } = await asked.ask('file', 'get', said.trim(), '--data', folder, '-o', got);
        if (code !== 0) return [`the file that was acknowledged cannot be read: ${err}`];
        return readFileSync(got, 'utf8') === TEXT ? breachesAsked(folder, numbers, asked) : ['the file that was acknowledged holds something else'];
      },
    };
  },
};
