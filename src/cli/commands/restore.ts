import { restore } from '../../register/folder/back-up.ts';
import { filesInWords } from './backup.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { FILES, filesElsewhere } from '../file-places.ts';
import { given } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { placeOption } from '../place.ts';

export const restoreCommand: Command = {
  summary: 'Put back what a back-up holds, verified.',
  usage: `answerable restore FILE --data DIR [--files s3]

  DIR must be empty or not there; a database must have none of the registers. Where a
  register in the back-up, or a file of evidence, is not intact, nothing is restored.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { data: KEPT.data, 'database-url': KEPT['database-url'], keys: KEPT.keys, ...FILES });
    const [file = ''] = exactly(positionals, 'FILE');
    const [place, elsewhere] = [placeOption(values), await filesElsewhere(values, terminal.env)];
    const restored = given('folder' in place ? await restore(file, place.folder, elsewhere) : await (await import('../../register/database/back-up-database.ts')).restoreDatabase(file, place.database, elsewhere));
    for (const { register, entries, root, files } of restored) terminal.out(`${register}: intact, ${entries} entries, root ${root}${filesInWords(files)}\n`);
    return EXIT.done;
  },
};
