import { answerState } from '../../areas/advice/answer-state.ts';
import { dateInWords } from '../../kernel/date.ts';
import { advice, RESPONSE_OUTCOMES, type Advice } from '../../model/advice.ts';
import { shapeOf } from '../../model/register-file/shape.ts';
import type { Reading } from '../reading.ts';
import { recordName, recordOf } from '../record-name.ts';
import { adviceWords } from '../words/advice.ts';
import { filled, inLanguage } from '../words/pairs.ts';

/** "Challenge", "Her". */
export function natureName({ language }: Reading, { nature }: Pick<Advice, 'nature'>): string {
  const field = shapeOf(advice.plural).fields.get('nature');
  return field?.meta.values?.[nature]?.[language] ?? nature;
}

export const outcomeName = ({ language }: Reading, outcome: keyof typeof RESPONSE_OUTCOMES): string => RESPONSE_OUTCOMES[outcome][language === 'en' ? 0 : 1];

/** How it stands on the date of the reading, in words, and whether an answer is late. */
export function standsInWords(reading: Reading, one: Advice): { readonly text: string; readonly isLate: boolean } {
  const { seen, asAt: { date }, language } = reading;
  const t = inLanguage(adviceWords, language);
  const { state, due, answer } = answerState(seen, one, date);
  const day = (on: typeof due): string => dateInWords(on, language);
  switch (state) {
    case 'awaiting':
    case 'overdue':
      return { text: filled(t.states[state], { due: day(due) }), isLate: state === 'overdue' };
    case 'answered':
      return { text: filled(t.states.answered, { outcome: outcomeName(reading, answer?.outcome ?? 'noted'), on: day(answer?.on ?? one.on) }), isLate: false };
    case 'escalated': {
      const later = one.escalatedTo === undefined ? undefined : (recordOf(reading, one.escalatedTo) as Advice | undefined);
      return { text: later === undefined ? t.states.escalatedHidden : filled(t.states.escalated, { to: recordName(reading, later.to).text }), isLate: false };
    }
    default:
      return state satisfies never;
  }
}
