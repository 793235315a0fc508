import { z } from 'zod';
import { parseDate, type CalendarDate } from '../../kernel/date.ts';

const day = z.string().refine((written) => parseDate(written) !== undefined).transform((written) => written as CalendarDate);
const key = z.string().regex(/^[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/);

const schema = z.union([z.strictObject({ proposed: key, until: day }), z.strictObject({ from: key, to: key, proposal: z.number().int().nonnegative() })]);

/**
 * What an entry says of the key that signs the register, in verifier keys: that `proposed` should give way to another, before the day
 * `until`; or that `from` has given way to `to`, as the entry numbered `proposal` proposed.
 */
export type KeySaid = { readonly proposed: string; readonly until: CalendarDate } | { readonly from: string; readonly to: string; readonly proposal: number };

/** Reads the body of a change of the kind `signing-key`, whose id is the id of the key it is about; undefined where it is none. */
export function keySaidIn(id: string, body: string): KeySaid | undefined {
  try {
    const { data } = schema.safeParse(JSON.parse(body));
    return data !== undefined && idIn('to' in data ? data.to : data.proposed) === id ? data : undefined;
  } catch {
    return undefined;
  }
}

/** The id in a verifier key, `name+id+key`. */
export const idIn = (verifierKey: string): string => verifierKey.split('+')[1] ?? '';
