import { z } from 'zod';
import { plus } from '../../kernel/duration.ts';
import type { CalendarDate } from '../../kernel/date.ts';
import type { Ref } from '../../model/field.ts';
import { absent } from '../absence.ts';
import type { Facts } from '../facts.ts';
import { firstReasons, firstRefs } from '../naming.ts';
import { postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { doesNotApply, missing, reason } from '../outcome.ts';
import { bodiesOf } from '../meetings-held.ts';
import { share } from '../ratio.ts';

const says = {
  nobodyNew: { en: 'No {whom} took up a seat or post in the period.', cy: 'Ni chymerodd unrhyw {whom} sedd neu swydd yn y cyfnod.' },
  inTime: { en: 'Still to be briefed, and there is time: {who}.', cy: 'Eto i’w briffio, ac mae amser o hyd: {who}.' },
  count: { en: '{yes} of the {all} who took up a seat or post were briefed in time.', cy: 'Cafodd {yes} o’r {all} a gymerodd sedd neu swydd eu briffio mewn pryd.' },
  notBriefed: { en: '{who} took up {place} on {from} and is not recorded as briefed by {by}.', cy: 'Cymerodd {who} {place} ar {from} ac nid oes cofnod iddynt gael eu briffio erbyn {by}.' },
  more: { en: 'And {count} more.', cy: 'A {count} arall.' },
  record: { en: 'Record the briefings given to those who are new.', cy: 'Cofnodwch y sesiynau briffio a roddwyd i’r rhai newydd.' },
};

/** One who took up a seat or post, and every name under which a briefing may have been given to them. */
export interface Newcomer {
  readonly who: Ref;
  readonly place: Ref;
  readonly from: CalendarDate;
  readonly names: readonly Ref[];
}

/** Those of the audience who took up a seat or post in the look-back were briefed within the time given. */
export const briefed = defineOperator({
  name: 'briefed',
  params: ({ audience, themes, length }) => z.strictObject({ whom: audience, about: themes.optional(), within: length.default('brief-within') }),
  evaluate({ whom, about, within }, facts) {
    const limit = facts.words.duration(within);
    const earliest = facts.window.from;
    const newcomers = newcomersOf(facts, whom).filter(({ from }) => earliest <= from && from < facts.window.until);
    if (newcomers.length === 0) {
      const unsaid = (['appointments', 'seats'] as const).find((kind) => !facts.isComplete(kind));
      return unsaid === undefined ? doesNotApply(reason(says.nobodyNew, { whom })) : absent(facts, unsaid, { en: '{whom} who took up a seat or post in the period', cy: '{whom} a gymerodd sedd neu swydd yn y cyfnod' }, { whom });
    }
    const late = newcomers.filter((newcomer) => !wasBriefed(facts, newcomer, plus(newcomer.from, limit), about));
    const overdue = late.filter(({ from }) => plus(from, limit) < facts.on);
    const due = newcomers.filter((newcomer) => !late.includes(newcomer) || overdue.includes(newcomer));
    if (due.length === 0) return doesNotApply(reason(says.inTime, { who: late.map(({ who }) => who) }, firstRefs(late.map(({ place }) => ({ ref: place })))));
    const unknown = facts.isComplete('briefings') ? 0 : overdue.length;
    const each = overdue.map((one) => reason(says.notBriefed, { who: one.who, place: one.place, from: one.from, by: plus(one.from, limit) }, [one.place, one.who]));
    return share(
      { yes: due.length - overdue.length, no: overdue.length - unknown, unknown },
      1,
      [reason(says.count, { yes: due.length - overdue.length, all: due.length }, firstRefs(due.map(({ place }) => ({ ref: place })))), ...firstReasons(each, (count) => reason(says.more, { count }))],
      [missing(says.record, {}, 'briefings')],
    );
  },
  explain: ({ whom, within }) => ({
    says: { en: '{whom} who are new are briefed within {within} of taking up their seat or post.', cy: 'Caiff {whom} newydd eu briffio o fewn {within} i gymryd eu sedd neu swydd.' },
    with: { whom, within },
  }),
});

/** Appointments to councillors' posts and seats that they hold on the council's bodies; officers likewise on theirs. */
export function newcomersOf(facts: Facts, whom: 'councillors' | 'officers' | 'partners' | 'staff'): readonly Newcomer[] {
  const newcomers: Newcomer[] = [];
  const types = whom === 'councillors' ? (['council', 'cabinet', 'scrutiny-committee'] as const) : whom === 'partners' ? (['children-safeguarding-board', 'adult-protection-committee', 'partnership'] as const) : (['corporate-management-team', 'departmental-management-team'] as const);
  const bodies = bodiesOf(facts, types);
  if (whom === 'councillors') {
    for (const designation of facts.words.councillorDesignations) {
      for (const post of postsDesignated(facts, designation)) {
        for (const { person, valid } of facts.where('appointments', 'post', post.ref)) {
          if (valid.from !== undefined) newcomers.push({ who: person, place: post.ref, from: valid.from, names: [person, post.ref] });
        }
      }
    }
  }
  for (const body of bodies) {
    for (const { holder, valid, role } of facts.where('seats', 'body', body)) {
      if (valid.from === undefined || role === 'in-attendance' || role === 'adviser') continue;
      const persons = holder.startsWith('posts/') ? facts.where('appointments', 'post', holder).map(({ person }) => person) : [];
      newcomers.push({ who: holder, place: body, from: valid.from, names: [holder, body, ...persons] });
    }
  }
  return newcomers;
}

const wasBriefed = (facts: Facts, { names, from }: Newcomer, by: CalendarDate, about: readonly string[] | undefined): boolean =>
  names.some((name) =>
    facts
      .where('briefings', 'to', name)
      .some(({ on, themes }) => from <= on && on <= by && on <= facts.on && (about === undefined || about.some((theme) => themes.includes(theme)))),
  );
