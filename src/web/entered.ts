import { AREA_ACTS } from '../areas/acts.ts';
import { entryTold } from '../areas/entry-told.ts';
import type { Ref } from '../model/field.ts';
import { instantInWords } from '../kernel/instant.ts';
import type { KindName } from '../model/kinds.ts';
import type { Actor, Change, Entry } from '../register/entry.ts';
import { historyOf } from '../register/record-history.ts';
import { addresses } from './addresses.ts';
import { periodInWords } from './period-in-words.ts';
import type { Link } from './page.ts';
import type { Reading } from './reading.ts';
import { recordLink, recordOf } from './record-name.ts';
import { enteredWords } from './words/entered.ts';
import { filled, inLanguage } from './words/pairs.ts';

/** More entries about one record than this are counted instead of listed. */
const ENOUGH = 60;

/** One entry about a record, ready to be shown: what was done, when, by whom, why, and what it said. */
export interface Entered {
  readonly number: number;
  readonly done: string;
  readonly when: string;
  readonly person: Link | string;
  readonly post: Link | string | undefined;
  /** Undefined where it speaks of something beside that the reader may not know of. */
  readonly reason: string | undefined;
  readonly says: readonly string[];
  readonly known: string;
  readonly receipt: string;
}

/** Who entered what about a record, the newest last, and how many entries before those are left out. */
export function enteredAbout(reading: Reading, kind: KindName, id: string): { readonly entries: readonly Entered[]; readonly earlier: number } {
  const { kept, knownAt } = reading;
  if (kept === undefined) return { entries: [], earlier: 0 };
  const { entries } = historyOf(kept.image.entries, kind, id, knownAt?.instant);
  return { entries: entries.slice(-ENOUGH).map((entry) => enteredModel(reading, `${kind}/${id}`, entry)), earlier: Math.max(0, entries.length - ENOUGH) };
}

function enteredModel(reading: Reading, ref: string, entry: Entry): Entered {
  const { number, recordedAt, actor, changes } = entry;
  const { access, kept, language, shelved, to } = reading;
  const { act, reason } = access === undefined || kept === undefined ? entry : entryTold(entry, kept.image, access);
  const t = inLanguage(enteredWords, language);
  return {
    number,
    done: act in t.acts ? t.acts[act as keyof typeof t.acts] : (AREA_ACTS.find(({ name }) => name === act)?.says[language] ?? filled(t.otherAct, { act })),
    when: instantInWords(recordedAt, language),
    ...actorModel(reading, actor),
    reason,
    says: changes.map((change) => saysOf(reading, change)),
    known: addresses(language, shelved.slug, undefined, recordedAt).record(ref),
    receipt: to.receipt(number),
  };
}

/** Who acted, and as what: links where the reader may know of them. */
export const actorModel = (reading: Reading, { person, post }: Actor) => ({
  person: linked(reading, `persons/${person}`) ?? person,
  post: post === undefined ? undefined : (linked(reading, `posts/${post}`) ?? post),
});

const linked = (reading: Reading, ref: Ref): Link | undefined => (recordOf(reading, ref) === undefined ? undefined : recordLink(reading, ref));

function saysOf(reading: Reading, { from, until, record, erasedBy }: Change): string {
  const t = inLanguage(enteredWords, reading.language);
  const period = periodInWords({ from, until }, reading.language);
  if (erasedBy !== undefined) return filled(t.erased, { period, number: erasedBy });
  return filled(record === undefined ? t.notSo : t.so, { period });
}
