import { canonicalJson } from '../kernel/canonical-json.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { KindName } from '../model/kinds.ts';
import { recordsOf } from '../model/register-file/written.ts';
import type { RegisterContent, RegisterHeader } from '../model/register-header.ts';
import type { Change } from './entry.ts';
import type { Image } from './image.ts';
import { bodyOf, headerBody } from './kept-form.ts';
import { changed, type Versions } from './timeline.ts';

/** What a register file would change in a register. Records that the file does not name stay as they are. */
export interface Differences {
  readonly header?: RegisterHeader | undefined;
  readonly changes: readonly Change[];
  readonly added: readonly string[];
  readonly altered: readonly string[];
  readonly same: number;
  /** Records of the register that the file does not name. */
  readonly left: readonly string[];
}

export function differences(image: Image | undefined, content: RegisterContent): Differences {
  const changes: Change[] = [];
  const [added, altered]: [string[], string[]] = [[], []];
  const named = new Set<string>();
  for (const [kind, records] of recordsOf(content)) {
    for (const [id, wanted] of versionsById(records)) {
      named.add(`${kind}/${id}`);
      const before = image?.versions(kind, id) ?? [];
      const own = changesTo(kind, id, before, wanted);
      if (own.length > 0) (before.length === 0 ? added : altered).push(`${kind}/${id}`);
      changes.push(...own);
    }
  }
  const left = image === undefined ? [] : recordsOf(image.content()).flatMap(([, records]) => records.map(({ ref }) => ref).filter((ref) => !named.has(ref)));
  const isSameHeader = image !== undefined && headerBody(image.header) === headerBody(content.header);
  return { header: isSameHeader ? undefined : content.header, changes, added, altered, same: named.size - added.length - altered.length, left: [...new Set(left)] };
}

function versionsById(records: readonly AnyRecord[]): Map<string, AnyRecord[]> {
  const byId = new Map<string, AnyRecord[]>();
  for (const record of records) byId.set(record.id, [...(byId.get(record.id) ?? []), record]);
  return byId;
}

/** The fewest whole versions that turn the one into the other; where something would be left over, all time is cleared first. */
function changesTo(kind: KindName, id: string, before: Versions, wanted: readonly AnyRecord[]): readonly Change[] {
  const had = new Set(before.map(key));
  const puts = wanted.map((record): Change => ({ kind, id, from: record.valid.from, until: record.valid.until, record }));
  const fresh = puts.filter(({ record }) => record !== undefined && !had.has(key(record)));
  const aim = wanted.map(key).toSorted().join();
  if (fresh.reduce<Versions>(changed, before).map(key).toSorted().join() === aim) return fresh;
  return [{ kind, id }, ...puts];
}

/** A version as text: equal texts are equal versions. */
const key = (record: AnyRecord): string => canonicalJson([record.valid.from ?? null, record.valid.until ?? null, bodyOf(record)]);
