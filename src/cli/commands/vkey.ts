import { verifierKey } from '../../register/log/note-key.ts';
import { chainOfKeys } from '../../register/rotation/changes-of-key.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { keptRegister } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';

export const vkey: Command = {
  summary: 'Print the key that verifies checkpoints and receipts.',
  usage: `answerable vkey --data DIR [--register ID] [--all]

  Publish it: with it anyone can check a checkpoint or a receipt, offline. Where the key
  was changed, --all prints every key, the newest last, each with the number of entries
  from which on it signs: an older receipt is checked with the key of its time.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { ...KEPT, all: { type: 'boolean' } });
    exactly(positionals);
    const { key, entries } = await keptRegister(values);
    if (values.all === true) for (const one of chainOfKeys(entries, verifierKey(key))) terminal.out(`${one.key} ${one.from}\n`);
    else terminal.out(`${verifierKey(key)}\n`);
    return EXIT.done;
  },
};
