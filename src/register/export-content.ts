import type { CalendarDate } from '../kernel/date.ts';
import { contains } from '../kernel/period.ts';
import { hasOwnFrom, type AnyRecord } from '../model/kind.ts';
import { isKindName, KIND_NAMES, kindNamed, type KindName } from '../model/kinds.ts';
import { eachReference } from '../model/register-file/references.ts';
import { shapeOf } from '../model/register-file/shape.ts';
import { recordsOf } from '../model/register-file/written.ts';
import type { RegisterContent } from '../model/register-header.ts';

/**
 * What a register file of the content holds: every version; on a date, those that hold then, one a record. A record that one of
 * them refers to and that does not hold then comes along with its nearest version, so that the file reads back.
 */
export function contentForFile(content: RegisterContent, on?: CalendarDate): RegisterContent {
  const kept = new Map<string, readonly AnyRecord[]>();
  const versions = new Map<string, AnyRecord[]>();
  for (const [, records] of recordsOf(content)) for (const record of records) versions.set(record.ref, [...(versions.get(record.ref) ?? []), record]);
  const waiting: AnyRecord[] = [];
  const keep = (ref: string, records: readonly AnyRecord[]): void => {
    if (records.length === 0 || kept.has(ref)) return;
    kept.set(ref, records);
    waiting.push(...records);
  };
  for (const [ref, all] of versions) keep(ref, all.filter((one) => (on === undefined ? isInFile(one) : contains(one.valid, on))));
  for (let record = waiting.pop(); record !== undefined; record = waiting.pop()) {
    for (const to of referencesOf(record)) keep(to, nearest(versions.get(to) ?? [], on));
  }
  const records: Partial<Record<KindName, readonly AnyRecord[]>> = {};
  for (const kind of KIND_NAMES) records[kind] = (content.records[kind] ?? []).filter((one: AnyRecord) => kept.get(one.ref)?.includes(one) === true);
  return { header: on === undefined ? content.header : { ...content.header, asAt: on }, records: records as RegisterContent['records'] };
}

/** A file has no period for a kind with a `from` of its own: a version that ended would read back as one that holds. */
const isInFile = (record: AnyRecord): boolean => !hasOwnFrom(kindNamed(kindOf(record))) || record.valid.until === undefined;

const kindOf = ({ ref }: AnyRecord): KindName => ref.slice(0, ref.indexOf('/')) as KindName;

/** The last version before the date, else the first after it. */
function nearest(versions: readonly AnyRecord[], on: CalendarDate | undefined): readonly AnyRecord[] {
  const last = versions.findLast(({ valid }) => on === undefined || valid.from === undefined || valid.from <= on) ?? versions[0];
  return last === undefined ? [] : [last];
}

function referencesOf(record: AnyRecord): readonly string[] {
  const found: string[] = [];
  const fields = record as unknown as Record<string, unknown>;
  for (const [key, shape] of shapeOf(kindOf(record)).fields) {
    eachReference(shape, fields, key, [], (container, at) => {
      const ref = String(container[at]);
      if (ref.includes('/') && isKindName(ref.slice(0, ref.indexOf('/')))) found.push(ref);
    });
  }
  return found;
}
