import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { done } from '../parts/answerable.ts';
import { keptRows } from '../parts/rule.ts';
import { breachesAsked } from '../parts/rule-asked.ts';
import { scratchFolder } from '../parts/scratch.ts';
import { command, DATA, EVERY_MOMENT, writtenFolder, type Work } from './work.ts';

/** What is said of the person who is erased, in words that stand nowhere else. */
const SECRET = 'Zaphenathpaneah Vanished';

const inputFile = (input: unknown): string => {
  const file = join(scratchFolder(), 'input.json');
  writeFileSync(file, JSON.stringify(input));
  return file;
};

const act = (name: string, place: string, input: string, person: string, reason: string): readonly string[] => ['act', name, '--data', place, '--input', input, '--as', person, '--reason', reason];

/** Two people erase a record; the second one's act is where the power goes. */
export const erasureCarriedOut: Work = {
  what: 'an erasure is carried out: what is erased is in no file once the folder was opened again',
  times: EVERY_MOMENT,
  async prepare(root) {
    const place = join(root, DATA);
    const numbers = await writtenFolder(place);
    await done(...act('record.put', place, inputFile({ kind: 'persons', id: 'gone', body: { name: SECRET } }), 'clerk', 'By mistake.'));
    const proposal = Number(await done(...act('erasure.propose', place, inputFile({ records: ['persons/gone'], authority: 'Article 17', why: 'Asked for.' }), 'ann', 'A request.')));
    return {
      words: command(...act('erasure.carry-out', place, inputFile({ proposal }), 'ben', 'Agreed.')),
      async breaches(disk, said, asked) {
        const folder = join(disk, DATA);
        const breaches = await breachesAsked(folder, numbers, asked);
        if (breaches.length > 0) return breaches;
        const isErased = keptRows(folder).length > proposal + 2;
        if (said !== '' && !isErased) return ['the erasure that was acknowledged is not there'];
        return isErased ? filesWith(SECRET, folder).map((file) => `what was erased stands in ${file}`) : [];
      },
    };
  },
};

const filesWith = (words: string, folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(words))
    .map(({ name }) => name);
