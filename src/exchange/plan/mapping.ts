import { quoted, type Fault } from '../../kernel/fault.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { words, type Text } from '../../kernel/text.ts';
import type { KindName } from '../../model/kinds.ts';
import { eachReference } from '../../model/register-file/references.ts';
import { shapeOf } from '../../model/register-file/shape.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { Image } from '../../register/image.ts';
import type { Findings, FoundRecord } from '../findings.ts';
import type { Note } from '../notes.ts';

/** For ids of a source, the record of the register that is the same: `mg-committee-123` → `bodies/council`. */
export type Mapping = ReadonlyMap<string, string>;

/** The kinds of which a register may have the same thing under an id of its own. */
export const MAPPABLE: readonly KindName[] = ['bodies', 'persons', 'posts', 'organisations', 'units'];

/** What is wrong with a mapping, each with the words by which it was asked for. */
export function mappingFaults(mapping: Mapping, records: readonly FoundRecord[], image: Image): readonly Fault[] {
  const kinds = new Map(records.map(({ kind, id }) => [id, kind]));
  return [...mapping].flatMap(([id, ref]): readonly Fault[] => {
    const kind = kinds.get(id);
    const fault = (sentence: string, found: string): readonly Fault[] => [{ category: 'input', code: 'wrong-mapping', sentence, found }];
    // One that this file does not name may stand in a list of mappings that is used again.
    if (kind === undefined) return [];
    if (!MAPPABLE.includes(kind)) return fault(`${quoted(id)} is one of ${kind}, which are not mapped.`, id);
    if (!ref.startsWith(`${kind}/`)) return fault(`${quoted(ref)} is not one of ${kind}, as ${quoted(id)} is. Write ${quoted(`${kind}/…`)}.`, ref);
    if (image.versions(kind, ref.slice(kind.length + 1)).length > 0) return [];
    return fault(`${quoted(ref)} is not in the register.${didYouMean(ref, [...image.ids(kind)].map((one) => `${kind}/${one}`))}`, ref);
  });
}

/** The records with the register's own in place of those that are mapped, which are left out. */
export function mapped(records: readonly FoundRecord[], mapping: Mapping): readonly FoundRecord[] {
  const refs = new Map<string, string>(records.flatMap(({ kind, id }) => {
    const to = mapping.get(id);
    return to === undefined ? [] : [[`${kind}/${id}`, to] as const];
  }));
  if (refs.size === 0) return records;
  return records.filter(({ kind, id }) => !refs.has(`${kind}/${id}`)).map((record) => {
    const fields = structuredClone(record.fields) as Record<string, unknown>;
    for (const [key, shape] of shapeOf(record.kind).fields) {
      if (Object.hasOwn(fields, key)) eachReference(shape, fields, key, [], (container, at) => (container[at] = refs.get(String(container[at])) ?? container[at]));
    }
    return { ...record, fields };
  });
}

/** What was mapped when records of the file were entered before, as the register shows it: their body or holder is there another. */
export function rememberedMapping(records: readonly FoundRecord[], image: Image): Mapping {
  const found = new Map<string, string>();
  const isThere = (kind: KindName, id: string): boolean => image.versions(kind, id).length > 0;
  const refs = new Set<string>(records.map(({ kind, id }) => `${kind}/${id}`));
  for (const { kind, id, fields } of records) {
    const now = image.versions(kind, id).at(-1) as unknown as Readonly<Record<string, unknown>> | undefined;
    if (now === undefined) continue;
    for (const field of ['body', 'holder', 'person', 'post', 'unit']) {
      const [said, is] = [fields[field], now[field]];
      if (typeof said !== 'string' || typeof is !== 'string' || said === is || !refs.has(said)) continue;
      const [ofKind, own] = [said.slice(0, said.indexOf('/')) as KindName, said.slice(said.indexOf('/') + 1)];
      // Where the source's own is in the register, it was not mapped: somebody changed the record since.
      if (is.startsWith(`${ofKind}/`) && !isThere(ofKind, own)) found.set(own, is);
    }
  }
  return found;
}

/** The notes without those on records that need none: that are in the register, or are mapped to what is. */
export const notesToTell = ({ notes }: Findings, image: Image, mapping: Mapping): readonly Note[] =>
  notes.filter(({ code, values: { id } }) => code !== 'type-guessed' || id === undefined || (!mapping.has(id) && image.versions('bodies', id).length === 0));

/** A record of a file of which the register may have the same under its own id. */
export interface Candidate {
  readonly kind: KindName;
  readonly id: string;
  readonly name: string;
  /** The one that is called the same, but for capitals, spaces and marks; undefined where none or several are. */
  readonly namesake: string | undefined;
}

/** What may be mapped: all that is not in the register yet under the source's id. Nothing is mapped by name unless somebody says so. */
export function candidates(records: readonly FoundRecord[], ownRecords: (kind: KindName) => Iterable<AnyRecord>): readonly Candidate[] {
  return MAPPABLE.flatMap((kind) => {
    const found = records.filter((one) => one.kind === kind);
    if (found.length === 0) return [];
    const own = [...ownRecords(kind)];
    const ids = new Set(own.map(({ id }) => id));
    const byName = new Map<string, Set<string>>();
    for (const record of own) for (const name of namesOf(record)) byName.set(plain(name), (byName.get(plain(name)) ?? new Set()).add(record.ref));
    return found.filter(({ id }) => !ids.has(id)).map(({ id, name = id }) => {
      const same = [...(byName.get(plain(name)) ?? [])];
      return { kind, id, name, namesake: same.length === 1 ? same[0] : undefined };
    });
  });
}

function namesOf(record: AnyRecord): readonly string[] {
  const { name, title } = record as unknown as { readonly name?: Text; readonly title?: Text };
  const text = name ?? title;
  return text === undefined ? [] : [...new Set([words(text, 'en'), words(text, 'cy')])];
}

/** Councillors stand with their title in one place and without it in the other. */
const plain = (name: string): string =>
  name.normalize('NFKC').toLocaleLowerCase('en-GB').replace(/^(councillor|cllr|cynghorydd|cyng)\b\.?/, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
