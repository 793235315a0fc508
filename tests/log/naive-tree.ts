import { createHash } from 'node:crypto';

/* RFC 6962, 2.1 to 2.1.2, as its formulas stand: slow, without state, and independent of what it is held against. */

const H = (...parts: readonly (Uint8Array | string)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

const split = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);

/** MTH(D). */
export function MTH(D: readonly Uint8Array[]): Buffer {
  const [only] = D;
  if (only === undefined) return H();
  if (D.length === 1) return H('\0', only);
  const k = split(D.length);
  return H('\u0001', MTH(D.slice(0, k)), MTH(D.slice(k)));
}

/** PATH(m, D). */
export function PATH(m: number, D: readonly Uint8Array[]): Buffer[] {
  if (D.length === 1) return [];
  const k = split(D.length);
  return m < k ? [...PATH(m, D.slice(0, k)), MTH(D.slice(k))] : [...PATH(m - k, D.slice(k)), MTH(D.slice(0, k))];
}

/** PROOF(m, D). */
export const PROOF = (m: number, D: readonly Uint8Array[]): Buffer[] => SUBPROOF(m, D, true);

function SUBPROOF(m: number, D: readonly Uint8Array[], isWhole: boolean): Buffer[] {
  if (m === D.length) return isWhole ? [] : [MTH(D)];
  const k = split(D.length);
  return m <= k
    ? [...SUBPROOF(m, D.slice(0, k), isWhole), MTH(D.slice(k))]
    : [...SUBPROOF(m - k, D.slice(k), false), MTH(D.slice(0, k))];
}
