import { leafOf } from '../../register/kept-form.ts';
import type { Command } from '../command.ts';
import { entryNumbered } from '../entry-number.ts';
import { EXIT } from '../exit-code.ts';
import { given, keptRegister } from '../kept.ts';
import { exactly, KEPT, parsed, PLACE_USAGE } from '../options.ts';

export const leaf: Command = {
  summary: 'Print the exact bytes of the leaf of an entry.',
  usage: `answerable leaf N --data DIR [--register ID]

  No line end follows: what is printed is what is hashed.
  ${PLACE_USAGE}`,
  async run(args, terminal) {
    const { values, positionals } = parsed(args, KEPT);
    const [written = ''] = exactly(positionals, 'N');
    const bytes = given(leafOf(entryNumbered(written, await keptRegister(values))));
    terminal.out(new TextDecoder().decode(bytes));
    return EXIT.done;
  },
};
