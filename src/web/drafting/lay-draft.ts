import { changesOf } from '../../assessment/proposals.ts';
import type { Asked, Base, Draft, DraftChange } from '../../drafts/draft.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import { quoted, type Fault } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Ref } from '../../model/field.ts';
import { hasOwnFrom, type AnyRecord } from '../../model/kind.ts';
import { kindNamed, type KindName } from '../../model/kinds.ts';
import { checkTogether } from '../../register/acts/check-together.ts';
import type { Change } from '../../register/entry.ts';
import type { Image } from '../../register/image.ts';
import type { Snapshot } from '../../register/snapshot.ts';

/** One change of a draft, laid over the register and the changes before it. */
export interface LaidChange {
  readonly change: DraftChange;
  /** What it does to records; nothing where it cannot be made. */
  readonly changes: readonly Change[];
  /** Why it cannot be made. */
  readonly faults: readonly Fault[];
  /** The register with the changes before this one. */
  readonly over: Snapshot;
  /** The records that the register has changed since the change was added or last looked at. */
  readonly overtaken: readonly Ref[];
}

/** A draft laid over the register as it is now. What cannot be made is left out of what comes after. */
export interface LaidDraft {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly parts: readonly LaidChange[];
  readonly changes: readonly Change[];
}

/** @param before the register on the date of the draft */
export function layDraft(image: Image, { from, changes: asked }: Pick<Draft, 'from' | 'changes'>, before: Snapshot = image.snapshot(from)): LaidDraft {
  const parts: LaidChange[] = [];
  let [after, changes]: [Snapshot, readonly Change[]] = [before, []];
  for (const change of asked) {
    const comes = comesTo(after, change.asked, from);
    const laid = comes.ok ? comes.value : [];
    const faults = comes.ok ? checkTogether([...changes, ...laid], image) : comes.faults;
    const made = faults.length === 0 ? laid : [];
    parts.push({ change, changes: made, faults, over: after, overtaken: overtaken(image, change.base, laid) });
    if (made.length === 0) continue;
    after = after.with(made);
    changes = [...changes, ...made];
  }
  return { before, after, parts, changes };
}

/** What a change does to the records of a snapshot. */
function comesTo(over: Snapshot, asked: Asked, from: CalendarDate): Result<readonly Change[]> {
  switch (asked.type) {
    case 'new': {
      const { kind, id, fields } = asked;
      if (over.where(kind, 'id', id, 'ever').length > 0) return refused({ category: 'conflict', code: 'id-taken', sentence: `${quoted(`${kind}/${id}`)} is a record of the register already.`, found: `${kind}/${id}` });
      return ok([putting(kind, { ...fields, ref: `${kind}/${id}`, id, valid: {} } as unknown as AnyRecord, from)]);
    }
    case 'change': {
      const { kind, id, set, unset } = asked;
      const [record] = over.where(kind, 'id', id) as readonly AnyRecord[];
      if (record === undefined) return notThere(kind, id, from);
      const fields = Object.fromEntries(Object.entries({ ...record, ...set }).filter(([name]) => !unset.includes(name)));
      return ok([putting(kind, fields as unknown as AnyRecord, from)]);
    }
    case 'end': {
      const { kind, id } = asked;
      return over.where(kind, 'id', id).length === 0 ? notThere(kind, id, from) : ok([{ kind, id, from }]);
    }
    default: {
      const changes = changesOf(over, asked);
      return changes.ok && changes.value.length === 0 ? refused({ category: 'conflict', code: 'no-change', sentence: 'This would change nothing.' }) : changes;
    }
  }
}

/** The record from the date on, until its version ends; one of a kind that tells of something that happened has no period. */
function putting(kind: KindName, record: AnyRecord, from: CalendarDate): Change {
  const valid = hasOwnFrom(kindNamed(kind)) ? {} : { from, until: record.valid.until };
  return { kind, id: record.id, ...valid, record: { ...record, valid } };
}

const notThere = (kind: KindName, id: string, from: CalendarDate): Result<never> =>
  refused({ category: 'conflict', code: 'no-such-record', sentence: `${quoted(`${kind}/${id}`)} is not a record of the register on ${from}.`, found: `${kind}/${id}` });

export const refOf = ({ kind, id }: Pick<Change, 'kind' | 'id'>): Ref => `${kind}/${id}`;

/** The entries by which the records that the changes touch are known. */
export const baseOf = (image: Image, changes: readonly Change[]): Base => Object.fromEntries(changes.map((change) => [refOf(change), image.lastChanged(refOf(change)) ?? null]));

function overtaken(image: Image, base: Base, changes: readonly Change[]): readonly Ref[] {
  const touched = new Set<Ref>([...(Object.keys(base) as Ref[]), ...changes.map(refOf)]);
  return [...touched].filter((ref) => (image.lastChanged(ref) ?? null) !== (base[ref] ?? null));
}
