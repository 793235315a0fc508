import { withoutUndefined } from '../../acts/changed.ts';
import { startDecision } from '../../areas/advice/acts/start-decision.ts';
import { decidersOn } from '../../areas/advice/deciders.ts';
import type { Instant } from '../../kernel/instant.ts';
import { dateInLondon } from '../../kernel/instant.ts';
import { instant } from '../../model/field.ts';
import { groupShape } from '../../model/register-file/shape.ts';
import { timeInWords } from '../../statutory-time/decision-clock.ts';
import { reservedDecisions, type ReservedDecision } from '../../statutory-time/reserved-decisions.ts';
import type { ActForm } from '../acting/act-form.ts';
import { choiceField, typedText, typedWords, wordsField } from '../acting/controls.ts';
import { momentField } from '../forms/form-field.ts';
import { formValueOf, valueOf } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { decisionWords } from '../words/decisions.ts';
import { formWords } from '../words/form.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { deciderOptions } from './decider-options.ts';
import { momentOf } from './decision-moment.ts';
import { z } from 'zod';

const FROM = groupShape(z.strictObject({ from: instant('From', 'O').optional() }));

/** To start the clock of a decision that has come in. */
export function startForm(reading: Reading, now: Instant): ActForm {
  const { language, seen, to, register: { content: { header } } } = reading;
  const t = inLanguage(decisionWords, language);
  const at = momentOf(reading, now);
  const day = dateInLondon(at);
  const known = reservedDecisions(header.authority.nation, day);
  const deciders = decidersOn(seen, day);
  const who = deciders === undefined ? [] : deciderOptions(reading, deciders);
  // Where nobody holds the post the deputy stands first, because the clock is theirs.
  const first = deciders?.holders.length === 0 ? (deciders.deputies[0]?.to ?? '') : '';
  return {
    act: startDecision, title: t.start, submit: t.form.startIt, lead: known.length === 0 ? [t.form.noneKnown] : [],
    fields: (typed) => [
      choiceField(typed, { name: 'decision', label: t.form.decision, options: [{ value: '', text: t.form.choose }, ...known.map((one) => ({ value: one.id, text: choiceName(one, language) }))] }),
      momentField({ name: 'from', id: 'field-from', label: t.form.from, hint: inLanguage(formWords, language).momentHint, error: typed.errors.get('from') }, typed.value),
      wordsField(typed, { name: 'subject', label: t.form.subject, hint: t.form.subjectHint }),
      ...(who.length > 1 ? [choiceField(typed, { name: 'by', label: t.form.by, options: who }), wordsField(typed, { name: 'away', label: t.form.away, hint: t.form.awayHint })] : []),
    ],
    begins: new Map([...formValueOf(FROM, { from: at }), ['by', first]]),
    input: (typed) => withoutUndefined({
      decision: typedWords(typed, 'decision') ?? '', subject: typedText(typed, 'subject', reading.language), by: typedWords(typed, 'by'), away: typedWords(typed, 'away'),
      ...(valueOf(FROM, typed) as object | undefined),
    }),
    reason: t.form.startWhy,
    done: ({ number }) => to.page('/decisions', { saved: String(number) }),
    cancel: to.page('/decisions'),
  };
}

function choiceName(decision: ReservedDecision, language: 'en' | 'cy'): string {
  const { form: t } = inLanguage(decisionWords, language);
  const time = timeInWords(decision);
  return time === undefined ? filled(t.choiceNoTime, { what: decision.what[language] }) : filled(t.choice, { what: decision.what[language], time: time[language], from: decision.runsFrom[language] });
}
