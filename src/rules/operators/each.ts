import { z } from 'zod';
import { sorted } from '../match.ts';
import { firstRefs } from '../naming.ts';
import { noneOnRecord } from '../nothing-to-ask.ts';
import { defineOperator } from '../operator.ts';
import { missing, reason } from '../outcome.ts';
import { inPlace } from '../phrase.ts';
import { percent, share } from '../ratio.ts';
import { complainTo, readCondition, readSelection, selectionShape } from '../record-selection.ts';
import { sayWhere } from '../say-where.ts';

const says = {
  count: {
    en: 'Of the {all} asked about, {yes} ({share} per cent) have this: {has}. Asked about: {what}, {when}.',
    cy: 'O’r {all} y gofynnir amdanynt, mae hyn gan {yes} ({share} y cant): {has}. Gofynnir am: {what}, {when}.',
  },
  not: { en: 'Not so for {records}.', cy: 'Nid felly yn achos {records}.' },
  unknown: { en: 'Not on record for {records}.', cy: 'Heb ei gofnodi ar gyfer {records}.' },
  fill: { en: 'Record for {records}: {has}.', cy: 'Cofnodwch ar gyfer {records}: {has}.' },
  explained: { en: 'At least {atLeast} of these ({what}) have this: {has}.', cy: 'Mae hyn gan o leiaf {atLeast} o’r rhain ({what}): {has}.' },
};

/** Of the records of a kind that meet a condition, enough also meet another. Does not apply where the register has every one and there is none. */
export const each = defineOperator({
  name: 'each',
  params: (words) =>
    z
      .strictObject({ ...selectionShape, has: z.record(z.string(), z.unknown()), atLeast: words.share.default('100%') })
      .transform((asked, issues) => {
        const complain = complainTo(issues);
        const selection = readSelection(asked, words, complain);
        const has = readCondition(asked.has, asked.kind, words, complain, 'has');
        return selection === undefined || has === undefined ? z.NEVER : { selection, has, said: sayWhere(asked.has, asked.kind, 'h'), atLeast: asked.atLeast };
      }),
  evaluate({ selection, has, said, atLeast }, facts) {
    const found = selection.find(facts);
    if (found.yes.length === 0) return noneOnRecord(facts, selection, found);
    const filled = selection.filled(facts, said.with);
    const { yes, no, unknown } = sorted(found.yes, (record) => has(record, facts));
    const all = found.yes.length;
    const counted = reason(
      inPlace(selection.phrase(says.count), '{has}', said.says),
      { ...filled, all, yes: yes.length, share: percent(yes.length / all) },
      firstRefs(no.length > 0 ? no : yes),
    );
    const failing = no.length === 0 ? [] : [reason(says.not, { records: firstRefs(no) }, firstRefs(no))];
    const silent = unknown.length === 0 ? [] : [reason(says.unknown, { records: firstRefs(unknown) }, firstRefs(unknown))];
    return share(
      { yes: yes.length, no: no.length, unknown: unknown.length },
      facts.words.share(atLeast),
      [counted, ...failing, ...silent],
      [missing(inPlace(says.fill, '{has}', said.says), { ...filled, records: firstRefs(unknown) }, selection.kind)],
    );
  },
  explain: ({ selection, said, atLeast }) => ({
    says: inPlace(selection.phrase(says.explained), '{has}', said.says),
    with: { ...selection.words, ...said.with, atLeast },
  }),
});
