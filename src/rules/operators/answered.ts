import { z } from 'zod';
import type { CalendarDate } from '../../kernel/date.ts';
import type { BothLanguages } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import type { KindName } from '../../model/kinds.ts';
import { absent } from '../absence.ts';
import { casesInTime, type Case } from '../cases-in-time.ts';
import { dueAfter, isIn } from '../due.ts';
import type { Facts } from '../facts.ts';
import { isOfOffice } from '../of-office.ts';
import { defineOperator } from '../operator.ts';
import { anyOf } from '../outcome.ts';
import { isParty } from '../parties.ts';

const NATURES = ['advice', 'concern', 'challenge', 'dissent'] as const;
const WHATS = [...NATURES, 'questions', 'requests'] as const;
type What = (typeof WHATS)[number];

const NAMES: Readonly<Record<What, BothLanguages>> = {
  advice: { en: 'pieces of advice', cy: 'darnau o gyngor' },
  concern: { en: 'concerns', cy: 'pryderon' },
  challenge: { en: 'challenges', cy: 'heriau' },
  dissent: { en: 'disagreements', cy: 'anghytundebau' },
  questions: { en: 'questions', cy: 'cwestiynau' },
  requests: { en: 'requests', cy: 'ceisiadau' },
};

const says = {
  any: { en: '{what} between {from} and {to}', cy: '{what} rhwng {from} a {to}' },
  none: { en: 'None was due an answer between {from} and {to}.', cy: 'Nid oedd ateb yn ddyledus i’r un rhwng {from} a {to}.' },
  count: { en: '{yes} of {all} ({share} per cent) raised between {from} and {to} were answered in time.', cy: 'Atebwyd {yes} o {all} ({share} y cant) a godwyd rhwng {from} a {to} mewn pryd.' },
  late: { en: '"{record}" was due an answer from {to} by {due} and got it only on {on}.', cy: 'Roedd ateb gan {to} i "{record}" yn ddyledus erbyn {due} ac ni ddaeth tan {on}.' },
  unanswered: { en: '"{record}" was due an answer from {to} by {due} and has none.', cy: 'Roedd ateb gan {to} i "{record}" yn ddyledus erbyn {due} ac nid oes un.' },
  notSaid: { en: 'No answer of {to} to "{record}", due by {due}, is on record.', cy: 'Nid oes ateb gan {to} i "{record}", a oedd yn ddyledus erbyn {due}, wedi’i gofnodi.' },
  record: { en: 'Record the returns that came in, or close the requests.', cy: 'Cofnodwch y ffurflenni a ddaeth i law, neu caewch y ceisiadau.' },
  more: { en: 'So it is with {count} more.', cy: 'Felly hefyd gyda {count} arall.' },
  asked: { en: 'At least {atLeast} of the {what} are answered within {within}.', cy: 'Atebir o leiaf {atLeast} o’r {what} o fewn {within}.' },
  askedByDue: { en: 'At least {atLeast} of the {what} are answered by the day they are due.', cy: 'Atebir o leiaf {atLeast} o’r {what} erbyn y dyddiad y maent yn ddyledus.' },
};

/** Enough of the advice, concerns, challenges, questions or requests of the look-back were answered in time. */
export const answered = defineOperator({
  name: 'answered',
  params: ({ party, length, share, oneOrMore }) =>
    z
      .strictObject({ what: oneOrMore(z.enum(WHATS)), from: party.optional(), to: party.optional(), within: length.optional(), atLeast: share.default('100%') })
      .refine(({ what, within }) => within !== undefined || what.every((one) => one === 'requests'), 'say `within` what time an answer is due; only requests have a day of their own'),
  evaluate({ what, from, to, within, atLeast }, facts) {
    const due = within === undefined ? undefined : dueAfter(facts.words.duration(within));
    const cases = what.flatMap((one) => {
      if (one === 'requests') return requests(facts, to);
      if (due === undefined) return [];
      return one === 'questions' ? questions(facts, from, to, due) : advice(facts, one, from, to, due);
    });
    const unsaid = cases.length > 0 ? undefined : what.map(kindOf).find((kind) => !facts.isComplete(kind));
    if (unsaid !== undefined) return absent(facts, unsaid, says.any, { what: anyOf(what.map((one) => NAMES[one])), from: facts.window.from, to: facts.on });
    return casesInTime(facts, cases, facts.words.share(atLeast), what.includes('requests') ? 'returns' : what.includes('questions') ? 'questions' : 'advice', says);
  },
  explain: ({ what, within, atLeast }) => ({
    says: within === undefined ? says.askedByDue : says.asked,
    with: { what: what.map((one) => NAMES[one]), within: within ?? '', atLeast },
  }),
});

const kindOf = (what: What): KindName => (what === 'questions' || what === 'requests' ? what : 'advice');

type Due = (begun: CalendarDate) => CalendarDate;

/** Whether it is from, or to, whoever is asked about: anyone where nobody is. */
const isFor = (facts: Facts, ref: Ref, word: string | undefined, day: CalendarDate): boolean =>
  word === undefined || isParty(facts, ref, word) || isOfOffice(facts, ref, word, day);

function advice(facts: Facts, nature: string, from: string | undefined, to: string | undefined, due: Due): readonly Case[] {
  return facts
    .where('advice', 'nature', nature)
    .filter((one) => isIn(facts.window, one.on) && (isFor(facts, one.from, from, one.on) || (one.by !== undefined && isFor(facts, one.by, from, one.on))) && isFor(facts, one.to, to, one.on))
    .map(({ ref, to: whom, on, responses }) => ({ record: ref, to: whom, due: due(on), answered: earliest(facts, responses), silenceIsNo: true }));
}

function questions(facts: Facts, from: string | undefined, to: string | undefined, due: Due): readonly Case[] {
  return facts
    .all('questions')
    .filter(({ on, askedBy, of }) => isIn(facts.window, on) && isFor(facts, askedBy, from, on) && isFor(facts, of, to, on))
    .map(({ ref, of, on, answers }) => ({ record: ref, to: of, due: due(on), answered: earliest(facts, answers.filter(({ kind }) => kind !== 'awaiting')), silenceIsNo: true }));
}

/** Each addressee of a request owes a return of its own by the day that the request names. */
function requests(facts: Facts, to: string | undefined): readonly Case[] {
  return facts
    .all('requests')
    .filter(({ issuedOn }) => isIn(facts.window, issuedOn))
    .flatMap(({ ref, issuedOn, due, closed, to: addressees }) => {
      const returns = facts.where('returns', 'request', ref).filter(({ on }) => on <= facts.on);
      return addressees
        .filter((addressee) => isFor(facts, addressee, to, issuedOn))
        .map((addressee) => {
          const theirs = returns.filter(({ from }) => from === addressee).map(({ ref: record, on }) => ({ on, record }));
          return { record: ref, to: addressee, due, answered: earliest(facts, theirs), silenceIsNo: closed === true || facts.isComplete('returns') };
        });
    });
}

/** The first answer that had been given by the date. */
function earliest<T extends { readonly on: CalendarDate }>(facts: Facts, answers: readonly T[]): T | undefined {
  return answers.reduce<T | undefined>((first, one) => (one.on <= facts.on && (first === undefined || one.on < first.on) ? one : first), undefined);
}
