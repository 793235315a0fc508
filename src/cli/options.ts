import { parseArgs, type ParseArgsConfig } from 'node:util';
import { parseDate, type CalendarDate } from '../kernel/date.ts';
import { parseDuration, type Duration } from '../kernel/duration.ts';
import { quoted } from '../kernel/fault.ts';
import { parseInstant, type Instant } from '../kernel/instant.ts';
import { didYouMean } from '../kernel/nearest.ts';
import type { Language } from '../kernel/text.ts';
import { Misuse } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Which kept register: the data folder, or the database and the folder of its signing keys; and its id where several are kept there. */
export const KEPT = {
  data: { type: 'string' },
  'database-url': { type: 'string' },
  keys: { type: 'string' },
  register: { type: 'string' },
} as const satisfies Options;

/** The options that every command which reads a register takes. */
export const READING = {
  ...KEPT,
  'known-at': { type: 'string' },
  guidance: { type: 'string' },
  'as-at': { type: 'string' },
  'look-back': { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies Options;

/** What the usage of a command for kept registers says of where they are kept. */
export const PLACE_USAGE = `In place of --data, --database-url URL [--keys DIR] names a PostgreSQL database and the
  folder of its signing keys (ANSWERABLE_DATABASE_URL, ANSWERABLE_KEYS; ~/.answerable/keys).`;

/** Reads the words after a command. @throws Misuse for an option it does not have, with the nearest one. */
export function parsed<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const unknown = /Unknown option '--?([^'=\s]+)/.exec((error as Error).message)?.[1];
    if (unknown === undefined) throw new Misuse((error as Error).message.split('\n')[0] ?? '');
    const near = didYouMean(unknown, Object.keys(options)).replace('`?', '`?').replace(/`(?=\w)/, '`--');
    throw new Misuse(`\`--${unknown}\` is not an option here.${near}`);
  }
}

export function dateOption(written: string | undefined, name: string): CalendarDate | undefined {
  if (written === undefined) return undefined;
  const date = parseDate(written);
  if (date === undefined) throw new Misuse(`${quoted(written)} is not a date: \`--${name}\` takes a date that exists, written YYYY-MM-DD.`);
  return date;
}

export function instantOption(written: string | undefined, name: string): Instant | undefined {
  if (written === undefined) return undefined;
  const instant = parseInstant(written);
  if (instant === undefined) throw new Misuse(`${quoted(written)} is not an instant: \`--${name}\` takes one written YYYY-MM-DDThh:mm:ssZ.`);
  return instant;
}

export function durationOption(written: string | undefined, name: string): Duration | undefined {
  if (written === undefined) return undefined;
  const length = parseDuration(written);
  if (length === undefined) throw new Misuse(`${quoted(written)} is not a duration: \`--${name}\` takes one such as P1Y or P6M.`);
  return length;
}

export function languageOption(written: string | undefined): Language {
  if (written === undefined || written === 'en' || written === 'cy') return written ?? 'en';
  throw new Misuse(`${quoted(written)} is not a language of Answerable: \`--lang\` takes \`en\` or \`cy\`.`);
}

/** The words that the command needs, in order. @throws Misuse when some are missing or there are more. */
export function exactly(positionals: readonly string[], ...names: readonly string[]): readonly string[] {
  const missing = names.slice(positionals.length);
  if (missing.length > 0) throw new Misuse(`${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`);
  const extra = positionals[names.length];
  if (extra !== undefined) throw new Misuse(`${quoted(extra)} is one word too many.`);
  return positionals;
}
