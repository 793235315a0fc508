import { quoted, type Fault } from '../../kernel/fault.ts';
import { overlaps } from '../../kernel/period.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { KIND_NAMES, kindNamed, type KindName } from '../../model/kinds.ts';
import { checkCycles } from '../../model/register-file/cycles.ts';
import { FaultList } from '../../model/register-file/fault-list.ts';
import { periodInWords, type Held } from '../../model/register-file/held.ts';
import { LIMITS } from '../../model/register-file/limits.ts';
import { eachReference } from '../../model/register-file/references.ts';
import { shapeOf } from '../../model/register-file/shape.ts';
import type { Change } from '../entry.ts';
import type { Image } from '../image.ts';
import { changed, type Versions } from '../timeline.ts';

type ByRef = ReadonlyMap<string, { readonly kind: KindName; readonly id: string; readonly versions: Versions }>;

/** What would be wrong between the records of the register once the changes are made; the changes are right in themselves. */
export function checkTogether(changes: readonly Change[], image: Image): readonly Fault[] {
  const after = new Map<string, { kind: KindName; id: string; versions: Versions }>();
  for (const change of changes) {
    const { kind, id } = change;
    const ref = `${kind}/${id}`;
    after.set(ref, { kind, id, versions: changed(after.get(ref)?.versions ?? image.versions(kind, id), change) });
  }
  return [...removals(after, image), ...appointments(after, image), ...cycles(after, image)];
}

/** Nothing may refer to a record that is no more at any time. */
function removals(after: ByRef, image: Image): readonly Fault[] {
  const gone = new Set([...after].filter(([, { versions }]) => versions.length === 0).map(([ref]) => ref));
  if (gone.size === 0) return [];
  const faults: Fault[] = [];
  for (const kind of KIND_NAMES) {
    for (const record of recordsAfter(kind, after, image)) {
      const fields = record as unknown as Record<string, unknown>;
      for (const [key, shape] of shapeOf(kind).fields) {
        eachReference(shape, fields, key, [], (container, at) => {
          const to = String(container[at]);
          if (!gone.has(to)) return;
          const sentence = `${quoted(record.ref)} refers to ${quoted(to)}, of which nothing would be left. End it from a later day, or change ${quoted(record.ref)} first.`;
          faults.push({ category: 'input', code: 'still-referred-to', sentence, found: to });
        });
      }
    }
  }
  return faults;
}

/** A person holds a post once at a time. */
function appointments(after: ByRef, image: Image): readonly Fault[] {
  const faults: Fault[] = [];
  const touched = [...after.values()].filter(({ kind }) => kind === 'appointments');
  if (touched.length === 0) return faults;
  const all = [...recordsAfter('appointments', after, image)];
  for (const { id, versions } of touched) {
    for (const version of versions) {
      const other = all.find((one) => one.id !== id && fieldOf(one, 'person') === fieldOf(version, 'person') && fieldOf(one, 'post') === fieldOf(version, 'post') && overlaps(one.valid, version.valid));
      if (other === undefined) continue;
      const sentence = `${quoted(fieldOf(version, 'person'))} already holds ${quoted(fieldOf(version, 'post'))} by the appointment ${quoted(other.id)} (${periodInWords(other.valid)}). End one before the other begins.`;
      faults.push({ category: 'input', code: 'overlapping-appointments', sentence, place: { path: `appointments/${id}` }, found: id });
    }
  }
  return faults;
}

const fieldOf = (record: AnyRecord, field: string): unknown => (record as unknown as Readonly<Record<string, unknown>>)[field];

/** Lines that must not come back to where they began, among all records of the kinds that changed. */
function cycles(after: ByRef, image: Image): readonly Fault[] {
  // A new cycle goes through a line of what changed.
  const kinds = new Set([...after.values()].filter(({ kind, versions }) => {
    const { acyclic } = kindNamed(kind);
    return acyclic !== undefined && versions.some((version) => fieldOf(version, acyclic) !== undefined);
  }).map(({ kind }) => kind));
  const faults = new FaultList({ value: {}, spots: new Map(), faults: [] }, () => ({}));
  for (const kind of kinds) {
    const records = [...recordsAfter(kind, after, image)];
    // What changed comes first, so that the fault is told of it.
    records.sort((a, b) => Number(after.has(b.ref)) - Number(after.has(a.ref)));
    const held = records.map((record, index): Held => ({ kind, id: record.id, path: [kind, index], valid: record.valid, value: record as unknown as Record<string, unknown>, whole: true }));
    checkCycles(held, faults);
  }
  return faults.told(LIMITS.faults).map(({ place: _place, ...fault }) => fault);
}

function* recordsAfter(kind: KindName, after: ByRef, image: Image): Generator<AnyRecord> {
  for (const record of image.all(kind)) if (!after.has(record.ref)) yield record;
  for (const one of after.values()) if (one.kind === kind) yield* one.versions;
}
