import { sha256Hex } from '../kernel/digest.ts';

/** Longest part of a source's own id that stands in ours as it is. */
const AS_IT_IS = 40;

/**
 * The id of a record that another system calls `source`: always the same, with where it comes from before it. An id that has what ours
 * may not (slashes, spaces, accents), or is long, is told apart by its digest.
 */
export function foreignId(prefix: string, ...source: readonly string[]): string {
  if (source.every((part) => /^[A-Za-z0-9](?:[A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(part)) && source.join('-').length <= AS_IT_IS) return [prefix, ...source].join('-');
  const slug = source.join('-').normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, AS_IT_IS);
  return [prefix, ...(slug === '' ? [] : [slug]), sha256Hex(JSON.stringify(source)).slice(0, 12)].join('-');
}
