import { dateInLondon, momentInLondon, timeInLondon, type Instant } from '../../kernel/instant.ts';
import { agendaAsWritten, type Agenda } from '../../model/meetings.ts';
import type { Shape } from '../../model/register-file/shape.ts';

/** What a form holds: the words in each control, by the name of the control. Names are paths: `gives.0.to`, `title.cy`, `on.month`. */
export type FormValue = ReadonlyMap<string, string>;

export const under = (path: string, step: string | number): string => (path === '' ? String(step) : `${path}.${step}`);

/** What the controls hold where a value is to be changed. */
export function formValueOf(shape: Shape, value: unknown): FormValue {
  const found = new Map<string, string>();
  put(shape, '', value, found);
  return found;
}

function put(shape: Shape, path: string, value: unknown, into: Map<string, string>): void {
  if (value === undefined) return;
  if (value === null) {
    into.set(under(path, 'none'), 'yes');
    return;
  }
  switch (shape.is) {
    case 'group':
      for (const [name, field] of shape.fields) put(field, under(path, name), (value as Readonly<Record<string, unknown>>)[name], into);
      return;
    case 'list':
      (value as readonly unknown[]).forEach((item, index) => put(shape.item, under(path, index), item, into));
      return;
    case 'text':
      for (const [language, words] of Object.entries(value as Readonly<Record<string, string>>)) into.set(under(path, language), words);
      return;
    case 'date':
      putDate(path, value as string, into);
      return;
    case 'instant':
      putDate(path, dateInLondon(value as Instant), into);
      into.set(under(path, 'time'), timeInLondon(value as Instant));
      return;
    case 'agenda': {
      const written = typeof value === 'object' ? agendaAsWritten(value as Agenda) : (value as boolean | string);
      into.set(path, written === false ? 'no' : 'yes');
      if (typeof written === 'string') putDate(path, written, into);
      return;
    }
    case 'flag':
      into.set(path, value === true ? 'yes' : 'no');
      return;
    default:
      into.set(path, String(value as string | number));
  }
}

function putDate(path: string, date: string, into: Map<string, string>): void {
  const [year = '', month = '', day = ''] = date.split('-');
  into.set(under(path, 'day'), String(Number(day))).set(under(path, 'month'), String(Number(month))).set(under(path, 'year'), year);
}

/** The value that the controls come to, as a person writes it in a register file; undefined where nothing was filled in. */
export function valueOf(shape: Shape, form: FormValue, path = ''): unknown {
  const written = form.get(path)?.trim();
  switch (shape.is) {
    case 'group': {
      const fields = [...shape.fields].map(([name, field]) => [name, valueOf(field, form, under(path, name))] as const).filter(([, value]) => value !== undefined);
      return fields.length === 0 ? undefined : Object.fromEntries(fields);
    }
    case 'list': {
      const items = rowsIn(form, path).map((row) => valueOf(shape.item, form, under(path, row))).filter((item) => item !== undefined);
      return items.length === 0 ? undefined : items;
    }
    case 'text': {
      const [en, cy] = ['en', 'cy'].map((language) => form.get(under(path, language))?.trim());
      return isEmpty(en) && isEmpty(cy) ? undefined : { ...(isEmpty(en) ? {} : { en }), ...(isEmpty(cy) ? {} : { cy }) };
    }
    case 'date':
      return dateIn(form, path);
    case 'instant':
      return momentIn(form, path);
    case 'agenda':
      return written === 'no' ? false : (dateIn(form, path) ?? (written === 'yes' ? true : undefined));
    case 'flag':
      return written === 'yes' ? true : written === 'no' ? false : undefined;
    case 'amount':
      if (shape.nullable && form.get(under(path, 'none')) === 'yes') return null;
      return isEmpty(written) ? undefined : /^[+-]?\d+([.,]\d+)?$/.test(written ?? '') ? Number(written?.replace(',', '.')) : written;
    default:
      return isEmpty(written) ? undefined : written;
  }
}

const isEmpty = (written: string | undefined): boolean => written === undefined || written === '';

/** What was typed as a date, as a date is written; what is none stays as it was typed, for the sentence that refuses it. */
function dateIn(form: FormValue, path: string): string | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => form.get(under(path, part))?.trim());
  if (day + month + year === '') return undefined;
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The moment at which clocks in London show the day and the time that were typed; what is none stays as it was typed. */
function momentIn(form: FormValue, path: string): string | undefined {
  const time = form.get(under(path, 'time'))?.trim() ?? '';
  const day = dateIn(form, path);
  if (day === undefined && time === '') return undefined;
  return (day === undefined ? undefined : momentInLondon(day, time)) ?? [day, time].filter((part) => part !== undefined && part !== '').join(' ');
}

/** The rows of a list for which there is a control, in their order. */
export function rowsIn(form: FormValue, path: string): readonly number[] {
  const rows = new Set<number>();
  for (const name of form.keys()) {
    if (!name.startsWith(`${path}.`)) continue;
    const row = /^(\d{1,3})(\.|$)/.exec(name.slice(path.length + 1))?.[1];
    if (row !== undefined) rows.add(Number(row));
  }
  return [...rows].sort((a, b) => a - b);
}
