import { withoutUndefined } from '../../acts/changed.ts';
import { handOver } from '../../areas/advice/acts/hand-over.ts';
import { decidersOn } from '../../areas/advice/deciders.ts';
import type { ActForm } from '../acting/act-form.ts';
import { choiceField, typedWords, wordsField } from '../acting/controls.ts';
import type { Reading } from '../reading.ts';
import { decisionWords } from '../words/decisions.ts';
import { inLanguage } from '../words/pairs.ts';
import { deciderOptions } from './decider-options.ts';
import { decisionAt } from './decision-page.ts';

/** To hand a decision whose clock runs to the deputy, or back to the holder. */
export function handOverForm(reading: Reading, { id = '' }: Readonly<Record<string, string>>): ActForm | undefined {
  const { language, seen, asAt, to } = reading;
  const one = decisionAt(reading, id);
  const deciders = decidersOn(seen, asAt.usual);
  if (one === undefined || deciders === undefined) return undefined;
  const t = inLanguage(decisionWords, language);
  const back = to.page(`/decisions/${encodeURIComponent(one.id)}`);
  return {
    act: handOver, title: t.handOver, submit: t.handOver, lead: [t.form.handOverLead],
    fields: (typed) => [choiceField(typed, { name: 'to', label: t.form.by, options: deciderOptions(reading, deciders) }), wordsField(typed, { name: 'away', label: t.form.away, hint: t.form.awayHint })],
    begins: new Map([['to', deciders.deputies[0]?.to ?? '']]),
    input: (typed) => withoutUndefined({ 'statutory-decision': one.id, to: typedWords(typed, 'to'), away: typedWords(typed, 'away') }),
    reason: t.form.handOverWhy,
    // Whoever handed it over may not see it any more.
    done: ({ number }) => to.page('/decisions', { saved: String(number) }),
    cancel: back,
  };
}
