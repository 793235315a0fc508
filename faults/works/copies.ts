import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { done } from '../parts/answerable.ts';
import { breachesAsked } from '../parts/rule-asked.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { command, DATA, EVERY_MOMENT, writtenFolder, type Work } from './work.ts';

export const backUpWritten: Work = {
  what: 'a back-up is written: what has its name can be restored',
  times: EVERY_MOMENT,
  async prepare(root) {
    const place = join(root, DATA);
    const numbers = await writtenFolder(place);
    return {
      words: command('backup', '--data', place, '-o', join(root, 'back-up')),
      async breaches(disk, said, asked) {
        const file = join(disk, 'back-up');
        if (!existsSync(file)) return said === '' ? breachesAsked(join(disk, DATA), numbers, asked) : ['the back-up that was acknowledged is not there'];
        const restored = join(disk, 'restored');
        const { code, err } = await asked.ask('restore', file, '--data', restored);
        return code === 0 ? breachesAsked(restored, numbers, asked) : [`the back-up is not restored: ${err}`];
      },
    };
  },
};

export const backUpRestored: Work = {
  what: 'a back-up is restored: the folder is whole, or is taken for none',
  times: EVERY_MOMENT,
  async prepare(root) {
    const place = join(scratchFolder(), DATA);
    const numbers = await writtenFolder(place);
    const file = join(scratchFolder(), 'back-up');
    await done('backup', '--data', place, '-o', file);
    return {
      words: command('restore', file, '--data', join(root, DATA)),
      async breaches(disk, said, asked) {
        if (said !== '' || existsSync(join(disk, DATA, 'registers.sqlite'))) return breachesAsked(join(disk, DATA), numbers, asked);
        const { code } = await asked.ask('checkpoint', '--data', join(disk, DATA));
        return code === 0 ? ['a folder that was not restored answers as one'] : [];
      },
    };
  },
};
