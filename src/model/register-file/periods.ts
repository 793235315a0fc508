import { parseDate } from '../../kernel/date.ts';
import { quoted } from '../../kernel/fault.ts';
import { overlaps } from '../../kernel/period.ts';
import type { FaultList } from './fault-list.ts';
import { groupedBy, periodInWords, type Held } from './held.ts';
import type { GroupShape, Shape } from './shape.ts';
import type { Path, Telling } from './source.ts';

/** `until` is the first day after: it must come later than `from`, of the record and of every group that has both. */
export function checkEnds(shape: Shape, value: unknown, path: Path, faults: FaultList): void {
  if (shape.is === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkEnds(shape.item, item, [...path, index], faults);
  } else if (shape.is === 'group' && typeof value === 'object' && value !== null) {
    const group = value as Readonly<Record<string, unknown>>;
    if (hasPeriod(shape)) checkEnd(group['from'], group['until'], path, faults);
    for (const [key, field] of shape.fields) if ((field.is === 'list' || field.is === 'group') && key in group) checkEnds(field, group[key], [...path, key], faults);
  }
}

const hasPeriod = (shape: GroupShape): boolean => shape.fields.get('from')?.is === 'date' && shape.fields.get('until')?.is === 'date';

function checkEnd(from: unknown, until: unknown, path: Path, faults: FaultList): void {
  if (typeof from !== 'string' || typeof until !== 'string' || from < until) return;
  // What is no date is told as such.
  if (parseDate(from) === undefined || parseDate(until) === undefined) return;
  faults.add([...path, 'until'], 'value', 'period-reversed', () => ({
    sentence: `${quoted('until')} is ${quoted(until)}, not later than ${quoted('from')}, ${quoted(from)}. It is the first day on which this no longer holds.`,
    found: until,
    expected: `a date after ${from}`,
  }));
}

/** An id may stand more than once only as versions of one record, whose periods share no day. */
export function checkVersions(held: readonly Held[], faults: FaultList): void {
  for (const versions of groupedBy(held, ({ kind, id }) => `${kind}/${id}`).values()) {
    eachOverlap(versions, (earlier, later) => {
      const tell = (): Telling => ({
        sentence: `The id ${quoted(later.id)} stands twice in ${quoted(later.kind)}, here and at ${faults.elsewhere(earlier.path)}. Give one another id, or periods that share no day (${quoted('from')}, ${quoted('until')}) if they are versions of one record.`,
        found: later.id,
      });
      faults.add([...later.path, 'id'], 'value', 'duplicate-id', tell);
    });
  }
}

/** A person holds a post once at a time. */
export function checkAppointments(held: readonly Held[], faults: FaultList): void {
  const appointments = held.filter(({ kind, value }) => kind === 'appointments' && typeof value['person'] === 'string' && typeof value['post'] === 'string');
  for (const same of groupedBy(appointments, ({ value }) => `${JSON.stringify([value['person'], value['post']])}`).values()) {
    eachOverlap(same, (earlier, later) => {
      // Two versions of one appointment that overlap are told as a duplicate id.
      if (earlier.id === later.id) return;
      const tell = (): Telling => ({
        sentence: `${quoted(later.value['person'])} already holds ${quoted(later.value['post'])} by the appointment ${quoted(earlier.id)} (${periodInWords(earlier.valid)}, ${faults.elsewhere(earlier.path)}). End one before the other begins.`,
        found: later.id,
      });
      faults.add(later.path, 'value', 'overlapping-appointments', tell);
    });
  }
}

/** Calls `tell` once for each of the items that shares a day with one before it in time. */
function eachOverlap(items: readonly Held[], tell: (earlier: Held, later: Held) => void): void {
  if (items.length < 2) return;
  let last: Held | undefined;
  for (const item of items.toSorted((a, b) => ((a.valid.from ?? '') < (b.valid.from ?? '') ? -1 : (a.valid.from ?? '') > (b.valid.from ?? '') ? 1 : 0))) {
    if (last !== undefined && overlaps(last.valid, item.valid)) tell(...inOrderWritten(last, item));
    if (last === undefined || endsLater(item, last)) last = item;
  }
}

const endsLater = (a: Held, b: Held): boolean => b.valid.until !== undefined && (a.valid.until === undefined || a.valid.until > b.valid.until);

const inOrderWritten = (a: Held, b: Held): [Held, Held] => (Number(a.path[1]) < Number(b.path[1]) ? [a, b] : [b, a]);
