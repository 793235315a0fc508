import { createHash } from 'node:crypto';
import type { Access } from '../../access/access.ts';
import type { Role } from '../../access/roles.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import { recordsOf } from '../../model/register-file/written.ts';
import type { RegisterContent, RegisterHeader } from '../../model/register-header.ts';
import { checkTogether } from '../../register/acts/check-together.ts';
import { differences } from '../../register/differences.ts';
import type { Change } from '../../register/entry.ts';
import type { Image } from '../../register/image.ts';
import { bodyOf } from '../../register/kept-form.ts';
import { withHiddenFields } from './hidden-fields.ts';

/** Who may change what a register says of itself as a whole: its name, its pack, its thresholds. */
export const HEADER_KEEPERS: readonly Role[] = ['democratic-services', 'statutory-officer', 'head-of-paid-service'];

/** What a register file would change, as far as the person who sent it may know. */
export interface ImportPlan {
  /** What is to be entered: the file, with the fields that its sender may not see as the register has them. */
  readonly content: RegisterContent;
  readonly added: readonly string[];
  readonly altered: readonly string[];
  readonly same: readonly string[];
  /** Records that the file does not name and the person may see. */
  readonly left: readonly string[];
  /** Present where what the register says of itself would change. */
  readonly header: RegisterHeader | undefined;
  /** Records that are not the person's to change, whatever the file says of them. */
  readonly notTheirs: readonly string[];
  readonly isHeaderTheirs: boolean;
  /** What is wrong with the changes beside what is in the register. */
  readonly faults: readonly Fault[];
  /** The same for the same changes to the same state of the same records. */
  readonly digest: string;
}

export function importPlan(image: Image, file: RegisterContent, access: Access): ImportPlan {
  const { content, blocked } = withHiddenFields(image, file, access);
  const { header, changes, added, altered, left } = differences(image, content);
  const named = [...new Set(recordsOf(content).flatMap(([, records]) => records.map(({ ref }) => ref as string)))];
  const byRef = Map.groupBy(changes, ({ kind, id }) => `${kind}/${id}`);
  const notTheirs = new Set(named.filter((ref) => blocked.has(ref) || !isTheirs(image, ref, byRef.get(ref) ?? [], access)));
  const isOpen = (ref: string): boolean => !notTheirs.has(ref);
  const isHeaderTheirs = header === undefined || HEADER_KEEPERS.some((role) => access.standing.roles.has(role));
  return {
    content, header, isHeaderTheirs,
    notTheirs: [...notTheirs],
    added: added.filter(isOpen),
    altered: altered.filter(isOpen),
    same: named.filter((ref) => !byRef.has(ref) && isOpen(ref)),
    left: left.filter((ref) => versionsOf(image, ref).some((version) => access.sees(version))),
    // What is wrong beside records that are not theirs is not theirs to know.
    faults: notTheirs.size === 0 ? checkTogether(changes, image) : [],
    digest: digestOf(image, header, changes),
  };
}

export const isNothing = ({ added, altered, header, notTheirs }: ImportPlan): boolean => added.length + altered.length + notTheirs.length === 0 && header === undefined;

/** True where nothing stands in the way of entering it. */
export const mayBeEntered = (plan: ImportPlan): boolean => !isNothing(plan) && plan.notTheirs.length === 0 && plan.isHeaderTheirs && plan.faults.length === 0;

/** A record that the person may not see is not theirs even where the file says of it what the register says: else they could guess until it does. */
function isTheirs(image: Image, ref: string, changes: readonly Change[], access: Access): boolean {
  const kind = ref.slice(0, ref.indexOf('/')) as KindName;
  const before = versionsOf(image, ref);
  if (!before.every((version) => access.sees(version))) return false;
  if (changes.length === 0) return true;
  const after = changes.flatMap(({ record }) => record ?? []);
  return before.every((version) => access.mayKeep(kind, version, undefined)) && after.every((record) => access.mayKeep(kind, undefined, record));
}

function versionsOf(image: Image, ref: string): readonly AnyRecord[] {
  const slash = ref.indexOf('/');
  return image.versions(ref.slice(0, slash) as KindName, ref.slice(slash + 1));
}

function digestOf(image: Image, header: RegisterHeader | undefined, changes: readonly Change[]): string {
  const said = changes.map(({ kind, id, from, until, record }) => [kind, id, from ?? null, until ?? null, record === undefined ? null : bodyOf(record), image.lastChanged(`${kind}/${id}`) ?? null]);
  return createHash('sha256').update(canonicalJson([header === undefined ? null : canonicalJson([header, image.header]), said])).digest('hex');
}
