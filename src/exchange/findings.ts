import { quoted, type Fault, type Place } from '../kernel/fault.ts';
import type { KindName } from '../model/kinds.ts';
import type { Note, NoteCode } from './notes.ts';

/** The formats that are read, apart from register files. */
export const FORMATS = ['modern-gov', 'popolo', 'ics'] as const;
export type Format = (typeof FORMATS)[number];

/** A record as a source gives it. */
export interface FoundRecord {
  readonly kind: KindName;
  readonly id: string;
  /** What the source says, as a person writes it in a register file; references with their kind. Of any other field it says nothing. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** `seen`: named in passing, in the attendance or the heading of a meeting; it adds what is not there, and a seat begins with the first day on which it was seen. */
  readonly period: 'said' | 'seen';
  readonly place: Place;
  /** The name by which the source calls it. */
  readonly name?: string;
}

/** What a file gives: nothing of it is entered yet. */
export interface Findings {
  readonly format: Format;
  readonly records: readonly FoundRecord[];
  /** What was left out or taken in a way that its reader should know. */
  readonly notes: readonly Note[];
  /** What is wrong with single records of it. */
  readonly faults: readonly Fault[];
}

/** How much is read. What goes beyond is refused before time or memory is spent on it. */
export interface ExchangeLimits {
  readonly bytes: number;
  /** Elements of XML, values of JSON, lines of a calendar. */
  readonly parts: number;
  readonly depth: number;
  readonly records: number;
  /** Dates through which the rules of a calendar are followed, of all of them together. */
  readonly steps: number;
  /** Notes and faults that are told one by one. */
  readonly told: number;
}

export const EXCHANGE_LIMITS: ExchangeLimits = { bytes: 16 * 1024 * 1024, parts: 400_000, depth: 40, records: 20_000, steps: 10_000, told: 500 };

/** Ends the reading of a source of which nothing more can be made. */
export class Unreadable extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.sentence);
    this.fault = fault;
  }
}

/** @throws Unreadable */
export function unreadable(code: string, sentence: string, place: Place): never {
  throw new Unreadable({ category: 'input', code, sentence, place });
}

/** Collects what a reader finds, from one text or several, and sees to its limits. */
export class Gathering {
  readonly #records = new Map<string, FoundRecord[]>();
  readonly #notes: Note[] = [];
  readonly #faults: Fault[] = [];
  readonly #sources = new Map<string, string>();
  #count = 0;
  #faultCount = 0;
  readonly limits: ExchangeLimits;

  constructor(limits: ExchangeLimits = EXCHANGE_LIMITS) {
    this.limits = limits;
  }

  has(kind: KindName, id: string): boolean {
    return this.#records.has(`${kind}/${id}`);
  }

  get(kind: KindName, id: string): FoundRecord | undefined {
    return this.#records.get(`${kind}/${id}`)?.at(-1);
  }

  /**
   * Takes a record; where it is there already, the later and fuller one adds what the earlier did not say.
   * @param source the id that the source itself has for it: two sources of one id of ours are a fault
   * @throws Unreadable where there are more than are read
   */
  add(record: FoundRecord, source: string): void {
    const ref = `${record.kind}/${record.id}`;
    const before = this.#sources.get(ref);
    if (before !== undefined && before !== source) {
      this.fault('ids-collide', `${quoted(source)} and ${quoted(before)} would both be ${quoted(ref)} here. Change one of them in the file.`, record.place, source);
      return;
    }
    this.#sources.set(ref, source);
    const there = this.#records.get(ref)?.at(-1);
    if (there === undefined && (this.#count += 1) > this.limits.records) {
      unreadable('too-many-records', `There are more than ${this.limits.records.toLocaleString('en-GB')} records here, the most that is read at once. Give a part of it.`, record.place);
    }
    this.#records.set(ref, [there === undefined ? record : { ...there, ...record, fields: { ...there.fields, ...record.fields } }]);
  }

  /** Takes several versions of one record, none overlapping another, in place of what was there. */
  put(versions: readonly FoundRecord[]): void {
    const [first] = versions;
    if (first === undefined) return;
    const ref = `${first.kind}/${first.id}`;
    if (!this.#records.has(ref) && (this.#count += 1) > this.limits.records) {
      unreadable('too-many-records', `There are more than ${this.limits.records.toLocaleString('en-GB')} records here, the most that is read at once. Give a part of it.`, first.place);
    }
    this.#records.set(ref, [...versions]);
  }

  note(code: NoteCode, place: Place, values: Readonly<Record<string, string>> = {}): void {
    this.#notes.push({ code, place, values });
  }

  /** What is wrong with a record, which is left out. */
  fault(code: string, sentence: string, place: Place, found?: string): void {
    this.#faultCount += 1;
    if (this.#faults.length < this.limits.told) this.#faults.push({ category: 'input', code, sentence, place, ...(found === undefined ? {} : { found }) });
  }

  findings(format: Format): Findings {
    const more = this.#faultCount - this.#faults.length;
    const rest: readonly Fault[] = more === 0 ? [] : [{ category: 'input', code: 'more-faults', sentence: `There are ${more.toLocaleString('en-GB')} more faults.` }];
    return { format, records: [...this.#records.values()].flat(), notes: this.#notes, faults: [...this.#faults, ...rest] };
  }
}
