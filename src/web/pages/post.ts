import type { Judged } from '../../assessment/assess.ts';
import { postStanding, type PostStanding } from '../../assessment/post-standing.ts';
import { dateInWords } from '../../kernel/date.ts';
import { words } from '../../kernel/text.ts';
import type { Post } from '../../model/structure.ts';
import type { Facts } from '../../rules/facts.ts';
import { listed } from '../../rules/say.ts';
import { recordEntityPage } from '../entity/entity-page.ts';
import { capitalised, lensHeads, lensRow, record, records } from '../entity/record-parts.ts';
import { joined, quiet, tableOr, text, type Parts, type Section } from '../entity/section.ts';
import { holdersSection, leversSection, reportsSection } from '../entity/post-reach.ts';
import { givenSection, instrumentsSection, meetingsSection, seatsSection } from '../entity/post-provided.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { seenFacts, seesOnlyPublished } from '../seen-facts.ts';
import { counted } from '../words/counted.ts';
import { entityWords } from '../words/entity.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { postWords } from '../words/post.ts';

/** One post: who holds it and held it, what it answers for, and by what it can move that. */
export function postPage(reading: Reading, post: Post): Page {
  const { language, to } = reading;
  const t = inLanguage(postWords, language);
  const facts = seenFacts(reading);
  const standing = postStanding(facts, post.ref);
  return recordEntityPage(reading, post, {
    summary: summaryOf(reading, post, standing, facts),
    sections: [
      aboutSection(reading, post, standing),
      holdersSection(reading, standing, facts),
      reportsSection(reading, standing),
      leversSection(reading, standing),
      givenSection(reading, standing),
      instrumentsSection(reading, standing),
      seatsSection(reading, standing),
      meetingsSection(reading, standing),
      bearsSection(reading, post),
    ],
    links: standing.holders.some(({ deputising }) => deputising === undefined) ? [{ href: to.whatIf(post.id), said: { text: t.vacate } }] : [],
  });
}

function summaryOf(reading: Reading, post: Post, standing: PostStanding, facts: Facts): readonly string[] {
  const { language } = reading;
  const t = inLanguage(postWords, language);
  const { below, direct, instruments, reach } = standing;
  const borne = borneBy(reading, post);
  const reached = reach.filter(({ gap }) => !gap).length;
  const open = instruments.filter(({ inForce, agreement }) => inForce && agreement.verdict === 'not-met').length;
  return [
    ...(seesOnlyPublished(reading) ? [] : [heldBy(reading, post, standing, facts)]),
    direct.length === 0 ? t.spanNone : filled(t.spanAll, { span: counted(t.span, direct.length, language), all: below.length }),
    ...(reach.length === 0 || seesOnlyPublished(reading) ? [] : [filled(t.reached, { count: reached, all: reach.length })]),
    ...(borne.length === 0 ? [] : [counted(t.secured, borne.filter(({ diagnosis }) => diagnosis === 'secured').length, language, { all: String(borne.length) })]),
    ...(open === 0 ? [] : [counted(t.notAgreed, open, language)]),
  ];
}

function heldBy(reading: Reading, post: Post, { holders }: PostStanding, facts: Facts): string {
  const { language } = reading;
  const t = inLanguage(postWords, language);
  const values = { post: words(post.title, language), people: listed([...new Set(holders.map(({ person }) => recordName(reading, person).text))], language) };
  const [holder] = holders;
  if (holder === undefined) return filled(facts.isComplete('appointments') ? t.vacant : t.noHolder, values);
  if (holder.deputising !== undefined) return filled(t.deputised, values);
  const { from } = holder.appointment.valid;
  return from === undefined ? filled(t.heldNoDate, values) : filled(t.held, { ...values, from: dateInWords(from, language) });
}

function aboutSection(reading: Reading, post: Post, { deputies, leads, line }: PostStanding): Section {
  const { language, seen, speaker } = reading;
  const t = inLanguage(postWords, language);
  const none: Parts = [quiet(t.none)];
  const top = line.at(-1);
  const isHead = top !== undefined && seen.get(top)?.designations.includes('head-of-paid-service') === true;
  const upwards: Parts = line.length < 2 ? [quiet(t.noLine)] : [...records(reading, line.slice(1), inLanguage(entityWords, language).then), ...(isHead || top === undefined ? [] : [text('. '), quiet(filled(t.lineEnds, { post: recordName(reading, top).text }))])];
  const deputised: Parts = joined(deputies.map(({ to }) => record(reading, to)));
  return {
    id: 'about',
    heading: t.about,
    body: {
      is: 'facts',
      rows: [
        { label: t.designations, value: post.designations.length === 0 ? none : [text(listed(post.designations.map((one) => capitalised(speaker.value(one))), language))] },
        ...(post.unit === undefined ? [] : [{ label: t.unit, value: [record(reading, post.unit)] }]),
        { label: t.line, value: upwards },
        { label: t.leads, value: leads.length === 0 ? none : records(reading, leads) },
        ...(post.alsoResponsibleFor.length === 0 ? [] : [{ label: t.also, value: [text(capitalised(post.alsoResponsibleFor.join(', ')))] }]),
        ...(deputies.length === 0 && seesOnlyPublished(reading) ? [] : [{ label: t.deputies, value: deputies.length === 0 ? [quiet(t.noDeputy)] : [...deputised, text(' ('), ...records(reading, deputies.map(({ provision }) => provision.ref)), text(')')] }]),
      ],
    },
  };
}

/** The expectations that apply and that the guidance lays on whoever carries a designation of the post. */
const borneBy = ({ assessment: { judged } }: Reading, { designations }: Post): readonly Judged[] =>
  judged.filter(({ applies, compiled }) => applies && designations.includes(compiled.expectation.bearer));

function bearsSection(reading: Reading, post: Post): Section {
  const t = inLanguage(postWords, reading.language);
  const theirs = borneBy(reading, post);
  return { id: 'bears', heading: t.bears, lead: theirs.length === 0 ? undefined : t.bearsLead, body: tableOr(lensHeads(reading), theirs.map((one) => lensRow(reading, one)), t.bearsNone) };
}
