import type { z } from 'zod';
import { shaped } from '../guidance/shaped.ts';
import type { CalendarDate } from '../kernel/date.ts';
import { quoted, type Fault } from '../kernel/fault.ts';
import { dateInLondon, type Instant } from '../kernel/instant.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { BothLanguages } from '../kernel/text.ts';
import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import { kindNamed, type KindName, type RecordOfKind } from '../model/kinds.ts';
import type { Proposed, RegisterAct } from '../register/acts/act.ts';
import { checkChanges } from '../register/acts/check-changes.ts';
import type { Actor } from '../register/entry.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { ActRow } from './act-row.ts';

/** What an act decides from. */
export interface Occasion<I, K extends KindName> {
  /** The register as it stands on the day of the act, whole. */
  readonly snapshot: Snapshot;
  readonly input: I;
  /** The record that the act is done to, as it stands on the day. */
  readonly subject: RecordOfKind<K>;
  readonly actor: Actor;
  /** The day of the act: the date that the register is read as at, else today in London. */
  readonly today: CalendarDate;
  readonly now: Instant;
}

interface Given<S extends z.ZodObject, K extends KindName> {
  /** `subject.verb`, as `protocol.agree`. */
  readonly name: `${string}.${string}`;
  readonly says: BothLanguages;
  readonly row: ActRow<K>;
  /** What it takes. Where the row names a kind, a key with the kind’s singular name holds the id or reference of the record. */
  readonly input: S;
  /** Pure. What it proposes is checked afterwards by the schemas of its kinds and the rules between records. */
  readonly decide: (occasion: Occasion<z.output<S>, K>) => Result<readonly Proposed[]>;
}

/** A named operation of an area: one step of the everyday work, checked, with who may take it. */
export interface AreaAct extends RegisterAct {
  readonly says: BothLanguages;
  readonly row: ActRow;
  readonly input: z.ZodObject;
}

/** Faults: `unknown-key`, `wrong-value` and the like of the input; `no-such-record`; `wrong-state`; and what `decide` refuses. */
export function areaAct<S extends z.ZodObject, K extends KindName = never>({ name, says, row, input: schema, decide }: Given<S, K>): AreaAct {
  return {
    name, says, row, input: schema,
    decideOn(image, given, { actor, now, words }) {
      const input = shaped(schema, given);
      if (!input.ok) return input;
      const today = image.header.asAt ?? dateInLondon(now);
      const snapshot = image.snapshot(today);
      const subject = row.on === undefined ? ok(undefined) : subjectIn(row, row.on, input.value as Readonly<Record<string, unknown>>, snapshot);
      if (!subject.ok) return subject;
      const proposed = decide({ snapshot, input: input.value, subject: subject.value as unknown as RecordOfKind<K>, actor, today, now });
      if (!proposed.ok) return proposed;
      const changes = checkChanges(proposed.value, image, words);
      return changes.ok ? ok({ changes: changes.value }) : changes;
    },
  };
}

/** The reference of the record that the input of an act names; undefined where it begins something or the input names none. */
export function subjectRef({ row: { on } }: AreaAct, input: unknown): Ref | undefined {
  const named = on === undefined || typeof input !== 'object' || input === null ? undefined : (input as Readonly<Record<string, unknown>>)[kindNamed(on).singular];
  if (on === undefined || typeof named !== 'string') return undefined;
  return (named.startsWith(`${on}/`) ? named : `${on}/${named}`) as Ref;
}

function subjectIn(row: ActRow, kind: KindName, input: Readonly<Record<string, unknown>>, snapshot: Snapshot): Result<AnyRecord> {
  const key = kindNamed(kind).singular;
  const named = String(input[key]);
  const id = named.startsWith(`${kind}/`) ? named.slice(kind.length + 1) : named;
  const record = snapshot.get(`${kind}/${id}` as Ref<KindName>) as AnyRecord | undefined;
  if (record === undefined) {
    const ids = snapshot.all(kind).map((one: AnyRecord) => one.id);
    return refused({ category: 'not-found', code: 'no-such-record', sentence: `${quoted(named)} is not one of the ${kindNamed(kind).labels.en.toLowerCase()} on this day.${didYouMean(id, ids)}`, place: { path: key }, found: named });
  }
  const wrong = stateFault(row, kind, record);
  return wrong === undefined ? ok(record) : { ok: false, faults: [wrong] };
}

/** What is wrong with doing it to the record in the state that it is in; undefined where nothing is. */
export function stateFault({ from }: ActRow, kind: KindName, record: AnyRecord): Fault | undefined {
  const { state } = record as unknown as { readonly state?: string };
  if (from === undefined || (state !== undefined && from.includes(state))) return undefined;
  return { category: 'conflict', code: 'wrong-state', sentence: `This is done to ${kindNamed(kind).labels.en.toLowerCase()} that are ${from.join(' or ')}; ${quoted(record.ref)} is ${state ?? 'in no state'}.`, place: { path: kindNamed(kind).singular }, found: state ?? '' };
}
