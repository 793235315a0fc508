import type { CalendarDate } from '../../kernel/date.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { KIND_NAMES } from '../../model/kinds.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import type { Value } from '../../rules/outcome.ts';
import { FILLED_IN, HAPPENING_TABLE, type HappeningRow } from './happening-table.ts';
import type { Happening } from './happening.ts';
import { lapses, reviews } from './lapses.ts';
import { namesIn } from './names-in.ts';
import { restructures } from './restructures.ts';
import { vacancies } from './vacancies.ts';
import { versionsOf } from './versions-of.ts';

type Fields = Readonly<Record<string, unknown>>;

const known = new WeakMap<RegisterContent, readonly Happening[]>();

/**
 * Everything with a day that the register tells, in the order of the days: what its records say of themselves, posts that fell vacant,
 * changes to posts and bodies, and agreements that lapsed because a holder left. The register is read through once.
 */
export function happenings(content: RegisterContent): readonly Happening[] {
  let found = known.get(content);
  if (found === undefined) known.set(content, (found = readThrough(content)));
  return found;
}

const byRecord = new WeakMap<RegisterContent, ReadonlyMap<string, readonly Happening[]>>();

/** Those that name a record, in the order of the days. */
export function happeningsOf(content: RegisterContent, ref: string): readonly Happening[] {
  let index = byRecord.get(content);
  if (index === undefined) {
    const made = new Map<string, Happening[]>();
    for (const happening of happenings(content)) for (const name of happening.names) {
      const own = made.get(name);
      if (own === undefined) made.set(name, [happening]);
      else own.push(happening);
    }
    byRecord.set(content, (index = made));
  }
  return index.get(ref) ?? [];
}

function readThrough(content: RegisterContent): readonly Happening[] {
  const own = KIND_NAMES.flatMap((kind) => {
    const rows = HAPPENING_TABLE[kind];
    return rows === undefined ? [] : versionsOf(content, kind).flatMap((versions) => rows.flatMap((row) => tellings(versions, row)));
  });
  const all = [...own, ...vacancies(content), ...lapses(content), ...reviews(content), ...restructures(content)];
  return all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** What one row says of a record: once for each day, however many versions say it. */
function tellings(versions: readonly AnyRecord[], row: HappeningRow): readonly Happening[] {
  const told = new Map<CalendarDate, Happening>();
  const among = row.at === 'from' ? versions.slice(0, 1) : row.at === 'until' ? versions.slice(-1) : versions;
  for (const record of among) {
    const fields = record as unknown as Fields;
    if (row.where !== undefined && Object.entries(row.where).some(([name, value]) => !isSo(fields[name], value))) continue;
    for (const { day, item } of daysAt(record, row.at)) {
      const values = { ...fields, ...item, record: record.ref } as Readonly<Record<string, Value | undefined>>;
      const places = [...row.says.en.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      // A field that is not filled in, or that the reader may not see: then this is not said.
      if (places.some((name) => values[name] === undefined || isEmpty(values[name]))) continue;
      const filled = Object.fromEntries(places.map((name) => [name, values[name] as Value]));
      told.set(day, { day, of: row.of, says: { says: row.says, with: filled, records: [record.ref] }, record: record.ref, names: namesIn(record) });
    }
  }
  return [...told.values()];
}

const isSo = (value: unknown, wanted: unknown): boolean => (wanted === FILLED_IN ? value !== undefined : wanted instanceof RegExp ? typeof value === 'string' && wanted.test(value) : value === wanted);

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function daysAt(record: AnyRecord, path: string): readonly { readonly day: CalendarDate; readonly item: Fields }[] {
  if (path === 'from' || path === 'until') return record.valid[path] === undefined ? [] : [{ day: record.valid[path], item: {} }];
  const [head = '', inner] = path.split('.');
  const value = (record as unknown as Fields)[head];
  if (value === undefined) return [];
  if (inner === undefined) return [{ day: value as CalendarDate, item: {} }];
  const groups = (Array.isArray(value) ? value : [value]) as readonly Fields[];
  return groups.flatMap((item) => (item[inner] === undefined ? [] : [{ day: item[inner] as CalendarDate, item: Array.isArray(value) ? withoutDates(item) : {} }]));
}

/** The fields of a group beside its dates: `on` of a response is not who the record is on. */
const withoutDates = (item: Fields): Fields => Object.fromEntries(Object.entries(item).filter(([name]) => !['on', 'to', 'from', 'text'].includes(name)));
