import { Access } from '../../access/access.ts';
import { ACCESS_RULES } from '../../areas/access-rules.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { Change } from '../../register/entry.ts';
import type { Image } from '../../register/image.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { refOf, type LaidChange, type LaidDraft } from './lay-draft.ts';

/** What a reader may see of a register with a draft laid over it: no more than of the register, and nothing that only the draft would open. */
export interface DraftSight {
  readonly sees: (record: AnyRecord) => boolean;
  readonly fieldsHidden: (record: AnyRecord) => ReadonlySet<string>;
}

export function draftSight(access: Access, after: Snapshot): DraftSight {
  const over = new Access(ACCESS_RULES, after, access.standing);
  // A comparison asks of the same record many times over.
  return {
    sees: onceEach((record) => access.sees(record) && over.sees(record)),
    fieldsHidden: onceEach((record) => access.fieldsHidden(record).union(over.fieldsHidden(record))),
  };
}

function onceEach<T extends object | boolean>(work: (record: AnyRecord) => T): (record: AnyRecord) => T {
  const known = new WeakMap<AnyRecord, T>();
  return (record) => {
    const found = known.get(record) ?? work(record);
    known.set(record, found);
    return found;
  };
}

/** The record with only the fields that may be seen. */
export function viewed<R extends AnyRecord>(sight: DraftSight, record: R): R {
  const left = { ...record } as unknown as Record<string, unknown>;
  for (const field of sight.fieldsHidden(record)) left[field] = Array.isArray(left[field]) ? [] : undefined;
  return left as unknown as R;
}

/** Whether a reader may learn of a change: of every record that it touches or rests on, as it was and as it would be. */
export function mayLearnOf(sight: DraftSight, { change, changes, over }: LaidChange): boolean {
  const named = [...Object.keys(change.base), ...changes.map(refOf)] as Ref[];
  const asked = 'kind' in change.asked ? [`${change.asked.kind}/${change.asked.id}` as Ref] : [];
  const before = [...new Set([...named, ...asked])].flatMap((ref) => versionsIn(over, ref));
  const fields = change.asked.type === 'new' ? [{ ...change.asked.fields, ref: `${change.asked.kind}/${change.asked.id}`, id: change.asked.id, valid: {} } as unknown as AnyRecord] : [];
  return [...before, ...fields, ...changes.flatMap(({ record }) => record ?? [])].every((record) => sight.sees(record));
}

/** The records of the changes that are not the person's to enter, change or end: the decision of recording, on every version. */
export function notTheirs(image: Image, { changes, over }: Pick<LaidChange, 'changes' | 'over'>, access: Access): readonly Ref[] {
  return changes.filter((change) => !isTheirs(image, change, over, access)).map(refOf);
}

function isTheirs(image: Image, change: Change, over: Snapshot, access: Access): boolean {
  const { kind, id, record } = change;
  const before = [...image.versions(kind, id), ...versionsIn(over, refOf(change))];
  return before.every((version) => access.mayKeep(kind, version, undefined)) && (record === undefined || (access.sees(record) && access.mayKeep(kind, undefined, record)));
}

function versionsIn(snapshot: Snapshot, ref: Ref): readonly AnyRecord[] {
  const slash = ref.indexOf('/');
  return snapshot.where(ref.slice(0, slash) as Change['kind'], 'id', ref.slice(slash + 1), 'ever');
}

/** The faults in the words that the reader may read: what names a record that is hidden from them is told without it. */
export function tellable(faults: readonly Fault[], sight: DraftSight, { after }: Pick<LaidDraft, 'after'>, instead: { readonly text: string; readonly lang: Language }): readonly Fault[] {
  const names = (sentence: string): readonly Ref[] => [...sentence.matchAll(/`([a-z-]+\/[^`]+)`/g)].map(([, ref = '']) => ref as Ref);
  return faults.map((fault) => (names(fault.sentence).some((ref) => versionsIn(after.root, ref).some((record) => !sight.sees(record))) ? { category: fault.category, code: fault.code, sentence: instead.text, lang: instead.lang } : fault));
}
