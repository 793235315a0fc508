import { dateInWords, parseDate } from '../kernel/date.ts';
import type { AnyRecord } from '../model/kind.ts';
import { isKindName, kindNamed, type KindName } from '../model/kinds.ts';
import { titleOf } from '../model/labels.ts';
import { shapeOf } from '../model/register-file/shape.ts';
import type { Link } from './page.ts';
import type { Reading } from './reading.ts';
import { said, type SaidText } from './said-text.ts';

/** What every record has beside the fields of its kind. */
export const COMMON_FIELDS: readonly string[] = ['id', 'from', 'until', 'note'];

/** The record as it is on the date, else its last version, else undefined. */
export function recordOf({ seen: snapshot }: Pick<Reading, 'seen'>, ref: string): AnyRecord | undefined {
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, slash);
  if (!isKindName(kind)) return undefined;
  const id = ref.slice(slash + 1);
  return (snapshot.where(kind, 'id', id)[0] ?? snapshot.where(kind, 'id', id, 'ever').at(-1)) as AnyRecord | undefined;
}

/**
 * What a reader calls a record: its title where its kind has one; else its kind with the first two things that it is about
 * ("Meeting: Monthly one-to-one, 5 November 2012").
 */
export function recordName(reading: Reading, ref: string): SaidText {
  const record = recordOf(reading, ref);
  if (record === undefined) return { text: ref };
  const title = titleOf(record);
  if (title !== undefined) return said(title, reading.language);
  const kind = ref.slice(0, ref.indexOf('/')) as KindName;
  const about = aboutOf(reading, kind, record);
  const label = kindNamed(kind).label[reading.language];
  return { text: about.length === 0 ? `${label} ${record.id}` : `${label}: ${about.join(', ')}` };
}

/** A link to how it stands where there is such a page, else to its record. */
export const recordLink = (reading: Reading, ref: string): Link => ({
  href: recordOf(reading, ref) === undefined ? reading.to.record(ref) : reading.to.standing(ref),
  said: recordName(reading, ref),
});

/** The first two single references and dates of a record, in words. */
function aboutOf(reading: Reading, kind: KindName, record: AnyRecord): readonly string[] {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  const about: string[] = [];
  for (const [name, shape] of shapeOf(kind).fields) {
    if (about.length === 2) break;
    const value = values[name];
    if (typeof value !== 'string' || COMMON_FIELDS.includes(name)) continue;
    const date = shape.is === 'date' ? parseDate(value) : undefined;
    if (date !== undefined) about.push(dateInWords(date, reading.language));
    else if (shape.is === 'reference') about.push(reading.speaker.value(value));
  }
  return about;
}
