import type { CalendarDate } from '../kernel/date.ts';
import type { Instant } from '../kernel/instant.ts';
import type { AnyRecord } from '../model/kind.ts';
import { KIND_NAMES, type KindName } from '../model/kinds.ts';
import { KnownIds } from '../model/register-file/known-ids.ts';
import type { RegisterContent, RegisterHeader } from '../model/register-header.ts';
import type { Change, Entry } from './entry.ts';
import { firstPosition } from './erasure/bodies.ts';
import { dropErased } from './erasure/drop-erased.ts';
import { named } from './erasure/named.ts';
import { carried, hold, type Held, type HeldSnapshots } from './held-snapshots.ts';
import { recordsSaid, type Said } from './said.ts';
import { Snapshot } from './snapshot.ts';
import { changed, hasFieldsOf, sizeKnown, type Versions } from './timeline.ts';

/** What is applied only to decide on it: how to take it back, and what was made of it. */
interface Trial {
  readonly size: number;
  readonly undo: (() => void)[];
  readonly snapshots: HeldSnapshots;
}

/** A register in memory: every entry, and what they say together. Loaded once; each new entry is laid over what is there. */
export class Image {
  readonly #entries: Entry[] = [];
  /** The idempotency key of each entry, and the entry of each of the first `#keyed` keys: found when first asked for. */
  readonly #keys: string[] = [];
  readonly #numbers = new Map<string, number>();
  #keyed = 0;
  readonly #records = new Map<KindName, Map<string, Said>>(KIND_NAMES.map((kind) => [kind, new Map<string, Said>()]));
  readonly #headers: { readonly number: number; readonly header: RegisterHeader }[] = [];
  readonly #snapshots: HeldSnapshots = new Map();
  #ids: KnownIds | undefined;
  #content: { readonly size: number; readonly content: RegisterContent } | undefined;
  #trial: Trial | undefined;

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** What the register says of itself. @throws before the first entry, which always says it */
  get header(): RegisterHeader {
    return this.#headerOf(this.#entries.length);
  }

  /** The entry that an idempotency key made. */
  numberOf(key: string): number | undefined {
    for (; this.#keyed < this.#keys.length; this.#keyed += 1) this.#numbers.set(this.#keys[this.#keyed] ?? '', this.#keyed);
    return this.#numbers.get(key);
  }

  /** The entry that last changed a record (`posts/director`); undefined where none ever did. */
  lastChanged(ref: string): number | undefined {
    const slash = ref.indexOf('/');
    return this.#records.get(ref.slice(0, slash) as KindName)?.get(ref.slice(slash + 1))?.number;
  }

  /** Whether an entry before that number said anything of the record. */
  wasSaidBefore(kind: KindName, id: string, number: number): boolean {
    let said = this.#records.get(kind)?.get(id);
    while (said !== undefined && said.number >= number) said = said.before;
    return said !== undefined;
  }

  /** The versions of a record as the latest entry has them. */
  versions(kind: KindName, id: string): Versions {
    return this.#records.get(kind)?.get(id)?.versions ?? [];
  }

  /** The newest change that said what the version says, or what it is the rest of: its entry, and its position among all that the entry says. */
  saidBy(version: AnyRecord): { readonly entry: number; readonly position: number } {
    const { kind, id } = named(version.ref);
    for (let said = this.#records.get(kind)?.get(id); said !== undefined; said = said.before) {
      const entry = this.#entries[said.number];
      const index = entry?.changes.findLastIndex((change) => change.id === id && change.kind === kind && change.erasedBy === undefined && hasFieldsOf(version, change.record)) ?? -1;
      if (entry !== undefined && index >= 0) return { entry: entry.number, position: firstPosition(entry) + index };
    }
    throw new RangeError(`No entry says what ${version.ref} is.`);
  }

  /** The ids of the records that have a version. */
  *ids(kind: KindName): Generator<string> {
    for (const [id, { versions }] of this.#records.get(kind) ?? []) if (versions.length > 0) yield id;
  }

  *all(kind: KindName): Generator<AnyRecord> {
    for (const { versions } of this.#records.get(kind)?.values() ?? []) yield* versions;
  }

  /** Every id that has a version, for resolving references. */
  get knownIds(): KnownIds {
    if (this.#ids === undefined) {
      this.#ids = new KnownIds();
      for (const kind of KIND_NAMES) for (const id of this.ids(kind)) this.#ids.add(kind, id);
    }
    return this.#ids;
  }

  apply(entry: Entry, key: string): void {
    this.#entries.push(entry);
    this.#keys.push(key);
    if (entry.header !== undefined) this.#headers.push({ number: entry.number, header: entry.header });
    this.#trial?.undo.push(() => {
      this.#entries.pop();
      this.#keys.pop();
      if (this.#keyed > this.#keys.length) {
        this.#keyed -= 1;
        this.#numbers.delete(key);
      }
      if (entry.header !== undefined) this.#headers.pop();
    });
    for (const change of entry.changes) this.#lay(change, entry.number);
    if (this.#trial === undefined && entry.erasure?.says === 'carried-out') for (const { record } of entry.erasure.erased) this.#drop(record, entry);
  }

  /** Lets `work` apply entries and read what they would come to, then takes them back: they are not kept yet. */
  trying<T>(work: () => T): T {
    const ids = this.knownIds;
    this.#trial = { size: this.#entries.length, undo: [], snapshots: new Map() };
    this.#ids = new KnownIds(ids);
    try {
      return work();
    } finally {
      for (const takeBack of this.#trial.undo.toReversed()) takeBack();
      this.#trial = undefined;
      this.#ids = ids;
      if (this.#content !== undefined && this.#content.size > this.#entries.length) this.#content = undefined;
    }
  }

  /** Every version known, or known at an instant. */
  content(knownAt?: Instant): RegisterContent {
    return this.#contentOf(knownAt === undefined ? this.#entries.length : sizeKnown(this.#entries, knownAt));
  }

  /** Every version that the first so many entries say. */
  contentAfter(entries: number): RegisterContent {
    return this.#contentOf(Math.min(entries, this.#entries.length));
  }

  /** The register as it stood on a date, as known at an instant; as now known where none is given. It stays as it is whatever comes. */
  snapshot(on: CalendarDate, knownAt?: Instant): Snapshot {
    if (knownAt !== undefined) return new Snapshot(this.content(knownAt), on, knownAt);
    const held = this.#held(this.#snapshots, on, this.#trial?.size ?? this.#entries.length);
    return (this.#trial === undefined ? held : this.#held(this.#trial.snapshots, on, this.#entries.length, held)).snapshot;
  }

  #held(among: HeldSnapshots, on: CalendarDate, size: number, otherwise?: Held): Held {
    const held = carried(among.get(on) ?? otherwise, this.#entries, size) ?? { snapshot: new Snapshot(this.#contentOf(size), on), size, carried: 0 };
    hold(among, on, held);
    return held;
  }

  #contentOf(size: number): RegisterContent {
    if (this.#content?.size === size) return this.#content.content;
    const content = { header: this.#headerOf(size), records: recordsSaid(this.#records, size) };
    if (size === this.#entries.length) this.#content = { size, content };
    return content;
  }

  /** What the register says of itself after its first entries; before it said anything, what it said first. */
  #headerOf(size: number): RegisterHeader {
    const { header } = this.#headers.findLast(({ number }) => number < size) ?? this.#headers[0] ?? {};
    if (header === undefined) throw new RangeError('A register without entries says nothing of itself.');
    return header;
  }

  /** Takes what an entry erased out of all that was said before it. Snapshots that somebody still holds keep it. */
  #drop(record: string, by: Entry): void {
    const { kind, id } = named(record);
    const ofKind = this.#records.get(kind);
    const numbers = new Set<number>();
    for (let said = ofKind?.get(id); said !== undefined; said = said.before) numbers.add(said.number);
    ofKind?.delete(id);
    for (const number of [...numbers].reverse()) {
      const entry = this.#entries[number];
      if (entry === undefined) continue;
      if (number < by.number) this.#entries[number] = dropErased(entry, record, by);
      for (const change of this.#entries[number]?.changes ?? []) if (change.kind === kind && change.id === id) this.#lay(change, number);
    }
    this.#snapshots.clear();
    this.#content = undefined;
  }

  #lay(change: Change, number: number): void {
    const { kind, id } = change;
    const ofKind = this.#records.get(kind);
    const before = ofKind?.get(id);
    const versions = changed(before?.versions ?? [], change);
    ofKind?.set(id, { number, versions, before });
    if (versions.length > 0) this.#ids?.add(kind, id);
    else if (before !== undefined && before.versions.length > 0) this.#ids = undefined;
    this.#trial?.undo.push(() => (before === undefined ? ofKind?.delete(id) : ofKind?.set(id, before)));
  }
}
