import { isCouncillors } from '../../areas/scrutiny/councillors.ts';
import { bodyStanding, type BodyStanding, type Member } from '../../assessment/body-standing.ts';
import type { Body } from '../../model/structure.ts';
import { listed } from '../../rules/say.ts';
import { entitledSection, meetingsSection, membersSection, receivedSection, themesSection } from '../entity/body-sections.ts';
import { recordEntityPage } from '../entity/entity-page.ts';
import { lookBackDays } from '../entity/post-provided.ts';
import { capitalised, record, records, subject } from '../entity/record-parts.ts';
import { joined, text, type Parts, type Section } from '../entity/section.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { seenFacts, seesOnlyPublished } from '../seen-facts.ts';
import { bodyWords } from '../words/body.ts';
import { counted } from '../words/counted.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { scrutinyWords } from '../words/scrutiny.ts';

/** One body: who sits on it, whether it meets, what it discusses, and whether it gets what it is to receive. */
export function bodyPage(reading: Reading, body: Body): Page {
  const standing = bodyStanding(seenFacts(reading), body.ref);
  return recordEntityPage(reading, body, {
    summary: summaryOf(reading, body, standing),
    sections: [
      aboutSection(reading, body, standing),
      membersSection(reading, standing),
      meetingsSection(reading, standing),
      themesSection(reading, standing),
      entitledSection(reading, standing),
      receivedSection(reading, standing),
    ],
    links: isCouncillors(reading.seen, body.ref) ? [{ href: reading.to.page('/ask', { for: body.ref }), said: { text: inLanguage(scrutinyWords, reading.language).ask.title } }] : [],
  });
}

function summaryOf(reading: Reading, body: Body, { chairs, entitlements, held, members, series }: BodyStanding): readonly string[] {
  const { language, speaker } = reading;
  const t = inLanguage(bodyWords, language);
  const values = { body: recordName(reading, body.ref).text, ...lookBackDays(reading) };
  const empty = members.filter(({ isVacant }) => isVacant).length;
  const short = entitlements.filter(({ outcome }) => outcome.verdict === 'not-met' || outcome.verdict === 'partly').length;
  const [only] = series;
  const due = only === undefined || series.length > 1 ? [] : [filled(t.dueWords, { frequency: filled(t.every, { frequency: speaker.value(only.series.frequency) }), due: only.due })];
  return [
    ...(seesOnlyPublished(reading) ? [] : [[held.length === 0 ? filled(t.metNever, values) : counted(t.met, held.length, language, values), ...due].join(' ')]),
    ...(members.length === 0 ? [] : [[
      chairs.length === 0 ? t.noChair : filled(t.chairedBy, { chairs: listed(chairs.map((chair) => chairName(reading, chair)), language) }),
      empty === 0 ? filled(t.vacanciesNone, { all: members.length }) : counted(t.vacancies, empty, language, { all: String(members.length) }),
    ].join(' ')]),
    ...(short === 0 ? [] : [counted(t.short, short, language)]),
  ];
}

/** Who chairs, and for a post who holds it. */
function chairName(reading: Reading, { holders, seat }: Member): string {
  const name = recordName(reading, seat.holder).text;
  const people = [...new Set(holders.map(({ person }) => recordName(reading, person).text))];
  return people.length === 0 ? name : filled(inLanguage(bodyWords, reading.language).chair, { people: listed(people, reading.language), seat: name });
}

function aboutSection(reading: Reading, body: Body, { parts }: BodyStanding): Section {
  const { language, speaker } = reading;
  const t = inLanguage(bodyWords, language);
  const remit: Parts = joined(body.remit.map((one) => subject(reading, one)), ', ');
  return {
    id: 'about',
    heading: t.about,
    body: {
      is: 'facts',
      rows: [
        { label: t.type, value: [text(capitalised(speaker.value(body.type)))] },
        ...(body.parent === undefined ? [] : [{ label: t.parent, value: [record(reading, body.parent)] }]),
        ...(parts.length === 0 ? [] : [{ label: t.parts, value: records(reading, parts.map(({ ref }) => ref)) }]),
        ...(remit.length === 0 ? [] : [{ label: t.remit, value: remit }]),
        ...(body.frequency === undefined ? [] : [{ label: t.frequency, value: [text(filled(t.every, { frequency: speaker.value(body.frequency) }))] }]),
      ],
    },
  };
}
