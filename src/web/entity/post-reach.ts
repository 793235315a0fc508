import type { PostStanding } from '../../assessment/post-standing.ts';
import type { Facts } from '../../rules/facts.ts';
import { LEVER_WORDS } from '../../rules/lever-words.ts';
import type { Reach } from '../../rules/levers.ts';
import { listed } from '../../rules/say.ts';
import type { Reading } from '../reading.ts';
import { recordName } from '../record-name.ts';
import { entityWords } from '../words/entity.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { personWords } from '../words/person.ts';
import { postWords } from '../words/post.ts';
import { capitalised, isAt, periodText, record } from './record-parts.ts';
import { listOr, quiet, tableOr, tagged, text, type Parts, type Section } from './section.ts';

/** Who held a post and when nobody did. */
export function holdersSection(reading: Reading, { holding }: PostStanding, facts: Facts): Section {
  const { asAt: { date }, language, speaker } = reading;
  const [t, e, p] = [inLanguage(postWords, language), inLanguage(entityWords, language), inLanguage(personWords, language)];
  const state = { now: e.now, before: e.over, later: e.toCome };
  const vacant = facts.isComplete('appointments') ? tagged('exposed', e.vacant) : tagged('not-known', e.notKnownVacant);
  const rows = holding.map((one): readonly Parts[] =>
    one.is === 'vacant'
      ? [[vacant], [periodText(reading, one.period)], [quiet('–')], [text(state[isAt({ valid: one.period }, date)])]]
      : [
          [record(reading, one.appointment.person)],
          [periodText(reading, one.appointment.valid)],
          [text(`${capitalised(speaker.value(one.appointment.basis))}${one.appointment.sharedWith === undefined ? '' : `, ${filled(p.shared, { other: one.appointment.sharedWith })}`}`)],
          [text(state[isAt(one.appointment, date)])],
        ],
  );
  return { id: 'holders', heading: t.holders, body: tableOr([e.person, e.period, e.basis, e.state], rows, t.holdersNone) };
}

/** The posts that report to it, each with who holds it and how many are below. */
export function reportsSection(reading: Reading, { direct, below }: PostStanding): Section {
  const { language, seen } = reading;
  const t = inLanguage(postWords, language);
  const items = direct.map(({ ref }): Parts => {
    const people = seen.where('appointments', 'post', ref).map(({ person }) => recordName(reading, person).text);
    return [record(reading, ref), ...(people.length === 0 ? [] : [text(' '), quiet(`(${listed(people, language)})`)])];
  });
  const further = below.filter((ref) => !direct.some((post) => post.ref === ref)).map((ref): Parts => [record(reading, ref), text(' '), quiet(`(${t.below})`)]);
  return { id: 'reports', heading: t.direct, body: listOr([...items, ...further], t.spanNone) };
}

/** The functions that the post has a lever on, by which, and the shortest way; those without one are named. */
export function leversSection(reading: Reading, { reach }: PostStanding): Section {
  const { language } = reading;
  const [t, e] = [inLanguage(postWords, language), inLanguage(entityWords, language)];
  const [reached, gaps] = [reach.filter(({ gap }) => !gap), reach.filter(({ gap }) => gap)];
  return {
    id: 'levers',
    heading: t.levers,
    lead: reached.length === 0 ? undefined : t.leversLead,
    body: tableOr([e.functionName, e.levers, e.chain], reached.map((one) => leverRow(reading, one)), t.leversNone),
    foot: reached.length === 0 || gaps.length === 0 ? undefined : [text(filled(t.gaps, { functions: listed(gaps.map((one) => recordName(reading, one.function).text), language) }))],
  };
}

/** One function with its levers and the shortest chain in words. */
export function leverRow(reading: Reading, reach: Reach): readonly Parts[] {
  const { language, speaker } = reading;
  const [t, e] = [inLanguage(postWords, language), inLanguage(entityWords, language)];
  const isLine = reach.levers.includes('manages') || reach.levers.includes('manages-the-manager');
  const chain = !isLine ? t.noChain : reach.chain.length > 1 ? reach.chain.map((post) => speaker.name(post)).join(e.then) : t.itself;
  return [
    [record(reading, reach.function)],
    [text(capitalised(reach.levers.map((lever) => LEVER_WORDS[lever][language]).join(', '))), ...(reach.informal.length === 0 ? [] : [text(' '), quiet(`(${e.byName})`)])],
    [text(capitalised(chain))],
  ];
}
