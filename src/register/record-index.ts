import type { AnyRecord } from '../model/kind.ts';
import type { KindName } from '../model/kinds.ts';

/** `now`: records valid on the date. `ever`: every version known, whatever its period. */
export type Plane = 'now' | 'ever';

/** The records that share one value of one field. Its identity is what an evaluation remembers of what it read. */
export class Bucket {
  readonly plane: Plane;
  readonly kind: KindName;
  readonly records: readonly AnyRecord[];
  readonly holds: (record: AnyRecord) => boolean;
  /** The evaluation that last noted a read of this bucket, so that each is noted once. */
  lastNotedBy = 0;

  constructor(plane: Plane, kind: KindName, records: readonly AnyRecord[], holds: (record: AnyRecord) => boolean) {
    this.plane = plane;
    this.kind = kind;
    this.records = records;
    this.holds = holds;
  }
}

/** The records of one kind, found by the value of any field; each field's index is made when first asked for. */
export interface RecordIndex {
  readonly all: Bucket;
  /** `field` may be a path into a list of groups: `gives.to`. A record with several values is in several buckets. */
  bucket(field: string, value: string): Bucket;
  /** Adds to `into` the buckets made so far that hold, or would hold, the record. */
  bucketsOf(record: AnyRecord, into: Set<Bucket>): void;
}

export function recordIndex(plane: Plane, kind: KindName, records: readonly AnyRecord[]): RecordIndex {
  const all = new Bucket(plane, kind, records, () => true);
  const fields = new Map<string, { values: (record: AnyRecord) => readonly string[]; buckets: Map<string, Bucket> }>();

  function field(name: string) {
    let index = fields.get(name);
    if (index === undefined) {
      const values = valuesAt(name);
      const grouped = new Map<string, AnyRecord[]>();
      for (const record of records) {
        for (const value of values(record)) {
          const group = grouped.get(value);
          if (group === undefined) grouped.set(value, [record]);
          else if (group.at(-1) !== record) group.push(record);
        }
      }
      const holding = (value: string) => (record: AnyRecord) => values(record).includes(value);
      index = { values, buckets: new Map([...grouped].map(([value, group]) => [value, new Bucket(plane, kind, group, holding(value))])) };
      fields.set(name, index);
    }
    return index;
  }

  return {
    all,
    bucket(name, value) {
      const { values, buckets } = field(name);
      let bucket = buckets.get(value);
      if (bucket === undefined) {
        // An empty bucket is kept too: "nothing there" is something that an evaluation read.
        bucket = new Bucket(plane, kind, [], (record) => values(record).includes(value));
        buckets.set(value, bucket);
      }
      return bucket;
    },
    bucketsOf(record, into) {
      into.add(all);
      for (const { values, buckets } of fields.values()) {
        for (const value of values(record)) {
          const bucket = buckets.get(value);
          if (bucket !== undefined) into.add(bucket);
        }
      }
    },
  };
}

/** Reads the strings at a path of fields, through lists. */
function valuesAt(path: string): (record: AnyRecord) => readonly string[] {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) return (record) => strings((record as unknown as Readonly<Record<string, unknown>>)[head]);
  const [tail = ''] = rest;
  return (record) => {
    const groups = (record as unknown as Readonly<Record<string, unknown>>)[head];
    return Array.isArray(groups) ? groups.flatMap((group: Readonly<Record<string, unknown>>) => strings(group[tail])) : [];
  };
}

const strings = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
