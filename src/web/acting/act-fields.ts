import type { AreaAct } from '../../acts/area-act.ts';
import { groupShape } from '../../model/register-file/shape.ts';
import { formFields, type FormField, type Option } from '../forms/form-field.ts';
import { valueOf } from '../forms/form-value.ts';
import type { Reading } from '../reading.ts';
import { choicesFor } from '../recording/record-form.ts';
import type { ActForm } from './act-form.ts';

interface Given {
  /** What the form knows by itself, of which nothing is asked. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Inputs that are left out. */
  readonly without?: readonly string[];
  /** In place of every record that could stand there: by the name of the control. */
  readonly choices?: Readonly<Record<string, readonly Option[]>>;
  readonly hints?: Readonly<Record<string, string>>;
}

/** The controls of an act from what it takes, and what they come to. */
export function actFields(reading: Reading, act: AreaAct, { fixed = {}, without = [], choices = {}, hints = {} }: Given): Pick<ActForm, 'fields' | 'input'> {
  const whole = groupShape(act.input);
  const shape = { ...whole, fields: new Map([...whole.fields].filter(([name]) => !(name in fixed) && !without.includes(name))) };
  const own = (field: FormField): FormField => ({ ...(choices[field.name] === undefined ? field : asChoice(field, choices[field.name] ?? [])), ...(hints[field.name] === undefined ? {} : { hint: hints[field.name] }) });
  return {
    fields: ({ value, errors, more }) => formFields(shape, { language: reading.language, value, errors, more, choices: (leaf) => choicesFor(reading, leaf) }).map(own),
    input: (value) => ({ ...(valueOf(shape, value) as object | undefined), ...fixed }),
  };
}

const asChoice = (field: FormField, options: readonly Option[]): FormField => ({
  name: field.name, id: field.id, label: field.label, hint: field.hint, error: field.error, is: 'choice', options,
  value: ('value' in field && field.value !== '' ? field.value : options[0]?.value) ?? '',
});
