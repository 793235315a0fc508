import { backUp } from '../../register/folder/back-up.ts';
import { Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { folderOption, given } from '../kept.ts';
import { exactly, KEPT, parsed } from '../options.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Copy a data folder into one file, while it is in use.',
  usage: `answerable backup --data DIR -o FILE

  The state of one moment, verified before the file gets its name. It holds the signing
  keys too: keep it as carefully as the folder.`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { data: KEPT.data, output: { type: 'string', short: 'o' } });
    exactly(positionals);
    if (values.output === undefined) throw new Misuse('Say with `-o FILE` where the back-up is to be written.');
    const backedUp = given(await backUp(folderOption(values), values.output));
    for (const { register, entries, root } of backedUp) terminal.out(`${register}: ${entries} entries, root ${root}\n`);
    return EXIT.done;
  },
};
