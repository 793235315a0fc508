import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { exactly, parsed } from '../options.ts';
import { SETTINGS, SETTINGS_FILE } from '../settings.ts';

export const settingsCommand = (fromFile: () => readonly string[]): Command => ({
  summary: 'Show every setting of this machine, and where it comes from.',
  usage: `answerable settings [--json]

  Settings stand in the environment, or as NAME=value lines in the file that ${SETTINGS_FILE}
  names (systemd's EnvironmentFile is written the same). The environment wins over the file,
  and an option of a command over both. What is secret is not shown. The whole list with what
  each means is in docs/reference/settings.md.`,
  run(args, { env, out }) {
    const { values, positionals } = parsed(args, { json: { type: 'boolean' } });
    exactly(positionals);
    const taken = fromFile();
    const rows = SETTINGS.map(({ name, usual, what, isSecret = false, option }) => {
      const value = env[name] || undefined;
      return { name, ...(option === undefined ? {} : { option }), what, value: value === undefined ? undefined : isSecret ? 'set; not shown' : value, from: value === undefined ? 'nobody' : taken.includes(name) ? 'file' : 'environment', usual };
    });
    const width = Math.max(...rows.map(({ name }) => name.length));
    if (values.json === true) out(`${JSON.stringify({ file: env[SETTINGS_FILE] || null, settings: rows }, null, 2)}\n`);
    else for (const { name, value, from, usual } of rows) out(`${name.padEnd(width)}  ${value === undefined ? `not set; usual: ${usual}` : `${value}  (${from})`}\n`);
    return Promise.resolve(EXIT.done);
  },
});
