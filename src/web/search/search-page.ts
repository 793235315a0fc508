import { words } from '../../kernel/text.ts';
import { KIND_NAMES, kindNamed, type KindName } from '../../model/kinds.ts';
import { nameOrder } from '../name-order.ts';
import type { Link, Page } from '../page.ts';
import { periodInWords } from '../period-in-words.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink } from '../record-name.ts';
import { counted } from '../words/counted.ts';
import { inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { searchWords } from '../words/search.ts';
import { findRecords } from './find-records.ts';
import { plain, soughtWords } from './plain.ts';

/** What was found of one kind. */
interface Group {
  readonly id: string;
  readonly heading: string;
  readonly links: readonly (Link & { readonly about?: string | undefined })[];
  readonly more: Link | undefined;
  readonly byName: boolean;
}

/** So many of each kind are shown; its own list has the rest. */
const SHOWN = 8;
const LONGEST = 200;

/** Everything in which the words stand, by kind: what the register holds, and what the guidance expects. */
export function searchPage(reading: Reading): Page {
  const { ask, language } = reading;
  const t = inLanguage(searchWords, language);
  const sought = (ask.query.get('q') ?? '').trim().slice(0, LONGEST);
  const groups = sought === '' ? [] : groupsOf(reading, sought);
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  return pageOfRegister(reading, {
    view: 'search.njk',
    title: t.title,
    model: {
      t: { ...inLanguage(recordingWords, language), ...t },
      sought,
      found: sought === '' ? undefined : all === 0 ? t.nothing : counted(t.found, all, language),
      groups,
    },
  });
}

/** Kinds of which a name holds the words come first. */
const groupsOf = (reading: Reading, sought: string): readonly (Group & { readonly count: number })[] =>
  [...expectations(reading, sought), ...KIND_NAMES.flatMap((kind) => ofKind(reading, kind, sought))].toSorted((a, b) => Number(b.byName) - Number(a.byName));

function ofKind(reading: Reading, kind: KindName, sought: string): readonly (Group & { readonly count: number })[] {
  const { kept, language, to } = reading;
  const found = findRecords(reading, kind, sought);
  if (found.length === 0) return [];
  // Names are in the order of the reader's alphabet: in Welsh `ch` and `dd` are letters of their own.
  const order = nameOrder(language);
  const rows = found.map(({ record, byName }) => ({ ...recordLink(reading, record.ref), byName, about: periodInWords(record.valid, language) }));
  const inOrder = rows.toSorted((a, b) => Number(b.byName) - Number(a.byName) || order.compare(a.said.text, b.said.text));
  const list = to.records(kind);
  return [{
    id: kind, heading: kindNamed(kind).labels[language], links: inOrder.slice(0, SHOWN), count: found.length, byName: found.some((one) => one.byName),
    more: found.length > SHOWN && kept !== undefined ? { href: `${list}${list.includes('?') ? '&' : '?'}q=${encodeURIComponent(sought)}`, said: { text: counted(inLanguage(searchWords, language).all, found.length, language) } } : undefined,
  }];
}

function expectations(reading: Reading, sought: string): readonly (Group & { readonly count: number })[] {
  const { assessment: { judged }, language, to } = reading;
  const wanted = soughtWords(sought, language);
  const found = judged.flatMap(({ compiled: { expectation: { id, title, says, ask, remedy } } }) => {
    const holds = (text: string): boolean => wanted.every((forms) => forms.some((form) => text.includes(form)));
    const name = plain(`${id}\n${title.en}\n${title.cy}`);
    const whole = `${name}\n${plain([says, ask, remedy].flatMap(({ en, cy }) => [en, cy]).join('\n'))}`;
    return holds(whole) ? [{ href: to.expectation(id), said: { text: words(title, language) }, byName: holds(name) }] : [];
  });
  if (found.length === 0) return [];
  const t = inLanguage(searchWords, language);
  const inOrder = found.toSorted((a, b) => Number(b.byName) - Number(a.byName));
  return [{ id: 'expectations', heading: t.expectations, links: inOrder.slice(0, SHOWN * 2), count: found.length, more: undefined, byName: found.some((one) => one.byName) }];
}
