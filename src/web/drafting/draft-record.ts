import type { Asked, Fields } from '../../drafts/draft.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { KIND_NAMES, isKindName, type KindName } from '../../model/kinds.ts';
import { KnownIds } from '../../model/register-file/known-ids.ts';
import { readRecords, type WrittenRecord } from '../../model/register-file/read-records.ts';
import { shapeOf } from '../../model/register-file/shape.ts';
import { wordsFor } from '../../assessment/open-register.ts';
import type { DraftReading } from './draft-reading.ts';

/** A record as somebody writes it for a draft. */
export interface DraftedRecord {
  readonly kind: KindName;
  readonly id: string;
  readonly fields: Fields;
}

/**
 * Records that were written for a draft, read as the register reads them, each as what is to be asked for: a new record, or the fields in
 * which one is to differ. What the writer may not see of a record stays as the register has it.
 */
export function askedOf(dr: DraftReading, written: readonly DraftedRecord[]): Result<readonly Asked[]> {
  const known = knownTo(dr);
  const found = written.map(({ kind, id, fields }) => {
    const record = recordIn(dr, kind, id);
    const hidden = record === undefined ? new Set<string>() : dr.sight.fieldsHidden(record);
    const stays = Object.fromEntries([...hidden].flatMap((name) => (record === undefined || valueIn(record, name) === undefined ? [] : [[name, valueIn(record, name)]])));
    addNamed(known, stays);
    const given = Object.fromEntries(Object.entries(fields).filter(([name]) => !hidden.has(name)));
    return { record, hidden, written: { kind, fields: { ...given, ...stays, id } } satisfies WrittenRecord };
  });
  const read = readRecords(found.map((one) => one.written), known, wordsFor(dr.reading.register.content.header));
  if (!read.ok) return read;
  const asked = read.value.flatMap((after, index): readonly Asked[] => {
    const [{ kind, id } = { kind: 'posts' as const, id: '' }, { record, hidden } = { record: undefined, hidden: new Set<string>() }] = [written[index], found[index]];
    const next = record === undefined ? asNew(kind, id, after) : asChange(kind, id, record, after, hidden);
    return next === undefined ? [] : [next];
  });
  return asked.length === 0 ? refused({ category: 'input', code: 'no-change', sentence: 'This would change nothing.' }) : ok(asked);
}

/** The record as it is with the draft laid over it, whole: what the reader may see of it is for the caller to say. */
export function recordIn({ laid, sight }: Pick<DraftReading, 'laid' | 'sight'>, kind: KindName, id: string): AnyRecord | undefined {
  const record = laid.after.where(kind, 'id', id)[0] as AnyRecord | undefined;
  return record !== undefined && sight.sees(record) ? record : undefined;
}

const fieldsOf = (kind: KindName): readonly string[] => [...shapeOf(kind).fields.keys()].filter((name) => name !== 'id');
const valueIn = (record: AnyRecord, name: string): unknown => (record as unknown as Fields)[name];

function asNew(kind: KindName, id: string, record: AnyRecord): Asked {
  return { type: 'new', kind, id, fields: Object.fromEntries(fieldsOf(kind).flatMap((name) => (valueIn(record, name) === undefined ? [] : [[name, valueIn(record, name)]]))) };
}

function asChange(kind: KindName, id: string, before: AnyRecord, after: AnyRecord, hidden: ReadonlySet<string>): Asked | undefined {
  const differing = fieldsOf(kind).filter((name) => !hidden.has(name) && canonicalJson(valueIn(before, name) ?? null) !== canonicalJson(valueIn(after, name) ?? null));
  const set = Object.fromEntries(differing.flatMap((name) => (valueIn(after, name) === undefined ? [] : [[name, valueIn(after, name)]])));
  return differing.length === 0 ? undefined : { type: 'change', kind, id, set, unset: differing.filter((name) => valueIn(after, name) === undefined) };
}

/** The ids that the writer may know: no sentence about what they wrote suggests another. */
function knownTo({ after }: DraftReading): KnownIds {
  const known = new KnownIds();
  for (const kind of KIND_NAMES) for (const { id } of after.seen.all(kind, 'ever')) known.add(kind, id);
  return known;
}

/** Adds the records that values name. */
function addNamed(known: KnownIds, value: unknown): void {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) addNamed(known, inner);
  const [kind = '', id] = typeof value === 'string' ? value.split('/') : [];
  if (id !== undefined && isKindName(kind)) known.add(kind, id);
}
