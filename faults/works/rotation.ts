import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { done } from '../parts/answerable.ts';
import { breachesAsked } from '../parts/rule-asked.ts';
import { REGISTER } from '../parts/small-folder.ts';
import { command, DATA, EVERY_MOMENT, writtenFolder, type Work } from './work.ts';

/** Two people change the signing key; the second one's act is where the power goes. */
export const keyRotated: Work = {
  what: 'the signing key is changed: the register is signed by the one or the other, and the old key is gone',
  times: EVERY_MOMENT,
  async prepare(root) {
    const place = join(root, DATA);
    const numbers = await writtenFolder(place);
    const fileOf = (folder: string): string => join(folder, 'keys', `${REGISTER}.key`);
    const old = readFileSync(fileOf(place), 'utf8');
    const before = await done('vkey', '--data', place);
    await done('rotate-key', 'propose', '--data', place, '--as', 'ann', '--reason', 'It is time.');
    return {
      words: command('rotate-key', 'carry-out', '--data', place, '--as', 'ben', '--reason', 'Agreed.'),
      async breaches(disk, said, asked) {
        const folder = join(disk, DATA);
        const breaches = await breachesAsked(folder, numbers, asked);
        if (breaches.length > 0) return breaches;
        const { out } = await asked.ask('vkey', '--data', folder);
        if (said !== '' && out !== said) return ['the key that was acknowledged does not sign'];
        return out !== before && readFileSync(fileOf(folder), 'utf8') === old ? ['the old key is still there'] : [];
      },
    };
  },
};
