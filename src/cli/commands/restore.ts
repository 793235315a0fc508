import { restore } from '../../register/folder/back-up.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { folderOption, given } from '../kept.ts';
import { exactly, KEPT, parsed } from '../options.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Make a data folder of a back-up, verified.',
  usage: `answerable restore FILE --data DIR

  DIR must be empty or not there. Where a register in the back-up is not intact,
  nothing is restored.`,
  run(args, terminal) {
    const { values, positionals } = parsed(args, { data: KEPT.data });
    const [file = ''] = exactly(positionals, 'FILE');
    for (const { register, entries, root } of given(restore(file, folderOption(values)))) terminal.out(`${register}: intact, ${entries} entries, root ${root}\n`);
    return Promise.resolve(EXIT.done);
  },
};
