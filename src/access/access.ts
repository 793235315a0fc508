import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import { isKindName, KIND_NAMES, type KindName } from '../model/kinds.ts';
import type { RecordsByKind, RegisterContent } from '../model/register-header.ts';
import type { Snapshot } from '../register/snapshot.ts';
import { Found } from './found.ts';
import type { Standing } from './standing.ts';
import type { Allowed, KindRule, Part } from './table.ts';

/** The rules of every kind, from the tables of all areas. */
export type Rules = Readonly<Record<KindName, KindRule>>;

/** A record's name for itself is no word on another. */
const OWN_NAMES = ['ref', 'id', 'valid'];

/** What a person may see and do in a register. Every decision on access is made here. */
export class Access {
  readonly standing: Standing;
  readonly #rules: Rules;
  readonly #snapshot: Snapshot;
  readonly #found: Found;

  /** @param snapshot the register as it is today, from which the standing was worked out too */
  constructor(rules: Rules, snapshot: Snapshot, standing: Standing, found = new Found()) {
    this.standing = standing;
    this.#rules = rules;
    this.#snapshot = snapshot;
    this.#found = found;
  }

  /**
   * The same after changes to the register. What was found out of other records stands where nothing on which it depends has changed:
   * what the person is, what they may know of what changed, and what is published with it.
   * @param changes every record, `kind/id`, that is other than in the snapshot before
   */
  after(changes: ReadonlySet<Ref>, snapshot: Snapshot, standing: Standing): Access {
    const carried = new Access(this.#rules, snapshot, standing, this.#found);
    const stands = isSame(standing, this.standing) && [...changes].every((ref) => this.#rules[kindOf(ref)].published === undefined && carried.#knowsOf(ref) !== 'some' && carried.#knowsOf(ref) === (this.#knowsOf(ref) ?? 'all'));
    return stands ? carried : new Access(this.#rules, snapshot, standing);
  }

  /** Of which versions of a record they may know; undefined where there is none. */
  #knowsOf(ref: Ref): 'all' | 'none' | 'some' | undefined {
    const versions: readonly AnyRecord[] = this.#snapshot.where(kindOf(ref), 'id', ref.slice(ref.indexOf('/') + 1), 'ever');
    const known = versions.filter((version) => this.sees(version)).length;
    return versions.length === 0 ? undefined : known === versions.length ? 'all' : known === 0 ? 'none' : 'some';
  }

  /** Whether the record may be known to exist: as it is and, where it was otherwise once, as it is known to be now. What became confidential was never told. */
  sees(viewed: AnyRecord): boolean {
    const record = this.#whole(viewed);
    let seen = this.#found.seen.get(record);
    if (seen === undefined) this.#found.seen.set(record, (seen = this.#seesAll(record)));
    return seen;
  }

  #seesAll(record: AnyRecord): boolean {
    if (!this.#seesVersion(record)) return false;
    const versions: readonly AnyRecord[] = this.#snapshot.where(kindOf(record.ref), 'id', record.id, 'ever');
    return versions.length === 0 || versions.includes(record) || versions.some((version) => this.#seesVersion(version));
  }

  #seesVersion(record: AnyRecord): boolean {
    const rule = this.#ruleOf(record);
    if (rule.published?.(record, this.#snapshot) === true) return true;
    const read = rule.narrower?.is(record) === true ? rule.narrower.read : rule.read;
    return this.#isAmong(read, rule, record);
  }

  /** The record with only the fields that may be seen (a hidden list is empty, all else undefined); undefined where it may not be known to exist. */
  view<R extends AnyRecord>(record: R): R | undefined {
    if (!this.sees(record)) return undefined;
    const hidden = this.fieldsHidden(record);
    if (hidden.size === 0) return record;
    const before = this.#found.views.get(record);
    if (before !== undefined) return before as R;
    const left = { ...record } as unknown as Record<string, unknown>;
    for (const field of hidden) left[field] = Array.isArray(left[field]) ? this.#partsSeen(record, field) : undefined;
    const view = left as unknown as R;
    this.#found.wholes.set(view, this.#whole(record));
    this.#found.views.set(record, view);
    return view;
  }

  /** The fields that fewer may read than the record, and those that name a record of which the person may not know. */
  fieldsHidden(viewed: AnyRecord): ReadonlySet<string> {
    const record = this.#whole(viewed);
    let hidden = this.#found.hidden.get(record);
    if (hidden === undefined) this.#found.hidden.set(record, (hidden = this.#findHidden(record)));
    return hidden;
  }

  #findHidden(record: AnyRecord): ReadonlySet<string> {
    const rule = this.#ruleOf(record);
    const guarded = Object.entries(rule.guarded ?? {}).filter(([, allowed]) => !this.#isAmong(allowed, rule, record)).map(([field]) => field);
    const naming = Object.entries(record).filter(([field, value]) => !OWN_NAMES.includes(field) && this.#namesHidden(value)).map(([field]) => field);
    const inPart = Object.entries(rule.parts ?? {}).filter(([field, { is, read }]) => partsOf(record, field).some(is) && !this.#isAmong(read, rule, record)).map(([field]) => field);
    return new Set([...guarded, ...naming, ...inPart]);
  }

  /** What is left of a hidden list: of one with a rule for its parts, each part that may be seen as far as it may; else nothing. */
  #partsSeen(viewed: AnyRecord, field: string): readonly Part[] {
    const record = this.#whole(viewed);
    const rule = this.#ruleOf(record);
    const ofParts = rule.parts?.[field];
    if (ofParts === undefined || (rule.guarded !== undefined && field in rule.guarded)) return [];
    const mayReadAll = this.#isAmong(ofParts.read, rule, record);
    return partsOf(record, field).map((part) => {
      const left = mayReadAll || !ofParts.is(part) ? part : ofParts.left(part);
      return Object.fromEntries(Object.entries(left).filter(([, value]) => !this.#namesHidden(value)));
    });
  }

  #whole(record: AnyRecord): AnyRecord {
    return this.#found.wholes.get(record) ?? record;
  }

  #namesHidden(value: unknown): boolean {
    if (typeof value === 'object' && value !== null) return Object.values(value).some((inner) => this.#namesHidden(inner));
    const slash = typeof value === 'string' ? value.indexOf('/') : -1;
    if (typeof value !== 'string' || slash < 1) return false;
    const kind = value.slice(0, slash);
    const named = isKindName(kind) ? this.#snapshot.where(kind, 'id', value.slice(slash + 1), 'ever').at(-1) : undefined;
    return named !== undefined && !this.sees(named);
  }

  /**
   * Whether a record of the kind may be entered, changed, corrected or ended.
   * @param before the record as it is, absent where it is new; @param after as it would be, absent where it is to end
   */
  mayKeep(kind: KindName, before: AnyRecord | undefined, after: AnyRecord | undefined): boolean {
    const rule = this.#rules[kind];
    if (before !== undefined && !this.sees(before)) return false;
    return [before === undefined ? undefined : this.#whole(before), after].every((record) => record === undefined || this.#isAmong(rule.keep, rule, record));
  }

  /** Whether somebody of this standing may keep some record of the kind: whether a page offers it at all. */
  mightKeep(kind: KindName): boolean {
    return this.may(this.#rules[kind].keep);
  }

  /** Whether they are among those allowed: by a role or, of a record, as somebody whom it concerns. */
  may(allowed: readonly Allowed[], record?: AnyRecord): boolean {
    if (record === undefined) return allowed.some((one) => this.standing.roles.has(one === 'concerned' ? 'insider' : one));
    return this.sees(record) && this.#isAmong(allowed, this.#ruleOf(record), this.#whole(record));
  }

  /** The register as this person may see it: the content from which lists, searches and exports are made. */
  content(content: RegisterContent): RegisterContent {
    const records = Object.fromEntries(KIND_NAMES.map((kind) => [kind, ((content.records[kind] ?? []) as readonly AnyRecord[]).flatMap((record) => this.view(record) ?? [])]));
    return { header: content.header, records: records as unknown as RecordsByKind };
  }

  #isAmong(allowed: readonly Allowed[], rule: KindRule, record: AnyRecord): boolean {
    return allowed.some((one) => (one === 'concerned' ? this.#concerns(rule, record) : this.standing.roles.has(one)));
  }

  #concerns({ concerns = [] }: KindRule, record: AnyRecord): boolean {
    const { person, posts, bodies } = this.standing;
    const own = (ref: unknown): boolean => ref === person || posts.some((held) => held.ref === ref) || bodies.has(ref as Ref);
    return person !== undefined && concerns.some((path) => namedAt(record, path.split('.')).some(own));
  }

  #ruleOf({ ref }: AnyRecord): KindRule {
    return this.#rules[kindOf(ref)];
  }
}

const partsOf = (record: AnyRecord, field: string): readonly Part[] => (record as unknown as Readonly<Record<string, readonly Part[] | undefined>>)[field] ?? [];

const kindOf = (ref: string): KindName => ref.slice(0, ref.indexOf('/')) as KindName;

/** Whether both are the same person, in the same posts, seats and roles. */
const isSame = (a: Standing, b: Standing): boolean =>
  a === b || (a.person === b.person && JSON.stringify(a.posts) === JSON.stringify(b.posts) && a.bodies.symmetricDifference(b.bodies).size === 0 && a.roles.symmetricDifference(b.roles).size === 0);

function namedAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => namedAt(one, path));
  const [next, ...rest] = path;
  if (next === undefined) return [value];
  return typeof value === 'object' && value !== null ? namedAt((value as Readonly<Record<string, unknown>>)[next], rest) : [];
}
