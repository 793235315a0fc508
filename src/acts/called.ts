import { words } from '../kernel/text.ts';
import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import { isKindName } from '../model/kinds.ts';
import { titleOf } from '../model/labels.ts';
import type { Snapshot } from '../register/snapshot.ts';

/** What a record is called in an English sentence, as it is on the day, else as it was last: its title, else its reference. */
export function called(snapshot: Snapshot, ref: Ref): string {
  const record = recordNamed(snapshot, ref);
  const title = record === undefined ? undefined : titleOf(record);
  return title === undefined ? ref : words(title, 'en');
}

function recordNamed(snapshot: Snapshot, ref: Ref): AnyRecord | undefined {
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, Math.max(0, slash));
  if (!isKindName(kind)) return undefined;
  return (snapshot.get(ref as Ref<typeof kind>) ?? snapshot.where(kind, 'id', ref.slice(slash + 1), 'ever').at(-1)) as AnyRecord | undefined;
}

/** "Ann Example and Ben Example". */
export const joined = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
