import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Language } from '../../kernel/text.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import { shapeOf } from '../../model/register-file/shape.ts';

/**
 * The names of the fields in which the versions of a record differ from those that it has, in the order of the schema; each is held
 * against the one of the same period, else against the last. `period` where their periods differ.
 */
export function differingFields(kind: KindName, before: readonly AnyRecord[], after: readonly AnyRecord[], language: Language, period: string): readonly string[] {
  const periods = (versions: readonly AnyRecord[]): string => versions.map(({ valid }) => `${valid.from ?? ''}/${valid.until ?? ''}`).toSorted().join();
  const pairs = after.map((version) => [before.find(({ valid }) => valid.from === version.valid.from && valid.until === version.valid.until) ?? before.at(-1), version] as const);
  const fields = [...shapeOf(kind).fields].filter(([name]) => pairs.some(([one, other]) => textOf(one, name) !== textOf(other, name)));
  return [...fields.map(([name, { meta }]) => meta.label?.[language] ?? name), ...(periods(before) === periods(after) ? [] : [period])];
}

const textOf = (record: AnyRecord | undefined, field: string): string => canonicalJson((record as Readonly<Record<string, unknown>> | undefined)?.[field] ?? null);
