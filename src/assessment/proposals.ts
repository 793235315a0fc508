import type { Fault } from '../kernel/fault.ts';
import { quoted } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { KindName, RecordOfKind } from '../model/kinds.ts';
import type { Change } from '../register/entry.ts';
import type { Snapshot } from '../register/snapshot.ts';
import { headsOfUnit } from '../rules/unit-heads.ts';

/** A change that somebody thinks about making: what it does to the register is worked out here. */
export type Proposal =
  | { readonly type: 'vacate'; readonly post: string }
  | { readonly type: 'merge'; readonly post: string; readonly into: string }
  | { readonly type: 'move'; readonly unit: string; readonly under: string }
  | { readonly type: 'line'; readonly post: string; readonly under: string }
  | { readonly type: 'adopt'; readonly instrument: string };

/** The changes, from the date of the snapshot, that a proposal comes to. */
export function changesOf(snapshot: Snapshot, proposal: Proposal): Result<readonly Change[]> {
  switch (proposal.type) {
    case 'vacate': {
      const post = found(snapshot, 'posts', proposal.post);
      return post.ok ? ok(vacate(snapshot, post.value.ref)) : post;
    }
    case 'merge': {
      const [post, into] = [found(snapshot, 'posts', proposal.post), found(snapshot, 'posts', proposal.into)];
      if (!post.ok) return post;
      if (!into.ok) return into;
      if (post.value.ref === into.value.ref) return refused(fault('merge-with-itself', `${quoted(post.value.id)} cannot be merged with itself.`));
      return ok(merge(snapshot, post.value, into.value));
    }
    case 'move': {
      const [unit, under] = [found(snapshot, 'units', proposal.unit), found(snapshot, 'units', proposal.under)];
      if (!unit.ok) return unit;
      if (!under.ok) return under;
      return unit.value.ref === under.value.ref ? refused(fault('move-under-itself', `${quoted(unit.value.id)} cannot be moved under itself.`)) : ok(move(snapshot, unit.value.ref, under.value.ref));
    }
    case 'line': {
      const [post, under] = [found(snapshot, 'posts', proposal.post), found(snapshot, 'posts', proposal.under)];
      if (!post.ok) return post;
      if (!under.ok) return under;
      if (post.value.ref === under.value.ref) return refused(fault('line-to-itself', `${quoted(post.value.id)} cannot report to itself.`));
      return ok([put(snapshot, 'posts', { ...post.value, reportsTo: under.value.ref })]);
    }
    case 'adopt': {
      const instrument = found(snapshot, 'instruments', proposal.instrument);
      return instrument.ok ? ok([put(snapshot, 'instruments', { ...instrument.value, state: 'agreed' as const, agreedOn: snapshot.validOn })]) : instrument;
    }
    default:
      return proposal satisfies never;
  }
}

/** The post's appointments end; a deputy named in an instrument acts in it. */
const vacate = (snapshot: Snapshot, post: Ref<'posts'>): readonly Change[] =>
  snapshot.where('appointments', 'post', post).map(({ id }): Change => ({ kind: 'appointments', id, from: snapshot.validOn }));

/** Arrangements in which a post may stand: what was done in the past is not among them. */
const ARRANGEMENTS = ['posts', 'functions', 'seats', 'instruments', 'provisions', 'series', 'entitlements'] as const satisfies readonly KindName[];

/** One post is given up: what it was designated, responsible for, led, sat on and agreed goes to the other. */
function merge(snapshot: Snapshot, post: RecordOfKind<'posts'>, into: RecordOfKind<'posts'>): readonly Change[] {
  const taken = {
    ...into,
    designations: [...new Set([...into.designations, ...post.designations])],
    alsoResponsibleFor: [...new Set([...into.alsoResponsibleFor, ...post.alsoResponsibleFor])],
    ...(into.reportsTo === post.ref ? { reportsTo: post.reportsTo } : {}),
  };
  const others = ARRANGEMENTS.flatMap((kind) =>
    (snapshot.all(kind) as readonly AnyRecord[])
      .filter((record) => record.ref !== post.ref && record.ref !== into.ref && JSON.stringify(record).includes(JSON.stringify(post.ref)))
      .map((record) => put(snapshot, kind, renamed(record, post.ref, into.ref))),
  );
  return [put(snapshot, 'posts', taken), ...others, ...vacate(snapshot, post.ref), { kind: 'posts', id: post.id, from: snapshot.validOn }];
}

const renamed = (record: AnyRecord, from: Ref, to: Ref): AnyRecord =>
  JSON.parse(JSON.stringify(record), (_, value: unknown) => (value === from ? to : value)) as AnyRecord;

/** The unit becomes part of another, and the posts at its head report to the post at the head of that one. */
function move(snapshot: Snapshot, unit: Ref<'units'>, under: Ref<'units'>): readonly Change[] {
  const record = snapshot.get(unit);
  const [head] = headsOfUnit(snapshot, under);
  return [
    ...(record === undefined ? [] : [put(snapshot, 'units', { ...record, parent: under })]),
    ...(head === undefined ? [] : headsOfUnit(snapshot, unit).filter(({ ref }) => ref !== head.ref).map((post) => put(snapshot, 'posts', { ...post, reportsTo: head.ref }))),
  ];
}

const put = <R extends AnyRecord>(snapshot: Snapshot, kind: KindName, record: R): Change => ({
  kind,
  id: record.id,
  from: snapshot.validOn,
  until: record.valid.until,
  record,
});

const fault = (code: string, sentence: string): Fault => ({ category: 'input', code, sentence });

function found<K extends KindName>(snapshot: Snapshot, kind: K, written: string): Result<RecordOfKind<K>> {
  const id = written.startsWith(`${kind}/`) ? written.slice(kind.length + 1) : written;
  const [record] = snapshot.where(kind, 'id', id);
  if (record !== undefined) return ok(record);
  const ids = snapshot.all(kind).map((one) => one.id);
  return refused({ ...fault('no-such-record', `${quoted(written)} is not the id of one of the ${kind} on ${snapshot.validOn}.${didYouMean(id, ids)}`), found: written });
}
