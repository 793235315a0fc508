import { canonicalJson } from '../../kernel/canonical-json.ts';
import { hasOwnFrom, type AnyRecord } from '../../model/kind.ts';
import { kindNamed, type KindName } from '../../model/kinds.ts';
import { Writing } from '../../model/register-file/written.ts';
import type { RetentionRule } from '../../model/retention-rule.ts';
import type { RegisterHeader } from '../../model/register-header.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Writes every reference with its kind. */
const writing = new Writing({ header: {} as RegisterHeader, records: {} });

/** What the rule leaves in the record's place, as people write it; undefined where nothing stays. */
export function leftBy({ kind, leave }: RetentionRule, record: AnyRecord): Fields | undefined {
  if (leave === undefined) return undefined;
  const there = fieldsOf(kind, record);
  return { ...Object.fromEntries((leave.only ?? []).filter((field) => field in there).map((field) => [field, there[field]])), ...leave.put };
}

/** True where no more of the record is there than the rule leaves. */
export function isLeftBy(rule: RetentionRule, record: AnyRecord): boolean {
  if (rule.leave === undefined || !record.ref.startsWith(`${rule.kind}/`)) return false;
  return canonicalJson(leftBy(rule, record)) === canonicalJson(fieldsOf(rule.kind, record));
}

function fieldsOf(kind: KindName, record: AnyRecord): Fields {
  const { id: _id, from, until: _until, ...fields } = writing.record(kind, record);
  // Of a kind with a `from` of its own it is a field like others.
  return hasOwnFrom(kindNamed(kind)) ? { ...fields, from } : fields;
}
