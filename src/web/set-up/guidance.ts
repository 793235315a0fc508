import type { Pack } from '../../guidance/pack.ts';
import { dateInWords } from '../../kernel/date.ts';
import { words } from '../../kernel/text.ts';
import { NATIONS, type Nation } from '../../model/structure.ts';
import { filled } from '../words/pairs.ts';
import { NATION } from './authority.ts';
import { packsFor } from './packs.ts';
import { typed, wordsOf, type Answered, type Step } from './step.ts';

const PACK = 'guidance.pack';

/** What the authority is judged by: of the guidance in force for its nation. */
export const guidance: Step = {
  id: 'guidance',
  names: [PACK],
  lead: ({ answers, language }) => filled(wordsOf(language).guidance.lead, { nation: NATIONS[typed(answers, NATION) as Nation][language === 'en' ? 0 : 1] }),
  fields(answered) {
    const t = wordsOf(answered.language).guidance;
    const packs = fitting(answered);
    const [only, ...others] = packs;
    const value = typed(answered.answers, PACK) || (others.length === 0 ? (only?.id ?? '') : '');
    return [{ is: 'one-of', name: PACK, id: 'field-guidance-pack', label: t.pack, value, options: packs.map((pack) => ({ value: pack.id, text: words(pack.title, answered.language), hint: editionInWords(pack, answered) })) }];
  },
  faults: (answered) => (packChosen(answered) === undefined ? [{ text: wordsOf(answered.language).faults.packMissing, field: PACK }] : []),
  rows(answered) {
    const pack = packChosen(answered);
    return pack === undefined ? [] : [{ label: wordsOf(answered.language).guidance.pack, value: words(pack.title, answered.language) }];
  },
};

const fitting = ({ answers, today }: Answered): readonly Pack[] => packsFor(typed(answers, NATION), today);

/** Undefined where none was chosen that fits the nation. */
export const packChosen = (answered: Answered): Pack | undefined => fitting(answered).find(({ id }) => id === typed(answered.answers, PACK));

function editionInWords({ edition, inForce: { from, until } }: Pack, { language }: Answered): string {
  const t = wordsOf(language).guidance;
  const filling = { edition, from: from === undefined ? '' : dateInWords(from, language) };
  return until === undefined ? filled(t.edition, filling) : filled(t.editionUntil, { ...filling, until: dateInWords(until, language) });
}
