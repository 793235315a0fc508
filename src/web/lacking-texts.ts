import type { Language, Text } from '../kernel/text.ts';
import type { KindName } from '../model/kinds.ts';
import { shapeOf, type Shape } from '../model/register-file/shape.ts';

/** The labels of the texts of a record that have no words in the language, in the language of the reader, each once. */
export const lackingTexts = (kind: KindName, record: object, language: Language, reader: Language): readonly string[] => [...new Set(lackingIn(shapeOf(kind), record, language, reader, ''))];

function lackingIn(shape: Shape, value: unknown, language: Language, reader: Language, label: string): readonly string[] {
  if (value === undefined || value === null) return [];
  switch (shape.is) {
    case 'text':
      return (value as Text)[language] === undefined ? [label] : [];
    case 'list':
      return (value as readonly unknown[]).flatMap((item) => lackingIn(shape.item, item, language, reader, label));
    case 'group':
      return [...shape.fields].flatMap(([name, field]) => lackingIn(field, (value as Readonly<Record<string, unknown>>)[name], language, reader, field.meta.label?.[reader] ?? name));
    default:
      return [];
  }
}
