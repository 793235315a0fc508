import { z } from 'zod';
import type { CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import type { Report } from '../../model/reporting.ts';
import { absent, noSuchPost } from '../absence.ts';
import { bodyOf, meetingsWithPaper } from '../audiences.ts';
import { isIn, windowOf } from '../due.ts';
import type { Facts } from '../facts.ts';
import { someMatch, sorted, type Match } from '../match.ts';
import { meetingsComplete } from '../meetings-held.ts';
import { firstRefs } from '../naming.ts';
import { isOfOffice } from '../of-office.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, reason } from '../outcome.ts';
import { isParty } from '../parties.ts';
import { reportTypes, reportTypeWords } from '../report-types.ts';

const says = {
  put: { en: '{report} came before {body} on {on}.', cy: 'Daeth {report} gerbron {body} ar {on}.' },
  whose: { en: '{report} came before {body} on {on}; whether {by} made it is not on record.', cy: 'Daeth {report} gerbron {body} ar {on}; nid yw’n hysbys ai {by} a’i gwnaeth.' },
  byOther: { en: '{report} came before {body} on {on}, but not from {by}.', cy: 'Daeth {report} gerbron {body} ar {on}, ond nid gan {by}.' },
  sayWhose: { en: 'Record whose report {report} is.', cy: 'Cofnodwch adroddiad pwy yw {report}.' },
  notSince: { en: 'No report of the type {types} came before {to} between {from} and {until}.', cy: 'Ni ddaeth adroddiad o’r math {types} gerbron {to} rhwng {from} a {until}.' },
  earlier: { en: 'The last time was on {on}.', cy: 'Ar {on} y bu hynny ddiwethaf.' },
  notSeen: {
    en: 'No report of the type {types} is on record as put before {to} between {from} and {until}.',
    cy: 'Nid oes cofnod bod adroddiad o’r math {types} wedi’i roi gerbron {to} rhwng {from} a {until}.',
  },
  record: { en: 'Record the meeting of {to} at which the report was a paper, or to whom it was sent.', cy: 'Cofnodwch y cyfarfod o {to} lle’r oedd yr adroddiad yn bapur, neu at bwy yr anfonwyd ef.' },
  sought: { en: 'a report of the type {types}', cy: 'adroddiad o’r math {types}' },
  asked: { en: 'A report of the type {types} came before {to} in time.', cy: 'Daeth adroddiad o’r math {types} gerbron {to} mewn pryd.' },
};

/** A report of the type was a paper at a held meeting of such a body, or was sent to it, within the time. */
export const reported = defineOperator({
  name: 'reported',
  params: ({ party, office, length, oneOrMore }) =>
    z.strictObject({ type: oneOrMore(reportTypes), to: oneOrMore(party), by: office.optional(), within: length.optional() }),
  evaluate({ type: types, to, by, within }, facts) {
    if (by !== undefined && postsDesignated(facts, by).length === 0) return noSuchPost(facts, by);
    const reports = types.flatMap((type) => facts.where('reports', 'type', type));
    if (reports.length === 0) return absent(facts, 'reports', says.sought, { types: reportTypeWords(types) });
    const window = windowOf(facts, within === undefined ? undefined : facts.words.duration(within));
    const puts = reports.flatMap((report) => putsOf(facts, report, to, by));
    const inTime = puts.filter(({ on }) => isIn(window, on));
    const { yes, no, unknown } = sorted(inTime, ({ isTheirs }) => isTheirs);
    const said = (phrase: (typeof says)['put'], { report, body, on, record }: Put) => reason(phrase, { report, body, on, by: by ?? '' }, [record, report]);
    if (yes.length > 0) return met(...yes.slice(0, 3).map((put) => said(says.put, put)));
    const [open] = unknown;
    if (open !== undefined) return notKnown([said(says.whose, open)], missing(says.sayWhose, { report: open.report }, 'reports'));
    const filled = { types: reportTypeWords(types), to, from: window.from, until: facts.on };
    const last = puts.filter(({ on, isTheirs }) => isTheirs === true && on < window.from).map(({ on }) => on).sort().at(-1);
    const rest = [...no.slice(0, 3).map((put) => said(says.byOther, put)), ...(last === undefined ? [] : [reason(says.earlier, { on: last })])];
    return isComplete(facts, to)
      ? notMet(reason(says.notSince, filled, firstRefs(reports)), ...rest)
      : notKnown([reason(says.notSeen, filled, firstRefs(reports)), ...rest], missing(says.record, filled, 'meetings'));
  },
  explain: ({ type, to }) => ({ says: says.asked, with: { types: reportTypeWords(type), to } }),
});

/** One time that a report was put before a body or person asked about. */
interface Put {
  readonly report: Ref<'reports'>;
  readonly body: Ref;
  readonly on: CalendarDate;
  readonly record: Ref;
  /** Whether it was the office's own; always so where nobody is asked about. */
  readonly isTheirs: Match;
}

function putsOf(facts: Facts, { ref, by: author }: Report, to: readonly string[], office: string | undefined): readonly Put[] {
  const isCalled = (whom: Ref): boolean => to.some((word) => isParty(facts, whom, word));
  const isTheirs = (maker: Ref | undefined, on: CalendarDate): Match => (office === undefined ? true : maker === undefined ? undefined : isOfOffice(facts, maker, office, on));
  const tabled = meetingsWithPaper(facts, ref).flatMap((meeting): Put | readonly [] => {
    const body = bodyOf(facts, meeting);
    if (body === undefined || !isCalled(body)) return [];
    const raisers = meeting.items.filter(({ paper }) => paper === ref).map(({ by }) => by);
    const theirs = someMatch(author === undefined ? raisers : [author, ...raisers.filter((raiser) => raiser !== undefined)], (maker) => isTheirs(maker, meeting.on));
    return { report: ref, body, on: meeting.on, record: meeting.ref, isTheirs: theirs };
  });
  const sent = facts
    .where('communications', 'of', ref)
    .filter(({ to: whom, on }) => on <= facts.on && isCalled(whom))
    .map((one): Put => ({ report: ref, body: one.to, on: one.on, record: one.ref, isTheirs: isTheirs(author, one.on) }));
  return [...tabled, ...sent];
}

/** Whether a meeting of these bodies that is not on record was not held. */
const isComplete = (facts: Facts, to: readonly string[]): boolean =>
  facts.isComplete('meetings') || meetingsComplete(facts, to.flatMap((type) => facts.where('bodies', 'type', type)).flatMap(({ ref }) => facts.where('series', 'body', ref)));
