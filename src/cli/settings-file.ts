import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { quoted } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { Misuse } from './command.ts';
import { SETTINGS, SETTINGS_FILE } from './settings.ts';

type Env = Record<string, string | undefined>;

const NAMES: readonly string[] = SETTINGS.map(({ name }) => name);

/** Standard names that libraries of ours read for themselves. */
const OF_LIBRARIES = /^(PG[A-Z]+|NODE_[A-Z_]+|NO_COLOR|TZ)$/;

/**
 * Puts what the file of settings says into the environment where that is silent. The file is written as systemd's EnvironmentFile is:
 * `NAME=value` a line, `#` before a remark. @throws Misuse for a file that cannot be read, and for a name that is no setting
 * @returns the names that the file gave
 */
export function takeSettings(env: Env): readonly string[] {
  const file = env[SETTINGS_FILE];
  if (file === undefined || file === '') return [];
  const written = settingsIn(file);
  const taken = Object.keys(written).filter((name) => env[name] === undefined || env[name] === '');
  for (const name of taken) env[name] = written[name];
  return taken;
}

function settingsIn(file: string): Readonly<Record<string, string | undefined>> {
  const text = read(file);
  text.split('\n').forEach((line, index) => {
    if (/^\s*(#.*)?$/.test(line)) return;
    const name = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*=/.exec(line)?.[1];
    if (name === undefined) throw new Misuse(`${file}, line ${index + 1}: a line of settings is \`NAME=value\`, or begins with \`#\`.`);
    if (NAMES.includes(name) || OF_LIBRARIES.test(name)) return;
    throw new Misuse(`${file}, line ${index + 1}: ${quoted(name)} is not a setting.${didYouMean(name, NAMES)} \`answerable settings\` lists them.`);
  });
  return parseEnv(text);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Misuse(`The file of settings that ${SETTINGS_FILE} names cannot be read: ${file} (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
}
