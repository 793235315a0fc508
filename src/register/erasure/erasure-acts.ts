import type { CalendarDate } from '../../kernel/date.ts';
import { plus } from '../../kernel/duration.ts';
import { quoted } from '../../kernel/fault.ts';
import { dateInLondon } from '../../kernel/instant.ts';
import { didYouMean } from '../../kernel/nearest.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { RetentionRule } from '../../model/retention-rule.ts';
import type { RegisterAct } from '../acts/act.ts';
import { changedSince } from '../changed-since.ts';
import type { Image } from '../image.ts';
import type { Decided } from '../request.ts';
import { dueOn } from '../retention/due.ts';
import { ERASURE_KIND } from '../store/store.ts';
import { isOwnProposal } from '../two-people.ts';
import { erasureOf } from './erasure.ts';
import { readProposal, readProposalNumber, type ProposalInput } from './erasure-input.ts';
import type { Grounds, Leaving } from './erasure-said.ts';
import { openProposal } from './proposals.ts';

/** Erasure takes two people: one proposes it, another carries it out while the proposal stands; either may be withdrawn before. */
export const erasureActs = (rules: readonly RetentionRule[]): readonly RegisterAct[] => [propose(rules), carryOut, withdraw];

const propose = (rules: readonly RetentionRule[]): RegisterAct => ({
  name: 'erasure.propose',
  decideOn(image, input, { now, words }) {
    const read = readProposal(input);
    if (!read.ok) return read;
    const { records, within } = read.value;
    const today = dateInLondon(now);
    const founded = groundsOf(read.value, rules, image, today);
    if (!founded.ok) return founded;
    const { grounds, leaving } = founded.value;
    const erasure = erasureOf(records, leaving, image, words);
    if (!erasure.ok) return erasure;
    const stays = Object.keys(leaving).length === 0 ? {} : { leaving };
    return said(image.entries.length, { says: 'proposed', ...grounds, records, ...stays, until: plus(today, within) });
  },
});

const carryOut: RegisterAct = {
  name: 'erasure.carry-out',
  decideOn(image, input, { actor, now, words }) {
    const number = readProposalNumber(input);
    if (!number.ok) return number;
    const proposal = openProposal(image.entries, number.value, dateInLondon(now));
    if (!proposal.ok) return proposal;
    const own = isOwnProposal(proposal.value, actor);
    if (own !== undefined) return own;
    const { records, leaving = {}, rule, authority, why } = proposal.value.erasure;
    for (const record of records) {
      const last = image.lastChanged(record);
      if (last !== undefined && last > number.value) return changedSince(record, image, `entry ${number.value} proposed to erase it`);
    }
    const erasure = erasureOf(records, leaving, image, words);
    if (!erasure.ok) return erasure;
    const { erased, changes } = erasure.value;
    return said(number.value, { says: 'carried-out', ...(rule === undefined ? {} : { rule }), authority, why, erased }, changes);
  },
};

const withdraw: RegisterAct = {
  name: 'erasure.withdraw',
  decideOn(image, input, { now }) {
    const number = readProposalNumber(input);
    if (!number.ok) return number;
    const proposal = openProposal(image.entries, number.value, dateInLondon(now));
    return proposal.ok ? said(number.value, { says: 'withdrawn' }) : proposal;
  },
};

const said = (proposal: number, body: object, changes: Decided['changes'] = []): Result<Decided> => ok({ own: { kind: ERASURE_KIND, id: String(proposal), body }, changes });

/** The grounds in words, and what stays: with a rule, which must be due for every record, its own words and what it leaves. */
function groundsOf({ grounds, records, leaving }: ProposalInput, rules: readonly RetentionRule[], image: Image, today: CalendarDate): Result<{ readonly grounds: Grounds; readonly leaving: Leaving }> {
  if (!('rule' in grounds)) return ok({ grounds, leaving });
  const ids = rules.map(({ id }) => id);
  const rule = rules.find(({ id }) => id === grounds.rule);
  if (rule === undefined) {
    return refused({ category: 'input', code: 'unknown-rule', sentence: `${quoted(grounds.rule)} is not a rule of retention.${didYouMean(grounds.rule, ids)} There are ${ids.join(', ')}.`, place: { path: 'rule' }, found: grounds.rule });
  }
  const due = new Map(dueOn(image.snapshot(today), rules, today).filter((one) => one.rule === rule).map((one) => [one.record, one]));
  const early = records.filter((record) => !due.has(record));
  if (early.length > 0) {
    return refused(...early.map((record) => ({ category: 'conflict' as const, code: 'not-due', sentence: `${quoted(record)} is not due by the rule ${quoted(rule.id)} on ${today}. \`answerable retention due\` lists what is.`, found: record })));
  }
  const left = Object.fromEntries(records.flatMap((record) => [[record, leaving[record] ?? due.get(record)?.leaving] as const]).filter(([, fields]) => fields !== undefined));
  return ok({ grounds: { rule: rule.id, authority: rule.authority.en, why: rule.says.en }, leaving: left as Leaving });
}
