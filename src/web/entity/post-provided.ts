import type { PostStanding } from '../../assessment/post-standing.ts';
import { addDays, dateInWords } from '../../kernel/date.ts';
import { RESPONSIBILITIES } from '../../model/instruments.ts';
import type { Outcome } from '../../rules/outcome.ts';
import type { Reading } from '../reading.ts';
import { entityWords } from '../words/entity.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { postWords } from '../words/post.ts';
import { because, capitalised, periodText, record, subject, verdictTag } from './record-parts.ts';
import { joined, tableOr, text, type Part, type Parts, type Section } from './section.ts';

/** What provisions in force give to the post: over what, towards whom, within what limit. */
export function givenSection(reading: Reading, { given }: PostStanding): Section {
  const { language } = reading;
  const [t, e] = [inLanguage(postWords, language), inLanguage(entityWords, language)];
  const alike = Map.groupBy(given, ({ provision, gift: { responsibility, towards, limit } }) => [provision.ref, responsibility, towards, limit].join(' '));
  const rows = [...alike.values()].flatMap((all): readonly (readonly Parts[])[] => {
    const [first] = all;
    if (first === undefined) return [];
    const { provision, gift: { responsibility, towards, limit } } = first;
    const about = [...new Set(all.flatMap(({ gift: { over } }) => (over === undefined ? [...provision.functions, ...provision.themes] : [over])))];
    return [[
      [text(capitalised(RESPONSIBILITIES[responsibility][language === 'en' ? 0 : 1]))],
      [
        ...joined(about.map((one) => subject(reading, one)), ', '),
        ...(towards === undefined ? [] : [text(about.length === 0 ? '' : ' '), text(`${e.towards} `), record(reading, towards)]),
        ...(limit === undefined ? [] : [text('. '), text(filled(e.limit, { limit }))]),
      ],
      [record(reading, provision.ref), text(' ('), record(reading, provision.instrument), text(')')],
    ]];
  });
  return { id: 'given', heading: t.given, lead: rows.length === 0 ? undefined : t.givenLead, body: tableOr([e.responsibility, e.subject, e.provision], rows, t.givenNone) };
}

/** Whether a party agreed, as a tag: what an outcome of agreement is called. */
export function agreementTag(reading: Reading, { verdict }: Outcome): Part {
  const e = inLanguage(entityWords, reading.language);
  return verdictTag(reading, verdict, verdict === 'met' ? e.agreed : verdict === 'not-met' ? e.notAgreed : undefined);
}

/** What the post is a party to, and whether whoever holds it now has agreed. */
export function instrumentsSection(reading: Reading, { instruments }: PostStanding): Section {
  const { language, speaker } = reading;
  const [t, e] = [inLanguage(postWords, language), inLanguage(entityWords, language)];
  const rows = instruments.map(({ instrument, inForce, agreement }): readonly Parts[] => [
    [record(reading, instrument.ref)],
    [text(inForce ? e.inForce : capitalised(speaker.value(instrument.state)))],
    [agreementTag(reading, agreement)],
    because(reading, agreement),
  ]);
  return { id: 'instruments', heading: t.instruments, body: tableOr([e.instrument, t.state, e.agreement, t.why], rows, t.instrumentsNone) };
}

/** Its seats. */
export function seatsSection(reading: Reading, { seats }: PostStanding): Section {
  const { language, speaker } = reading;
  const [t, e] = [inLanguage(postWords, language), inLanguage(entityWords, language)];
  const rows = seats.map((seat): readonly Parts[] => [[record(reading, seat.body)], [text(capitalised(speaker.value(seat.role)))], [periodText(reading, seat.valid)]]);
  return { id: 'seats', heading: t.seats, body: tableOr([e.body, e.role, e.period], rows, t.seatsNone) };
}

/** The look-back as two days in words, both of them in it. */
export function lookBackDays({ assessment: { facts: { window } }, language }: Reading): { readonly from: string; readonly to: string } {
  return { from: dateInWords(window.from, language), to: dateInWords(addDays(window.until, -1), language) };
}

/** Meetings of its series, held and missed in the look-back. */
export function meetingsSection(reading: Reading, { series }: PostStanding): Section {
  const { language, speaker } = reading;
  const [t, e] = [inLanguage(postWords, language), inLanguage(entityWords, language)];
  const rows = series.map(({ series: one, due, held, notHeld, presence }): readonly Parts[] => [
    [record(reading, one.ref), text(`, ${filled(t.every, { frequency: speaker.value(one.frequency) })}`)],
    ...[due, held.length, notHeld.length, presence.there].map((count): Parts => [text(String(count))]),
    [text(String(presence.missed.length)), ...(presence.missed.length === 0 ? [] : [text(': '), ...joined(presence.missed.map(({ ref, on }): Part => ({ is: 'link', link: { href: reading.to.record(ref), said: { text: dateInWords(on, language) } } })), ', ')])],
    [text(String(presence.notSaid))],
  ]);
  return { id: 'meetings', heading: t.meetings, lead: rows.length === 0 ? undefined : filled(t.meetingsLead, lookBackDays(reading)), body: tableOr([e.series, e.due, e.held, e.notHeld, e.there, e.missed, e.notSaid], rows, t.meetingsNone) };
}
