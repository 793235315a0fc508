import type { AnyRecord } from '../model/kind.ts';
import type { KindName, RecordOfKind } from '../model/kinds.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { Role } from './roles.ts';

/** Whom a rule lets through: a role, or those whom the record itself concerns. */
export type Allowed = Role | 'concerned';

/** One part of a list within a record, as a private item of a meeting. */
export type Part = Readonly<Record<string, unknown>>;

/** Who sees the parts for which `is` holds, and what all others see in their place. Of any part they see no field that names what they may not know of. */
export interface PartRule {
  readonly is: (part: Part) => boolean;
  readonly read: readonly Allowed[];
  readonly left: (part: Part) => Part;
  /** The fields of a part that tests of guidance read. */
  readonly facts: readonly string[];
}

/** Who may read and keep the records of one kind. */
export interface KindRule<R extends AnyRecord = AnyRecord> {
  readonly read: readonly Allowed[];
  /** Fields, with dots for what lies inside, that name those whom a record concerns: persons, posts and bodies; `ref` is the record itself. */
  readonly concerns?: readonly string[];
  /** Instead of `read`, for a record for which `is` holds: advice that is confidential. */
  readonly narrower?: { readonly is: (record: R) => boolean; readonly read: readonly Allowed[] };
  /** Whether the record has been published: then everybody may read it. */
  readonly published?: (record: R, snapshot: Snapshot) => boolean;
  /** Fields that fewer may read than the record. */
  readonly guarded?: Readonly<Record<string, readonly Allowed[]>>;
  /** Lists of which single parts are for fewer than the record. */
  readonly parts?: Readonly<Record<string, PartRule>>;
  /** Who may enter, change, correct and end such a record. */
  readonly keep: readonly Allowed[];
}

/** Who may do what in one area: the one place from which rights, buttons and the tests of both come. */
export type AreaTable = { readonly [K in KindName]?: KindRule<RecordOfKind<K> & AnyRecord> };

export const rule = <K extends KindName>(_kind: K, given: KindRule<RecordOfKind<K> & AnyRecord>): KindRule<RecordOfKind<K> & AnyRecord> => given;
