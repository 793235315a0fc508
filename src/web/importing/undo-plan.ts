import { createHash } from 'node:crypto';
import type { Access } from '../../access/access.ts';
import { ENTERED_FROM } from '../../exchange/plan/entered-from.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { RegisterHeader } from '../../model/register-header.ts';
import { checkTogether } from '../../register/acts/check-together.ts';
import type { Change, Entry } from '../../register/entry.ts';
import type { Image } from '../../register/image.ts';
import { changed, type Versions } from '../../register/timeline.ts';
import { HEADER_KEEPERS } from './import-plan.ts';

/** The entries that one import became. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** What it comes to that an import is taken back. */
export interface UndoPlan {
  /** Records that become again what they were before. */
  readonly back: readonly string[];
  /** Records that the import began, of which nothing is left. */
  readonly out: readonly string[];
  /** Records that something else touched since: they stay as they are. */
  readonly touched: readonly string[];
  /** What the register said of itself before, where the import changed that and nothing did since. */
  readonly header: RegisterHeader | undefined;
  /** True where the import changed that, and something did since. */
  readonly isHeaderTouched: boolean;
  readonly changes: readonly Change[];
  /** What would then be wrong in the register. */
  readonly faults: readonly Fault[];
  /** True where all of it may be seen and changed by the person. */
  readonly isTheirs: boolean;
  /** The same for the same changes. */
  readonly digest: string;
}

/** Undefined where the entries are no import, or the one with which the register began. */
export function undoPlan(image: Image, { first, last }: Range, access: Access): UndoPlan | undefined {
  const entries = image.entries.slice(first, last + 1);
  if (first < 1 || last >= image.entries.length || !isOneImport(entries)) return undefined;
  const earlier = new Map<string, Change[]>(entries.flatMap(({ changes }) => changes.map(({ kind, id }) => [`${kind}/${id}`, []])));
  for (const { changes } of image.entries.slice(0, first)) for (const change of changes) earlier.get(`${change.kind}/${change.id}`)?.push(change);
  const refs = [...earlier.keys()];
  // What was erased cannot be put back, and what was left in its place is not what was.
  const touched = new Set(refs.filter((ref) => (image.lastChanged(ref) ?? 0) > last || earlier.get(ref)?.some(({ erasedBy }) => erasedBy !== undefined) === true));
  const untouched = refs.filter((ref) => !touched.has(ref)).map((ref) => undone(ref, earlier.get(ref) ?? []));
  const changes = untouched.flatMap((one) => one.changes);
  const header = headerBefore(image, first, last);
  return {
    back: untouched.filter(({ before }) => before.length > 0).map(({ ref }) => ref),
    out: untouched.filter(({ before }) => before.length === 0).map(({ ref }) => ref),
    header, changes,
    touched: [...touched],
    isHeaderTouched: header === undefined && entries.some((entry) => entry.header !== undefined),
    faults: checkTogether(changes, image),
    isTheirs: refs.every((ref) => isTheirs(image, ref, earlier.get(ref) ?? [], access)) && (header === undefined || HEADER_KEEPERS.some((role) => access.standing.roles.has(role))),
    digest: createHash('sha256').update(canonicalJson([refs.map((ref) => image.lastChanged(ref) ?? null), [...touched], header ?? null])).digest('hex'),
  };
}

/** A register file was entered by it, or what another system gave. */
export const isImport = (act: string | undefined): boolean => act === 'register.import' || act === ENTERED_FROM;

function isOneImport(entries: readonly Entry[]): boolean {
  const [one] = entries;
  return one !== undefined && entries.every(({ act, recordedAt, reason, actor }) => isImport(act) && act === one.act && recordedAt === one.recordedAt && reason === one.reason && actor.person === one.actor.person);
}

/** All of what the record is gives way to what it was. */
function undone(ref: string, earlier: readonly Change[]) {
  const before = earlier.reduce<Versions>(changed, []);
  const [kind, id] = named(ref);
  return { ref, before, changes: [{ kind, id }, ...before.map((record): Change => ({ kind, id, ...record.valid, record }))] };
}

function isTheirs(image: Image, ref: string, earlier: readonly Change[], access: Access): boolean {
  const [kind, id] = named(ref);
  const all: readonly AnyRecord[] = [...earlier.reduce<Versions>(changed, []), ...image.versions(kind, id)];
  return all.every((version) => access.mayKeep(kind, version, undefined));
}

const named = (ref: string): readonly [Change['kind'], string] => [ref.slice(0, ref.indexOf('/')) as Change['kind'], ref.slice(ref.indexOf('/') + 1)];

function headerBefore({ entries }: Image, first: number, last: number): RegisterHeader | undefined {
  const wasChanged = entries.slice(first, last + 1).some(({ header }) => header !== undefined);
  return wasChanged && entries.slice(last + 1).every(({ header }) => header === undefined) ? entries.slice(0, first).findLast(({ header }) => header !== undefined)?.header : undefined;
}
