import { z } from 'zod';
import type { BothLanguages } from '../../kernel/text.ts';
import type { Meeting } from '../../model/meetings.ts';
import { meetingsComplete, meetingsHeld, seriesOf } from '../meetings-held.ts';
import { noSuchSeries } from '../no-such-series.ts';
import { defineOperator } from '../operator.ts';
import { missing, notKnown, notMet, reason } from '../outcome.ts';
import { percent, share } from '../ratio.ts';

const says = {
  count: {
    en: '{yes} of the {all} meetings held between {from} and {to} have {kept} ({share} per cent).',
    cy: 'Mae gan {yes} o’r {all} cyfarfod a gynhaliwyd rhwng {from} a {to} {kept} ({share} y cant).',
  },
  ownNotes: { en: '{count} of them are only in somebody’s own notes.', cy: 'Dim ond yn nodiadau rhywun ei hun y mae {count} ohonynt.' },
  none: { en: '{count} of them have no record.', cy: 'Nid oes cofnod o {count} ohonynt.' },
  oneOwnNotes: { en: 'One of them is only in somebody’s own notes.', cy: 'Dim ond yn nodiadau rhywun ei hun y mae un ohonynt.' },
  oneNone: { en: 'One of them has no record.', cy: 'Nid oes cofnod o un ohonynt.' },
  notSaid: { en: 'For {count} of them it is not said.', cy: 'Ni ddywedir ar gyfer {count} ohonynt.' },
  say: { en: 'Record whether these meetings had {kept}.', cy: 'Cofnodwch a oedd gan y cyfarfodydd hyn {kept}.' },
  noneHeld: { en: 'No meeting of {who} was held between {from} and {to}.', cy: 'Ni chynhaliwyd cyfarfod o {who} rhwng {from} a {to}.' },
  noneRecorded: { en: 'No meeting of {who} is recorded between {from} and {to}.', cy: 'Nid oes cyfarfod o {who} wedi’i gofnodi rhwng {from} a {to}.' },
  recordMeetings: { en: 'Record the meetings held, with their agenda and record.', cy: 'Cofnodwch y cyfarfodydd a gynhaliwyd, gyda’u hagenda a’u cofnod.' },
};

const PARTS = { agenda: { en: 'an agenda', cy: 'agenda' }, record: { en: 'notes or minutes', cy: 'nodiadau neu gofnodion' } };

/** Enough of the meetings held in the look-back have an agenda, a record (not somebody's own notes), or both. */
export const recorded = defineOperator({
  name: 'recorded',
  params: ({ party, bodyTypes, share: part }) =>
    z.strictObject({
      between: z.array(party).min(2).optional(),
      of: bodyTypes.optional(),
      keeps: z.array(z.enum(['agenda', 'record'])).min(1),
      atLeast: part.default('recorded'),
    }),
  evaluate({ between, of, keeps, atLeast }, facts) {
    const which = { between, of };
    const kept = keeps.map((part) => PARTS[part]);
    const filled = { kept, who: between ?? of ?? [], from: facts.window.from, to: facts.on };
    const meetings = meetingsHeld(facts, which);
    if (meetings.length === 0) {
      const found = seriesOf(facts, which);
      if (found.length === 0 && of === undefined) return noSuchSeries(facts, which);
      return meetingsComplete(facts, found) ? notMet(reason(says.noneHeld, filled)) : notKnown([reason(says.noneRecorded, filled)], missing(says.recordMeetings, {}, 'meetings'));
    }
    const answers = meetings.map((meeting) => keptAll(meeting, keeps));
    const [yes, unknown] = [answers.filter((answer) => answer === true).length, answers.filter((answer) => answer === undefined).length];
    const lacking = meetings.filter((_, index) => answers[index] !== true);
    const because = [
      reason(says.count, { ...filled, yes, all: meetings.length, share: percent(yes / meetings.length) }, (lacking.length > 0 ? lacking : meetings).slice(0, 12).map(({ ref }) => ref)),
      ...counted(says.ownNotes, says.oneOwnNotes, meetings.filter(({ record }) => record === 'own-notes').length),
      ...counted(says.none, says.oneNone, meetings.filter(({ record }) => record === 'none').length),
      ...counted(says.notSaid, says.notSaid, unknown),
    ];
    return share({ yes, no: meetings.length - yes - unknown, unknown }, facts.words.share(atLeast), because, [missing(says.say, filled, 'meetings')]);
  },
  explain: ({ between, of, keeps, atLeast }) => ({
    says: { en: 'At least {atLeast} of the meetings held of {who} have {keeps}.', cy: 'Mae gan o leiaf {atLeast} o gyfarfodydd {who} a gynhelir {keeps}.' },
    with: { who: between ?? of ?? [], keeps: keeps.map((part) => PARTS[part]), atLeast },
  }),
});

const counted = (several: BothLanguages, one: BothLanguages, count: number) => (count === 0 ? [] : [reason(count === 1 ? one : several, { count })]);

/** Numbered items are an agenda too, whether or not somebody noted that it was issued. */
function keptAll(meeting: Meeting, keeps: readonly ('agenda' | 'record')[]): boolean | undefined {
  const answers = keeps.map((part) => {
    if (part === 'record') return meeting.record === undefined ? undefined : meeting.record === 'notes' || meeting.record === 'minutes';
    return meeting.agenda === undefined ? (meeting.items.length > 0 ? true : undefined) : meeting.agenda.issued;
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}
