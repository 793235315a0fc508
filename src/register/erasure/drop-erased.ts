import type { Change, Entry } from '../entry.ts';

/**
 * The entry without what it said of the record, which `by` erased: in the place of each body that went stands what `by` left, so
 * that as known before the erasure, too, every reference to the record leads to something.
 */
export function dropErased(entry: Entry, record: string, by: Entry): Entry {
  const left = by.changes.find((change) => change.record !== undefined && refOf(change) === record)?.record;
  const changes = entry.changes.map((change): Change => {
    if (refOf(change) !== record || (change.record === undefined && change.erasedBy === undefined)) return change;
    const { kind, id, from, until, erasedBy = by.number } = change;
    return { kind, id, from, until, erasedBy, ...(left === undefined ? {} : { record: { ...left, valid: { from, until } } }) };
  });
  return { ...entry, changes };
}

const refOf = ({ kind, id }: Change): string => `${kind}/${id}`;
