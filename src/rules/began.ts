import type { CalendarDate } from '../kernel/date.ts';
import type { KindName, RecordOfKind } from '../model/kinds.ts';
import type { Facts } from './facts.ts';

/**
 * The day from which a record has been so without a break, through its earlier versions as long as they are `alike`:
 * a series whose frequency was changed is still the same series. Undefined where no beginning is on record.
 */
export function beganOn<K extends KindName>(facts: Facts, kind: K, record: RecordOfKind<K>, alike: (version: RecordOfKind<K>) => boolean = () => true): CalendarDate | undefined {
  let { from } = record.valid;
  if (from === undefined) return undefined;
  const versions = facts.everWhere(kind, 'id', record.id);
  for (let before = versions.find(alikeUntil(from)); before !== undefined; before = from === undefined ? undefined : versions.find(alikeUntil(from))) from = before.valid.from;
  return from;

  function alikeUntil(until: CalendarDate) {
    return (version: RecordOfKind<K>): boolean => version.valid.until === until && alike(version);
  }
}
