import { z } from 'zod';
import { refused, ok, type Result } from '../../kernel/result.ts';
import { count } from './shape.ts';

/** How a part of a list is asked for. */
export const pageQuery = {
  limit: count(500).default(100).describe('The most that are given at once.'),
  cursor: z.string().max(1000).optional().describe('`next` of the answer before: goes on after it.'),
};

/** A list, given in parts. */
export const pageSchema = <S extends z.ZodType>(item: S) => z.strictObject({
  items: z.array(item),
  next: z.string().nullable().describe('The cursor of the next part; null where this is the last.'),
});

export const cursorOf = (place: readonly (string | number)[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** Where a list goes on; undefined where it begins. */
export function placeIn<S extends z.ZodType>(cursor: string | undefined, schema: S): Result<z.output<S> | undefined> {
  if (cursor === undefined) return ok(undefined);
  const read = schema.safeParse(json(cursor));
  return read.success ? ok(read.data) : refused({ category: 'misuse', code: 'wrong-cursor', sentence: 'This cursor is none of ours: take `next` of the answer before, as it is.', place: { path: 'cursor' } });
}

function json(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
