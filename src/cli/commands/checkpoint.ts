import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { keptRegister } from '../kept.ts';
import { exactly, KEPT, parsed } from '../options.ts';

export const checkpoint: Command = {
  name: 'checkpoint',
  summary: 'Print the signed checkpoint of a kept register.',
  usage: `answerable checkpoint --data DIR [--register ID]

  A signed note (C2SP tlog-checkpoint): keep it elsewhere, and later ask
  \`answerable verify --since FILE\` whether the register still begins with it.`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, KEPT);
    exactly(positionals);
    terminal.out((await keptRegister(values)).checkpoint);
    return EXIT.done;
  },
};
