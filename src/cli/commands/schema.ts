import { registerFileSchema } from '../../model/register-file/json-schema.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { exactly, parsed } from '../options.ts';

export const schema: Command = {
  summary: 'Print the JSON Schema of a register file, for editors.',
  usage: 'answerable schema',
  run(args, terminal) {
    exactly(parsed(args, {}).positionals);
    terminal.out(`${JSON.stringify(registerFileSchema(), null, 2)}\n`);
    return Promise.resolve(EXIT.done);
  },
};
