import { dateInWords } from '../../kernel/date.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { isKindName, kindNamed, type KindName } from '../../model/kinds.ts';
import type { Link, Page } from '../page.ts';
import { notFoundPage } from '../pages/not-found.ts';
import type { Reading } from '../reading.ts';
import { fieldRows } from '../record-fields.ts';
import { recordLink, recordName } from '../record-name.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { publishedWords } from '../words/published.ts';
import { publishedAddress } from './published-addresses.ts';

/** A thing that is published, and one date that goes with it in words. */
interface Listed extends Link {
  readonly when: string | undefined;
}

/** Everything that the authority has published, what still asks for an answer first. */
export function publishedPage(reading: Reading): Page {
  const { language, seen, name, asAt } = reading;
  const t = inLanguage(publishedWords, language);
  const when = (words: string, date: Parameters<typeof dateInWords>[0] | undefined): string | undefined => (date === undefined ? undefined : filled(words, { date: dateInWords(date, language) }));
  const listed = (record: AnyRecord, said: string | undefined): Listed => ({ ...recordLink(reading, record.ref), when: said });
  const consultations = newest(seen.all('consultations'), ({ closes, opens }) => closes ?? opens);
  const isOpen = ({ state, closes }: (typeof consultations)[number]): boolean => state === 'open' && (closes === undefined || closes >= asAt.date);
  const groups = [
    { heading: t.open, items: consultations.filter(isOpen).map((one) => listed(one, when(t.until, one.closes))) },
    { heading: t.reports, items: newest(seen.all('reports'), ({ publishedOn }) => publishedOn).map((one) => listed(one, when(t.since, one.publishedOn))) },
    { heading: t.consultations, items: consultations.filter((one) => !isOpen(one)).map((one) => listed(one, undefined)) },
    { heading: t.instruments, items: newest(seen.all('instruments'), ({ agreedOn }) => agreedOn).map((one) => listed(one, undefined)) },
    { heading: t.recommendations, items: seen.all('recommendations').map((one) => listed(one, undefined)) },
  ].filter(({ items }) => items.length > 0);
  return {
    status: 200,
    view: 'published.njk',
    title: `${t.title} - ${name.text}`,
    crumbs: [],
    model: { t, name, groups, lead: filled(t.lead, { authority: name.text }), asOf: filled(t.asOf, { date: dateInWords(asAt.date, language) }) },
  };
}

/** What belongs to a published record and is read with it: the kind, and the field by which it names the record. */
const PARTS: Readonly<Partial<Record<KindName, readonly [kind: KindName, field: string, heading: 'claims' | 'points' | 'provisions']>>> = {
  reports: ['claims', 'report', 'claims'],
  instruments: ['provisions', 'instrument', 'provisions'],
};

/** One published record, with its parts; what is not published is answered like what never was. */
export function publishedRecordPage(reading: Reading): Page {
  const { ask, language, seen, name, shelved, asAt } = reading;
  const { kind = '', id = '' } = ask.params;
  // What was withdrawn is no longer published, whatever an earlier version of it says.
  const record: AnyRecord | undefined = isKindName(kind) ? seen.get(`${kind}/${id}`) : undefined;
  if (!isKindName(kind) || record === undefined) return notFoundPage(ask, 'record', `${kind}/${id}`);
  const t = inLanguage(publishedWords, language);
  const heading = recordName(reading, record.ref);
  const [partKind, field, of] = PARTS[kind] ?? [];
  const parts: readonly AnyRecord[] = partKind === undefined || field === undefined ? [] : seen.where(partKind, field, record.ref);
  const shown = kind === 'consultations' ? pointsOf(reading, record.ref) : parts;
  return {
    status: 200,
    view: 'published-record.njk',
    title: `${heading.text} - ${name.text}`,
    titleLang: heading.lang,
    crumbs: [{ href: publishedAddress(language, shelved.slug), said: { text: t.title } }],
    model: {
      t, name, heading,
      kind: kindNamed(kind).label[language],
      rows: fieldRows(reading, record),
      parts: shown.map((part) => ({ heading: recordName(reading, part.ref), rows: fieldRows(reading, part) })),
      partsHeading: t[of ?? 'points'],
      asOf: filled(t.asOf, { date: dateInWords(asAt.date, language) }),
    },
  };
}

/** Which response a point comes from is not everybody's to know, so it is the whole register that tells which points belong here. */
function pointsOf({ seen, assessment: { snapshot } }: Reading, consultation: string): readonly AnyRecord[] {
  const refs = snapshot.all('points').filter(({ response }) => snapshot.get(response)?.consultation === consultation).map(({ ref }) => ref);
  return refs.flatMap((ref) => seen.get(ref) ?? []);
}

/** The newest first; what has no date after them. */
const newest = <R>(records: readonly R[], dateOf: (record: R) => string | undefined): readonly R[] =>
  records.toSorted((a, b) => Number((dateOf(a) ?? '') < (dateOf(b) ?? '')) - Number((dateOf(a) ?? '') > (dateOf(b) ?? '')));
