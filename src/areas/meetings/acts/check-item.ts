import { refuse } from '../../../acts/refuse.ts';
import type { Fault } from '../../../kernel/fault.ts';
import type { Ref } from '../../../model/field.ts';
import type { KindName } from '../../../model/kinds.ts';
import type { Snapshot } from '../../../register/snapshot.ts';

interface Item {
  readonly private?: boolean | undefined;
  readonly privateBecause?: string | undefined;
  readonly proposedBecause?: Ref | undefined;
}

/** What is wrong with how an item is kept from others, or is not; undefined where nothing is. @param path where the item stands in the input */
export function privacyFault({ private: isPrivate, privateBecause, proposedBecause }: Item, snapshot: Snapshot, path: string): Fault | undefined {
  if (isPrivate === true && privateBecause === undefined) return refuse('input', 'why-private', 'Say why the item is private: everybody who sees the meeting sees this, and not what the item says.', { path: `${path}.privateBecause` }).faults[0];
  if (isPrivate !== true && privateBecause !== undefined) return refuse('input', 'private-or-not', 'It says why the item is private, but not that it is. Mark the item private, or leave the words out.', { path: `${path}.private` }).faults[0];
  if (isPrivate !== true && proposedBecause !== undefined && isConfidential(snapshot, proposedBecause)) return refuse('input', 'names-confidential', 'What the item comes from is confidential between those whom it names. Mark the item private, or do not name it.', { path: `${path}.private` }).faults[0];
  return undefined;
}

function isConfidential(snapshot: Snapshot, ref: Ref): boolean {
  const record = snapshot.get(ref as Ref<KindName>) as { readonly confidential?: boolean } | undefined;
  return record?.confidential === true;
}

/** The first whole number after those of the items. */
export const nextNumber = (items: readonly { readonly number: string }[]): number => Math.max(0, ...items.map(({ number }) => Number.parseInt(number, 10) || 0)) + 1;
