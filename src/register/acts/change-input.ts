import type { Fault } from '../../kernel/fault.ts';
import { quoted } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { parseDate } from '../../kernel/date.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { ID } from '../../model/kind.ts';
import { KIND_NAMES, kindCalled, type KindName } from '../../model/kinds.ts';

/** One change of a generic act's input. */
export interface ChangeInput {
  readonly kind: KindName;
  readonly id: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly body?: Readonly<Record<string, unknown>> | undefined;
}

const KEYS = ['kind', 'id', 'from', 'until', 'body'];

/** Reads `{ kind, id, from?, until?, body }`, or several as `{ changes: [ … ] }`. */
export function readChanges(input: unknown, body: 'needed' | 'none'): Result<readonly ChangeInput[]> {
  const several = isGroup(input) && 'changes' in input;
  const faults: Fault[] = [];
  if (several) {
    const extra = Object.keys(input).filter((key) => key !== 'changes');
    for (const key of extra) faults.push(fault('unknown-key', `${quoted(key)} stands beside \`changes\`. Put everything into the list.`, key));
  }
  const list: unknown = several ? input['changes'] : [input];
  if (!Array.isArray(list) || list.length === 0) return { ok: false, faults: [fault('wrong-type', '`changes` must be a list of at least one change.', 'changes')] };
  const read = list.map((one, index) => readChange(one, several ? `changes[${index}]` : '', body, faults));
  return faults.length > 0 ? { ok: false, faults } : ok(read);
}

function readChange(given: unknown, path: string, wanted: 'needed' | 'none', faults: Fault[]): ChangeInput {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const tell = (code: string, sentence: string, key: string, found?: unknown): void => void faults.push({ ...fault(code, sentence, at(key)), ...(typeof found === 'string' ? { found } : {}) });
  if (!isGroup(given)) {
    faults.push(fault('wrong-type', 'A change is a group of `kind`, `id`, `from`, `until` and `body`.', path));
    return { kind: 'posts', id: '' };
  }
  for (const key of Object.keys(given)) if (!KEYS.includes(key)) tell('unknown-key', `${quoted(key)} is not expected here.${didYouMean(key, KEYS)}`, key);
  const { from, until, body } = given;
  const named = given['kind'];
  const kind = typeof named === 'string' ? kindCalled(named) : undefined;
  const id = typeof given['id'] === 'number' ? String(given['id']) : given['id'];
  if (kind === undefined) {
    tell('unknown-kind', named === undefined ? '`kind` is missing: name a kind, such as `posts`.' : `${quoted(named)} is not a kind of record.${didYouMean(typeof named === 'string' ? named : '', KIND_NAMES)}`, 'kind');
  }
  if (typeof id !== 'string' || !ID.test(id)) tell('wrong-id', id === undefined ? '`id` is missing.' : `${quoted(id)} is not an id of letters, digits, dot, dash or underscore.`, 'id', id);
  for (const [name, day] of [['from', from], ['until', until]] as const) {
    if (day !== undefined && (typeof day !== 'string' || parseDate(day) === undefined)) tell('wrong-date', `${quoted(day)} is not a date that exists, written YYYY-MM-DD.`, name, day);
  }
  if (wanted === 'needed' && !isGroup(body)) tell('body-missing', body === undefined ? '`body` is missing: the fields of the record.' : '`body` must be a group of the record’s fields.', 'body');
  if (wanted === 'none' && body !== undefined) tell('unknown-key', 'Ending a record takes no `body`.', 'body');
  return { kind: kind ?? 'posts', id: String(id), from: from as string | undefined, until: until as string | undefined, body: isGroup(body) ? body : undefined };
}

const fault = (code: string, sentence: string, path: string): Fault => ({ category: 'input', code, sentence, ...(path === '' ? {} : { place: { path } }) });

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
