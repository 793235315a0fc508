import { z } from 'zod';
import { inText } from '../../model/labels.ts';
import { fieldsOf } from '../field-shape.ts';
import { everyMatch, sorted } from '../match.ts';
import { firstRefs } from '../naming.ts';
import { nothingToAsk } from '../nothing-to-ask.ts';
import { defineOperator } from '../operator.ts';
import { missing, reason } from '../outcome.ts';
import { share } from '../ratio.ts';
import { complainTo, readCondition, readSelection, selectionShape } from '../record-selection.ts';

const says = {
  count: { en: '{yes} of {all} state {fields}: {what}.', cy: 'Mae {yes} o {all} yn nodi {fields}: {what}.' },
  leaves: { en: 'Not all of {fields} stated: {records}.', cy: 'Ni nodir pob un o {fields}: {records}.' },
  fill: { en: 'Record {fields} for {records}.', cy: 'Cofnodwch {fields} ar gyfer {records}.' },
  explained: { en: 'Every one of these states {fields}: {what}.', cy: 'Mae pob un o’r rhain yn nodi {fields}: {what}.' },
};

/** Every record of a kind that meets a condition, and is valid now, states these fields. Does not apply where there are none. */
export const stated = defineOperator({
  name: 'stated',
  params: (words) =>
    z
      .strictObject({ ...selectionShape, fields: z.array(z.string()).min(1) })
      .transform((asked, issues) => {
        const complain = complainTo(issues);
        const selection = readSelection({ ...asked, during: asked.during ?? 'now' }, words, complain);
        const present = asked.fields.map((field) => readCondition({ [field]: 'present' }, asked.kind, words, complain, 'fields'));
        const labels = asked.fields.map((field) => fieldsOf(asked.kind).get(field)?.label).flatMap((label) => label ?? []);
        if (selection === undefined || labels.length < asked.fields.length) return z.NEVER;
        return { selection, present: present.flatMap((condition) => condition ?? []), labels: labels.map(inText) };
      }),
  evaluate({ selection, present, labels }, facts) {
    const { kind } = selection;
    const found = selection.find(facts);
    const filled = selection.filled(facts, { fields: labels });
    if (found.yes.length === 0) return nothingToAsk(facts, selection, found);
    const { yes, no, unknown } = sorted(found.yes, (record) => everyMatch(present, (isPresent) => isPresent(record, facts)));
    const lacking = firstRefs([...no, ...unknown]);
    const counted = reason(selection.phrase(says.count), { ...filled, yes: yes.length, all: found.yes.length }, lacking.length > 0 ? lacking : firstRefs(yes));
    return share(
      { yes: yes.length, no: no.length, unknown: unknown.length },
      1,
      lacking.length === 0 ? [counted] : [counted, reason(says.leaves, { fields: labels, records: lacking }, lacking)],
      [missing(says.fill, { fields: labels, records: lacking }, kind)],
    );
  },
  explain: ({ selection, labels }) => ({ says: selection.phrase(says.explained), with: { ...selection.words, fields: labels } }),
});
