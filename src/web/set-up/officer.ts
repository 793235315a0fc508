import { shapeOf } from '../../model/register-file/shape.ts';
import type { Language } from '../../kernel/text.ts';
import type { Option } from '../forms/form-field.ts';
import { filled } from '../words/pairs.ts';
import { USUAL_TITLES } from '../words/set-up.ts';
import { namesGiven } from './authority.ts';
import { packChosen } from './guidance.ts';
import { dateField, daySince, DATE_PARTS, fieldId, line, partsTyped, sinceInWords, tooLong, typed, wordsOf, type Answered, type SetUpField, type Step, type StepFault } from './step.ts';

export type Office = 'head-of-paid-service' | 'statutory-officer';

/** The designation of the post that an office is, by the guidance that was chosen. */
export const designationOf = (office: Office, answered: Answered): string =>
  office === 'head-of-paid-service' ? office : (packChosen(answered)?.statutoryOfficer ?? 'director-of-social-services');

/** The bases of an appointment, as the model words them. */
export const basisOptions = (language: Language): readonly Option[] => {
  const shape = shapeOf('appointments').fields.get('basis');
  return shape?.is === 'choice' ? shape.choices.map((value) => ({ value, text: shape.meta.values?.[value]?.[language] ?? value })) : [];
};

export const officer = (office: Office): Step => {
  const [en, cy, holder, since, basis, reports] = ['en', 'cy', 'holder', 'since', 'basis', 'reports'].map((name) => `${office}.${name}`) as [string, string, string, string, string, string];
  const asksReports = office === 'statutory-officer';
  return {
    id: office,
    names: [en, cy, holder, ...DATE_PARTS.map((part) => `${since}.${part}`), basis, ...(asksReports ? [reports] : [])],
    lead: ({ language }) => wordsOf(language).officer.lead,
    fields(answered) {
      const { answers, language } = answered;
      const t = wordsOf(language).officer;
      const usual = answers.has(en) ? undefined : USUAL_TITLES[designationOf(office, answered)];
      const fields: SetUpField[] = [
        line(en, t.titleEn, usual?.en ?? typed(answers, en)),
        line(cy, t.titleCy, usual?.cy ?? typed(answers, cy)),
        line(holder, t.holder, typed(answers, holder), { hint: t.holderHint }),
        dateField(since, t.since, t.sinceHint, answers),
        { is: 'one-of', name: basis, id: fieldId(basis), label: t.basis, value: typed(answers, basis), options: basisOptions(language) },
      ];
      const reporting: SetUpField = { is: 'one-of', name: reports, id: fieldId(reports), label: t.reports, value: typed(answers, reports), options: [{ value: 'head-of-paid-service', text: t.reportsTo }, { value: 'other', text: t.reportsElse }] };
      return asksReports ? [...fields, reporting] : fields;
    },
    faults(answered) {
      const { answers, language } = answered;
      const t = wordsOf(language).faults;
      return [
        ...(typed(answers, en) + typed(answers, cy) === '' ? [{ text: t.titleMissing, field: en }] : []),
        ...tooLong(answered, [en, cy, holder]),
        ...holderFaults(answered, office),
        ...(!asksReports || ['head-of-paid-service', 'other'].includes(typed(answers, reports)) ? [] : [{ text: t.reportsMissing, field: reports }]),
      ];
    },
    rows(answered) {
      const { answers, language } = answered;
      const t = wordsOf(language).officer;
      return [
        { label: t.title, value: [typed(answers, en), typed(answers, cy)].filter((title) => title !== '').join(' / ') },
        { label: t.heldBy, value: heldInWords(answered, office) },
        ...(asksReports ? [{ label: t.reportsShort, value: typed(answers, reports) === 'other' ? t.reportsElse : t.reportsTo }] : []),
      ];
    },
  };
};

function holderFaults(answered: Answered, office: Office): readonly StepFault[] {
  const { answers, language } = answered;
  const t = wordsOf(language).faults;
  const since = `${office}.since`;
  const { day, month, year } = partsTyped(answers, since);
  if (typed(answers, `${office}.holder`) === '') return day + month + year === '' ? [] : [{ text: t.holderMissing, field: `${office}.holder` }];
  const found = daySince(answered, since);
  const basis = typed(answers, `${office}.basis`);
  return [...('fault' in found ? [found.fault] : []), ...(basisOptions(language).some(({ value }) => value === basis) ? [] : [{ text: t.basisMissing, field: `${office}.basis` }])];
}

export function heldInWords(answered: Answered, held: Office | 'other'): string {
  const { answers, language } = answered;
  const t = wordsOf(language).officer;
  const name = typed(answers, held === 'other' ? 'other.name' : `${held}.holder`);
  const basis = basisOptions(language).find(({ value }) => value === typed(answers, `${held}.basis`))?.text.toLowerCase() ?? '';
  return name === '' ? t.vacant : filled(t.heldSince, { name, since: sinceInWords(answered, `${held}.since`), basis });
}

export const titleGiven = (office: Office, answers: Answered['answers']): Readonly<Record<string, string>> => namesGiven(answers, `${office}.en`, `${office}.cy`);
