import { words, type Language } from '../../kernel/text.ts';
import { CONSULTED_GROUPS } from '../../model/consultation.ts';
import { isKindName } from '../../model/kinds.ts';
import { titleOf } from '../../model/labels.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { GROUP } from './purposes/response.ts';

/** What somebody is called whom a link names: a record of the register, or a group that is consulted. */
export function partnerName(seen: Snapshot, ref: string, language: Language): string {
  if (ref.startsWith(GROUP)) {
    const group = ref.slice(GROUP.length);
    const labels = Object.hasOwn(CONSULTED_GROUPS, group) ? CONSULTED_GROUPS[group as keyof typeof CONSULTED_GROUPS] : undefined;
    return labels?.[language === 'en' ? 0 : 1] ?? group;
  }
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, slash);
  const record = isKindName(kind) ? seen.where(kind, 'id', ref.slice(slash + 1), 'ever').at(-1) : undefined;
  const title = record === undefined ? undefined : titleOf(record);
  return title === undefined ? ref.slice(slash + 1) : words(title, language);
}
