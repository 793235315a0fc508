import { z } from 'zod';
import type { RecordOfKind } from '../../model/kinds.ts';
import { absent } from '../absence.ts';
import type { Facts } from '../facts.ts';
import { firstRefs } from '../naming.ts';
import { defineOperator } from '../operator.ts';
import { missing, reason } from '../outcome.ts';
import { share } from '../ratio.ts';

const says = {
  have: { en: '{count} of the {all} functions have an indicator.', cy: 'Mae gan {count} o’r {all} swyddogaeth ddangosydd.' },
  haveValues: { en: '{count} of the {all} functions have an indicator with a final value in the period.', cy: 'Mae gan {count} o’r {all} swyddogaeth ddangosydd â gwerth terfynol yn y cyfnod.' },
  without: { en: 'Without: {functions}.', cy: 'Heb: {functions}.' },
  record: { en: 'Record an indicator, with its values, for {functions}.', cy: 'Cofnodwch ddangosydd, gyda’i werthoedd, ar gyfer {functions}.' },
};

type FunctionRecord = RecordOfKind<'functions'>;

/** Every function of social services has an indicator; with `values`, one with a final value for a period that ended in the look-back. */
export const indicatorsFor = defineOperator({
  name: 'indicatorsFor',
  params: () => z.strictObject({ functions: z.literal('all'), values: z.literal('final').optional() }),
  evaluate({ values }, facts) {
    const functions = facts.all('functions').filter(({ group }) => group !== 'corporate');
    if (functions.length === 0) return absent(facts, 'functions', { en: 'the functions of social services', cy: 'swyddogaethau’r gwasanaethau cymdeithasol' });
    const has = (one: FunctionRecord): boolean => isMeasured(facts, one, values !== undefined);
    const without = functions.filter((one) => !has(one));
    const kind = values === undefined || without.every((one) => facts.where('indicators', 'function', one.ref).length === 0) ? 'indicators' : 'observations';
    const unknown = facts.isComplete(kind) ? 0 : without.length;
    const yes = functions.length - without.length;
    const filled = { count: yes, all: functions.length, functions: firstRefs(without) };
    const because = [
      reason(values === undefined ? says.have : says.haveValues, filled, firstRefs(functions.filter(has))),
      ...(without.length === 0 ? [] : [reason(says.without, filled, firstRefs(without))]),
    ];
    return share({ yes, no: without.length - unknown, unknown }, 1, because, [missing(says.record, filled, kind)]);
  },
  explain: ({ values }) => ({
    says: values === undefined
      ? { en: 'Every function of social services has an indicator.', cy: 'Mae gan bob un o swyddogaethau’r gwasanaethau cymdeithasol ddangosydd.' }
      : { en: 'Every function of social services has an indicator with a final value in the period.', cy: 'Mae gan bob un o swyddogaethau’r gwasanaethau cymdeithasol ddangosydd â gwerth terfynol yn y cyfnod.' },
  }),
});

/** A function that is part of another is measured with it. */
function isMeasured(facts: Facts, one: FunctionRecord, withValue: boolean): boolean {
  const measured = facts.where('indicators', 'function', one.ref).some(
    ({ ref }) => !withValue || facts.where('observations', 'indicator', ref).some(({ status, value, period }) => status === 'final' && value !== null && facts.window.from < period.until && period.until <= facts.window.until),
  );
  if (measured || one.partOf === undefined) return measured;
  const whole = facts.get(one.partOf);
  return whole !== undefined && whole.ref !== one.ref && whole.partOf !== one.ref && isMeasured(facts, whole, withValue);
}
