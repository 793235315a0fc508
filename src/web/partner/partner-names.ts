import type { Language } from '../../kernel/text.ts';
import { CONSULTED_GROUPS } from '../../model/consultation.ts';
import { isKindName } from '../../model/kinds.ts';
import { titleOf } from '../../model/labels.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { said, type SaidText } from '../said-text.ts';
import { GROUP } from './purposes/response.ts';

/** What somebody is called whom a link names: a record of the register, or a group that is consulted. */
export const partnerName = (seen: Snapshot, ref: string, language: Language): string => partnerSaid(seen, ref, language).text;

/** The same, marked with its language where that is not the reader's. */
export function partnerSaid(seen: Snapshot, ref: string, language: Language): SaidText {
  if (ref.startsWith(GROUP)) {
    const group = ref.slice(GROUP.length);
    const labels = Object.hasOwn(CONSULTED_GROUPS, group) ? CONSULTED_GROUPS[group as keyof typeof CONSULTED_GROUPS] : undefined;
    return { text: labels?.[language === 'en' ? 0 : 1] ?? group };
  }
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, slash);
  const record = isKindName(kind) ? seen.where(kind, 'id', ref.slice(slash + 1), 'ever').at(-1) : undefined;
  const title = record === undefined ? undefined : titleOf(record);
  return title === undefined ? { text: ref.slice(slash + 1) } : said(title, language);
}
