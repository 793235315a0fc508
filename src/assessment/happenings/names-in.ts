import type { AnyRecord } from '../../model/kind.ts';

/** Every record that a record names, itself included. */
export function namesIn(record: AnyRecord): ReadonlySet<string> {
  const names = new Set<string>([record.ref]);
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.includes('/')) names.add(value);
    } else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) look(inner);
  };
  look(record);
  return names;
}
