import type { FormValue } from '../forms/form-value.ts';
import { startValue, type RecordForm } from './record-form.ts';

const MOST = 30;
const LONGEST = 300;

/**
 * What a form begins with: of a new record what the address says, by the names of the controls (`instrument=instruments/protocol`), so
 * that a link can lead to a form half filled in. Names that are no control of the form do nothing, and nothing is kept until it is sent.
 */
export function beginsWith(form: RecordForm, query: URLSearchParams): FormValue {
  if (form.verb !== 'new') return startValue(form);
  const said = [...query].slice(0, MOST).filter(([name, value]) => !name.startsWith('act-') && name !== 'csrf' && value.length <= LONGEST);
  return new Map([...startValue(form), ...said]);
}
