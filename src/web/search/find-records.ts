import type { AnyRecord } from '../../model/kind.ts';
import type { KindName } from '../../model/kinds.ts';
import { titleOf } from '../../model/labels.ts';
import type { RegisterContent } from '../../model/register-header.ts';
import type { Reading } from '../reading.ts';
import { plain, soughtWords } from './plain.ts';
import { textOf } from './record-text.ts';

/** A record that holds all the words, and whether its own name does. */
export interface FoundRecord {
  /** Its last version. */
  readonly record: AnyRecord;
  readonly byName: boolean;
}

/**
 * The records of a kind in which every word that is sought stands: in any version, in either language, with or without accents, or in the
 * names of the records that they name. All of them where nothing is sought. Only what the reader may see is looked through.
 */
export function findRecords({ register: { content, compiled: { pack } }, language }: Pick<Reading, 'register' | 'language'>, kind: KindName, sought: string): readonly FoundRecord[] {
  const words = soughtWords(sought, language);
  const byRef = Map.groupBy((content.records[kind] ?? []) as readonly AnyRecord[], ({ ref }) => ref);
  return [...byRef.values()].flatMap((versions): readonly FoundRecord[] => {
    const record = versions.at(-1);
    if (record === undefined) return [];
    const texts = versions.map((version) => textOf(version, pack));
    const holds = (forms: readonly string[]): boolean => forms.some((form) => texts.some(({ own, names }) => own.includes(form) || names.some((ref) => nameOf(content, ref).includes(form))));
    if (!words.every(holds)) return [];
    const name = nameOf(content, record.ref);
    return [{ record, byName: words.length > 0 && words.every((forms) => forms.some((form) => name.includes(form))) }];
  });
}

const titles = new WeakMap<RegisterContent, Map<KindName, ReadonlyMap<string, string>>>();

/** The titles of a record in every version and both languages, to be searched; none where its kind has no titles. */
function nameOf(content: RegisterContent, ref: string): string {
  const kind = ref.slice(0, ref.indexOf('/')) as KindName;
  let ofKinds = titles.get(content);
  if (ofKinds === undefined) titles.set(content, (ofKinds = new Map<KindName, ReadonlyMap<string, string>>()));
  let ofKind = ofKinds.get(kind);
  if (ofKind === undefined) ofKinds.set(kind, (ofKind = titlesOf(content, kind)));
  return ofKind.get(ref) ?? '';
}

function titlesOf(content: RegisterContent, kind: KindName): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const record of (content.records[kind] ?? []) as readonly AnyRecord[]) {
    const title = titleOf(record);
    if (title !== undefined) found.set(record.ref, `${found.get(record.ref) ?? ''}\n${plain(`${title.en ?? ''}\n${title.cy ?? ''}`)}`);
  }
  return found;
}
