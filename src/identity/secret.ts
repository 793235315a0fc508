import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A secret of 256 bits for a cookie or a link; only its digest is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const digestOf = (secret: string): Uint8Array => createHash('sha256').update(secret).digest();

/** A number for a new row that no row had before: the next one up may be that of a row that is gone. */
export const newNumber = (): number => randomInt(1, 2 ** 47);
