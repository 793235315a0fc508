import type { Access } from '../../access/access.ts';
import { restsOnHidden } from '../../areas/rests-on-hidden.ts';
import type { Judged } from '../../assessment/assess.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import { expectationsBorne } from '../../assessment/needs/expectations-borne.ts';
import type { Need } from '../../assessment/needs/need.ts';
import { whatToDoFirst } from '../../assessment/priorities.ts';
import { dateInWords } from '../../kernel/date.ts';
import { words } from '../../kernel/text.ts';
import { kindNamed } from '../../model/kinds.ts';
import { needAddress } from '../inbox/need-address.ts';
import { needsOf, officeOf } from '../inbox/needs-of.ts';
import type { Link } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordLink, recordOf } from '../record-name.ts';
import { seenFacts } from '../seen-facts.ts';
import { counted } from '../words/counted.ts';
import { homeWords } from '../words/home.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { answersForAll, sectionsFor, type Section } from './sections.ts';

/** One thing that needs the reader: what, why, since when or by when, and the link that does it. */
export interface NeedItem {
  readonly text: string;
  readonly tag?: { readonly of: string; readonly inWords: string } | undefined;
  readonly isOverdue: boolean;
  readonly when: string | undefined;
  readonly why: readonly Link[];
  readonly paragraph?: string | undefined;
  readonly does: Link | undefined;
}

export interface NeedSection {
  readonly id: Section;
  readonly heading: string;
  readonly items: readonly NeedItem[];
  /** How many there are in all. */
  readonly count: number;
  readonly more: string | undefined;
}

/** Of each section this many are shown, until all are asked for. */
const SHOWN = 4;

/** What needs whoever reads, in the order of their role, from what they may see. */
export function needSections(reading: Reading, access: Access, all: boolean): readonly NeedSection[] {
  const { assessment: { judged }, language } = reading;
  const { roles } = access.standing;
  const office = officeOf(reading);
  if (office === undefined) return [];
  const t = inLanguage(homeWords, language);
  const facts = seenFacts(reading);
  const needs = Map.groupBy(needsOf(reading, office), ({ is }) => is);
  const borne = expectationsBorne(facts, judged, office, answersForAll(roles));
  // Only what is shown is put into words: that costs more than finding it.
  const expectations: Readonly<Partial<Record<Section, { readonly of: readonly Judged[]; readonly item: (one: Judged) => NeedItem }>>> = {
    questions: { of: whatToDoFirst(judged), item: (one) => expectationItem(reading, one, words(one.compiled.expectation.ask, language)) },
    exposure: { of: borne.unprovided, item: (one) => expectationItem(reading, one, words(one.compiled.expectation.remedy, language)) },
    unknown: { of: borne.unknown, item: (one) => lackingItem(reading, access, one) },
  };
  const shown = <T>(of: readonly T[], item: (one: T) => NeedItem): readonly NeedItem[] => (all ? of : of.slice(0, SHOWN)).map((one) => item(one));
  return sectionsFor(roles).flatMap((id): readonly NeedSection[] => {
    const own = needs.get(id as Need['is']) ?? [];
    const guidance = expectations[id];
    const count = guidance?.of.length ?? own.length;
    if (count === 0) return [];
    const items = guidance === undefined ? shown(own, (need) => needItem(reading, access, need)) : shown(guidance.of, guidance.item);
    return [{ id, heading: t.sections[id], items, count, more: count > items.length ? counted(t.more, count - items.length, language) : undefined }];
  });
}

/** One thing that waits, put into words for the reader. */
export function needItem(reading: Reading, access: Access, need: Need): NeedItem {
  const { asAt: { usual }, speaker } = reading;
  return {
    text: speaker.say(need.says),
    isOverdue: need.by !== undefined && need.by < usual,
    when: whenOf(reading, need),
    why: need.says.records.filter((ref) => recordOf(reading, ref) !== undefined).map((ref) => recordLink(reading, ref)),
    does: doesOf(reading, access, need),
  };
}

function whenOf({ asAt: { usual }, language }: Reading, { by, since }: Need): string | undefined {
  const t = inLanguage(homeWords, language);
  if (by !== undefined) return filled(by < usual ? t.wasDue : t.by, { date: dateInWords(by, language) });
  return since === undefined ? undefined : filled(t.since, { date: dateInWords(since, language) });
}

/** Where it is done, in the words of what it is. */
function doesOf(reading: Reading, access: Access, need: Need): Link | undefined {
  const t = inLanguage(homeWords, reading.language);
  const found = needAddress(need, { to: reading.to, access, recordOf: (ref) => recordOf(reading, ref) });
  if (found === undefined) return undefined;
  const { is, does } = need;
  return { href: found.href, said: { text: !found.isDone ? t.does.open : does.act === 'enter' && does.kind === 'confirmations' ? t.does.confirm : t.does[is] } };
}

function expectationItem(reading: Reading, { compiled: { expectation }, diagnosis }: Judged, text: string): NeedItem {
  const { language, to } = reading;
  return {
    text,
    tag: { of: diagnosis, inWords: DIAGNOSIS_WORDS[diagnosis][language] },
    isOverdue: false,
    when: undefined,
    why: [{ href: to.expectation(expectation.id), said: { text: words(expectation.title, language) } }],
    paragraph: paragraphOf(reading, expectation.cites),
    does: undefined,
  };
}

/** What to record to know; where that rests on what the reader may not see, what the guidance would have done. */
function lackingItem(reading: Reading, access: Access, judged: Judged): NeedItem {
  const { language, speaker, to } = reading;
  const t = inLanguage(homeWords, language);
  const [missing] = (['paper', 'practice'] as const).flatMap((lens) => (restsOnHidden(reading, judged, lens) ? [] : judged[lens].missing));
  const kind = missing?.kind;
  const does = kind === undefined || !access.mightKeep(kind) ? undefined : { href: to.newRecord(kind), said: { text: filled(t.does.record, { kind: kindNamed(kind).label[language].toLowerCase() }) } };
  return { ...expectationItem(reading, judged, missing === undefined ? words(judged.compiled.expectation.remedy, language) : speaker.say(missing)), does };
}

/** Where the guidance says so: the first paragraph that is cited. */
function paragraphOf({ language }: Reading, [first]: readonly { readonly paragraph: string }[]): string | undefined {
  return first === undefined ? undefined : filled(inLanguage(homeWords, language).paragraph, { paragraph: first.paragraph });
}
