import { z } from 'zod';
import type { Fault } from '../../kernel/fault.ts';

/** The media type of RFC 9457. */
export const PROBLEM_TYPE = 'application/problem+json';

const place = z.strictObject({ file: z.string(), line: z.number(), column: z.number(), sheet: z.string(), cell: z.string(), path: z.string() }).partial();

export const changedSchema = z.strictObject({
  record: z.string().describe('The record that was changed since.'),
  version: z.number().int().describe('The entry that last changed it: what a new If-Match names.'),
  act: z.string(),
  by: z.string().describe('The id of the person who did.'),
  reason: z.string(),
  recordedAt: z.string().meta({ format: 'date-time' }),
}).describe('What came between.');

/** Where an act was refused because of what others did meanwhile. */
export type Changed = z.output<typeof changedSchema>;

export const problemSchema = z.strictObject({
  type: z.string().describe('`urn:answerable:` and the code.'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('The first fault in a sentence.'),
  code: z.string().describe('The first fault, for programs: stable, never reused for another meaning.'),
  faults: z.array(z.strictObject({
    code: z.string(),
    sentence: z.string(),
    place: place.optional().describe('Where it is: a path inside what was sent.'),
    found: z.string().optional(),
    expected: z.string().optional(),
    nearest: z.string().optional().describe('The valid choice closest to what was found.'),
  })).describe('Everything that is wrong.'),
  changed: z.array(changedSchema).optional(),
}).describe('What is wrong, by RFC 9457.');

export type Problem = z.output<typeof problemSchema>;

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not one that is understood',
  401: 'Say who you are',
  403: 'This is not yours',
  404: 'There is no such thing',
  405: 'This is not done here',
  409: 'Something came between',
  413: 'This is too much at once',
  415: 'Send JSON',
  422: 'What was sent is not right',
  429: 'Too many requests',
  500: 'A fault of ours',
  503: 'Not at the moment',
};

export const titleOf = (status: number): string => TITLES[status] ?? 'It was not done';

/** @param status where it is not the one that follows from the first fault */
export function problemOf(faults: readonly Fault[], status = statusOf(faults), changed: readonly Changed[] = []): Problem {
  const [first] = faults;
  if (first === undefined) throw new RangeError('A problem has a fault.');
  return {
    type: `urn:answerable:${first.code}`,
    title: titleOf(status),
    status,
    detail: first.sentence,
    code: first.code,
    faults: faults.map(({ category: _, ...fault }) => fault),
    ...(changed.length === 0 ? {} : { changed: [...changed] }),
  };
}

/** Codes that say more than whose fault it is. */
const OF_CODE: Readonly<Record<string, number>> = { 'read-only': 503, 'not-intact': 503, 'outcome-unknown': 503, 'key-reused': 422, 'wrong-key': 400 };

/** Faults that the register found in what is otherwise well put are told apart from those of the request itself. */
function statusOf([first]: readonly Fault[]): number {
  if (first === undefined) return 500;
  const known = OF_CODE[first.code];
  if (known !== undefined) return known;
  switch (first.category) {
    case 'input': return 422;
    case 'misuse': return 400;
    case 'not-found': return 404;
    case 'forbidden': return 403;
    case 'conflict': return 409;
    case 'ours': return 500;
    default: return first.category satisfies never;
  }
}
