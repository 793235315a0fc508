import { writeReceipt } from '../../register/log/receipt.ts';
import type { Command } from '../command.ts';
import { entryNumbered } from '../entry-number.ts';
import { EXIT } from '../exit-code.ts';
import { keptRegister } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';
import { printed } from '../write-out.ts';

export const receipt: Command = {
  summary: 'Give the stand-alone proof of an entry.',
  usage: `answerable receipt N --data DIR [--register ID] [-o FILE.tlog-proof]

  N is the number of an entry, counted from 0. The receipt (C2SP tlog-proof) proves, with
  the verifier key and the leaf alone, that the entry is in the register.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, { ...KEPT, output: { type: 'string', short: 'o' } });
    const [written = ''] = exactly(positionals, 'N');
    const register = await keptRegister(values);
    const { number } = entryNumbered(written, register);
    const text = writeReceipt({ index: number, proof: register.tree.inclusionProof(number), checkpoint: register.checkpoint });
    await printed(text, values.output, terminal);
    return EXIT.done;
  },
};
