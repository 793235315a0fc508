import { quoted } from '../../kernel/fault.ts';
import type { FaultList } from './fault-list.ts';
import type { GroupShape, ListShape, Shape } from './shape.ts';
import type { Path, Source } from './source.ts';

type Container = Record<string | number, unknown>;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Makes what a file wrote fit its schema where only the writing differs, in place: a number where words are meant stays as it was written
 * (`1.10`), `key:` with nothing after it is as if not written, line ends are `\n`. Names what no schema sees: words that are blank or damaged.
 */
export function tidy(shape: GroupShape, value: Container, path: Path, source: Source, faults: FaultList): void {
  for (const [key, field] of shape.fields) {
    if (!Object.hasOwn(value, key)) continue;
    if (value[key] === null && !field.nullable) delete value[key];
    else tidyAt(field, value, key, path, source, faults);
  }
}

function tidyAt(shape: Shape, container: Container, key: string | number, path: Path, source: Source, faults: FaultList): void {
  const value = container[key];
  if (typeof value === 'string') {
    if (value.includes('\r')) container[key] = value.replace(/\r\n?/g, '\n');
    // A code with a space about it would be another code than the one without.
    if (shape.is === 'code') container[key] = value.trim() || value;
    checkWords(value, [...path, key], key, faults);
  } else if (typeof value === 'number') {
    if (shape.is === 'code' || shape.is === 'reference' || (shape.is === 'words' && shape.meta.values !== undefined)) container[key] = source.spots.get(container)?.written?.get(key) ?? String(value);
  } else if (typeof value === 'object' && value !== null) {
    tidyInside(shape, value as Container, [...path, key], source, faults);
  }
}

function tidyInside(shape: Shape, value: Container, path: Path, source: Source, faults: FaultList): void {
  if (Array.isArray(value)) {
    if (shape.is === 'list') tidyList(shape, value as unknown as Container & { length: number }, path, source, faults);
  } else if (shape.is === 'group') tidy(shape, value, path, source, faults);
  else if (shape.is === 'text') tidyPair(value, path, faults);
}

function tidyList(shape: ListShape, list: Container & { length: number }, path: Path, source: Source, faults: FaultList): void {
  for (let index = 0; index < list.length; index += 1) tidyAt(shape.item, list, index, path, source, faults);
}

function tidyPair(pair: Container, path: Path, faults: FaultList): void {
  for (const language of ['en', 'cy']) {
    const words = pair[language];
    if (words === null) delete pair[language];
    else if (typeof words === 'string') {
      if (words.includes('\r')) pair[language] = words.replace(/\r\n?/g, '\n');
      checkWords(words, [...path, language], language, faults);
    }
  }
}

function checkWords(words: string, path: Path, key: string | number, faults: FaultList): void {
  if (words !== '' && words.trim() === '') {
    faults.add(path, 'value', 'empty-words', () => ({ sentence: `${quoted(String(key))} holds nothing but spaces. Give it words, or leave it out.`, found: words }));
  }
  const at = words.search(CONTROL);
  if (at !== -1) {
    const name = `U+${words.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
    faults.add(path, 'value', 'control-character', () => ({ sentence: `${quoted(String(key))} holds a control character (${name}). Remove it.`, found: name }));
  }
  if (!words.isWellFormed()) {
    faults.add(path, 'value', 'half-character', () => ({ sentence: `${quoted(String(key))} holds half a character (a lone surrogate). Type the sign again.`, found: words.toWellFormed() }));
  }
}
