import { z } from 'zod';
import { wholeTimes } from '../../kernel/duration.ts';
import { shared } from '../../kernel/period.ts';
import type { Series } from '../../model/meetings.ts';
import { beganOn } from '../began.ts';
import { best } from '../best.ts';
import type { Facts } from '../facts.ts';
import { meetingsComplete, meetingsOfSeries, seriesOf } from '../meetings-held.ts';
import { noSuchSeries } from '../no-such-series.ts';
import { defineOperator } from '../operator.ts';
import { missing, notKnown, reason, type Outcome } from '../outcome.ts';
import { share } from '../ratio.ts';

const says = {
  count: {
    en: '{series}: {held} of the {due} meetings due between {from} and {to} were held.',
    cy: '{series}: cynhaliwyd {held} o’r {due} cyfarfod a oedd i fod rhwng {from} a {to}.',
  },
  more: {
    en: '{series}: {held} meetings were held between {from} and {to}, more than the {due} due.',
    cy: '{series}: cynhaliwyd {held} cyfarfod rhwng {from} a {to}, mwy na’r {due} a oedd i fod.',
  },
  noneDue: { en: '{series}: no meeting fell due between {from} and {to}.', cy: '{series}: nid oedd cyfarfod i fod rhwng {from} a {to}.' },
  tooEarly: { en: '{series} began on {from}: no meeting has fallen due yet.', cy: 'Dechreuodd {series} ar {from}: nid oes cyfarfod wedi dod yn ddyledus eto.' },
  incomplete: { en: 'The register may not have every meeting of {series}.', cy: 'Efallai nad yw pob cyfarfod o {series} yn y gofrestr.' },
  wait: { en: 'Record the first meetings of {series}.', cy: 'Cofnodwch gyfarfodydd cyntaf {series}.' },
};

/** The series was held in the look-back as often as its own frequency says, or nearly. */
export const heldAsStated = defineOperator({
  name: 'heldAsStated',
  params: ({ party, bodyTypes, share: part }) =>
    z.strictObject({ between: z.array(party).min(2).optional(), of: bodyTypes.optional(), atLeast: part.default('meetings-held') }),
  evaluate(asked, facts) {
    const series = seriesOf(facts, asked);
    if (series.length === 0) return noSuchSeries(facts, asked);
    return best(series.map((one) => asOftenAsStated(facts, one, facts.words.share(asked.atLeast))));
  },
  explain: ({ between, of, atLeast }) => ({
    says: { en: 'Meetings of {who} are held as often as stated, at least {atLeast} of those due.', cy: 'Cynhelir cyfarfodydd {who} mor aml ag y nodir, o leiaf {atLeast} o’r rhai dyledus.' },
    with: { who: between ?? of ?? [], atLeast },
  }),
});

function asOftenAsStated(facts: Facts, series: Series, atLeast: number): Outcome {
  const since = beganOn(facts, 'series', series);
  const period = shared({ ...(since === undefined ? {} : { from: since }), ...(series.valid.until === undefined ? {} : { until: series.valid.until }) }, facts.window);
  const from = period?.from ?? facts.window.from;
  const until = period?.until ?? facts.window.until;
  const due = wholeTimes(series.frequency, from, until);
  if (due === 0) {
    const began = since === from;
    return notKnown([reason(began ? says.tooEarly : says.noneDue, { series: series.ref, from, to: facts.on }, [series.ref])], missing(says.wait, { series: series.ref }, 'meetings'));
  }
  const held = meetingsOfSeries(facts, series.ref, { from, until }).filter((meeting) => meeting.held);
  const because = [reason(held.length > due ? says.more : says.count, { series: series.ref, held: held.length, due, from, to: facts.on }, [series.ref, ...held.map(({ ref }) => ref)])];
  const notRecorded = Math.max(0, due - held.length);
  const complete = meetingsComplete(facts, [series]);
  return share(
    { yes: Math.min(held.length, due), no: complete ? notRecorded : 0, unknown: complete ? 0 : notRecorded },
    atLeast,
    complete || notRecorded === 0 ? because : [...because, reason(says.incomplete, { series: series.ref }, [series.ref])],
    [missing(says.incomplete, { series: series.ref }, 'meetings')],
  );
}
