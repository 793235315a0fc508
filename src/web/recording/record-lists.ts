import { LANGUAGES, type Language } from '../../kernel/text.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { KIND_NAMES, kindNamed, type KindName } from '../../model/kinds.ts';
import { importAddresses } from '../importing/import-addresses.ts';
import { lackingTexts } from '../lacking-texts.ts';
import { nameOrder } from '../name-order.ts';
import type { Link, Page } from '../page.ts';
import { periodInWords } from '../period-in-words.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { findRecords } from '../search/find-records.ts';
import { counted } from '../words/counted.ts';
import { importingWords } from '../words/importing.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';

/** Records on one page of a list. */
const ENOUGH = 200;

/** Every kind with how many records of it hold on the date, and one search over all of them. */
export function kindsPage(reading: Reading): Page {
  const { ask, language, seen, to } = reading;
  const t = inLanguage(recordingWords, language);
  const sought = (ask.query.get('q') ?? '').trim();
  const lacks = LANGUAGES.find((one) => one === ask.query.get('lacks'));
  if (lacks !== undefined) return lackingPage(reading, lacks);
  const kinds = KIND_NAMES.map((kind) => ({ href: to.records(kind), name: kindNamed(kind).labels[language], count: seen.all(kind).length }));
  return pageOfRegister(reading, {
    view: 'kinds.njk',
    title: t.records,
    current: 'records',
    model: { t, sought, kinds, files: filesOf(reading), lacking: LANGUAGES.map((one) => ({ href: lackingAddress(reading, one), said: { text: t.textsLacking[one] } })), ...(sought === '' ? {} : { found: listModel(reading, KIND_NAMES, sought) }) },
  });
}

const lackingAddress = ({ to }: Reading, language: Language): string => `${to.records()}${to.records().includes('?') ? '&' : '?'}lacks=${language}`;

/** The records of the date with a text that has no words in the language, by their kinds: what is left to translate. */
function lackingPage(reading: Reading, lacks: Language): Page {
  const { language, seen, to } = reading;
  const t = inLanguage(recordingWords, language);
  const order = nameOrder(language);
  const rows = KIND_NAMES.filter((kind) => kind !== 'persons').flatMap((kind) =>
    seen.all(kind).flatMap((record) => {
      const texts = lackingTexts(kind, record, lacks, language);
      const said = recordName(reading, record.ref);
      return texts.length === 0 ? [] : [{ href: to.standing(record.ref), said, kind: kindNamed(kind).label[language], texts: texts.join(', '), period: periodInWords(record.valid, language), isValid: true }];
    }).toSorted((a, b) => order.compare(a.said.text, b.said.text)));
  const words = rows.length === 0 ? t.noneFound : rows.length > ENOUGH ? filled(t.shownOf, { count: ENOUGH, all: rows.length }) : counted(t.found, rows.length, language);
  return pageOfRegister(reading, {
    view: 'lacking.njk',
    title: t.textsLacking[lacks],
    current: 'records',
    model: { t, heading: t.textsLacking[lacks], found: { words, rows: rows.slice(0, ENOUGH) }, back: { href: to.records(), said: { text: t.records } } },
  });
}

/** The records of a kind that hold on the date, those that do not after them, with a search. */
export function recordsPage(reading: Reading, kind: KindName): Page {
  const { ask, access, language, to } = reading;
  const t = inLanguage(recordingWords, language);
  const { label, labels } = kindNamed(kind);
  const sought = (ask.query.get('q') ?? '').trim();
  return pageOfRegister(reading, {
    view: 'records.njk',
    title: labels[language],
    current: 'records',
    model: {
      t, sought,
      heading: labels[language],
      found: listModel(reading, [kind], sought),
      csv: csvOf(reading, kind, sought),
      add: access?.mightKeep(kind) === true ? { href: to.newRecord(kind), said: { text: filled(t.add, { kind: label[language].toLowerCase() }) } } : undefined,
    },
  });
}

function listModel(reading: Reading, kinds: readonly KindName[], sought: string) {
  const { language, seen, to } = reading;
  const t = inLanguage(recordingWords, language);
  const found = kinds.flatMap((kind) => foundRecords(reading, kind, sought).map((record) => ({ kind, record })));
  const rows = found.map(({ kind, record }) => ({
    href: to.standing(record.ref),
    said: recordName(reading, record.ref),
    kind: kindNamed(kind).label[language],
    period: periodInWords(record.valid, language),
    isValid: seen.where(kind, 'id', record.id).length > 0,
  }));
  // Names are in the order of the reader's alphabet: in Welsh `ch` and `dd` are letters of their own.
  const collator = nameOrder(language);
  const inOrder = rows.toSorted((a, b) => Number(b.isValid) - Number(a.isValid) || collator.compare(a.said.text, b.said.text));
  const all = found.length;
  return {
    rows: inOrder.slice(0, ENOUGH),
    words: all === 0 ? t.noneFound : all > ENOUGH ? filled(t.shownOf, { count: ENOUGH, all }) : counted(t.found, all, language),
  };
}

/** The last version of each record of a kind that holds the words. */
export const foundRecords = (reading: Pick<Reading, 'register' | 'language'>, kind: KindName, sought: string): readonly AnyRecord[] => findRecords(reading, kind, sought).map(({ record }) => record);

/** The register as a file, and the way in for one. */
function filesOf(reading: Reading): { readonly heading: string; readonly lead: string; readonly links: readonly Link[] } | undefined {
  const { access, language, visitor } = reading;
  if (visitor === undefined || access === undefined) return undefined;
  const t = inLanguage(importingWords, language);
  const own = importAddresses(reading);
  const importing = KIND_NAMES.some((kind) => access.mightKeep(kind)) ? [{ href: own.importing, said: { text: t.importFile } }] : [];
  return { heading: t.files, lead: t.downloadsLead, links: [{ href: own.workbook, said: { text: t.workbook } }, ...importing] };
}

/** The list of a kind as a table to keep, with the words that are sought. */
function csvOf({ language, to, visitor }: Reading, kind: KindName, sought: string): Link | undefined {
  if (visitor === undefined) return undefined;
  const address = to.records(`${kind}.csv`);
  const query = sought === '' ? '' : `${address.includes('?') ? '&' : '?'}q=${encodeURIComponent(sought)}`;
  return { href: `${address}${query}`, said: { text: inLanguage(importingWords, language).csv } };
}
