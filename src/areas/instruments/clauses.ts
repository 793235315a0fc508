import type { Ref } from '../../model/field.ts';
import type { Instrument, Provision } from '../../model/instruments.ts';
import type { Snapshot } from '../../register/snapshot.ts';

const byNumber = new Intl.Collator('en', { numeric: true });

/** The clauses of an instrument in the order of their numbers: 2 before 10, 1.2 before 1.10. */
export const clausesOf = (snapshot: Snapshot, instrument: Ref<'instruments'>): readonly Provision[] =>
  snapshot.where('provisions', 'instrument', instrument).toSorted((a, b) => byNumber.compare(a.number, b.number));

export const inClauseOrder = <C extends { readonly number: string }>(clauses: readonly C[]): readonly C[] => clauses.toSorted((a, b) => byNumber.compare(a.number, b.number));

/** The number after the last whole one. */
export function nextNumber(snapshot: Snapshot, { ref }: Instrument): string {
  const whole = snapshot.where('provisions', 'instrument', ref).map(({ number }) => Number(/^\d+/.exec(number)?.[0] ?? 0));
  return String(Math.max(0, ...whole) + 1);
}
