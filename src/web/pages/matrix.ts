import { responsibilityMatrix, type Given, type MatrixRow } from '../../assessment/responsibility-matrix.ts';
import type { Ref } from '../../model/field.ts';
import { RESPONSIBILITIES } from '../../model/instruments.ts';
import type { Page } from '../page.ts';
import { pageOfRegister, type Reading } from '../reading.ts';
import { recordLink, recordName } from '../record-name.ts';
import { seenFacts } from '../seen-facts.ts';
import { matrixWords } from '../words/matrix.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** Functions and accountabilities by posts and bodies: who has what responsibility, and where not exactly one is accountable. */
export function matrixPage(reading: Reading): Page {
  const { language, speaker, assessment: { compiled } } = reading;
  const t = inLanguage(matrixWords, language);
  const { rows, holders } = responsibilityMatrix(seenFacts(reading), compiled.pack.accountabilities.map(({ id }) => id));
  const withCount = (test: (count: number) => boolean): number => rows.filter(({ accountable }) => test(accountable.length)).length;
  return pageOfRegister(reading, {
    view: 'matrix.njk',
    title: t.title,
    current: 'matrix',
    model: {
      t,
      counts: filled(t.one, { count: withCount((n) => n === 1), all: rows.length, none: withCount((n) => n === 0), several: withCount((n) => n > 1) }),
      holders: holders.map((holder) => recordLink(reading, holder)),
      rows: rows.map((row) => rowModel(row, holders, reading, speaker.value(row.over))),
    },
  });
}

function rowModel({ over, cells, accountable }: MatrixRow, holders: readonly Ref[], reading: Reading, name: string) {
  const t = inLanguage(matrixWords, reading.language);
  const names = accountable.map((holder) => recordName(reading, holder).text).join(', ');
  return {
    over: over.includes('/') ? recordLink(reading, over) : { href: reading.to.accountability(over), said: { text: `${name.slice(0, 1).toLocaleUpperCase('en-GB')}${name.slice(1)}` } },
    accountable: accountable.length === 0 ? t.nobody : accountable.length > 1 ? filled(t.several, { names }) : names,
    isOne: accountable.length === 1,
    cells: holders.map((holder) => byResponsibility(cells.get(holder) ?? [], reading)),
  };
}

/** Each responsibility once, with every provision that gives it. */
function byResponsibility(given: readonly Given[], reading: Reading) {
  const provisions = Map.groupBy(given, ({ responsibility }) => responsibility);
  return [...provisions].map(([responsibility, all]) => ({
    words: RESPONSIBILITIES[responsibility][reading.language === 'en' ? 0 : 1],
    links: [...new Set(all.map(({ provision }) => provision))].map((provision) => ({ href: reading.to.record(provision) })),
  }));
}
