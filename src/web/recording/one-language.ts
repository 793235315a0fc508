import { LANGUAGES, type Language } from '../../kernel/text.ts';
import type { KindName } from '../../model/kinds.ts';
import type { FormFault } from '../forms/form-fault.ts';
import type { FormValue } from '../forms/form-value.ts';
import { lackingTexts } from '../lacking-texts.ts';
import type { Reading } from '../reading.ts';
import { filled, inLanguage } from '../words/pairs.ts';
import { recordingWords } from '../words/recording.ts';
import { OWN } from '../acting/own.ts';
import { bodyOf, type RecordForm } from './record-form.ts';

/** The states in which a record is for others to read, by its kind. */
const FOR_OTHERS: Readonly<Partial<Record<KindName, readonly string[]>>> = { instruments: ['agreed'], reports: ['agreed', 'published'] };

interface Lacking {
  readonly language: Language;
  readonly texts: readonly string[];
}

/**
 * What to ask where a report or an instrument of a Welsh authority comes to be agreed or published with a text in one language: for the
 * other one, or for a word why not. Nothing where it was so before, and where the word is given.
 */
export function oneLanguageFaults(reading: Reading, form: RecordForm, value: FormValue): readonly FormFault[] {
  if ((value.get(OWN.oneLanguage) ?? '').trim() !== '') return [];
  const t = inLanguage(recordingWords, reading.language);
  return newlyLacking(reading, form, value).map(({ language, texts }) => ({ text: filled(t.lacks[language], { texts: texts.join(', ') }), field: OWN.oneLanguage }));
}

/** The reason of the entry, with the word why a text stays in one language where that was asked. */
export function reasonGiven(reading: Reading, form: RecordForm, value: FormValue): string {
  const reason = value.get(OWN.reason) ?? '';
  const why = (value.get(OWN.oneLanguage) ?? '').trim();
  const [first] = why === '' ? [] : newlyLacking(reading, form, value);
  return first === undefined ? reason : `${reason.trim()} ${filled(inLanguage(recordingWords, reading.language).lacksBecause[first.language], { why })}`;
}

function newlyLacking({ register, language: reader }: Reading, { verb, kind, record }: RecordForm, value: FormValue): readonly Lacking[] {
  const states = FOR_OTHERS[kind];
  if (states === undefined || verb === 'end' || register.content.header.authority.nation !== 'wales') return [];
  const body = bodyOf(kind, value);
  if (!states.includes(String(body['state']))) return [];
  return LANGUAGES.flatMap((language) => {
    const texts = lackingTexts(kind, body, language, reader);
    const before = record === undefined || !states.includes(String((record as unknown as Readonly<Record<string, unknown>>)['state'])) ? [] : lackingTexts(kind, record, language, reader);
    return texts.every((text) => before.includes(text)) ? [] : [{ language, texts }];
  });
}
