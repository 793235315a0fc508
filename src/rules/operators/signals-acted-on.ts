import { z } from 'zod';
import type { Commentary, Indicator, Observation } from '../../model/performance.ts';
import { absent } from '../absence.ts';
import type { Facts } from '../facts.ts';
import { firstReasons, firstRefs } from '../naming.ts';
import { defineOperator } from '../operator.ts';
import { doesNotApply, missing, notKnown, reason } from '../outcome.ts';
import { share } from '../ratio.ts';

const says = {
  none: { en: 'No final value in the period was worse than its target.', cy: 'Nid oedd unrhyw werth terfynol yn y cyfnod yn waeth na’i darged.' },
  noTargets: { en: 'No indicator with values in the period has a target.', cy: 'Nid oes gan unrhyw ddangosydd â gwerthoedd yn y cyfnod darged.' },
  setTargets: { en: 'Record the targets of the indicators.', cy: 'Cofnodwch dargedau’r dangosyddion.' },
  count: { en: '{acted} of the {all} values worse than target had a corrective action before the next such value.', cy: 'Roedd gan {acted} o’r {all} gwerth gwaeth na’r targed gam cywiro cyn y gwerth nesaf o’r fath.' },
  ignored: { en: '{indicator} was worse than its target in the period to {to}, with no corrective action before it was so again or until now.', cy: 'Roedd {indicator} yn waeth na’i darged yn y cyfnod hyd at {to}, heb gam cywiro cyn iddo fod felly eto neu hyd yn hyn.' },
  more: { en: 'And {count} more.', cy: 'A {count} arall.' },
  record: { en: 'Record the commentary on these values and the corrective action.', cy: 'Cofnodwch y sylwebaeth ar y gwerthoedd hyn a’r cam cywiro.' },
};

interface Signal {
  readonly indicator: Indicator;
  readonly observation: Observation;
  /** When the next such value of the indicator came; undefined while there is none. */
  readonly next: Observation | undefined;
}

/** Each final value worse than its target was answered by a corrective action before the indicator missed its target again. */
export const signalsActedOn = defineOperator({
  name: 'signalsActedOn',
  params: () => z.strictObject({}),
  evaluate(_, facts) {
    const indicators = facts.all('indicators');
    if (indicators.length === 0) return absent(facts, 'indicators', { en: 'indicators', cy: 'dangosyddion' });
    const measured = indicators.map((indicator) => ({ indicator, values: finalValues(facts, indicator) })).filter(({ values }) => values.length > 0);
    if (measured.length === 0) return absent(facts, 'observations', { en: 'a final value of an indicator in the period', cy: 'gwerth terfynol dangosydd yn y cyfnod' });
    const aimed = measured.filter(({ indicator }) => indicator.target !== undefined && indicator.better !== 'neither');
    if (aimed.length === 0) return notKnown([reason(says.noTargets, {}, firstRefs(measured.map(({ indicator }) => indicator)))], missing(says.setTargets, {}, 'indicators'));
    const signals = aimed.flatMap(({ indicator, values }) => signalsOf(indicator, values));
    if (signals.length === 0) return doesNotApply(reason(says.none, {}, firstRefs(aimed.map(({ indicator }) => indicator))));
    const ignored = signals.filter((signal) => !wasActedOn(facts, signal));
    const unknown = facts.isComplete('commentaries') || facts.isComplete('actions') ? 0 : ignored.length;
    const acted = signals.length - ignored.length;
    const each = ignored.map(({ indicator, observation }) => reason(says.ignored, { indicator: indicator.ref, to: observation.period.until }, [indicator.ref, observation.ref]));
    return share(
      { yes: acted, no: ignored.length - unknown, unknown },
      1,
      [reason(says.count, { acted, all: signals.length }, firstRefs(signals.map(({ observation }) => observation))), ...firstReasons(each, (count) => reason(says.more, { count }))],
      [missing(says.record, {}, 'commentaries')],
    );
  },
  explain: () => ({
    says: {
      en: 'Each final value worse than its target has a corrective action before the indicator misses its target again.',
      cy: 'Mae gan bob gwerth terfynol sy’n waeth na’i darged gam cywiro cyn i’r dangosydd fethu ei darged eto.',
    },
  }),
});

/** The values worse than target that nobody acted on, in the order of the indicators and of their periods. */
export const unansweredSignals = (facts: Facts): readonly Pick<Signal, 'indicator' | 'observation'>[] =>
  facts
    .all('indicators')
    .filter(({ target, better }) => target !== undefined && better !== 'neither')
    .flatMap((indicator) => signalsOf(indicator, finalValues(facts, indicator)))
    .filter((signal) => !wasActedOn(facts, signal));

/** Final values whose period ended in the look-back, in order. */
function finalValues(facts: Facts, indicator: Indicator): readonly Observation[] {
  const { from, until } = facts.window;
  return facts
    .where('observations', 'indicator', indicator.ref)
    .filter(({ status, value, period }) => status === 'final' && value !== null && from < period.until && period.until <= until)
    .toSorted((a, b) => (a.period.until < b.period.until ? -1 : 1));
}

function signalsOf(indicator: Indicator, values: readonly Observation[]): readonly Signal[] {
  const worse = values.filter(({ value }) => isWorse(indicator, value));
  return worse.map((observation, index) => ({ indicator, observation, next: worse[index + 1] }));
}

const isWorse = ({ better, target }: Indicator, value: number | null): boolean =>
  value !== null && target !== undefined && (better === 'higher' ? value < target : value > target);

/** A commentary on the indicator over the period of the value names a corrective action, and comes before the next such value. */
function wasActedOn(facts: Facts, { indicator, observation, next }: Signal): boolean {
  const before = next?.period.until ?? facts.window.until;
  return facts.where('commentaries', 'on', indicator.ref).some(
    (commentary: Commentary) => commentary.correctiveAction !== undefined && commentary.period.until >= observation.period.until && commentary.period.until < before,
  );
}
