import type { BothLanguages, Language } from '../kernel/text.ts';
import { words } from '../kernel/text.ts';
import { dateInWords, parseDate } from '../kernel/date.ts';
import { durationInWords, parseDuration } from '../kernel/duration.ts';
import type { Ref } from '../model/field.ts';
import { isKindName, kindNamed } from '../model/kinds.ts';
import { enumerationWords, titleOf } from '../model/labels.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { Missing, Reason, Value } from './outcome.ts';
import type { PackWords } from './pack-words.ts';

/** Says reasons in one language: names for references, words for dates, the pack's names for its words. */
export class Speaker {
  readonly #snapshot: Snapshot;
  readonly #words: PackWords;
  readonly language: Language;

  constructor(snapshot: Snapshot, packWords: PackWords, language: Language) {
    this.#snapshot = snapshot;
    this.#words = packWords;
    this.language = language;
  }

  say({ says, with: filled }: Pick<Reason | Missing, 'says' | 'with'>): string {
    const sentence = says[this.language].replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = filled[name];
      return value === undefined ? place : this.value(value);
    });
    return capitalised(sentence);
  }

  /** Each in a sentence, in order. What several parts of a test say in the same words is said once, with the records of all of them. */
  each<R extends Ref>(parts: readonly (Pick<Reason | Missing, 'says' | 'with'> & { readonly records?: readonly R[] })[]): readonly { readonly text: string; readonly records: readonly R[] }[] {
    const records = new Map<string, Set<R>>();
    for (const part of parts) {
      const text = this.say(part);
      const named = records.get(text) ?? new Set<R>();
      for (const record of part.records ?? []) named.add(record);
      records.set(text, named);
    }
    return [...records].map(([text, named]) => ({ text, records: [...named] }));
  }

  value(value: Value): string {
    if (typeof value === 'number') return value.toLocaleString(this.language === 'en' ? 'en-GB' : 'cy-GB');
    if (typeof value === 'string') return this.#word(value);
    if ('anyOf' in value) return listed(value.anyOf.map((item) => this.value(item)), this.language, 'or');
    if (Array.isArray(value)) return listed(value.map((item: string | BothLanguages) => this.value(item)), this.language);
    return (value as BothLanguages)[this.language];
  }

  /** The name of a record: as it is on the date, else as it was at any time, else its id. */
  name(ref: string): string {
    const slash = ref.indexOf('/');
    const kind = ref.slice(0, slash);
    if (!isKindName(kind)) return ref;
    const id = ref.slice(slash + 1);
    const record = this.#snapshot.where(kind, 'id', id)[0] ?? this.#snapshot.where(kind, 'id', id, 'ever').at(-1);
    const title = record === undefined ? undefined : titleOf(record);
    return title === undefined ? `${kindNamed(kind).label[this.language].toLowerCase()} ${id}` : words(title, this.language);
  }

  #word(word: string): string {
    if (isKindName(word.slice(0, Math.max(0, word.indexOf('/'))))) return this.name(word);
    const date = parseDate(word);
    if (date !== undefined) return dateInWords(date, this.language);
    const length = word.startsWith('P') ? parseDuration(word) : undefined;
    if (length !== undefined) return durationInWords(length, this.language);
    const named = this.#words.nameOf(word) ?? WORDS[word] ?? enumerationWords(word);
    return named === undefined ? word : named[this.language];
  }
}

const WORDS: Readonly<Record<string, BothLanguages>> = {
  'not-met': { en: 'not met', cy: 'heb ei gyflawni' },
  met: { en: 'met', cy: 'wedi’i gyflawni' },
  partly: { en: 'met in part', cy: 'wedi’i gyflawni’n rhannol' },
  'not-known': { en: 'not known', cy: 'ddim yn hysbys' },
  'does-not-apply': { en: 'does not apply', cy: 'ddim yn berthnasol' },
  councillors: { en: 'councillors', cy: 'cynghorwyr' },
  officers: { en: 'officers', cy: 'swyddogion' },
  partners: { en: 'partners', cy: 'partneriaid' },
  staff: { en: 'staff', cy: 'staff' },
  anyone: { en: 'anyone', cy: 'unrhyw un' },
  'all-functions': { en: 'all social services functions', cy: 'holl swyddogaethau’r gwasanaethau cymdeithasol' },
  adult: { en: 'adult services', cy: 'gwasanaethau oedolion' },
  children: { en: 'children’s services', cy: 'gwasanaethau plant' },
};

const capitalised = (sentence: string): string => sentence.slice(0, 1).toLocaleUpperCase('en-GB') + sentence.slice(1);

/** "a, b and c", "a, b or c"; in Welsh "ac" and "a", "neu". */
export function listed(items: readonly string[], language: Language, join: 'and' | 'or' = 'and'): string {
  const last = items.at(-1);
  if (last === undefined) return language === 'en' ? 'none' : 'dim';
  if (items.length === 1) return last;
  return `${items.slice(0, -1).join(', ')} ${JOINS[join][language](last)} ${last}`;
}

const JOINS = {
  and: { en: () => 'and', cy: (next: string) => (/^[aeiouwyâêîôûŵŷ]/i.test(next) ? 'ac' : 'a') },
  or: { en: () => 'or', cy: () => 'neu' },
} as const;
