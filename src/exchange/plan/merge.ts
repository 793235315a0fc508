import { canonicalJson } from '../../kernel/canonical-json.ts';
import { addDays } from '../../kernel/date.ts';
import { contains } from '../../kernel/period.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { Image } from '../../register/image.ts';
import { ENTERED_FROM } from './entered-from.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A record of a source, read as ours, with what the source speaks of. */
export interface Offered {
  readonly versions: readonly AnyRecord[];
  readonly spoken: ReadonlySet<string>;
  readonly period: 'said' | 'seen';
}

/** Where what the register says is kept although the source says something else. */
export interface Kept {
  readonly ref: string;
  readonly fields: readonly string[];
  /** `here`: it was changed here and not there; `both`: there too, or nobody can tell; `erased`: it was erased here, which stays so. */
  readonly because: 'here' | 'both' | 'erased';
}

export interface Merged {
  readonly versions: readonly AnyRecord[];
  readonly kept: Kept | undefined;
}

/** What each record was when it was last entered from a source. */
export function lastEntered(image: Image): (ref: string) => AnyRecord | undefined {
  const last = new Map<string, AnyRecord>();
  for (const { act, changes } of image.entries) {
    if (act !== ENTERED_FROM) continue;
    for (const { kind, id, record } of changes) if (record !== undefined) last.set(`${kind}/${id}`, record);
  }
  return (ref) => last.get(ref);
}

/** The records that were erased here: they do not come back. */
export const erasedRecords = (image: Image): ReadonlySet<string> =>
  new Set(image.entries.flatMap(({ erasure }) => (erasure?.says === 'carried-out' ? erasure.erased.map(({ record }) => record) : [])));

/**
 * What a record would be: what the source says of it where nobody changed that here, else what the register says. Of the fields of which
 * the source does not speak the register's stay. @param theirs whether the source wins where both differ
 */
export function merged({ versions, spoken, period }: Offered, before: readonly AnyRecord[], base: AnyRecord | undefined, theirs: boolean): Merged {
  const [source, current] = [versions.at(-1), before.at(-1)];
  if (source === undefined) return { versions: before, kept: undefined };
  if (current === undefined) return { versions, kept: undefined };
  // What is only named in passing says nothing new of what is here, but of who sits where.
  if (period === 'seen') return source.ref.startsWith('seats/') ? mergedSeat(versions, before, base, theirs) : { versions: before, kept: undefined };
  const fields: Record<string, unknown> = { ...current };
  const kept: { field: string; both: boolean }[] = [];
  for (const field of spoken) {
    if (field === 'from' || field === 'until') continue;
    const [s, c, b] = [carried(field, valueOf(source, field), valueOf(current, field)), valueOf(current, field), base === undefined ? undefined : carried(field, valueOf(base, field), valueOf(current, field))];
    if (same(s, c)) continue;
    if (theirs || (base !== undefined && same(c, b))) fields[field] = s;
    else kept.push({ field, both: base === undefined || !same(s, b) });
  }
  const valid = { ...current.valid };
  for (const end of ['from', 'until'] as const) {
    const [s, c, b] = [source.valid[end], current.valid[end], base?.valid[end]];
    // A source that gives no date says nothing of it, unless it gave one before.
    if (s === c || (s === undefined && b === undefined)) continue;
    if (theirs || (base !== undefined && c === b)) valid[end] = s;
    else kept.push({ field: end, both: base === undefined || s !== b });
  }
  const last = { ...(fields as unknown as AnyRecord), valid };
  return {
    versions: [...before.slice(0, -1), last],
    kept: kept.length === 0 ? undefined : { ref: source.ref, fields: kept.map(({ field }) => field), because: kept.some(({ both }) => both) ? 'both' : 'here' },
  };
}

/** A seat is as it was; from the day on which somebody was seen in another role it is of that role. */
function mergedSeat(versions: readonly AnyRecord[], before: readonly AnyRecord[], base: AnyRecord | undefined, theirs: boolean): Merged {
  const source = versions.at(-1);
  const current = before.at(-1);
  if (source === undefined || current === undefined) return { versions: before, kept: undefined };
  const [said, is, was] = [valueOf(source, 'role'), valueOf(current, 'role'), base === undefined ? undefined : valueOf(base, 'role')];
  const since = source.valid.from;
  if (same(said, is) || since === undefined || before.some((one) => contains(one.valid, since) && one !== current)) return { versions: before, kept: undefined };
  const isOver = !contains(current.valid, since);
  if (!theirs && (isOver || !(base !== undefined && same(is, was)))) return { versions: before, kept: { ref: source.ref, fields: [isOver ? 'until' : 'role'], because: base !== undefined && same(said, was) ? 'here' : 'both' } };
  const changedOn = current.valid.from !== undefined && since <= current.valid.from ? addDays(current.valid.from, 1) : since;
  const ended = isOver ? current : { ...current, valid: { ...current.valid, until: changedOn } };
  return { versions: [...before.slice(0, -1), ended, { ...current, role: said, valid: { from: changedOn, ...(isOver ? {} : { until: current.valid.until }) } } as AnyRecord], kept: undefined };
}

/** Of a text a source says one language and nothing of the other; items of a meeting keep what was said of them here: their themes, functions, papers. */
function carried(field: string, source: unknown, current: unknown): unknown {
  if (isText(source) && isText(current)) return { ...current, ...source };
  if (field !== 'items' || !Array.isArray(source) || !Array.isArray(current)) return source;
  const left = [...(current as readonly Fields[])];
  return (source as readonly Fields[]).map((item) => {
    const match = left.find((one) => same(one['number'], item['number']) && same(one['title'], item['title'])) ?? left.find((one) => same(one['title'], item['title']));
    if (match === undefined) return item;
    left.splice(left.indexOf(match), 1);
    return { ...match, ...Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))) };
  });
}

const isText = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => key === 'en' || key === 'cy');
const valueOf = (record: AnyRecord, field: string): unknown => (record as unknown as Fields)[field];
const same = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);
