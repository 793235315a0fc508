import { isKindName } from '../../model/kinds.ts';
import type { AnyRecord } from '../../model/kind.ts';

/** Gives the last version of a record (`meetings/m1`); undefined where there is none. */
export type RecordNamed = (ref: string) => AnyRecord | undefined;

/** The values that a way leads to (`supports.type`), through every reference on it; none where it leads nowhere. */
export function valuesAt(record: AnyRecord, way: string, named: RecordNamed): readonly unknown[] {
  const [field = '', ...rest] = way.split('.');
  const value = (record as unknown as Readonly<Record<string, unknown>>)[field];
  const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined);
  if (rest.length === 0) return values;
  return values.flatMap((one) => {
    const next = typeof one === 'string' && isReference(one) ? named(one) : undefined;
    return next === undefined ? [] : valuesAt(next, rest.join('.'), named);
  });
}

const isReference = (value: string): boolean => isKindName(value.slice(0, value.indexOf('/')));
