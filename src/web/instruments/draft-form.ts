import { withoutUndefined } from '../../acts/changed.ts';
import { draft } from '../../areas/instruments/acts/draft.ts';
import { startingProvisions, type StartingProvision } from '../../assessment/instruments/starting-provisions.ts';
import { words } from '../../kernel/text.ts';
import type { Ref } from '../../model/field.ts';
import { INSTRUMENT_TYPES, type InstrumentType } from '../../model/instruments.ts';
import { groupShape, type GroupShape } from '../../model/register-file/shape.ts';
import { dateField } from '../acting/controls.ts';
import { mayTell } from '../entity/told-verdicts.ts';
import type { Typed } from '../acting/act-form.ts';
import type { FormAt } from '../acting/act-routes.ts';
import { formFields, type Check, type FormField } from '../forms/form-field.ts';
import { valueOf, type FormValue } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { recordName, recordOf } from '../record-name.ts';
import { choicesFor, dateTyped } from '../recording/record-form.ts';
import { said } from '../said-text.ts';
import { negotiatingWords } from '../words/negotiating.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { textField, textTyped } from './form-parts.ts';
import { checksOf, ticked } from './life-forms.ts';

/** Clauses of somebody’s own: their text, and who has what by them. */
const OWN_CLAUSES: GroupShape = (() => {
  const whole = groupShape(draft.input);
  const clauses = whole.fields.get('provisions');
  if (clauses?.is !== 'list' || clauses.item.is !== 'group') throw new TypeError('A draft has a list of clauses.');
  const item: GroupShape = { ...clauses.item, fields: new Map([...clauses.item.fields].filter(([name]) => name === 'text' || name === 'gives')) };
  return { ...whole, fields: new Map([['provisions', { ...clauses, item }]]) };
})();

const isType = (written: string | undefined): written is InstrumentType => written !== undefined && Object.hasOwn(INSTRUMENT_TYPES, written);

/** First what it is and between whom; then its title and its clauses, of those that the guidance expects and of one's own. */
export const draftForm: FormAt = (reading, _params, value) => {
  const { language, to } = reading;
  const t = inLanguage(negotiatingWords, language);
  const type = value.get('type');
  const parties = ticked(value);
  const isChosen = isType(type) && parties.length > 0;
  const offered = isChosen ? offeredTo(reading, type, parties as readonly Ref[]) : [];
  return {
    act: draft, view: 'protocol-new.njk', title: t.newTitle, lead: isChosen ? [] : [t.newLead], submit: isChosen ? t.save : t.goOn, reason: draft.says[language],
    model: {
      nt: t, isChosen,
      first: isChosen ? [] : firstFields(reading, value),
      chosen: isChosen ? [{ name: 'type', value: type }, ...parties.map((ref) => ({ name: `tick.${ref}`, value: 'yes' }))] : [],
      chosenInWords: isChosen ? `${INSTRUMENT_TYPES[type][language === 'en' ? 0 : 1]}: ${parties.map((ref) => recordName(reading, ref).text).join(', ')}` : '',
      again: to.page('/protocols/new'),
    },
    fields: (typed) => (isChosen ? [textField(language, typed, 'title', t.titleField), dateField(typed, { name: 'reviewBy', label: t.reviewByDraft }), ...clauseFields(reading, typed, offered, parties), ...ownFields(reading, typed)] : []),
    begins: new Map(isChosen ? offered.filter((one) => !one.isMet && isOfAll(one, parties)).map(({ key }): [string, string] => [`clause.${key}`, 'yes']) : []),
    input: (posted) => withoutUndefined({
      title: textTyped(posted, 'title'), type, parties, reviewBy: dateTyped(posted, 'reviewBy'),
      provisions: [
        ...offered.filter(({ key }) => posted.get(`clause.${key}`) === 'yes').map(({ text, themes, functions, gives }) => ({ text, themes, functions, gives })),
        ...((valueOf(OWN_CLAUSES, posted) as { readonly provisions?: readonly unknown[] } | undefined)?.provisions ?? []),
      ],
    }),
    done: () => to.page('/protocols'), cancel: to.page('/protocols'),
  };
};

/** What the guidance expects, as far as the reader may know of the posts and bodies that it names. */
const offeredTo = (reading: Reading, type: InstrumentType, parties: readonly Ref[]): readonly StartingProvision[] =>
  startingProvisions(reading.assessment, type, parties).filter(({ gives }) => gives.every(({ to, towards }) => [to, ...(towards === undefined ? [] : [towards])].every((ref) => recordOf(reading, ref) !== undefined)));

/** Whether all whom a clause names are parties; of a document of the council’s own, whether the guidance names the type for it. */
function isOfAll({ gives, isOfType }: StartingProvision, parties: readonly string[]): boolean {
  const named = gives.flatMap(({ to, towards }) => [to, ...(towards === undefined ? [] : [towards])]);
  return parties.every((party) => party.startsWith('bodies/')) ? isOfType : named.every((ref) => parties.includes(ref));
}

function firstFields(reading: Reading, value: FormValue): readonly FormField[] {
  const { language } = reading;
  const t = inLanguage(negotiatingWords, language);
  const types = Object.entries(INSTRUMENT_TYPES).map(([type, names]) => ({ value: type, text: names[language === 'en' ? 0 : 1] }));
  const parties = (['posts', 'bodies', 'organisations'] as const).map((kind, index): FormField => ({
    is: 'checks', name: `parties-${kind}`, id: `field-parties-${kind}`, label: `${t.partiesField}: ${t[index === 0 ? 'ofPosts' : index === 1 ? 'ofBodies' : 'ofOrganisations'].toLowerCase()}`,
    hint: index === 0 ? t.partiesHint : undefined, checks: checksOf(reading, kind, value),
  }));
  return [{ is: 'choice', name: 'type', id: 'field-type', label: t.typeField, value: value.get('type') ?? 'protocol', options: types }, ...parties];
}

function clauseFields(reading: Reading, { value }: Typed, offered: readonly StartingProvision[], parties: readonly string[]): readonly FormField[] {
  const { language, assessment: { judged } } = reading;
  const t = inLanguage(negotiatingWords, language);
  const titles = (ids: readonly string[]): string => judged.filter(({ compiled: { expectation: { id } } }) => ids.includes(id)).map(({ compiled: { expectation } }) => words(expectation.title, language)).join('; ');
  const told = (one: StartingProvision): boolean => one.isMet && judged.filter(({ compiled: { expectation: { id } } }) => one.because.includes(id)).every((judgement) => mayTell(reading, judgement, 'paper'));
  const check = (one: StartingProvision): Check => ({
    name: `clause.${one.key}`, value: 'yes', text: said(one.text, language).text, isTicked: value.get(`clause.${one.key}`) === 'yes',
    hint: `${filled(t.becauseOf, { titles: titles(one.because) })}${told(one) ? ` (${t.metAlready})` : ''}`,
  });
  const list = (name: string, label: string, of: readonly StartingProvision[]): readonly FormField[] => (of.length === 0 ? [] : [{ is: 'checks', name, id: `field-${name}`, label, hint: t.expectedHint, checks: of.map(check) }]);
  return [...list('clauses', t.expected, offered.filter((one) => isOfAll(one, parties))), ...list('clauses-of-others', t.expectedOthers, offered.filter((one) => !isOfAll(one, parties)))];
}

const ownFields = (reading: Reading, { value, errors, more }: Typed): readonly FormField[] =>
  formFields(OWN_CLAUSES, { language: reading.language, value, errors, more, choices: (shape) => choicesFor(reading, shape) }).map((field) => ({ ...field, label: inLanguage(negotiatingWords, reading.language).own }));
