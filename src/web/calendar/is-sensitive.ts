import { ACCESS_RULES } from '../../areas/access-rules.ts';
import type { Ref } from '../../model/field.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { isKindName } from '../../model/kinds.ts';
import type { Snapshot } from '../../register/snapshot.ts';

/** Kinds of which no subject leaves these pages: a calendar lies on telephones and with others. */
const KINDS: readonly string[] = ['advice', 'statutory-decisions'];
/** More than this nothing arises from one another. */
const FURTHEST = 10;

/** Whether what the record is about is confidential: by its kind, by its own word, or by what it arises from. */
export function isSensitive(snapshot: Snapshot, ref: Ref, steps = 0): boolean {
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, Math.max(0, slash));
  if (!isKindName(kind)) return false;
  if (KINDS.includes(kind) || steps > FURTHEST) return true;
  const record = snapshot.get(ref as Ref<typeof kind>) as Readonly<Record<string, unknown>> | undefined;
  if (record === undefined) return false;
  // A draft of a statement is for whoever is to sign it, as what is confidential is for those whom it names.
  if (ACCESS_RULES[kind].narrower?.is(record as unknown as AnyRecord) === true) return true;
  const { items, arisingFrom } = record;
  if (Array.isArray(items) && items.some((item: { readonly private?: boolean }) => item.private === true)) return true;
  return typeof arisingFrom === 'string' && isSensitive(snapshot, arisingFrom as Ref, steps + 1);
}
