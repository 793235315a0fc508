import { addDays, type CalendarDate } from '../kernel/date.ts';
import { contains, overlaps, type Period } from '../kernel/period.ts';
import type { AnyRecord } from '../model/kind.ts';
import type { KindName } from '../model/kinds.ts';
import type { Facts } from './facts.ts';
import { fieldsOf } from './field-shape.ts';

/**
 * When a record must have been: `look-back` within the look-back period, `now` on the date, `ever` on the date or before it.
 * A record with a date of its own (an advice, an appraisal) counts as `now` from that day on.
 */
export const DURINGS = ['look-back', 'now', 'ever'] as const;
export type During = (typeof DURINGS)[number];

/** The fields that say when something happened, the first that is filled counts. */
const EVENTS = ['on', 'completedOn', 'issuedOn', 'opens', 'publishedOn'] as const;

interface DateFields {
  readonly events: readonly string[];
  readonly period: boolean;
}

const known = new Map<KindName, DateFields>();

function dateFieldsOf(kind: KindName): DateFields {
  let fields = known.get(kind);
  if (fields === undefined) {
    const shapes = fieldsOf(kind);
    const isDate = (name: string): boolean => shapes.get(name)?.isDate === true;
    fields = { events: EVENTS.filter(isDate), period: shapes.get('period')?.holds === 'group' };
    known.set(kind, fields);
  }
  return fields;
}

const read = (record: AnyRecord, field: string): unknown => (record as unknown as Readonly<Record<string, unknown>>)[field];

/** Whether records of the kind say when they happened; the others are simply valid for a time. */
export const isDated = (kind: KindName): boolean => dateFieldsOf(kind).events.length > 0 || dateFieldsOf(kind).period;

/** The day on which the thing happened; undefined for what has a period, no date or none on record. */
export function dayOf(record: AnyRecord, kind: KindName): CalendarDate | undefined {
  for (const field of dateFieldsOf(kind).events) {
    const day = read(record, field);
    if (day !== undefined) return day as CalendarDate;
  }
  return undefined;
}

/**
 * The day on which the thing happened, or on which its period was over and it was known: a value for the spring that was
 * filed in November was not there before. Undefined where neither a day nor a period is on record.
 */
export function endedOn(record: AnyRecord, kind: KindName): CalendarDate | undefined {
  const day = dayOf(record, kind);
  const until = dateFieldsOf(kind).period ? (read(record, 'period') as Period | undefined)?.until : undefined;
  if (day !== undefined || until === undefined) return day;
  const [over, filed] = [addDays(until, -1), record.valid.from];
  return filed !== undefined && filed > over ? filed : over;
}

/** Whether the record was at that time; undefined where its date is not on record. */
export function wasDuring(record: AnyRecord, kind: KindName, during: During, facts: Facts): boolean | undefined {
  const day = dayOf(record, kind);
  if (day !== undefined) return during === 'look-back' ? facts.window.from <= day && day < facts.window.until : day <= facts.on;
  const { events, period } = dateFieldsOf(kind);
  const span = period ? (read(record, 'period') as Period | undefined) : undefined;
  if (span !== undefined) return isIn(span, during, facts);
  const { valid } = record;
  // A kind that has a date, on a record that has neither that nor a valid period: nothing says when it was.
  if ((events.length > 0 || period) && during === 'look-back' && valid.from === undefined && valid.until === undefined) return undefined;
  return isIn(valid, during, facts);
}

function isIn(span: Period, during: During, facts: Facts): boolean {
  if (during === 'look-back') return overlaps(span, facts.window);
  return during === 'now' ? contains(span, facts.on) : span.from === undefined || span.from <= facts.on;
}
