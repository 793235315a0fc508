import { withoutUndefined } from '../../acts/changed.ts';
import { typedText, typedWords, wordsField } from '../acting/controls.ts';
import { z } from 'zod';
import { recordDecision } from '../../areas/advice/acts/record-decision.ts';
import type { Instant } from '../../kernel/instant.ts';
import { instant } from '../../model/field.ts';
import { groupShape } from '../../model/register-file/shape.ts';
import type { ActForm } from '../acting/act-form.ts';
import { momentField } from '../forms/form-field.ts';
import { formValueOf, valueOf } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { decisionWords } from '../words/decisions.ts';
import { formWords } from '../words/form.ts';
import { inLanguage } from '../words/pairs.ts';
import { momentOf } from './decision-moment.ts';
import { decisionAt } from './decision-page.ts';
import { timeStands } from './decision-model.ts';

const DECIDED = groupShape(z.strictObject({ decidedAt: instant('Decided at', 'Penderfynwyd am').optional() }));

/** To record what was decided, and when. */
export function recordDecisionForm(reading: Reading, now: Instant, { id = '' }: Readonly<Record<string, string>>): ActForm | undefined {
  const { language, to } = reading;
  const one = decisionAt(reading, id);
  if (one === undefined) return undefined;
  const t = inLanguage(decisionWords, language);
  const at = momentOf(reading, now);
  const back = to.page(`/decisions/${encodeURIComponent(one.id)}`);
  return {
    act: recordDecision, title: t.recordIt, submit: t.recordIt,
    lead: [`${timeStands(reading, one, at).text}.`, t.form.late].map((sentence) => sentence.charAt(0).toLocaleUpperCase('en-GB') + sentence.slice(1)),
    fields: (typed) => [
      wordsField(typed, { name: 'outcome', label: t.form.outcome, hint: t.form.outcomeHint }),
      momentField({ name: 'decidedAt', id: 'field-decidedAt', label: t.form.decidedAt, hint: inLanguage(formWords, language).momentHint, error: typed.errors.get('decidedAt') }, typed.value),
      wordsField(typed, { name: 'away', label: t.form.away, hint: t.form.awayHint }),
    ],
    begins: formValueOf(DECIDED, { decidedAt: at }),
    input: (typed) => withoutUndefined({ 'statutory-decision': one.id, outcome: typedText(typed, 'outcome', reading.language), away: typedWords(typed, 'away'), ...(valueOf(DECIDED, typed) as object | undefined) }),
    reason: t.form.recordWhy,
    done: ({ number }) => to.page(`/decisions/${encodeURIComponent(one.id)}`, { saved: String(number) }),
    cancel: back,
  };
}
