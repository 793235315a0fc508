import { parseDate } from '../../kernel/date.ts';
import { quoted } from '../../kernel/fault.ts';
import { nearest } from '../../kernel/nearest.ts';
import type { Shape } from './shape.ts';
import type { Path, Telling } from './source.ts';

/** ` Did you mean …?`, or the choices where none is near. */
export function choiceOf(found: string, choices: readonly string[]): { readonly advice: string; readonly nearest?: string } {
  const near = nearest(found, choices);
  if (near !== undefined) return { advice: ` Did you mean ${quoted(near)}?`, nearest: near };
  const listed = choices.slice(0, 30).map((choice) => quoted(choice)).join(', ');
  return { advice: choices.length === 0 ? '' : ` Choose one of ${listed}${choices.length > 30 ? ', …' : ''}.` };
}

export function unknownField(key: string, of: string, fields: readonly string[]): Telling {
  const { advice, ...near } = choiceOf(key, fields);
  return { sentence: `${quoted(key)} is not a field of ${quoted(of)}.${advice}`, found: key, expected: `one of ${fields.join(', ')}`, ...near };
}

/** @param owner in quotes, with where it stands */
export function missingField(field: string, owner: string, shape: Shape | undefined): Telling {
  const expected = shape?.meta.expected ?? 'words';
  return { sentence: `${owner} has no ${quoted(field)}. It needs one: ${expected}.`, expected };
}

export const emptyWords = (field: string): Telling => ({ sentence: `${quoted(field)} is empty. Give it words, or leave it out.`, found: '' });

export const tooLong = (field: string, limit: number, what: string): Telling => ({
  sentence: `${quoted(field)} holds more than ${limit.toLocaleString('en-GB')} ${what}, the most that is kept.`,
  expected: `at most ${limit} ${what}`,
});

/** What the parts of a leaf hold: of words in two languages, of an agenda. */
const WITHIN: Readonly<Record<string, string>> = { en: 'words', cy: 'words', issuedOn: 'a date that exists, written YYYY-MM-DD', issued: 'true, false or a date' };

interface Wrong {
  readonly code: string;
  readonly tell: () => Telling;
}

/** A value that its field cannot hold. @param path inside the record, for words inside a pair of languages */
export function wrongValue(field: string, value: unknown, shape: Shape | undefined, path: Path): Wrong {
  const found = typeof value === 'string' ? value : inShort(value);
  const expected = WITHIN[String(path.at(-1))] ?? shape?.meta.expected ?? 'something else';
  const subject = typeof path.at(-1) === 'number' ? `An item of ${quoted(field)}` : quoted(field);
  if (typeof value === 'string') {
    if (shape?.is === 'choice') return { code: 'unknown-value', tell: () => notAChoice(field, value, shape.choices, expected) };
    if (shape?.is === 'date' || shape?.is === 'agenda') return { code: 'bad-date', tell: () => notADate(field, value, expected) };
    if (shape?.is === 'instant') return { code: 'bad-instant', tell: () => notAMoment(field, value, expected) };
    if (shape?.is === 'duration') return { code: 'bad-duration', tell: () => notADuration(field, value, expected) };
    if (shape?.is === 'code' && field === 'id') return { code: 'bad-id', tell: () => notAnId(value, expected) };
    if (shape?.meta.values !== undefined) return { code: 'unknown-value', tell: () => notAChoice(field, value, Object.keys(shape.meta.values ?? {}), expected) };
  }
  return { code: 'wrong-type', tell: () => ({ sentence: `${subject} must be ${expected}; ${named(value)} was found.${hint(value, shape)}`, found, expected }) };
}

function notAChoice(field: string, value: string, choices: readonly string[], expected: string): Telling {
  const { advice, ...near } = choiceOf(value, choices);
  return { sentence: `${quoted(field)} cannot be ${quoted(value)}.${advice}`, found: value, expected, ...near };
}

function notADate(field: string, value: string, expected: string): Telling {
  const near = dateMeant(value);
  const advice = near === undefined ? '' : ` Did you mean ${quoted(near)}?`;
  return { sentence: `${quoted(field)} must be ${expected}; ${quoted(value)} was found.${advice}`, found: value, expected, ...(near === undefined ? {} : { nearest: near }) };
}

/** 05/11/2012 and 5.11.2012 as a British reader means them; 2012-11-5 and 2012/11/05; an instant. */
function dateMeant(value: string): string | undefined {
  const dayFirst = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(value);
  const yearFirst = /^(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})(?:[T ].*)?$/.exec(value);
  const [year, month, day] = dayFirst === null ? (yearFirst?.slice(1) ?? []) : [dayFirst[3], dayFirst[2], dayFirst[1]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** A zone is never guessed: one hour in the year comes twice. */
const notAMoment = (field: string, value: string, expected: string): Telling => ({ sentence: `${quoted(field)} must be ${expected}; ${quoted(value)} was found.`, found: value, expected });

const DURATIONS: Readonly<Record<string, string>> = {
  daily: 'P1D', weekly: 'P1W', fortnightly: 'P2W', monthly: 'P1M', 'every month': 'P1M', 'bi-monthly': 'P2M', quarterly: 'P3M', termly: 'P4M',
  'six-monthly': 'P6M', 'half-yearly': 'P6M', yearly: 'P1Y', annual: 'P1Y', annually: 'P1Y', 'every year': 'P1Y',
};

function notADuration(field: string, value: string, expected: string): Telling {
  const near = DURATIONS[value.toLowerCase()] ?? nearest(value.toUpperCase(), ['P1D', 'P1W', 'P2W', 'P1M', 'P3M', 'P6M', 'P1Y', 'P2Y']);
  const advice = near === undefined ? '' : ` Did you mean ${quoted(near)}?`;
  return { sentence: `${quoted(field)} must be ${expected}; ${quoted(value)} was found.${advice}`, found: value, expected, ...(near === undefined ? {} : { nearest: near }) };
}

function notAnId(value: string, expected: string): Telling {
  const near = value.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[._-]+|[._-]+$/g, '').slice(0, 100);
  const advice = near === '' ? '' : ` Did you mean ${quoted(near)}?`;
  return { sentence: `${quoted(value)} cannot be an id: it must be ${expected}, at most 100 characters.${advice}`, found: value, expected, ...(near === '' ? {} : { nearest: near }) };
}

const inShort = (value: unknown): string => (Array.isArray(value) ? 'a list' : typeof value === 'object' && value !== null ? 'a group' : String(value));

function named(value: unknown): string {
  if (typeof value === 'number') return `the number ${quoted(value)}`;
  if (typeof value === 'boolean') return quoted(value);
  return typeof value === 'string' ? quoted(value) : value === null ? 'nothing' : inShort(value);
}

function hint(value: unknown, shape: Shape | undefined): string {
  if (shape?.is === 'list' && typeof value === 'string') return ` Write \`[${quoted(value).slice(1, -1)}]\`.`;
  if ((shape?.is === 'words' || shape?.is === 'text') && (typeof value === 'number' || typeof value === 'boolean')) return ' Put it in quotes if it is meant as words.';
  return '';
}
