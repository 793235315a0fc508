import type { Access } from '../../access/access.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import { recordsOf } from '../../model/register-file/written.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import type { Image } from '../../register/image.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A file that somebody filled in from what they may see has none of the fields that are hidden from them: to enter it as it is
 * would take those away. Each version of a record takes them over from the version of the same period.
 * @returns what is then to be compared, and the records for which this cannot be done: the file says something in a hidden field, or
 * parts the periods anew
 */
export function withHiddenFields(image: Image, file: RegisterContent, access: Access): { readonly content: RegisterContent; readonly blocked: ReadonlySet<string> } {
  const blocked = new Set<string>();
  const records: Partial<Record<KindName, readonly AnyRecord[]>> = {};
  for (const [kind, ofKind] of recordsOf(file)) {
    const byId = Map.groupBy(ofKind, ({ id }) => id);
    records[kind] = [...byId].flatMap(([id, versions]) => {
      const merged = mergedVersions(image.versions(kind, id), versions, access);
      if (merged === undefined) blocked.add(`${kind}/${id}`);
      return merged ?? versions;
    });
  }
  return { content: { header: file.header, records: { ...file.records, ...records } as RegisterContent['records'] }, blocked };
}

function mergedVersions(before: readonly AnyRecord[], versions: readonly AnyRecord[], access: Access): readonly AnyRecord[] | undefined {
  const hiding = before.filter((version) => hiddenIn(version, access).length > 0);
  if (hiding.length === 0) return versions;
  const left = new Set(hiding);
  const merged: AnyRecord[] = [];
  for (const version of versions) {
    const same = before.find(({ valid }) => valid.from === version.valid.from && valid.until === version.valid.until);
    const fields = new Set(hiding.flatMap((one) => hiddenIn(one, access)));
    if ([...fields].some((field) => saysSomething((version as unknown as Fields)[field]) && !hiding.some((one) => isAsSeen(one, version, field, access)))) return undefined;
    if (same === undefined) {
      merged.push(version);
      continue;
    }
    left.delete(same);
    merged.push({ ...version, ...Object.fromEntries(hiddenIn(same, access).map((field) => [field, (same as unknown as Fields)[field]])) });
  }
  return left.size === 0 ? merged : undefined;
}

/** The fields of a version that say something and are hidden. */
const hiddenIn = (version: AnyRecord, access: Access): readonly string[] => [...access.fieldsHidden(version)].filter((field) => saysSomething((version as unknown as Fields)[field]));

/** Whether the field holds what is left of it in their sight: the list of which a part is not for them, as it was when they took it away. */
const isAsSeen = (before: AnyRecord, version: AnyRecord, field: string, access: Access): boolean =>
  canonicalJson((version as unknown as Fields)[field]) === canonicalJson((access.view(before) as unknown as Fields | undefined)?.[field] ?? null);

const saysSomething = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
