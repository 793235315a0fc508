import type { BothLanguages } from '../kernel/text.ts';
import { isKindName, kindNamed, type KindName } from '../model/kinds.ts';
import { inText } from '../model/labels.ts';
import { fieldsOf, type FieldShape, type FieldShapes } from './field-shape.ts';
import type { Value } from './outcome.ts';

/** Part of a sentence with places, and what fills them. */
export interface Said {
  readonly says: BothLanguages;
  readonly with: Readonly<Record<string, Value>>;
}

type Written = Readonly<Record<string, unknown>>;

const WORDS = {
  filled: { en: 'on record', cy: 'wedi’i gofnodi' },
  true: { en: 'yes', cy: 'ydy' },
  false: { en: 'no', cy: 'nac ydy' },
  deputy: { en: 'or the deputy named', cy: 'neu’r dirprwy a enwir' },
  every: { en: 'every accountability', cy: 'pob atebolrwydd' },
} as const;

/** What a `where` asks of records of a kind, in words: "nature: challenge or dissent; from: Director of Social Services". */
export function sayWhere(where: Written, kind: KindName, prefix = 'w'): Said {
  const filled: Record<string, Value> = {};
  let count = 0;
  /** A place for a word, to be read as the pack's or the enumeration's name for it. */
  const place = (value: Value): BothLanguages => {
    const name = `${prefix}${count++}`;
    filled[name] = value;
    return { en: `{${name}}`, cy: `{${name}}` };
  };

  function fields(written: Written, shapes: readonly FieldShapes[]): BothLanguages {
    const parts = Object.entries(written).map(([name, value]) => {
      if (name === 'referredToBy') return referring(value as Written);
      const named = shapes.flatMap((one) => one.get(name) ?? []);
      return joined([inText(named[0]?.label ?? { en: name, cy: name }), said(value, named)], ': ', ': ');
    });
    return joined(parts, '; ', '; ');
  }

  function referring({ kind, field: _, ...where }: Written): BothLanguages {
    const named = labelOfKind(plain(kind));
    const of = Object.keys(where).length === 0 ? [] : [fields(where, isKindName(String(kind)) ? [fieldsOf(String(kind) as KindName)] : [])];
    return joined([{ en: `${named.en} of it on record`, cy: `${named.cy} ohono wedi’i gofnodi` }, ...of], ' with ', ' gyda ');
  }

  /** What is asked of a field; where several kinds may be meant, as each of them has it. */
  function said(written: unknown, shapes: readonly FieldShape[]): BothLanguages {
    if (Array.isArray(written)) return joined(written.map((one: unknown) => said(one, shapes)), ' or ', ' neu ');
    if (written === 'present') return WORDS.filled;
    if (typeof written === 'boolean') return WORDS[`${written}`];
    if (typeof written !== 'object' || written === null) {
      const value = plain(written);
      return shapes.find(({ values }) => values.has(value))?.values.get(value) ?? place(value);
    }
    const { kind: kinds, officeOrDeputy, includesAll, ...where } = written as Written;
    if (officeOrDeputy !== undefined) return joined([place(plain(officeOrDeputy)), WORDS.deputy], ' ', ' ');
    if (includesAll !== undefined) return includesAll === 'accountabilities' ? WORDS.every : joined([includesAll].flat().map((one) => place(plain(one))), ' and ', ' a ');
    const named = kinds === undefined ? [] : [joined([kinds].flat().map((kind) => labelOfKind(plain(kind))), ' or ', ' neu ')];
    const of = Object.keys(where).length === 0 ? [] : [fields(where, shapes.flatMap((shape) => (shape.fields.size > 0 ? [shape.fields] : shape.refs.map(fieldsOf))))];
    return joined([...named, ...of], ' with ', ' gyda ');
  }

  return { says: fields(where, [fieldsOf(kind)]), with: filled };
}

const plain = (written: unknown): string => (typeof written === 'string' ? written : JSON.stringify(written));

const labelOfKind = (kind: string): BothLanguages => inText(isKindName(kind) ? kindNamed(kind).label : { en: kind, cy: kind });

const joined = (parts: readonly BothLanguages[], en: string, cy: string): BothLanguages => ({
  en: parts.map((part) => part.en).join(en),
  cy: parts.map((part) => part.cy).join(cy),
});
