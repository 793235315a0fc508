import { instrumentStanding, withoutInstrument, type InstrumentStanding } from '../../assessment/instrument-standing.ts';
import { isFall, lensesMoved, type LensMoved } from '../../assessment/lenses-moved.ts';
import { naming } from '../../assessment/naming-reasons.ts';
import { compare } from '../../assessment/what-if.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { Instrument } from '../../model/instruments.ts';
import type { Facts } from '../../rules/facts.ts';
import { recordEntityPage } from '../entity/entity-page.ts';
import { aboutSection, communicatedSection, partiesSection, provisionsSection } from '../entity/instrument-sections.ts';
import { expectationLink, isAt, verdictTag } from '../entity/record-parts.ts';
import { joined, linked, tableOr, text, type Parts, type Section } from '../entity/section.ts';
import { mayTell } from '../entity/told-verdicts.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { acknowledgementLinks, instrumentLinks } from '../instruments/instrument-doings.ts';
import { renewalSection } from '../instruments/renewal-section.ts';
import { papersSection } from '../papers/paper-links.ts';
import { seenFacts, seesOnlyPublished } from '../seen-facts.ts';
import { counted } from '../words/counted.ts';
import { entityWords } from '../words/entity.ts';
import { instrumentWords } from '../words/instrument.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { VERDICTS } from '../words/verdicts.ts';

/** One instrument: whether it holds and who has agreed it, what it provides, and what would fall without it. */
export function instrumentPage(reading: Reading, instrument: Instrument): Page {
  const { access, assessment, language } = reading;
  const facts = seenFacts(reading);
  const standing = instrumentStanding(facts, instrument);
  const papers = papersSection(reading, instrument.ref);
  const falls = lensesMoved(compare(assessment, withoutInstrument(assessment.snapshot, instrument.ref))).filter((one) => isFall(one) && mayTell(reading, one.judged, one.lens));
  return recordEntityPage(reading, instrument, {
    summary: summaryOf(reading, instrument, standing, falls.length),
    notices: access === undefined ? [] : [inLanguage(entityWords, language).leftOut],
    sections: [
      aboutSection(reading, instrument, standing),
      ...(standing.inForce ? [renewalSection(reading, standing)] : []),
      partiesSection(reading, standing),
      provisionsSection(reading, standing),
      communicatedWith(reading, standing),
      countsSection(reading, namesOf(facts, instrument, standing)),
      withoutSection(reading, falls),
      ...(papers === undefined ? [] : [papers]),
    ],
    links: seesOnlyPublished(reading) ? [] : instrumentLinks(reading, instrument),
  });
}

/** Who was told of it, with the ways to acknowledge that. */
function communicatedWith(reading: Reading, standing: InstrumentStanding): Section {
  const links = acknowledgementLinks(reading, standing.communications);
  return { ...communicatedSection(reading, standing), foot: links.length === 0 ? undefined : joined(links.map((link) => linked(link))) };
}

function summaryOf(reading: Reading, instrument: Instrument, standing: InstrumentStanding, falls: number): readonly string[] {
  const { language } = reading;
  const t = inLanguage(instrumentWords, language);
  return [
    stands(reading, instrument, standing),
    ...(standing.inForce && standing.reviewOverdue && instrument.reviewBy !== undefined ? [filled(t.overdue, { on: dateInWords(instrument.reviewBy, language) })] : []),
    ...(standing.inForce ? [falls === 0 ? nothingFalls(reading) : counted(t.falls, falls, language)] : []),
  ];
}

function stands(reading: Reading, instrument: Instrument, { after, inForce, parties }: InstrumentStanding): string {
  const { asAt: { date }, language, speaker } = reading;
  const t = inLanguage(instrumentWords, language);
  const values = { instrument: recordName(reading, instrument.ref).text };
  if (!inForce) {
    const later = after.find(({ state }) => state === 'agreed');
    const is = isAt(instrument, date);
    const state = is === 'before' ? t.overNow : is === 'later' ? t.notYet
      : instrument.state !== 'agreed' ? speaker.value(instrument.state)
      : instrument.agreedOn !== undefined && instrument.agreedOn > date ? filled(t.agreedLater, { on: dateInWords(instrument.agreedOn, language) })
      : later === undefined ? speaker.value(instrument.state) : filled(t.superseded, { later: recordName(reading, later.ref).text });
    return filled(t.notInForce, { ...values, state });
  }
  const open = parties.filter(({ agreement }) => agreement.verdict === 'not-met').length;
  if (open > 0 && parties.length === 1) return filled(t.inForceOnly, values);
  if (open > 0) return counted(t.inForceNot, open, language, { ...values, all: String(parties.length) });
  if (parties.length === 0) return filled(t.inForceNoParties, values);
  return filled(parties.every(({ agreement }) => agreement.verdict === 'met') ? t.inForceAll : t.inForceUnknown, values);
}

/** The records by which a reason can name the instrument. */
const namesOf = (facts: Facts, { ref }: Instrument, { communications, provisions }: InstrumentStanding): ReadonlySet<Ref> =>
  new Set<Ref>([ref, ...provisions.map((one) => one.ref), ...facts.where('agreements', 'instrument', ref).map((one) => one.ref), ...communications.map(({ communication }) => communication.ref)]);

function countsSection(reading: Reading, names: ReadonlySet<Ref>): Section {
  const { assessment: { judged }, language } = reading;
  const [t, e] = [inLanguage(instrumentWords, language), inLanguage(entityWords, language)];
  const rows = naming(judged, names).flatMap(({ judged: one, lenses }) =>
    lenses.filter((lens) => mayTell(reading, one, lens)).map((lens): readonly Parts[] => [[expectationLink(reading, one)], [text(e[lens])], [verdictTag(reading, one[lens].verdict)]]),
  );
  return { id: 'counts', heading: t.counts, lead: rows.length === 0 ? undefined : t.countsLead, body: tableOr([e.expectation, e.lens, e.verdict], rows, t.countsNone) };
}

/** That no verdict would fall, as far as the reader can be told. */
function nothingFalls({ access, language }: Reading): string {
  const t = inLanguage(instrumentWords, language);
  return access === undefined ? t.fallsNone : t.fallsNoneSeen;
}

function withoutSection(reading: Reading, falls: readonly LensMoved[]): Section {
  const { language } = reading;
  const [t, e] = [inLanguage(instrumentWords, language), inLanguage(entityWords, language)];
  const rows = falls.map(({ judged, lens, before, after }): readonly Parts[] => [
    [expectationLink(reading, judged)],
    [text(e[lens])],
    [text(filled(e.becomes, { before: VERDICTS[before][language], after: VERDICTS[after][language].toLowerCase() }))],
  ]);
  return { id: 'without', heading: t.without, lead: rows.length === 0 ? undefined : t.withoutLead, body: tableOr([e.expectation, e.lens, t.lensChange], rows, nothingFalls(reading)) };
}
