import { personStanding, type PersonStanding } from '../../assessment/person-standing.ts';
import { restingOn, servedBy, type RestingExpectation } from '../../assessment/resting-on.ts';
import { dateInWords } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { Person } from '../../model/structure.ts';
import { listed } from '../../rules/say.ts';
import { recordEntityPage } from '../entity/entity-page.ts';
import { fitnessSection } from '../entity/fitness-section.ts';
import { accountabilityLink, capitalised, dateText, expectationLink, isAt, periodText, record } from '../entity/record-parts.ts';
import { joined, listOr, quiet, tableOr, text, type Parts, type Section } from '../entity/section.ts';
import { mayTell } from '../entity/told-verdicts.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { seenFacts, seesOnlyPublished } from '../seen-facts.ts';
import { counted } from '../words/counted.ts';
import { entityWords } from '../words/entity.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { personWords } from '../words/person.ts';
import { VERDICTS } from '../words/verdicts.ts';

/** One person: the posts they hold and held, and what would fall if they went. */
export function personPage(reading: Reading, person: Person): Page {
  const { access, assessment: { judged }, language } = reading;
  const standing = personStanding(seenFacts(reading), person.ref);
  const resting = toldOf(reading, restingOn(judged, person.ref));
  return recordEntityPage(reading, person, {
    summary: summaryOf(reading, person, standing, resting),
    notices: access === undefined ? [] : [inLanguage(entityWords, language).leftOut],
    sections: [restsSection(reading, resting), postsSection(reading, standing), byNameSection(reading, standing), agreedSection(reading, standing), seatsSection(reading, standing), deputySection(reading, standing), fitnessSection(reading, person)],
    links: [],
  });
}

/** Only what the reader may learn: a verdict found by reading what is not for them would tell of it. */
const toldOf = (reading: Reading, resting: readonly RestingExpectation[]): readonly RestingExpectation[] =>
  resting.flatMap(({ judged, falls }) => {
    const told = falls.filter(({ lens }) => mayTell(reading, judged, lens));
    return told.length === 0 ? [] : [{ judged, falls: told }];
  });

function summaryOf(reading: Reading, person: Person, { appointments, byName, posts, seats }: PersonStanding, resting: readonly RestingExpectation[]): readonly string[] {
  const { assessment: { compiled }, language } = reading;
  const t = inLanguage(personWords, language);
  const name = recordName(reading, person.ref).text;
  const served = servedBy(resting.map(({ judged }) => judged));
  const accountabilities = compiled.pack.accountabilities.filter(({ id }) => served.has(id)).map((one) => one.name[language]);
  const bound = byName.length + seats.filter(({ through }) => through === undefined).length;
  return [
    ...(seesOnlyPublished(reading) ? [] : [posts.length === 0 ? filled(t.holdsNone, { person: name }) : filled(t.holds, { person: name, posts: listed(posts.map((post) => since(reading, post, appointments)), language) })]),
    resting.length === 0 ? nobodyRests(reading) : counted(t.rests, resting.length, language, { accountabilities: listed(accountabilities, language) }),
    ...(bound === 0 ? [] : [counted(t.bound, bound, language)]),
  ];
}

function since(reading: Reading, post: Ref<'posts'>, appointments: PersonStanding['appointments']): string {
  const { asAt: { date }, language } = reading;
  const name = recordName(reading, post).text;
  const from = appointments.find((one) => one.post === post && isAt(one, date) === 'now')?.valid.from;
  return from === undefined ? name : filled(inLanguage(personWords, language).since, { post: name, from: dateInWords(from, language) });
}

/** That no verdict would fall, as far as the reader can be told. */
function nobodyRests({ access, language }: Reading): string {
  const t = inLanguage(personWords, language);
  return access === undefined ? t.restsNone : t.restsNoneSeen;
}

function restsSection(reading: Reading, resting: readonly RestingExpectation[]): Section {
  const { language } = reading;
  const [t, e] = [inLanguage(personWords, language), inLanguage(entityWords, language)];
  const fall = ({ lens, falls }: RestingExpectation['falls'][number]): string => `${e[lens]}: ${filled(e.becomes, { before: VERDICTS.met[language], after: VERDICTS[falls][language].toLowerCase() })}`;
  const rows = resting.map(({ judged, falls }): readonly Parts[] => [
    [expectationLink(reading, judged)],
    [text(falls.map(fall).join('; '))],
    joined(judged.compiled.expectation.serves.map((id) => accountabilityLink(reading, id))),
  ]);
  return { id: 'rests', heading: t.whatRests, lead: rows.length === 0 ? undefined : t.whatRestsLead, body: tableOr([e.expectation, t.falls, t.accountabilities], rows, nobodyRests(reading)) };
}

function postsSection(reading: Reading, { appointments }: PersonStanding): Section {
  const { asAt: { date }, language, speaker } = reading;
  const [t, e] = [inLanguage(personWords, language), inLanguage(entityWords, language)];
  const state = { now: e.now, before: e.over, later: e.toCome };
  const rows = appointments.map((one): readonly Parts[] => [
    [record(reading, one.post)],
    [periodText(reading, one.valid)],
    [text(`${capitalised(speaker.value(one.basis))}${one.sharedWith === undefined ? '' : `, ${filled(t.shared, { other: one.sharedWith })}`}`)],
    [text(state[isAt(one, date)])],
  ]);
  return { id: 'posts', heading: t.posts, body: tableOr([e.post, e.period, e.basis, e.state], rows, t.postsNone) };
}

function byNameSection(reading: Reading, { byName, seats }: PersonStanding): Section {
  const { language, speaker } = reading;
  const t = inLanguage(personWords, language);
  const given = byName.map(({ provision, responsibility }): Parts => [text(`${capitalised(speaker.value(responsibility))}: `), record(reading, provision.ref), text(' ('), record(reading, provision.instrument), text(')')]);
  const own = seats.filter(({ through }) => through === undefined).map(({ seat }): Parts => [text(capitalised(filled(t.byNameSeat, { body: recordName(reading, seat.body).text, role: speaker.value(seat.role) }))), quiet(': '), record(reading, seat.ref)]);
  const items = [...given, ...own];
  return { id: 'by-name', heading: t.byName, lead: items.length === 0 ? undefined : t.byNameLead, body: listOr(items, t.byNameNone) };
}

function agreedSection(reading: Reading, { agreed }: PersonStanding): Section {
  const { language } = reading;
  const [t, e] = [inLanguage(personWords, language), inLanguage(entityWords, language)];
  const rows = agreed.map(({ agreement, instrument }): readonly Parts[] => [[record(reading, instrument.ref)], [record(reading, agreement.party)], [dateText(reading, agreement.on)]]);
  return { id: 'agreements', heading: t.agreed, lead: rows.length === 0 ? undefined : t.agreedLead, body: tableOr([e.instrument, t.agreedFor, e.on], rows, t.agreedNone) };
}

function seatsSection(reading: Reading, { seats }: PersonStanding): Section {
  const { language, speaker } = reading;
  const [t, e] = [inLanguage(personWords, language), inLanguage(entityWords, language)];
  const rows = seats.map(({ seat, through }): readonly Parts[] => [
    [record(reading, seat.body)],
    [text(capitalised(speaker.value(seat.role)))],
    [text(through === undefined ? e.byNameShort : filled(e.through, { post: recordName(reading, through).text }))],
    [periodText(reading, seat.valid)],
  ]);
  return { id: 'seats', heading: t.seats, body: tableOr([e.body, e.role, t.seatThrough, e.period], rows, t.seatsNone) };
}

function deputySection(reading: Reading, { deputises }: PersonStanding): Section {
  const { language } = reading;
  const [t, e] = [inLanguage(personWords, language), inLanguage(entityWords, language)];
  const items = deputises.map(({ towards, provision, through }): Parts => [
    record(reading, towards), text(' – '),
    text(filled(t.deputisesFor, { how: through === undefined ? e.byNameShort : filled(e.through, { post: recordName(reading, through).text }) })), text(' '),
    record(reading, provision.instrument),
  ]);
  return { id: 'deputises', heading: t.deputises, body: listOr(items, t.deputisesNone) };
}
