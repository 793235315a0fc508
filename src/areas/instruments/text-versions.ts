import type { CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { Instrument, Provision } from '../../model/instruments.ts';
import type { AnyRecord } from '../../model/kind.ts';
import type { Change } from '../../register/entry.ts';
import { inClauseOrder } from './clauses.ts';

/** The text of an instrument in one of its versions, as that was when the next began. */
export interface TextVersion {
  readonly version: string;
  readonly state: Instrument['state'];
  /** From when the version held; undefined where no record says. */
  readonly from: CalendarDate | undefined;
  readonly clauses: readonly Provision[];
}

interface Event {
  readonly on: string;
  readonly kind: 'instruments' | 'provisions';
  readonly id: string;
  readonly record: AnyRecord | undefined;
}

/**
 * Every version of the text of an instrument, the first one first, from what was entered: of two versions of one day both are there.
 * @param batches what was entered, entry by entry @param today what ends later has not ended
 */
export function textVersions(batches: readonly (readonly Change[])[], ref: Ref<'instruments'>, today: CalendarDate): readonly TextVersion[] {
  const id = ref.slice('instruments/'.length);
  const versions = new Map<string, TextVersion>();
  const clauses = new Map<string, Provision>();
  const own = new Set<string>();
  let instrument: Instrument | undefined;
  for (const batch of batches) {
    for (const { kind, record, id: one } of batch) if (kind === 'provisions' && (record as Provision | undefined)?.instrument === ref) own.add(one);
    const events = batch.filter((change) => (change.kind === 'instruments' && change.id === id) || (change.kind === 'provisions' && own.has(change.id))).flatMap((change) => eventsOf(change, today));
    for (const [on, together] of Map.groupBy(events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), (event) => event.on)) {
      for (const { kind, id: named, record } of together) {
        if (kind === 'instruments') instrument = (record as Instrument | undefined) ?? instrument;
        else if (record === undefined || (record as Provision).instrument !== ref) clauses.delete(named);
        else clauses.set(named, record as Provision);
      }
      if (instrument === undefined) continue;
      const { version, state } = instrument;
      versions.set(version, { version, state, from: versions.get(version)?.from ?? (on === '' ? undefined : (on as CalendarDate)), clauses: inClauseOrder([...clauses.values()]) });
    }
  }
  return [...versions.values()];
}

function eventsOf({ from, id, kind, record, until }: Change, today: CalendarDate): readonly Event[] {
  const ends = record !== undefined && until !== undefined && until <= today ? [{ on: until, kind: kind as Event['kind'], id, record: undefined }] : [];
  return from !== undefined && from > today ? [] : [{ on: from ?? '', kind: kind as Event['kind'], id, record }, ...ends.filter(() => kind === 'provisions')];
}
