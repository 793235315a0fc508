import { z } from 'zod';
import { parseDuration, type Duration } from '../../kernel/duration.ts';
import type { Ref } from '../../model/field.ts';
import type { Meeting } from '../../model/meetings.ts';
import { absent } from '../absence.ts';
import { all } from '../compose-tests.ts';
import type { Facts } from '../facts.ts';
import { bodiesOf, meetingsComplete, meetingsHeld, seriesOf } from '../meetings-held.ts';
import { noneToMeet } from '../no-such-series.ts';
import { heldOn, postsDesignated } from '../offices.ts';
import { defineOperator } from '../operator.ts';
import { anyOf, met, missing, notKnown, notMet, partly, reason, type Outcome, type Value } from '../outcome.ts';
import { spellsIn, spellsWith } from '../spells.ts';

const says = {
  times: {
    en: '{theme} was on the agenda of {count} meetings of {where} between {from} and {to}; at least {needed} expected.',
    cy: 'Bu {theme} ar agenda {count} o gyfarfodydd {where} rhwng {from} a {to}; disgwylir o leiaf {needed}.',
  },
  timesBy: {
    en: '{by} raised {theme} at {count} meetings of {where} between {from} and {to}; at least {needed} expected.',
    cy: 'Cododd {by} {theme} mewn {count} o gyfarfodydd {where} rhwng {from} a {to}; disgwylir o leiaf {needed}.',
  },
  notEach: {
    en: '{theme} was discussed in {count} of the {needed} spells of {every} between {from} and {to}.',
    cy: 'Trafodwyd {theme} mewn {count} o’r {needed} cyfnod o {every} rhwng {from} a {to}.',
  },
  record: { en: 'Record the items of the meetings of {where}, each with its themes.', cy: 'Cofnodwch eitemau cyfarfodydd {where}, pob un â’i themâu.' },
  any: { en: 'an item', cy: 'eitem' },
  raised: { en: 'an item of its own', cy: 'eitem o’i heiddo ei hun' },
};

const ANYWHERE = { en: 'any body', cy: 'unrhyw gorff' };

/** Each theme was on the agenda of held meetings often enough in the look-back. */
export const discussed = defineOperator({
  name: 'discussed',
  params: ({ party, bodyTypes, themes, office }) =>
    z.strictObject({
      themes: themes.default([]),
      at: bodyTypes.optional(),
      between: z.array(party).min(2).optional(),
      by: office.optional(),
      times: z.number().int().positive().optional(),
      every: z.string().refine((written) => parseDuration(written) !== undefined, 'a duration such as P3M').optional(),
      functions: z.literal('all').optional(),
    }),
  evaluate({ themes, at, between, by, times, every, functions }, facts) {
    const which = { between, of: at };
    const where = at ?? between ?? ANYWHERE;
    if (at !== undefined && bodiesOf(facts, at).length === 0 && !facts.isComplete('meetings')) return absent(facts, 'bodies', { en: 'a body of the type {type}', cy: 'corff o’r math {type}' }, { type: anyOf(at) });
    const impossible = noneToMeet(facts, which);
    if (impossible !== undefined) return impossible;
    const meetings = meetingsHeld(facts, which);
    const complete = at === undefined && between === undefined ? facts.isComplete('meetings') : meetingsComplete(facts, seriesOf(facts, which));
    const raisers = by === undefined ? undefined : postsDesignated(facts, by).map(({ ref }) => ref);
    const subjects: readonly Subject[] = functions === undefined
      ? themes.length === 0 ? [{ name: by === undefined ? says.any : says.raised, is: () => true }] : themes.map((theme) => ({ name: theme, is: (item) => item.themes.includes(theme), among: at === undefined && between === undefined ? heldOnTheme(facts, theme) : meetings }))
      : facts.all('functions').filter(({ group }) => group !== 'corporate').map(({ ref }) => ({ name: ref, is: (item) => item.functions.includes(ref) }));
    if (subjects.length === 0) return absent(facts, 'functions', { en: 'the functions of social services', cy: 'swyddogaethau’r gwasanaethau cymdeithasol' });
    const answers = subjects.map((subject) => () => often(facts, { subject, meetings, complete, where, raisers, times, every: every as Duration | undefined }));
    return all(answers)(facts);
  },
  explain: ({ themes, at, between, times, every }) => ({
    says:
      every === undefined
        ? { en: '{themes} on the agenda of at least {times} meetings of {where} in the period.', cy: '{themes} ar agenda o leiaf {times} o gyfarfodydd {where} yn y cyfnod.' }
        : { en: '{themes} on the agenda of {where} at least once in {every}.', cy: '{themes} ar agenda {where} o leiaf unwaith mewn {every}.' },
    with: { themes: themes.length === 0 ? says.any : themes, where: at ?? between ?? ANYWHERE, times: times ?? 1, every: every ?? '' },
  }),
});

interface Subject {
  readonly name: string | { readonly en: string; readonly cy: string };
  readonly is: (item: Meeting['items'][number]) => boolean;
  /** The meetings that have such an item, and perhaps others: all of them where it is absent. */
  readonly among?: readonly Meeting[];
}

interface Asked {
  readonly subject: Subject;
  readonly meetings: readonly Meeting[];
  readonly complete: boolean;
  readonly where: Value;
  readonly raisers: readonly Ref<'posts'>[] | undefined;
  readonly times: number | undefined;
  readonly every: Duration | undefined;
}

function often(facts: Facts, { subject, meetings, complete, where, raisers, times, every }: Asked): Outcome {
  const on = (subject.among ?? meetings).filter((meeting) => meeting.items.some((item) => subject.is(item) && (raisers === undefined || wasRaisedBy(facts, meeting, item.by, raisers))));
  const { from } = facts.window;
  const needed = every === undefined ? (times ?? 1) : spellsIn(facts, every);
  const count = every === undefined ? on.length : spellsWith(facts, every, on.map((meeting) => meeting.on));
  const filled = { theme: subject.name, count, needed, where, from, to: facts.on, every: every ?? '', by: raisers ?? [] };
  const because = reason(every !== undefined ? says.notEach : raisers === undefined ? says.times : says.timesBy, filled, on.slice(0, 12).map(({ ref }) => ref));
  if (count >= needed) return met(because);
  // A meeting without items may have had this one: only meetings whose items are noted say that it was absent.
  const silent = meetings.some(({ items }) => items.length === 0);
  if (!complete || (silent && count === 0)) return notKnown([because], missing(says.record, filled, 'meetings'));
  return count > 0 ? partly(because) : notMet(because);
}

/** Of all meetings held in the look-back, those with an item on the theme: grouped once, since most themes are rare. */
function heldOnTheme(facts: Facts, theme: string): readonly Meeting[] {
  const byTheme = facts.once('meetings held by theme', () => {
    const groups = new Map<string, Meeting[]>();
    for (const meeting of meetingsHeld(facts, {})) {
      for (const { themes } of meeting.items) {
        for (const about of themes) {
          const group = groups.get(about);
          if (group === undefined) groups.set(about, [meeting]);
          else if (group.at(-1) !== meeting) group.push(meeting);
        }
      }
    }
    return groups;
  });
  return byTheme.get(theme) ?? [];
}

const wasRaisedBy = (facts: Facts, meeting: Meeting, by: Ref | undefined, raisers: readonly Ref<'posts'>[]): boolean =>
  by !== undefined && raisers.some((post) => post === by || heldOn(facts, post, by, meeting.on));
