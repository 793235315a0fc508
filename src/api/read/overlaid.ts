import type { Assessment } from '../../assessment/assess.ts';
import { overlayOf } from '../../assessment/overlay-file.ts';
import type { Result } from '../../kernel/result.ts';
import { isKindName } from '../../model/kinds.ts';
import type { Change } from '../../register/entry.ts';
import { vocabulariesOf } from '../../rules/vocabularies.ts';
import { asSeen, veiled } from '../../areas/as-seen.ts';
import type { Opened } from './opened.ts';

/** The changes of an overlay that was sent. What is wrong is told as if the records that the caller may not see were not there. */
export async function overlaid({ access, content, image }: Opened, { compiled: { pack }, snapshot }: Assessment, sent: Readonly<Record<string, unknown>>): Promise<Result<readonly Change[]>> {
  const written = Object.entries(sent).flatMap(([kind, list]) => (isKindName(kind) && Array.isArray(list) ? list.flatMap((fields: unknown) => (isGroup(fields) ? [{ kind, fields }] : [])) : []));
  const wrong = asSeen(written, () => content, access, image, vocabulariesOf(pack));
  if (wrong !== undefined) return wrong;
  const placeOf = (path: readonly (string | number)[]) => ({ path: path.join('.') });
  const changes = await overlayOf({ value: sent, placeOf }, 'overlay', snapshot, pack);
  return changes.ok ? changes : { ok: false, faults: changes.faults.map((fault) => veiled(fault, access, image)).map(({ place, ...fault }) => ({ ...fault, ...(place?.path === undefined ? {} : { place: { path: place.path } }) })) };
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
