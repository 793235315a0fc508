import { base64 } from '../../register/log/base64.ts';
import { stateOf, witnessesIn } from '../../register/witness/cosigned-note.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { keptRegister } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';

export const checkpoint: Command = {
  summary: 'Print the signed checkpoint of a kept register.',
  usage: `answerable checkpoint --data DIR [--register ID] [--json]

  A signed note (C2SP tlog-checkpoint): keep it elsewhere, and later ask
  \`answerable verify --since FILE\` whether the register still begins with it.
  Cosignatures that witnesses gave for it stand under the signature; --json says them in
  words. \`answerable verify --witness VKEY\` checks them.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { ...KEPT, json: { type: 'boolean' } });
    exactly(positionals);
    const { checkpoint: note, key, tree } = await keptRegister(values);
    const witnesses = witnessesIn(note);
    const told = { origin: key.name, size: tree.size, root: base64(tree.root()), state: stateOf(witnesses), witnesses, note };
    terminal.out(values.json === true ? `${JSON.stringify(told, null, 2)}\n` : note);
    return EXIT.done;
  },
};
