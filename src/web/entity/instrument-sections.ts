import type { InstrumentStanding } from '../../assessment/instrument-standing.ts';
import { dateInWords } from '../../kernel/date.ts';
import { RESPONSIBILITIES, type Instrument, type Provision } from '../../model/instruments.ts';
import { nameOrder } from '../name-order.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { entityWords } from '../words/entity.ts';
import { instrumentWords } from '../words/instrument.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { agreementTag } from './post-provided.ts';
import { because, capitalised, dateText, periodText, record, records, subject } from './record-parts.ts';
import { joined, linked, quiet, tableOr, tagged, text, type Parts, type Section } from './section.ts';

/** What it is, which version, what came before and after, and when it is to be looked at again. */
export function aboutSection(reading: Reading, instrument: Instrument, { after, before, inForce, reviewOverdue, series }: InstrumentStanding): Section {
  const { language, seen, speaker } = reading;
  const [t, e] = [inLanguage(instrumentWords, language), inLanguage(entityWords, language)];
  const { agreedOn, id, publishedAt, reviewBy, state, type, version } = instrument;
  const versions = seen.where('instruments', 'id', id, 'ever');
  return {
    id: 'about',
    heading: t.about,
    body: {
      is: 'facts',
      rows: [
        { label: t.type, value: [text(capitalised(speaker.value(type)))] },
        { label: t.state, value: [text(`${capitalised(speaker.value(state))}${agreedOn === undefined ? '' : ` (${t.agreedOn.toLowerCase()} ${dateInWords(agreedOn, language)})`}, ${(inForce ? e.inForce : e.notInForce).toLowerCase()}`)] },
        { label: t.version, value: [text(version), ...(versions.length < 2 ? [] : versions.flatMap((one): Parts => [text('; '), text(`${one.version} (${capitalised(speaker.value(one.state)).toLowerCase()}) `), periodText(reading, one.valid)]))] },
        ...(reviewBy === undefined ? [] : [{ label: t.reviewBy, value: [dateText(reading, reviewBy), ...(reviewOverdue ? [text(' '), tagged('exposed', t.pastReview)] : [])] as Parts }]),
        ...(before.length === 0 ? [] : [{ label: t.supersedes, value: records(reading, before, ', ') }]),
        ...(after.length === 0 ? [] : [{ label: t.supersededBy, value: joined(after.flatMap(({ ref }) => record(reading, ref)), ', ') }]),
        ...(publishedAt === undefined ? [] : [{ label: t.publishedAt, value: [text(publishedAt)] }]),
        ...(series.length === 0 ? [] : [{ label: t.under, value: records(reading, series.map(({ ref }) => ref)) }]),
      ],
    },
  };
}

/** Each party, whether it has agreed the version that is current, and who did when. */
export function partiesSection(reading: Reading, { parties }: InstrumentStanding): Section {
  const [t, e] = [inLanguage(instrumentWords, reading.language), inLanguage(entityWords, reading.language)];
  const rows = parties.map(({ party, agreement }): readonly Parts[] => [[record(reading, party)], [agreementTag(reading, agreement)], because(reading, agreement)]);
  return { id: 'parties', heading: t.parties, body: tableOr([t.party, e.agreement, t.why], rows, t.partiesNone) };
}

/** Each provision in its words, and who does what over what by it. */
export function provisionsSection(reading: Reading, { provisions }: InstrumentStanding): Section {
  const t = inLanguage(instrumentWords, reading.language);
  const order = nameOrder('en');
  const rows = provisions.toSorted((a, b) => order.compare(a.number, b.number)).map((provision): readonly Parts[] => [
    [linked({ href: reading.to.record(provision.ref), said: { text: provision.number } })],
    [{ is: 'text', said: recordName(reading, provision.ref) }],
    provision.gives.length === 0 ? [quiet('–')] : provision.gives.flatMap((gift, index): Parts => [...(index === 0 ? [] : [text('; ')]), ...giftParts(reading, provision, gift)]),
  ]);
  return { id: 'provisions', heading: t.provisions, body: tableOr([t.number, t.says, t.gives], rows, t.provisionsNone) };
}

/** "Director manages adult care, towards the council, up to £100,000". */
export function giftParts(reading: Reading, provision: Pick<Provision, 'functions'>, { to, responsibility, over, towards, limit }: Provision['gives'][number]): Parts {
  const { language } = reading;
  const [t, e] = [inLanguage(instrumentWords, language), inLanguage(entityWords, language)];
  const about = over === undefined ? provision.functions : [over];
  return [
    record(reading, to),
    text(` ${RESPONSIBILITIES[responsibility][language === 'en' ? 0 : 1]}`),
    ...(about.length === 0 ? [] : [text(` ${t.over} `), ...joined(about.map((one) => subject(reading, one)), ', ')]),
    ...(towards === undefined ? [] : [text(` ${e.towards} `), record(reading, towards)]),
    ...(limit === undefined ? [] : [text(` (${filled(e.limit, { limit }).toLocaleLowerCase('en-GB')})`)]),
  ];
}

/** Who was told of it, how, and who said that they had been. */
export function communicatedSection(reading: Reading, { communications }: InstrumentStanding): Section {
  const { language } = reading;
  const [t, e] = [inLanguage(instrumentWords, language), inLanguage(entityWords, language)];
  const rows = communications.map(({ communication, acknowledgements }): readonly Parts[] => [
    [record(reading, communication.to)],
    [linked({ href: reading.to.record(communication.ref), said: { text: dateInWords(communication.on, language) } })],
    [text(communication.how === undefined ? '–' : capitalised(communication.how))],
    acknowledgements.length === 0
      ? [quiet(t.notAcknowledged)]
      : acknowledgements.flatMap(({ by, on }, index): Parts => [...(index === 0 ? [] : [text('; ')]), record(reading, by), text(`, ${dateInWords(on, language)}`)]),
  ]);
  return { id: 'communicated', heading: t.communicated, body: tableOr([t.to, e.on, t.how, t.acknowledged], rows, t.communicatedNone) };
}
