import type { Fault } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { KIND_NAMES, type KindName } from '../../model/kinds.ts';
import { KnownIds } from '../../model/register-file/known-ids.ts';
import { readRecords } from '../../model/register-file/read-records.ts';
import type { RegisterContent, Vocabularies } from '../../model/register-header.ts';
import type { Image } from '../../register/image.ts';
import type { Findings, FoundRecord } from '../findings.ts';
import { mapped, mappingFaults, type Mapping } from './mapping.ts';
import { erasedRecords, lastEntered, merged, type Kept } from './merge.ts';

export interface PlanOptions {
  readonly mapping: Mapping;
  /** Records that may become what the source says although they were changed here; all of them, where it is true. */
  readonly theirs: ReadonlySet<string> | true;
  /** Whether records with faults are left out, instead of nothing being entered. */
  readonly leaveOutFaulty: boolean;
  readonly words: Vocabularies;
  /** How whoever asks sees a version that is in the register: without what is hidden from them; undefined where they may not see it at all. */
  readonly seen?: (version: AnyRecord) => AnyRecord | undefined;
}

/** What would be entered, laid against the register as it is. */
export interface ForeignPlan {
  /** The records that the source names, each with all its versions, in a file of the register. */
  readonly content: RegisterContent;
  readonly kept: readonly Kept[];
  /** What was left out because of its faults. */
  readonly leftOut: readonly Fault[];
}

/** Lays what was found against the register. Faults are of single records, with their place in the file. */
export function foreignPlan(findings: Findings, image: Image, { mapping, theirs, leaveOutFaulty, words, seen }: PlanOptions): Result<ForeignPlan> {
  const wrong = mappingFaults(mapping, findings.records, image);
  if (wrong.length > 0) return refused(...wrong);
  if (findings.faults.length > 0 && !leaveOutFaulty) return refused(...findings.faults);
  const erased = erasedRecords(image);
  const found = mapped(findings.records, mapping);
  const whole = wholeRecords(found, image, words);
  if (whole.faults.length > 0 && !leaveOutFaulty) return refused(...findings.faults, ...whole.faults);
  const base = lastEntered(image);
  const records: Partial<Record<KindName, AnyRecord[]>> = {};
  const kept: Kept[] = [];
  for (const [ref, offered] of whole.offered) {
    const [kind, id] = [ref.slice(0, ref.indexOf('/')) as KindName, ref.slice(ref.indexOf('/') + 1)];
    const all = image.versions(kind, id);
    if (erased.has(ref)) {
      kept.push({ ref, fields: [], because: 'erased' });
      if (all.length > 0) (records[kind] ??= []).push(...all);
      continue;
    }
    const before = seen === undefined ? all : all.flatMap((version) => seen(version) ?? []);
    // A field that is hidden from whoever asks stays as it is, without a word.
    const hidden = new Set(Object.keys(all.at(-1) ?? {}).filter((field) => !Object.hasOwn(before.at(-1) ?? {}, field)));
    const open = hidden.size === 0 || before.length === 0 ? offered : { ...offered, spoken: offered.spoken.difference(hidden) };
    // Of what somebody may not see nothing is said to them, not even in what would become of it.
    const result = before.length < all.length ? { versions: offered.versions, kept: undefined } : merged(open, before, base(ref), theirs === true || theirs.has(ref));
    if (result.kept !== undefined) kept.push(result.kept);
    (records[kind] ??= []).push(...result.versions);
  }
  return ok({ content: { header: image.header, records: records as unknown as RegisterContent['records'] }, kept, leftOut: [...findings.faults, ...whole.faults] });
}

interface Whole {
  readonly offered: ReadonlyMap<string, { readonly versions: readonly AnyRecord[]; readonly spoken: ReadonlySet<string>; readonly period: FoundRecord['period'] }>;
  readonly faults: readonly Fault[];
}

/** The records as ours, by the same schemas and sentences as any file; those with faults taken out one after another, with what names them. */
function wholeRecords(found: readonly FoundRecord[], image: Image, words: Vocabularies): Whole {
  const faults: Fault[] = [];
  let left = found;
  // Taken out again and again, the faults of a file would take longer to tell than anybody reads.
  for (let rounds = 0; ; rounds += 1) {
    const read = readRecords(left.map(({ kind, id, fields }) => ({ kind, fields: { id, ...fields } })), new KnownIds(image.knownIds), words);
    if (read.ok) return { offered: offered(left, read.value), faults };
    const places = new Map(left.map((one) => [`${one.kind}/${one.id}`, one.place]));
    const named = new Set<string>();
    for (const fault of read.faults.filter(({ code }) => code !== 'more-faults')) {
      const path = fault.place?.path ?? '';
      const own = [...places.keys()].find((one) => path === one || path.startsWith(`${one}.`));
      if (own !== undefined) named.add(own);
      faults.push({ ...fault, place: { ...(own === undefined ? {} : places.get(own)), ...(fault.place?.path === undefined ? {} : { path: fault.place.path }) } });
    }
    // A fault of no single record stands against all of them.
    if (named.size === 0 || rounds === 5) return { offered: new Map(), faults };
    left = left.filter((one) => !named.has(`${one.kind}/${one.id}`));
  }
}

function offered(found: readonly FoundRecord[], records: readonly AnyRecord[]): Whole['offered'] {
  const byRef = new Map<string, { versions: AnyRecord[]; spoken: Set<string>; period: FoundRecord['period'] }>();
  found.forEach((one, index) => {
    const record = records[index];
    if (record === undefined) return;
    const there = byRef.get(record.ref) ?? { versions: [], spoken: new Set<string>(), period: one.period };
    there.versions.push(record);
    for (const field of Object.keys(one.fields)) there.spoken.add(field);
    byRef.set(record.ref, there);
  });
  return new Map([...byRef].toSorted(([a], [b]) => KIND_NAMES.indexOf(a.slice(0, a.indexOf('/')) as KindName) - KIND_NAMES.indexOf(b.slice(0, b.indexOf('/')) as KindName)));
}
