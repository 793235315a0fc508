import type { Ref } from '../model/field.ts';
import type { Change } from '../register/entry.ts';
import type { Snapshot } from '../register/snapshot.ts';

/**
 * What changes when a person leaves on the date of the snapshot: their appointments end, and with them what is theirs by
 * name and not by post (a seat held as a person, a power given to a person). What their posts agreed stands.
 */
export function departure(snapshot: Snapshot, person: Ref<'persons'>): readonly Change[] {
  const from = snapshot.validOn;
  const ending = [
    ...snapshot.where('appointments', 'person', person).map(({ id }): Change => ({ kind: 'appointments', id, from })),
    ...snapshot.where('seats', 'holder', person).map(({ id }): Change => ({ kind: 'seats', id, from })),
  ];
  const given = snapshot.where('provisions', 'gives.to', person).map(
    (provision): Change => ({
      kind: 'provisions',
      id: provision.id,
      from,
      until: provision.valid.until,
      record: { ...provision, gives: provision.gives.filter(({ to }) => to !== person) } as typeof provision,
    }),
  );
  return [...ending, ...given];
}

