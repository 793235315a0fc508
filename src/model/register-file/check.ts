import { parseDate } from '../../kernel/date.ts';
import { quoted } from '../../kernel/fault.ts';
import type { Period } from '../../kernel/period.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { hasOwnFrom, ID, type AnyRecord } from '../kind.ts';
import { isKindName, KIND_NAMES, kindNamed, type KindName } from '../kinds.ts';
import type { RegisterContent, RegisterHeader, Vocabularies, VocabularySource } from '../register-header.ts';
import { checkCycles } from './cycles.ts';
import { FaultList } from './fault-list.ts';
import { readHeader } from './header.ts';
import type { Held } from './held.ts';
import { addIssues, SILENT } from './issues.ts';
import { KnownIds } from './known-ids.ts';
import type { Limits } from './limits.ts';
import { checkAppointments, checkEnds, checkVersions } from './periods.ts';
import { eachReference, meaningOf } from './references.ts';
import { choiceOf } from './sentences.ts';
import { checkSeries } from './series.ts';
import { shapeOf } from './shape.ts';
import type { Path, Source, Unreadable, WhereIs } from './source.ts';
import { tidy } from './tidy.ts';
import { notARegister, tooMany } from './tree.ts';

type Container = Record<string, unknown>;

/** Beyond so many faults an unknown key is no slip for a kind any more. */
const KINDS_GUESSED = 500;

/** A record as a file gives it, before its schema has seen it. */
export interface Given {
  readonly kind: KindName;
  readonly path: Path;
  readonly raw: Container;
}

/** Checks a file's values whole and gives the register, or every fault. @throws Unreadable where there are too many records */
export function check(source: Source, whereIs: WhereIs, words: VocabularySource, limits: Limits): Result<RegisterContent> {
  const faults = new FaultList(source, whereIs);
  const file = isGroup(source.value) ? source.value : undefined;
  if (file === undefined) throw notARegister(0);
  const header = readHeader(file, source, faults);
  const vocabularies = typeof words !== 'function' ? words : header === undefined ? {} : words(header);
  const ids = new KnownIds();
  const held: Held[] = [];
  for (const given of recordsGiven(file, source, ids, limits, faults)) if (!faults.full) held.push(recordRead(given, source, faults));
  for (const record of held) if (!faults.full) resolveReferences(record, ids, vocabularies, faults);
  const withId = held.filter(({ id }) => id !== '');
  checkVersions(withId, faults);
  checkAppointments(withId, faults);
  checkCycles(withId, faults);
  checkSeries(held, faults);
  return faults.count > 0 || header === undefined ? refused(...faults.told(limits.faults)) : ok(content(header, held));
}

/** The records of all kinds, as far as they are groups; what is no kind, no list or no group is a fault. */
export function recordsGiven(file: Container, source: Source, ids: KnownIds, limits: Limits, faults: FaultList): readonly Given[] {
  const given: Given[] = [];
  for (const key of source.spots.get(file)?.keys ?? []) {
    const list = file[key];
    if (key === 'register' || (list === null && isKindName(key))) continue;
    const kind = isKindName(key) ? key : kindMeant(key, faults);
    if (!Array.isArray(list)) {
      if (isKindName(key)) faults.add([key], 'value', 'kind-not-a-list', () => ({ sentence: `${quoted(key)} must be a list of records, each beginning with \`- \`.`, expected: 'a list' }));
      continue;
    }
    for (const [index, raw] of list.entries()) {
      if (kind !== undefined && isGroup(raw)) addId(raw, kind, source, ids);
      if (!isKindName(key)) continue;
      if (!isGroup(raw)) faults.add([key, index], 'value', 'record-not-a-group', () => ({ sentence: `A record of ${quoted(key)} must be a group of fields such as \`{ id: … }\`.`, expected: 'a group' }));
      else given.push({ kind: key, path: [key, index], raw });
      if (given.length > limits.records) throw recordsLimit(source, key, index, limits);
    }
  }
  return given;
}

/** The fault of an unknown kind; records under a near miss count as known, so that references to them are not told as faults too. */
function kindMeant(key: string, faults: FaultList): KindName | undefined {
  const meant = faults.count < KINDS_GUESSED ? choiceOf(key, ['register', ...KIND_NAMES]) : { advice: '' };
  faults.add([key], 'key', 'unknown-kind', () => ({ sentence: `${quoted(key)} is not a kind of record.${meant.advice}`, found: key, expected: 'register, or a kind in the plural', ...(meant.nearest === undefined ? {} : { nearest: meant.nearest }) }));
  return meant.nearest !== undefined && isKindName(meant.nearest) ? meant.nearest : undefined;
}

function addId(raw: Container, kind: KindName, source: Source, ids: KnownIds): void {
  const id = raw['id'];
  if (typeof id === 'string') ids.add(kind, id.trim());
  else if (typeof id === 'number') ids.add(kind, source.spots.get(raw)?.written?.get('id') ?? String(id));
}

function recordsLimit(source: Source, key: string, index: number, limits: Limits): Unreadable {
  const list = isGroup(source.value) ? source.value[key] : undefined;
  return tooMany(source.spots.get(list as object)?.valueAt[index] ?? 0, limits.records, 'records');
}

/** A record with its schema's defaults, or as written where its schema finds faults, so that the checks between records see it all the same. */
export function recordRead({ kind, path, raw }: Given, source: Source, faults: FaultList): Held {
  const shape = shapeOf(kind);
  tidy(shape, raw, path, source, faults);
  const read = kindNamed(kind).schema.safeParse(raw, SILENT);
  const id = typeof raw['id'] === 'string' && ID.test(raw['id']) ? raw['id'] : '';
  const valid = hasOwnFrom(kindNamed(kind)) ? {} : periodOf(raw);
  checkEnds(shape, raw, path, faults);
  if (read.success) return { kind, id, path, valid, value: read.data, whole: true };
  const name = id === '' ? `A record of ${quoted(kind)}` : quoted(`${kind}/${id}`);
  addIssues(read.error.issues, { shape, value: raw, path, name, of: kind }, faults);
  return { kind, id, path, valid, value: raw, whole: false };
}

function periodOf({ from, until }: Container): Period {
  const [start, end] = [from, until].map((day) => (typeof day === 'string' ? parseDate(day) : undefined));
  return { ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { until: end }) };
}

/** Puts each reference in its full form, in place. */
export function resolveReferences({ kind, path, value }: Held, ids: KnownIds, vocabularies: Vocabularies, faults: FaultList): void {
  for (const [key, field] of shapeOf(kind).fields) {
    if (!Object.hasOwn(value, key)) continue;
    eachReference(field, value, key, path, (container, at, meta, here) => {
      const meaning = meaningOf(String(container[at]), meta, ids, vocabularies);
      if ('is' in meaning) container[at] = meaning.is;
      else faults.add(here, 'value', meaning.wrong, meaning.tell);
    });
  }
}

function content(header: RegisterHeader, held: readonly Held[]): RegisterContent {
  const records: Record<string, unknown[]> = {};
  for (const one of held) (records[one.kind] ??= []).push(recordOf(one));
  return { header, records };
}

/** The record as the program holds it. */
export function recordOf({ kind, id, valid, value }: Held): AnyRecord {
  const { from, until, ...fields } = value;
  const ownFrom = hasOwnFrom(kindNamed(kind)) ? { from, ...(until === undefined ? {} : { until }) } : {};
  return { ref: `${kind}/${id}`, ...fields, ...ownFrom, id, valid };
}

const isGroup = (value: unknown): value is Container => typeof value === 'object' && value !== null && !Array.isArray(value);
