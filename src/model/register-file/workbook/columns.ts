import { KIND_NAMES, type KindName } from '../../kinds.ts';
import { headerShape } from '../header.ts';
import { shapeOf, type GroupShape, type LeafShape, type ListShape } from '../shape.ts';

/** One column of a sheet, or one row of the sheet `register`. */
export interface Column {
  /** The field's name; `period.from` inside a group; `title.cy` for the Welsh of a text. */
  readonly name: string;
  readonly path: readonly string[];
  readonly shape: LeafShape | ListShape;
  /** For one language of a text. */
  readonly language?: 'en' | 'cy';
}

/** A sheet of the workbook: a kind, or a list of groups inside the records of a kind (`provisions.gives`). */
export interface SheetPlan {
  readonly name: string;
  readonly kind: KindName;
  /** The list that the rows are items of; absent where the rows are the records. */
  readonly listed?: string;
  readonly columns: readonly Column[];
}

/** The columns that say which record an item belongs to; `of.from` only where the record has several versions. */
export const OWNER = 'of';
export const OWNER_FROM = 'of.from';

/** The rows of the sheet `register`; `thresholds.` with the id of a threshold is one too. */
export const HEADER_ROWS: readonly Column[] = columnsOf(headerShape);
export const THRESHOLDS = 'thresholds.';

/** Every sheet but `register` and `help`, each kind followed by the lists inside it. */
export const SHEETS: readonly SheetPlan[] = KIND_NAMES.flatMap((kind) => {
  const shape = shapeOf(kind);
  const lists = [...shape.fields].flatMap(([listed, field]) =>
    field.is === 'list' && field.item.is === 'group' ? [{ name: `${kind}.${listed}`, kind, listed, columns: columnsOf(field.item) }] : []);
  return [{ name: kind, kind, columns: columnsOf(shape) }, ...lists];
});

function columnsOf(shape: GroupShape, inside: readonly string[] = []): readonly Column[] {
  return [...shape.fields].flatMap(([key, field]): readonly Column[] => {
    const path = [...inside, key];
    const name = path.join('.');
    if (field.is === 'group') return columnsOf(field, path);
    if (field.is === 'list') return field.item.is === 'group' ? [] : [{ name, path, shape: field }];
    if (field.is === 'values-by-name') return [];
    if (field.is !== 'text') return [{ name, path, shape: field }];
    return [{ name, path, shape: field, language: 'en' }, { name: `${name}.cy`, path, shape: field, language: 'cy' }];
  });
}
