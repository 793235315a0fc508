import { quoted, type Fault } from '../../kernel/fault.ts';
import { parseDuration, type Duration } from '../../kernel/duration.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { ID } from '../../model/kind.ts';
import { KIND_NAMES, kindCalled } from '../../model/kinds.ts';
import type { Leaving } from './erasure-said.ts';

/** What `erasure.propose` is given. */
export interface ProposalInput {
  readonly records: readonly string[];
  /** A rule of retention by its id, or the authority for it and why. */
  readonly grounds: { readonly rule: string } | { readonly authority: string; readonly why: string };
  readonly leaving: Leaving;
  readonly within: Duration;
}

/** A leaf has room for so many records with what stays in their place. */
export const MOST_RECORDS = 100;

/** How long a proposal stands, where it does not say so itself. */
const WITHIN = 'P28D' as Duration;
const KEYS = ['records', 'rule', 'authority', 'why', 'leaving', 'within'];

type Group = Readonly<Record<string, unknown>>;

export function readProposal(input: unknown): Result<ProposalInput> {
  if (!isGroup(input)) return { ok: false, faults: [fault('wrong-type', 'A group of `records`, `rule` or `authority` and `why`, and `leaving` is expected.', '')] };
  const faults = unknownKeys(input, KEYS);
  const records = readRecords(input['records'], faults);
  const grounds = readGrounds(input, faults);
  const leaving = readLeaving(input['leaving'], records, faults);
  const written = input['within'];
  const within = written === undefined ? WITHIN : typeof written === 'string' ? parseDuration(written) : undefined;
  if (within === undefined) faults.push(fault('wrong-duration', `${quoted(written)} is not a duration such as P14D: it says within what time another person may carry this out.`, 'within'));
  return faults.length > 0 || grounds === undefined || within === undefined ? { ok: false, faults } : ok({ records, grounds, leaving, within });
}

/** Reads `{ proposal: ENTRY }`. */
export function readProposalNumber(input: unknown): Result<number> {
  const number = isGroup(input) ? input['proposal'] : undefined;
  const faults = isGroup(input) ? unknownKeys(input, ['proposal']) : [];
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) {
    faults.push(fault('wrong-number', number === undefined ? '`proposal` is missing: the number of the entry that proposed the erasure.' : `${quoted(number)} is not the number of an entry.`, 'proposal'));
  }
  return faults.length > 0 ? { ok: false, faults } : ok(number as number);
}

function readRecords(given: unknown, faults: Fault[]): readonly string[] {
  if (!Array.isArray(given) || given.length === 0) {
    faults.push(fault('wrong-type', '`records` must be a list of at least one record, written KIND/ID.', 'records'));
    return [];
  }
  if (given.length > MOST_RECORDS) faults.push(fault('too-many', `${given.length} records are too many for one proposal: ${MOST_RECORDS} is the most.`, 'records'));
  const refs = given.map((one: unknown, index) => readRef(one, `records[${index}]`, faults));
  const twice = refs.find((ref, index) => ref !== undefined && refs.indexOf(ref) < index);
  if (twice !== undefined) faults.push(fault('duplicate', `${quoted(twice)} is named twice.`, 'records'));
  return refs.filter((ref) => ref !== undefined);
}

function readRef(given: unknown, path: string, faults: Fault[]): string | undefined {
  const [word = '', id = '', ...more] = typeof given === 'string' ? given.split('/') : [];
  const kind = kindCalled(word);
  if (kind !== undefined && ID.test(id) && more.length === 0) return `${kind}/${id}`;
  const near = kind === undefined && word !== '' ? didYouMean(word, KIND_NAMES) : '';
  faults.push(fault('wrong-record', `${quoted(given)} is not a record written KIND/ID, such as \`persons/ann\`.${near}`, path));
  return undefined;
}

function readGrounds(input: Group, faults: Fault[]): ProposalInput['grounds'] | undefined {
  const { rule, authority, why } = input;
  for (const [key, value] of [['rule', rule], ['authority', authority], ['why', why]] as const) {
    if (value !== undefined && (typeof value !== 'string' || value.trim() === '' || value.length > 2_000)) {
      faults.push(fault('wrong-words', `\`${key}\` must be words, up to 2,000 characters.`, key));
      return undefined;
    }
  }
  if (typeof rule === 'string' && authority === undefined && why === undefined) return { rule };
  if (rule === undefined && typeof authority === 'string' && typeof why === 'string') return { authority, why };
  faults.push(fault('no-grounds', 'Say with `rule` which rule of retention asks for this, or with `authority` and `why` what allows it and the reason: one or the other.', 'rule'));
  return undefined;
}

function readLeaving(given: unknown, records: readonly string[], faults: Fault[]): Leaving {
  if (given === undefined) return {};
  if (!isGroup(given)) {
    faults.push(fault('wrong-type', '`leaving` must give, for a record written KIND/ID, the fields that stay in its place.', 'leaving'));
    return {};
  }
  return Object.fromEntries(Object.entries(given).flatMap(([key, fields]) => {
    const ref = readRef(key, `leaving.${key}`, faults);
    if (ref === undefined) return [];
    if (!records.includes(ref)) faults.push(fault('not-among', `${quoted(key)} is not among \`records\`.${didYouMean(key, records)}`, `leaving.${key}`));
    if (isGroup(fields)) return [[ref, fields]];
    faults.push(fault('wrong-type', `What stays in the place of ${quoted(key)} must be a group of the record’s fields.`, `leaving.${key}`));
    return [];
  }));
}

const unknownKeys = (input: Group, keys: readonly string[]): Fault[] =>
  Object.keys(input).filter((key) => !keys.includes(key)).map((key) => fault('unknown-key', `${quoted(key)} is not expected here.${didYouMean(key, keys)}`, key));

const fault = (code: string, sentence: string, path: string): Fault => ({ category: 'input', code, sentence, ...(path === '' ? {} : { place: { path } }) });

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value);
