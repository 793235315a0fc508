import { backUp } from '../../register/folder/back-up.ts';
import { Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { FILES, filesElsewhere } from '../file-places.ts';
import { given } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { placeOption } from '../place.ts';

export const backupCommand: Command = {
  summary: 'Copy all that is kept into one file, while it is in use.',
  usage: `answerable backup --data DIR -o FILE [--files s3]

  The state of one moment, verified before the file gets its name. It holds the signing
  keys too: keep it as carefully as the folder. Files of evidence come along, each checked;
  where one is damaged it is named, and the exit code is 5.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { data: KEPT.data, 'database-url': KEPT['database-url'], keys: KEPT.keys, ...FILES, output: { type: 'string', short: 'o' } });
    exactly(positionals);
    if (values.output === undefined) throw new Misuse('Say with `-o FILE` where the back-up is to be written.');
    const [place, files] = [placeOption(values), await filesElsewhere(values, terminal.env)];
    const backedUp = given('folder' in place ? await backUp(place.folder, values.output, files) : await (await import('../../register/database/back-up-database.ts')).backUpDatabase(place.database, values.output, files));
    for (const { register, entries, root, files: count, damaged } of backedUp) {
      terminal.out(`${register}: ${entries} entries, root ${root}${filesInWords(count)}\n`);
      for (const digest of damaged) terminal.err(`The file of evidence ${digest} of ${register} is damaged and is not in the back-up. Put it again, or take it from an older one.\n`);
    }
    return backedUp.every(({ damaged }) => damaged.length === 0) ? EXIT.done : EXIT.notIntact;
  },
};

export const filesInWords = (files: number): string => (files === 0 ? '' : `, ${files} file${files === 1 ? '' : 's'} of evidence`);
