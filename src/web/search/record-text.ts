import type { Pack } from '../../guidance/pack.ts';
import type { AnyRecord } from '../../model/kind.ts';
import { kindNamed, type KindName } from '../../model/kinds.ts';
import { shapeOf, type Shape } from '../../model/register-file/shape.ts';
import { isTextPair, plain } from './plain.ts';

/** What a record says in words, without capitals and accents, in every language that it has them in; and the records that it names. */
export interface RecordText {
  readonly own: string;
  readonly names: readonly string[];
}

const known = new WeakMap<AnyRecord, RecordText>();

/** Its id, the words of its fields, and those that stand for its codes: "interim" is found as "dros dro" too. */
export function textOf(record: AnyRecord, pack: Pack): RecordText {
  let text = known.get(record);
  if (text === undefined) known.set(record, (text = read(record, pack)));
  return text;
}

function read(record: AnyRecord, pack: Pack): RecordText {
  const kind = record.ref.slice(0, record.ref.indexOf('/')) as KindName;
  const { label } = kindNamed(kind);
  const words: string[] = [record.ref, label.en, label.cy];
  const names: string[] = [];
  walk(shapeOf(kind), record, pack, words, names);
  return { own: plain(words.join('\n')), names };
}

function walk(shape: Shape, value: unknown, pack: Pack, words: string[], names: string[]): void {
  if (value === undefined || value === null) return;
  if (shape.is === 'list') {
    for (const item of value as readonly unknown[]) walk(shape.item, item, pack, words, names);
  } else if (shape.is === 'group') {
    for (const [name, field] of shape.fields) walk(field, (value as Readonly<Record<string, unknown>>)[name], pack, words, names);
  } else if (typeof value === 'string') {
    const inWords = shape.meta.values?.[value] ?? shape.meta.vocabulary?.map((list) => pack[list].find(({ id }) => id === value)?.name).find((name) => name !== undefined);
    if (value.includes('/') && shape.is === 'reference') names.push(value);
    words.push(value, ...(inWords === undefined ? [] : [inWords.en, inWords.cy]));
  } else if (isTextPair(value)) words.push(...[value.en, value.cy].filter((one) => one !== undefined));
  else if (typeof value === 'number') words.push(String(value));
}
