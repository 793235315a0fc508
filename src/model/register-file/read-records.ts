import { ok, refused, type Result } from '../../kernel/result.ts';
import type { AnyRecord } from '../kind.ts';
import type { Vocabularies } from '../register-header.ts';
import { recordOf, recordRead, recordsGiven, resolveReferences } from './check.ts';
import { FaultList } from './fault-list.ts';
import { readJson } from './json.ts';
import { KnownIds } from './known-ids.ts';
import { LIMITS } from './limits.ts';
import { checkSeries } from './series.ts';
import { Unreadable, type Source } from './source.ts';

/** A record as a person writes it, apart from any file. */
export interface WrittenRecord {
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Reads single records as if they stood in the file of the register whose ids are given: the same schemas, references and
 * sentences. Gives them in the order given, or every fault; places are paths (`posts/director.title`).
 */
export function readRecords(written: readonly WrittenRecord[], ids: KnownIds, vocabularies: Vocabularies): Result<readonly AnyRecord[]> {
  const byKind: Record<string, unknown[]> = {};
  const places = written.map(({ kind, fields }) => {
    const list = Object.hasOwn(byKind, kind) ? (byKind[kind] ?? []) : (byKind[kind] = []);
    return `${kind} ${list.push(fields) - 1}`;
  });
  const text = JSON.stringify(byKind);
  const plain = text.length < LIMITS.values ? readFrom(withoutSpots(JSON.parse(text) as object), places, ids, vocabularies) : undefined;
  // Only faults have places, and an order that goes by them.
  return plain?.ok === true ? plain : readFrom(() => readJson(text, LIMITS), places, ids, vocabularies);
}

/** The values without the spots of what they hold, which takes a third of the time. */
const withoutSpots = (value: object) => (): Source => ({ value, spots: new Map([[value, { keys: Object.keys(value), keyAt: [], valueAt: [] }]]), faults: [] });

function readFrom(sourceOf: () => Source, places: readonly string[], ids: KnownIds, vocabularies: Vocabularies): Result<readonly AnyRecord[]> {
  try {
    const source = sourceOf();
    const faults = new FaultList(source, () => ({}));
    const known = new KnownIds(ids);
    const held = recordsGiven(source.value as Record<string, unknown>, source, known, LIMITS, faults).map((given) => recordRead(given, source, faults));
    for (const record of held) resolveReferences(record, known, vocabularies, faults);
    checkSeries(held, faults);
    if (faults.count > 0) return refused(...faults.told(LIMITS.faults));
    const read = new Map(held.map((one) => [one.path.join(' '), recordOf(one)]));
    return ok(places.flatMap((place) => read.get(place) ?? []));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refused(...error.faults.map(({ code, tell }) => ({ category: 'input' as const, code, ...tell() })));
  }
}
