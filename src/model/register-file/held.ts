import type { Period } from '../../kernel/period.ts';
import type { KindName } from '../kinds.ts';
import type { Path } from './source.ts';

/** One record of a file while it is checked. */
export interface Held {
  readonly kind: KindName;
  readonly id: string;
  readonly path: Path;
  readonly valid: Period;
  /** As the program holds it; as written, where it has faults. References are put in their full form in place. */
  readonly value: Record<string, unknown>;
  /** Whether its schema found nothing wrong. */
  readonly whole: boolean;
}

/** `from 2010-05-01 until 2012-09-01`, with what is open said. */
export function periodInWords({ from, until }: Period): string {
  if (from === undefined && until === undefined) return 'at all times';
  return [from === undefined ? undefined : `from ${from}`, until === undefined ? 'without an end' : `until ${until}`].filter((part) => part !== undefined).join(' ');
}

/** Groups in the order of first appearance. */
export function groupedBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
