import { basename } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../kernel/fault.ts';
import { didYouMean } from '../kernel/nearest.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { PackFile } from '../guidance/pack.ts';
import { shapeFaults } from '../guidance/shape-faults.ts';
import { readYamlFile, type YamlFile } from '../guidance/yaml-file.ts';
import type { AnyRecord } from '../model/kind.ts';
import { isKindName, KIND_NAMES, type KindName } from '../model/kinds.ts';
import { readRegisterFile } from '../model/register-file/read.ts';
import { headerAsWritten, recordsOf, Writing } from '../model/register-file/written.ts';
import type { RegisterContent } from '../model/register-header.ts';
import type { Change } from '../register/entry.ts';
import type { Snapshot } from '../register/snapshot.ts';
import { vocabulariesOf } from '../rules/vocabularies.ts';
import { changesOf, type Proposal } from './proposals.ts';

const proposals = z.strictObject({
  title: z.unknown().optional(),
  vacate: z.array(z.string()).default([]),
  merge: z.array(z.strictObject({ post: z.string(), into: z.string() })).default([]),
  move: z.array(z.strictObject({ unit: z.string(), under: z.string() })).default([]),
  line: z.array(z.strictObject({ post: z.string(), under: z.string() })).default([]),
  adopt: z.array(z.string()).default([]),
  end: z.array(z.string()).default([]),
});

const records = z.array(z.looseObject({ id: z.union([z.string(), z.number()]) }));
type RawRecord = z.output<typeof records>[number];

/** What an overlay file says, before it is held against a register. */
export interface OverlayFile {
  readonly proposals: readonly Proposal[];
  /** The records that end, each written `kind/id`. */
  readonly end: readonly string[];
  /** Records as people write them, by kind. */
  readonly put: readonly (readonly [KindName, readonly RawRecord[]])[];
}

/** The keys of an overlay: kinds of a register file, and lists of proposals. */
export function overlayIn({ value, placeOf }: Pick<YamlFile, 'value' | 'placeOf'>): Result<OverlayFile> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused({ category: 'input', code: 'wrong-type', sentence: 'An overlay is a file of keys: kinds of record, and `vacate`, `merge`, `move`, `line`, `adopt` or `end`.', place: placeOf([]) });
  }
  const faults: Fault[] = [];
  const put: [KindName, readonly RawRecord[]][] = [];
  const rest: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    if (!isKindName(key)) rest[key] = given;
    else {
      const parsed = records.safeParse(given);
      if (parsed.success) put.push([key, parsed.data]);
      else faults.push(...shapeFaults(parsed.error, { placeOf }, [key], given));
    }
  }
  const asked = proposals.safeParse(rest);
  if (!asked.success) faults.push(...shapeFaults(asked.error, { placeOf }, [], rest).map((fault) => withNearestKey(fault)));
  if (faults.length > 0 || !asked.success) return { ok: false, faults };
  return ok({ proposals: proposalsOf(asked.data), end: asked.data.end, put });
}

/**
 * An overlay laid over a register: the records of its kinds are put in place from the date of the snapshot.
 * The records are read as part of the whole register, so that every reference, id and word is checked as in a register file.
 */
export async function readOverlay(path: string, snapshot: Snapshot, pack: PackFile): Promise<Result<readonly Change[]>> {
  const yaml = readYamlFile(path, basename(path));
  return yaml.ok ? overlayOf(yaml.value, basename(path), snapshot, pack) : yaml;
}

/** The changes of an overlay that has been parsed. @param name of what it was read from, for the places of faults */
export async function overlayOf(parsed: Pick<YamlFile, 'value' | 'placeOf'>, name: string, snapshot: Snapshot, pack: PackFile): Promise<Result<readonly Change[]>> {
  const overlay = overlayIn(parsed);
  if (!overlay.ok) return overlay;
  const faults: Fault[] = [];
  const changes: Change[] = [];
  const lay = (more: Result<readonly Change[]>): void => void (more.ok ? changes.push(...more.value) : faults.push(...more.faults));
  for (const proposal of overlay.value.proposals) lay(changesOf(snapshot.with(changes), proposal));
  for (const ref of overlay.value.end) lay(ended(snapshot, ref));
  lay(await putInPlace(overlay.value.put, snapshot, pack, name));
  return faults.length > 0 ? { ok: false, faults } : ok(changes);
}

const withNearestKey = (fault: Fault): Fault =>
  fault.code === 'unknown-key' && fault.found !== undefined
    ? { ...fault, sentence: `${fault.sentence}${didYouMean(fault.found, [...KIND_NAMES, ...Object.keys(proposals.shape)])}` }
    : fault;

const proposalsOf = ({ vacate, merge, move, line, adopt }: z.output<typeof proposals>): readonly Proposal[] => [
  ...vacate.map((post): Proposal => ({ type: 'vacate', post })),
  ...merge.map((one): Proposal => ({ type: 'merge', ...one })),
  ...move.map((one): Proposal => ({ type: 'move', ...one })),
  ...line.map((one): Proposal => ({ type: 'line', ...one })),
  ...adopt.map((instrument): Proposal => ({ type: 'adopt', instrument })),
];

function ended(snapshot: Snapshot, written: string): Result<readonly Change[]> {
  const [kind = '', id = ''] = written.split('/');
  if (isKindName(kind) && snapshot.where(kind, 'id', id).length > 0) return ok([{ kind, id, from: snapshot.validOn }]);
  return refused({ category: 'input', code: 'no-such-record', sentence: `\`${written}\` is not a record of the register on ${snapshot.validOn}; \`end\` takes records written kind/id.`, found: written });
}

async function putInPlace(put: readonly (readonly [KindName, readonly RawRecord[]])[], snapshot: Snapshot, pack: PackFile, file: string): Promise<Result<readonly Change[]>> {
  if (put.length === 0) return ok([]);
  const bytes = new TextEncoder().encode(JSON.stringify(withRecords(snapshot, put)));
  const read = await readRegisterFile({ name: 'overlay.json', bytes }, vocabulariesOf(pack));
  if (!read.ok) return refused(...read.faults.map((fault) => ({ ...fault, place: { file, ...(fault.place?.path === undefined ? {} : { path: fault.place.path }) } })));
  return ok(put.flatMap(([kind, given]) => {
    const ids = new Set(given.map(({ id }) => String(id)));
    const found: readonly AnyRecord[] = read.value.records[kind] ?? [];
    return found.filter(({ id }) => ids.has(id)).map((record): Change => ({ kind, id: record.id, from: record.valid.from ?? snapshot.validOn, until: record.valid.until, record }));
  }));
}

/** The register of the snapshot as a file has it, with these records in the place of those with the same id. */
function withRecords(snapshot: Snapshot, put: readonly (readonly [KindName, readonly RawRecord[]])[]): Record<string, unknown> {
  const content: RegisterContent = { header: snapshot.header, records: Object.fromEntries(KIND_NAMES.map((kind) => [kind, snapshot.all(kind)])) };
  const writing = new Writing(content);
  const written = new Map<string, readonly unknown[]>(recordsOf(content).map(([kind, held]) => [kind, held.map((record) => writing.record(kind, record))]));
  for (const [kind, given] of put) {
    const ids = new Set(given.map(({ id }) => String(id)));
    written.set(kind, [...(written.get(kind) ?? []).filter((record) => !ids.has(String((record as RawRecord).id))), ...given]);
  }
  return { register: headerAsWritten(snapshot.header), ...Object.fromEntries(written) };
}
