import type { CalendarDate } from '../../kernel/date.ts';
import { parseDate } from '../../kernel/date.ts';
import { durationInWords, plus } from '../../kernel/duration.ts';
import type { BothLanguages } from '../../kernel/text.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { KIND_NAMES, type KindName } from '../../model/kinds.ts';
import type { Condition, RetentionRule } from '../../model/retention-rule.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Versions } from '../timeline.ts';
import { valuesAt, type RecordNamed } from './field-way.ts';
import { isLeftBy, leftBy } from './left-by.ts';

/** A record whose time is over, and why. */
export interface Due {
  readonly record: string;
  readonly rule: RetentionRule;
  /** The day from which it may go: the period is over on it. */
  readonly since: CalendarDate;
  /** The day from which the period counted. */
  readonly counted: CalendarDate;
  readonly because: BothLanguages;
  /** What the rule leaves in its place, as people write it; undefined where nothing stays. */
  readonly leaving?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The records that are due on the date, the oldest first. A record that a permanent rule keeps is never due, whatever other rules say;
 * nor is one of which only what a rule leaves is there. Where the day from which to count is not known, nothing is due.
 */
export function dueOn(snapshot: Snapshot, rules: readonly RetentionRule[], on: CalendarDate): readonly Due[] {
  const ever = new Map<KindName, ReadonlyMap<string, Versions>>(KIND_NAMES.map((kind) => [kind, versionsOf(snapshot, kind)]));
  const named: RecordNamed = (ref) => ever.get(ref.slice(0, ref.indexOf('/')) as KindName)?.get(ref)?.at(-1);
  const applies = ({ kind, where }: RetentionRule, record: AnyRecord): boolean =>
    record.ref.startsWith(`${kind}/`) && Object.entries(where ?? {}).every(([way, condition]) => valuesAt(record, way, named).some((value) => fits(value, condition)));
  const permanent = rules.filter(({ keep }) => keep === 'permanent');
  const due: Due[] = [];
  for (const rule of rules) {
    if (rule.keep === 'permanent') continue;
    for (const [ref, versions] of ever.get(rule.kind) ?? []) {
      const record = versions.at(-1);
      if (record === undefined || !applies(rule, record) || permanent.some((other) => applies(other, record)) || rules.some((other) => isLeftBy(other, record))) continue;
      const counted = countedFrom(rule, versions, snapshot, named);
      if (counted === undefined) continue;
      const since = rule.keep === 'until-then' ? counted : plus(counted, rule.keep);
      if (since > on) continue;
      due.push({ record: ref, rule, since, counted, because: reason(rule, counted), leaving: leftBy(rule, record) });
    }
  }
  return due.toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : one.record < other.record ? -1 : 1));
}

function versionsOf(snapshot: Snapshot, kind: KindName): ReadonlyMap<string, Versions> {
  const byRef = new Map<string, AnyRecord[]>();
  for (const record of snapshot.all(kind, 'ever') as readonly AnyRecord[]) byRef.set(record.ref, [...(byRef.get(record.ref) ?? []), record]);
  return byRef;
}

function fits(value: unknown, condition: Condition): boolean {
  if (typeof condition === 'object' && !Array.isArray(condition)) {
    const said = JSON.stringify(value).toLowerCase();
    return condition.includes.some((word) => said.includes(word.toLowerCase()));
  }
  return (Array.isArray(condition) ? condition : [condition]).some((wanted) => value === wanted);
}

/** The day from which the period counts: the last of several; undefined where one of them is not known, or not over. */
function countedFrom({ from }: RetentionRule, versions: Versions, snapshot: Snapshot, named: RecordNamed): CalendarDate | undefined {
  const [record] = versions.slice(-1);
  if (from === undefined || record === undefined) return undefined;
  if (from === 'end-of-record') return last(versions.map(({ valid }) => valid.until));
  if (from === 'end-of-last-post') return last(snapshot.where('appointments', 'person', record.ref, 'ever').map(({ valid }) => valid.until));
  return last(datesAt(record, from.date, named));
}

/** Every record on the way must have the date: one that has none is not over yet. */
function datesAt(record: AnyRecord, way: string, named: RecordNamed): readonly (CalendarDate | undefined)[] {
  const [field = '', ...rest] = way.split('.');
  const values = valuesAt(record, field, named);
  if (values.length === 0) return [undefined];
  return values.flatMap((value) => {
    if (rest.length === 0) return [parseDate(String(value))];
    const next = named(String(value));
    return next === undefined ? [undefined] : datesAt(next, rest.join('.'), named);
  });
}

function last(days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  let latest: CalendarDate | undefined;
  for (const day of days) {
    if (day === undefined) return undefined;
    if (latest === undefined || day > latest) latest = day;
  }
  return latest;
}

function reason({ from, keep }: RetentionRule, counted: CalendarDate): BothLanguages {
  const [en, cy] = from === 'end-of-record' ? ['the record ended', 'daeth y cofnod i ben'] : from === 'end-of-last-post' ? ['the last post ended', 'daeth y swydd olaf i ben'] : [`\`${from?.date ?? ''}\``, `\`${from?.date ?? ''}\``];
  if (keep === 'until-then' || keep === 'permanent') return { en: `${en}: ${counted}; kept until then`, cy: `${cy}: ${counted}; i’w gadw tan hynny` };
  return { en: `${en}: ${counted}; kept for ${durationInWords(keep, 'en')} after it`, cy: `${cy}: ${counted}; i’w gadw am ${durationInWords(keep, 'cy')} wedi hynny` };
}
