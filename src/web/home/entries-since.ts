import { instantInWords, type Instant } from '../../kernel/instant.ts';
import type { Ref } from '../../model/field.ts';
import type { Entry } from '../../register/entry.ts';
import { actorModel } from '../entered.ts';
import type { Link } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordLink, recordOf } from '../record-name.ts';
import { counted } from '../words/counted.ts';
import { enteredWords } from '../words/entered.ts';
import { homeWords } from '../words/home.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** One entry that somebody else made, as far as the reader may know of it. */
export interface EntrySince {
  readonly when: string;
  readonly did: string;
  readonly person: Link | string;
  readonly post: Link | string | undefined;
  readonly records: readonly Link[];
  readonly more: string | undefined;
  readonly reason: string | undefined;
}

/** So many entries are told, and so many records of each. */
const ENTRIES = 12;
const RECORDS = 5;

/** What others entered from the moment on, the newest first: only of records that the reader may see. */
export function entriesSince(reading: Reading, since: Instant): { readonly entries: readonly EntrySince[]; readonly earlier: string | undefined } {
  const { kept, language, visitor } = reading;
  const own = visitor?.account.person;
  const all = kept?.image.entries ?? [];
  // What was entered in the same instant may have come just after: rather told twice than not at all.
  const from = all.findIndex(({ recordedAt }) => recordedAt >= since);
  const told = (from < 0 ? [] : all.slice(from)).flatMap((entry) => {
    const seen = `persons/${entry.actor.person}` === own ? [] : seenIn(reading, entry);
    return seen.length === 0 ? [] : [{ entry, seen }];
  });
  const shown = told.slice(-ENTRIES).toReversed();
  const left = told.length - shown.length;
  return {
    entries: shown.map(({ entry, seen }) => entryModel(reading, entry, seen)),
    earlier: left === 0 ? undefined : counted(inLanguage(homeWords, language).earlier, left, language),
  };
}

/** The records of the entry that the reader may see; what was taken out of the register altogether is nobody's any more. */
const seenIn = (reading: Reading, { changes }: Entry): readonly Ref[] =>
  [...new Set(changes.map(({ kind, id }): Ref => `${kind}/${id}`))].filter((ref) => recordOf(reading, ref) !== undefined);

function entryModel(reading: Reading, entry: Entry, seen: readonly Ref[]): EntrySince {
  const { language } = reading;
  const [t, done] = [inLanguage(homeWords, language), inLanguage(enteredWords, language)];
  const records = new Set(entry.changes.map(({ kind, id }) => `${kind}/${id}`)).size;
  return {
    when: instantInWords(entry.recordedAt, language),
    did: entry.act in done.acts ? done.acts[entry.act as keyof typeof done.acts] : filled(done.otherAct, { act: entry.act }),
    ...actorOf(reading, entry),
    records: seen.slice(0, RECORDS).map((ref) => recordLink(reading, ref)),
    more: seen.length > RECORDS ? counted(t.and, seen.length - RECORDS, language) : undefined,
    // A reason speaks of the whole entry.
    reason: seen.length === records ? entry.reason : undefined,
  };
}

/** Nobody by an id that means nothing to the reader. */
function actorOf(reading: Reading, { actor }: Entry): Pick<EntrySince, 'person' | 'post'> {
  const { person, post } = actorModel(reading, actor);
  const unknown = inLanguage(homeWords, reading.language).somebody;
  return { person: typeof person === 'string' && person !== 'Answerable' ? unknown : person, post: typeof post === 'string' ? undefined : post };
}
