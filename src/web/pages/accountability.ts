import { accountabilityStanding, type AccountabilityStanding } from '../../assessment/accountability-standing.ts';
import { summaryOf as countsOf } from '../../assessment/answer.ts';
import { DIAGNOSES } from '../../assessment/diagnosis.ts';
import { DIAGNOSIS_WORDS } from '../../assessment/diagnosis-words.ts';
import { whatToDoFirst } from '../../assessment/priorities.ts';
import type { Pack } from '../../guidance/pack.ts';
import { nearest } from '../../kernel/nearest.ts';
import { words } from '../../kernel/text.ts';
import { RESPONSIBILITIES } from '../../model/instruments.ts';
import { listed } from '../../rules/say.ts';
import { entityPage } from '../entity/entity-page.ts';
import { leverRow } from '../entity/post-reach.ts';
import { capitalised, diagnosisTag, expectationLink, lensHeads, lensRow, record, records } from '../entity/record-parts.ts';
import { listOr, quiet, tableOr, tagged, text, type Parts, type Section } from '../entity/section.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { seenFacts, seesOnlyPublished } from '../seen-facts.ts';
import { accountabilityWords } from '../words/accountability.ts';
import { counted } from '../words/counted.ts';
import { entityWords } from '../words/entity.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { notFoundPage } from './not-found.ts';

/** One accountability of the guidance: how its expectations stand, who has it, what they can move, and where it falls short. */
export function accountabilityPage(reading: Reading): Page {
  const { ask, assessment, language, to } = reading;
  const { accountabilities } = assessment.compiled.pack;
  const { id = '' } = ask.params;
  const found = accountabilities.find((one) => one.id === id);
  if (found === undefined) {
    const near = accountabilities.find((one) => one.id === nearest(id, accountabilities.map((each) => each.id)));
    return notFoundPage(ask, 'accountability', id, near === undefined ? undefined : { href: to.accountability(near.id), said: { text: near.name[language] } });
  }
  const t = inLanguage(accountabilityWords, language);
  const standing = accountabilityStanding(assessment, seenFacts(reading), id);
  return entityPage(reading, {
    caption: t.caption,
    heading: { text: words(found.name, language) },
    summary: summaryOf(reading, standing),
    sections: [aboutSection(reading, found), expectationsSection(reading, standing), shortSection(reading, standing), whoSection(reading, standing), reachSection(reading, standing)],
    links: [{ href: to.matrix(), said: { text: t.who } }],
  });
}

function summaryOf(reading: Reading, { accountable, judged, reach }: AccountabilityStanding): readonly string[] {
  const { language } = reading;
  const t = inLanguage(accountabilityWords, language);
  const counts = countsOf(judged);
  const others = DIAGNOSES.filter((one) => one !== 'secured' && counts[one] > 0).map((one) => `${DIAGNOSIS_WORDS[one][language]} ${counts[one]}`);
  const all = { all: String(judged.length) };
  const gaps = reach.filter(({ gap }) => gap).length;
  const holders = listed(accountable.map((holder) => recordName(reading, holder).text), language);
  const known = seesOnlyPublished(reading) ? [] : [
    accountable.length === 0 ? t.noneAccountable : accountable.length === 1 ? filled(t.oneAccountable, { holder: holders }) : filled(t.severalAccountable, { count: accountable.length, holders }),
    ...(reach.length === 0 ? [] : [gaps === 0 ? filled(t.gapsNone, { all: reach.length }) : counted(t.gaps, gaps, language, { all: String(reach.length) })]),
  ];
  return [
    ...(judged.length === 0 ? [t.expectationsNone] : [`${counts.secured === 0 ? filled(t.securedNone, all) : counted(t.secured, counts.secured, language, all)}${others.length === 0 ? '' : ` ${filled(t.others, { counts: others.join(', ') })}`}`]),
    ...known,
  ];
}

/** What the guidance says of it, and where. */
function aboutSection({ assessment: { compiled }, language }: Reading, { says, cites }: Pack['accountabilities'][number]): Section {
  const t = inLanguage(accountabilityWords, language);
  const titleOf = (id: string): string => compiled.pack.documents.find((one) => one.id === id)?.title[language] ?? id;
  const documents = Map.groupBy(cites, ({ document }) => document);
  const rows = [...documents].map(([id, all]): Parts => [quiet(`${titleOf(id)}, ${listed(all.map(({ paragraph }) => paragraph), language)}`)]);
  return { id: 'about', heading: t.about, lead: words(says, language), body: listOr(rows, '') };
}

function expectationsSection(reading: Reading, { judged }: AccountabilityStanding): Section {
  const t = inLanguage(accountabilityWords, reading.language);
  return { id: 'expectations', heading: t.expectations, lead: judged.length === 0 ? undefined : t.expectationsLead, body: tableOr(lensHeads(reading), judged.map((one) => lensRow(reading, one)), t.expectationsNone) };
}

function shortSection(reading: Reading, { judged }: AccountabilityStanding): Section {
  const { language } = reading;
  const t = inLanguage(accountabilityWords, language);
  const items = whatToDoFirst(judged).map((one): Parts => [diagnosisTag(reading, one), text(' '), expectationLink(reading, one), text(`: ${words(one.compiled.expectation.remedy, language)}`)]);
  return { id: 'short', heading: t.gapsHeading, lead: items.length === 0 ? undefined : t.gapsLead, body: listOr(items, t.nothingShort) };
}

function whoSection(reading: Reading, { given }: AccountabilityStanding): Section {
  const { language } = reading;
  const [t, e] = [inLanguage(accountabilityWords, language), inLanguage(entityWords, language)];
  const rows = given.map(({ to, responsibilities, provisions }): readonly Parts[] => [
    [record(reading, to)],
    [text(capitalised(responsibilities.map((one) => RESPONSIBILITIES[one][language === 'en' ? 0 : 1]).join(', ')))],
    records(reading, provisions),
  ]);
  return { id: 'who', heading: t.who, body: tableOr([t.holder, e.responsibility, t.by], rows, t.whoNone) };
}

function reachSection(reading: Reading, { named, reach }: AccountabilityStanding): Section {
  const { language } = reading;
  const [t, e] = [inLanguage(accountabilityWords, language), inLanguage(entityWords, language)];
  const told = seesOnlyPublished(reading) ? reach.filter(({ gap }) => !gap) : reach;
  const rows = told.map((one): readonly Parts[] => (one.gap ? [[record(reading, one.function)], [tagged('exposed', t.noLever)], [quiet('–')]] : leverRow(reading, one)));
  return { id: 'reach', heading: t.reach, lead: rows.length === 0 ? undefined : named === undefined ? t.reachAll : t.reachNamed, body: tableOr([e.functionName, e.levers, e.chain], rows, t.reachNone) };
}
