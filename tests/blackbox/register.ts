import { openRegisterBytes, readingDate, readingLookBack, snapshotOf } from '../../src/assessment/open-register.ts';
import { answerOf, type AssessmentAnswer } from '../../src/assessment/answer.ts';
import { assess } from '../../src/assessment/assess.ts';
import type { CalendarDate } from '../../src/kernel/date.ts';
import type { Duration } from '../../src/kernel/duration.ts';
import { faultInWords } from '../../src/kernel/fault.ts';
import type { Language } from '../../src/kernel/text.ts';

export type Row = Record<string, unknown> & { id: string };

/** A register file as an outsider writes it: the kinds in the plural, each with its records. */
export class Register {
  readonly header: Record<string, unknown> & { completeFor: string[] };
  readonly kinds: Record<string, Row[]> = {};

  constructor(header: Record<string, unknown> & { completeFor: string[] }) {
    this.header = header;
  }

  put(kind: string, ...rows: Row[]): void {
    (this.kinds[kind] ??= []).push(...rows);
  }

  all(kind: string): Row[] {
    return this.kinds[kind] ?? [];
  }

  get(kind: string, id: string): Row {
    const row = this.all(kind).find((one) => one.id === id);
    if (row === undefined) throw new RangeError(`The register has no ${kind}/${id}.`);
    return row;
  }

  /** Changes fields of one record. */
  set(kind: string, id: string, fields: Record<string, unknown>): void {
    Object.assign(this.get(kind, id), fields);
  }

  /** Takes out the records that are meant. */
  drop(kind: string, which: string | ((row: Row) => boolean)): void {
    this.kinds[kind] = this.all(kind).filter((row) => (typeof which === 'string' ? row.id !== which : !which(row)));
  }

  /** No longer claims to have every record of these kinds. */
  incomplete(...kinds: string[]): void {
    this.header.completeFor = this.header.completeFor.filter((kind) => !kinds.includes(kind));
  }

  toJSON(): unknown {
    return { register: this.header, ...this.kinds };
  }
}

export interface Reading {
  readonly asAt?: string;
  readonly lookBack?: string;
  readonly lang?: Language;
}

/** What `assess --json` answers of the register. @throws Error with the faults of an invalid one. */
export async function judged(register: Register, { asAt, lookBack, lang = 'en' }: Reading = {}): Promise<AssessmentAnswer> {
  const opened = await openRegisterBytes('register.json', new TextEncoder().encode(JSON.stringify(register)));
  if (!opened.ok) throw new Error(opened.faults.map(faultInWords).join('\n'));
  const on = readingDate(opened.value, asAt as CalendarDate | undefined);
  return answerOf(assess(snapshotOf(opened.value, on), opened.value.compiled, readingLookBack(opened.value, lookBack as Duration | undefined)), lang);
}

/** The day that many days later. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
