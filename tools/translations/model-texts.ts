import { HAPPENING_TABLE } from '../../src/assessment/happenings/happening-table.ts';
import type { BothLanguages } from '../../src/kernel/text.ts';
import { KIND_NAMES, kindNamed } from '../../src/model/kinds.ts';
import { shapeOf, type Shape } from '../../src/model/register-file/shape.ts';
import type { ProjectText } from './project-text.ts';

/** The words of the model and the sentences of what happened: in their source they stand as two words beside each other. */
export const modelTexts = (): readonly ProjectText[] =>
  KIND_NAMES.flatMap((kind) => {
    const { label, labels } = kindNamed(kind);
    const model = (name: string, words: BothLanguages): ProjectText => ({ file: 'src/model', name: `${kind}.${name}`, en: words.en, cy: words.cy });
    return [
      model('label', label),
      model('labels', labels),
      ...[...shapeOf(kind).fields].filter(([name]) => name !== 'id').flatMap(([name, shape]) => labelsOf(shape).map(([at, words]) => model(`${name}${at}`, words))),
      ...(HAPPENING_TABLE[kind] ?? []).map(({ at, says }): ProjectText => ({ file: 'src/assessment/happenings/happening-table.ts', name: `${kind} ${at}`, en: says.en, cy: says.cy })),
    ];
  });

/** The label of a field and the words of its values, and those of what is inside it. */
function labelsOf(shape: Shape): readonly (readonly [at: string, words: BothLanguages])[] {
  const { label, values = {} } = shape.meta;
  return [
    ...(label === undefined ? [] : [['', label] as const]),
    ...Object.entries(values).map(([value, words]) => [`=${value}`, words] as const),
    ...(shape.is === 'group' ? [...shape.fields].flatMap(([name, inner]) => labelsOf(inner).map(([at, words]) => [`.${name}${at}`, words] as const)) : []),
    ...(shape.is === 'list' ? labelsOf(shape.item).map(([at, words]) => [`[]${at}`, words] as const) : []),
  ];
}
