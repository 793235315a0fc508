import type { BothLanguages, Text } from '../kernel/text.ts';
import type { Ref } from '../model/field.ts';
import type { AnyRecord } from '../model/kind.ts';
import { isKindName, kindNamed } from '../model/kinds.ts';
import { enumerationWords, titleOf } from '../model/labels.ts';
import type { Snapshot } from '../register/snapshot.ts';

/** What something is called, in the languages that it has a name in; `same` where a name is in no language. */
export type Name = Text | { readonly same: string };

/** What a reader calls a record (`posts/director`), a word of the guidance (`safeguarding`) or a value of a field (`in-attendance`). */
export type Names = (word: string) => Name;

/** @param ofPack what the guidance calls its words @param snapshot the register as the reader may see it */
export const namesIn = (snapshot: Snapshot, ofPack: (word: string) => BothLanguages | undefined): Names => (word) => {
  const record = recordNamed(snapshot, word);
  if (record === undefined) return ofPack(word) ?? enumerationWords(word) ?? { same: word };
  const kind = word.slice(0, word.indexOf('/'));
  const title = titleOf(record);
  // What somebody is called is in no language.
  if (kind === 'persons' && title !== undefined) return { same: title.en ?? title.cy ?? record.id };
  const label = isKindName(kind) ? kindNamed(kind).label : { en: kind, cy: kind };
  return title ?? { en: `${label.en} ${record.id}`, cy: `${label.cy} ${record.id}` };
};

/** The record as it is on the date, else as it was last; undefined where the reference names none. */
function recordNamed(snapshot: Snapshot, ref: string): AnyRecord | undefined {
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, Math.max(0, slash));
  if (!isKindName(kind)) return undefined;
  return (snapshot.get(ref as Ref<typeof kind>) ?? snapshot.where(kind, 'id', ref.slice(slash + 1), 'ever').at(-1)) as AnyRecord | undefined;
}
