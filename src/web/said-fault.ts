import type { Fault } from '../kernel/fault.ts';
import type { Language } from '../kernel/text.ts';
import { isKindName } from '../model/kinds.ts';
import { shapeOf, type Shape } from '../model/register-file/shape.ts';
import type { SaidText } from './said-text.ts';
import { filled } from './words/pairs.ts';
import { isRefusal, meantWords, refusalWords } from './words/refusals.ts';

/**
 * A fault for a page: in English in its own sentence; in Welsh in the words for its code, with what was found and meant filled in, else
 * in its own sentence, marked as English.
 */
export function saidFault(fault: Fault, language: Language): SaidText {
  const { code, sentence, lang = 'en' } = fault;
  if (lang === language) return { text: sentence };
  const words = isRefusal(code) ? filled(refusalWords[code][language], valuesOf(fault, language)) : undefined;
  return words === undefined || /\{\w+\}/.test(words) ? { text: sentence, lang } : { text: words };
}

/** What stands in the places of the words; a place of which the fault says nothing is left out, so that the words are not used. */
function valuesOf({ found, nearest, place }: Fault, language: Language): Readonly<Record<string, string>> {
  const field = place?.path === undefined ? undefined : fieldNamed(place.path, language);
  return {
    ...(field === undefined ? {} : { field }),
    ...(found === undefined ? {} : { found: inQuotes(found) }),
    nearest: nearest === undefined ? '' : filled(meantWords.nearest[language], { nearest: inQuotes(nearest) }),
  };
}

/** The label of the field at a path such as `posts/director.gives[0].to`; undefined where no field of the model is there. */
function fieldNamed(path: string, language: Language): string | undefined {
  const [, kind = '', rest = ''] = /^([^/.]+)\/[^.]+\.(.+)$/.exec(path) ?? [];
  if (!isKindName(kind)) return undefined;
  let shape: Shape | undefined = shapeOf(kind);
  for (const step of rest.split(/[.[\]]+/).filter((one) => one !== '')) {
    if (shape?.is === 'list') shape = shape.item;
    else if (shape?.is === 'group') shape = shape.fields.get(step);
    else break;
  }
  const label = shape?.meta.label?.[language];
  return label === undefined ? undefined : `‘${label}’`;
}

/** Safe to print in one line and short. */
function inQuotes(found: string): string {
  const line = found.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
  return `‘${line.length > 60 ? `${line.slice(0, 57)}…` : line}’`;
}
