import { quoted } from '../../kernel/fault.ts';
import { nearest } from '../../kernel/nearest.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import { shapeOf } from '../../model/register-file/shape.ts';
import type { Opened } from './opened.ts';

/** Which records of a list are wanted. */
export interface Wanted {
  /** `FIELD:VALUE`: only those whose field says so, or names the record of that id, or holds it in its list. */
  readonly where: readonly string[];
  /** Only those that hold every one of these words. */
  readonly q: string | undefined;
  /** The versions that hold on the date, or all. */
  readonly versions: 'now' | 'all';
}

/** The versions of some kinds that the caller may see and wants, by kind, id and time. */
export function recordsWanted({ seen }: Pick<Opened, 'seen'>, kinds: readonly KindName[], { where, q = '', versions }: Wanted): Result<readonly AnyRecord[]> {
  const filters = where.map((written) => ({ field: written.slice(0, Math.max(0, written.indexOf(':'))), value: written.slice(written.indexOf(':') + 1) }));
  for (const { field } of filters) {
    const fields = [...new Set(kinds.flatMap((kind) => [...shapeOf(kind).fields.keys()]))];
    if (fields.includes(field)) continue;
    const near = nearest(field, fields);
    return refused({ category: 'misuse', code: 'unknown-field', sentence: `${quoted(field)} is not a field of ${kinds.map((kind) => quoted(kind)).join(', ')}: \`where\` takes FIELD:VALUE.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`, place: { path: 'where' }, found: field, ...(near === undefined ? {} : { nearest: near }) });
  }
  const words = plain(q).split(/\s+/).filter((word) => word !== '');
  const found = kinds.flatMap((kind) => (seen.all(kind, versions === 'all' ? 'ever' : 'now') as readonly AnyRecord[])
    .filter((record) => filters.every(({ field, value }) => says((record as unknown as Readonly<Record<string, unknown>>)[field], value)) && hasWords(record, words))
    .toSorted((a, b) => inOrder(a.id, b.id) || inOrder(a.valid.from ?? '', b.valid.from ?? '')));
  return ok(found);
}

function says(held: unknown, value: string): boolean {
  if (Array.isArray(held)) return held.some((one) => says(one, value));
  if (typeof held === 'string') return held === value || held.slice(held.indexOf('/') + 1) === value;
  return typeof held === 'object' && held !== null ? Object.values(held).includes(value) : String(held) === value;
}

function hasWords({ valid: _, ...fields }: AnyRecord, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = plain(JSON.stringify(fields));
  return words.every((word) => text.includes(word));
}

/** Without capitals and accents, which people leave out when they search. */
const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
