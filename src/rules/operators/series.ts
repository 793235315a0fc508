import { z } from 'zod';
import { daysAbout, parseDuration, type Duration } from '../../kernel/duration.ts';
import type { Series } from '../../model/meetings.ts';
import { absent } from '../absence.ts';
import { best } from '../best.ts';
import { all } from '../compose-tests.ts';
import type { Facts } from '../facts.ts';
import { isInForce } from '../in-force.ts';
import { seriesOf } from '../meetings-held.ts';
import { noSuchSeries } from '../no-such-series.ts';
import { defineOperator } from '../operator.ts';
import { met, missing, notKnown, notMet, reason, type Outcome } from '../outcome.ts';

const says = {
  exists: { en: '{series} is arranged once in {frequency}.', cy: 'Trefnir {series} unwaith mewn {frequency}.' },
  tooSeldom: { en: '{series} is arranged only once in {frequency}.', cy: 'Dim ond unwaith mewn {frequency} y trefnir {series}.' },
  lacks: { en: '{series} is arranged without {lacking}.', cy: 'Trefnir {series} heb {lacking}.' },
  keeps: { en: '{series} is arranged with {kept}.', cy: 'Trefnir {series} gyda {kept}.' },
  notSaid: { en: '{series} does not say whether it has an agenda and a record.', cy: 'Nid yw {series} yn dweud a oes agenda a chofnod.' },
  about: { en: 'The terms of {series} name {theme}.', cy: 'Mae telerau {series} yn enwi {theme}.' },
  say: { en: 'Record whether {series} has an agenda and a record.', cy: 'Cofnodwch a oes gan {series} agenda a chofnod.' },
};

const PARTS = { agenda: { en: 'an agenda', cy: 'agenda' }, record: { en: 'a record', cy: 'cofnod' } };

/** A series of such meetings is arranged, as often and as formally as asked. */
export const series = defineOperator({
  name: 'series',
  params: ({ party, bodyTypes, themes }) =>
    z.strictObject({
      between: z.array(party).min(2).optional(),
      of: bodyTypes.optional(),
      formal: z.array(z.enum(['agenda', 'record'])).default([]),
      atLeastEvery: z.string().refine((written) => parseDuration(written) !== undefined, 'a duration such as P3M').optional(),
      about: themes.default([]),
    }),
  evaluate({ between, of, formal, atLeastEvery, about }, facts) {
    const found = seriesOf(facts, { between, of });
    if (found.length === 0) return noSuchSeries(facts, { between, of });
    return best(found.map((one) => all([() => arranged(one, formal, atLeastEvery as Duration | undefined), ...about.map((theme) => () => isAbout(facts, one, theme))])(facts)));
  },
  explain: ({ between, of, formal }) => ({
    says:
      formal.length === 0
        ? { en: 'A series of meetings of {who} is arranged.', cy: 'Trefnir cyfres o gyfarfodydd {who}.' }
        : { en: 'A series of meetings of {who} is arranged, with {formal}.', cy: 'Trefnir cyfres o gyfarfodydd {who}, gyda {formal}.' },
    with: { who: between ?? of ?? [], formal: formal.map((part) => PARTS[part]) },
  }),
});

function arranged(one: Series, formal: readonly ('agenda' | 'record')[], atLeastEvery: Duration | undefined): Outcome {
  const filled = { series: one.ref, frequency: one.frequency };
  if (atLeastEvery !== undefined && daysAbout(one.frequency) > daysAbout(atLeastEvery) + 1) return notMet(reason(says.tooSeldom, filled, [one.ref]));
  if (formal.length === 0) return met(reason(says.exists, filled, [one.ref]));
  const { formal: kept } = one;
  if (kept === undefined) return notKnown([reason(says.notSaid, filled, [one.ref])], missing(says.say, filled, 'series'));
  const lacking = formal.filter((part) => !kept[part]);
  return lacking.length > 0
    ? notMet(reason(says.lacks, { ...filled, lacking: lacking.map((part) => PARTS[part]) }, [one.ref]))
    : met(reason(says.keeps, { ...filled, kept: formal.map((part) => PARTS[part]) }, [one.ref]));
}

/** The theme is in the remit of the body that meets, or in a provision of the instrument under which it meets or of the body's terms. */
function isAbout(facts: Facts, one: Series, theme: string): Outcome {
  const filled = { series: one.ref, theme };
  if (one.body !== undefined && facts.get(one.body)?.remit.includes(theme) === true) return met(reason(says.about, filled, [one.ref, one.body]));
  const terms = [
    ...(one.under === undefined ? [] : [one.under]),
    ...(one.body === undefined ? [] : facts.where('instruments', 'parties', one.body).filter(({ type }) => type === 'terms-of-reference').map(({ ref }) => ref)),
  ];
  const provision = terms.filter((ref) => isInForce(facts, ref)).flatMap((ref) => facts.where('provisions', 'instrument', ref)).find(({ themes }) => themes.includes(theme));
  return provision === undefined
    ? absent(facts, 'provisions', { en: 'a provision that puts {theme} on the agenda of {series}', cy: 'darpariaeth sy’n rhoi {theme} ar agenda {series}' }, filled)
    : met(reason(says.about, filled, [one.ref, provision.ref]));
}
