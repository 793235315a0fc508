import type { Access } from '../access/access.ts';
import type { Fault } from '../kernel/fault.ts';
import { refused, type Result } from '../kernel/result.ts';
import { isKindName, KIND_NAMES } from '../model/kinds.ts';
import type { AnyRecord } from '../model/kind.ts';
import { KnownIds } from '../model/register-file/known-ids.ts';
import { readRecords, type WrittenRecord } from '../model/register-file/read-records.ts';
import type { RegisterContent, Vocabularies } from '../model/register-header.ts';
import type { Image } from '../register/image.ts';

/**
 * What is wrong with records as somebody sent them, told as if the records that they may not see were not there: else one could find
 * out by guessing what there is. Undefined where nothing is.
 *
 * @param content the records that they may see: worked out only where something is wrong
 */
export function asSeen(written: readonly WrittenRecord[], content: () => RegisterContent, access: Access, image: Image, vocabularies: Vocabularies): Result<never> | undefined {
  const read = readRecords(written, image.knownIds, vocabularies);
  if (read.ok && !read.value.some((record) => namesHidden(record, access, image))) return undefined;
  const ids = new KnownIds();
  const { records } = content();
  for (const kind of KIND_NAMES) for (const { id } of (records[kind] ?? []) as readonly AnyRecord[]) ids.add(kind, id);
  const again = readRecords(written, ids, vocabularies);
  if (!again.ok) return again;
  // An id that means one record to them and two to the register.
  return read.ok ? undefined : { ok: false, faults: read.faults.map((fault) => veiled(fault, access, image)) };
}

function namesHidden(value: unknown, access: Access, image: Image): boolean {
  if (typeof value === 'object' && value !== null) return Object.entries(value).some(([key, inner]) => key !== 'ref' && namesHidden(inner, access, image));
  return typeof value === 'string' && isHidden(value, access, image);
}

/** Whether the text is `kind/id` of a record that there is and that the caller may not know of. */
export function isHidden(text: string, access: Access, image: Image): boolean {
  const slash = text.indexOf('/');
  const kind = text.slice(0, Math.max(0, slash));
  if (!isKindName(kind)) return false;
  const versions = image.versions(kind, text.slice(slash + 1));
  return versions.length > 0 && !versions.some((version) => access.sees(version));
}

/** The fault, without a record that the caller may not know of. */
export function veiled(fault: Fault, access: Access, image: Image): Fault {
  const names = [...fault.sentence.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  if (![...names, fault.nearest ?? '', fault.expected ?? ''].some((name) => isHidden(name, access, image))) return fault;
  const { category, place } = fault;
  return { category, code: 'touches-hidden', sentence: 'This does not go with a record that you may not see. Ask somebody who may.', ...(place === undefined ? {} : { place }) };
}

export const NOT_ALLOWED = refused({ category: 'forbidden', code: 'not-allowed', sentence: 'This is not yours to change.' });
