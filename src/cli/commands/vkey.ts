import { verifierKey } from '../../register/log/note-key.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { keptRegister } from '../kept.ts';
import { exactly, KEPT, parsed } from '../options.ts';

export const vkey: Command = {
  name: 'vkey',
  summary: 'Print the key that verifies checkpoints and receipts.',
  usage: `answerable vkey --data DIR [--register ID]

  Publish it: with it anyone can check a checkpoint or a receipt, offline.`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, KEPT);
    exactly(positionals);
    terminal.out(`${verifierKey((await keptRegister(values)).key)}\n`);
    return EXIT.done;
  },
};
