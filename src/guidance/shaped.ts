import { z } from 'zod';
import { didYouMean, nearest } from '../kernel/nearest.ts';
import type { Fault } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';
import { shapeFaults } from './shape-faults.ts';

/** Reads what was sent by a schema, with the sentences that files are answered with. @param of what the place of each fault begins with */
export function shaped<S extends z.ZodType>(schema: S, value: unknown, of?: string): Result<z.output<S>> {
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const placeOf = (path: readonly (string | number)[]) => ({ path: [...(of === undefined ? [] : [of]), ...path].join('.') });
  return { ok: false, faults: shapeFaults(read.error, { placeOf }, [], value).map((fault) => withNearest(fault, schema)) };
}

function withNearest(fault: Fault, schema: z.ZodType): Fault {
  if (fault.code !== 'unknown-key' || fault.found === undefined || !(schema instanceof z.ZodObject)) return fault;
  const keys = Object.keys(schema.shape);
  const near = nearest(fault.found, keys);
  return near === undefined ? fault : { ...fault, sentence: `${fault.sentence}${didYouMean(fault.found, keys)}`, nearest: near };
}
