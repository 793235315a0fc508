import { KIND_NAMES, type KindName } from '../../model/kinds.ts';
import { shapeOf } from '../../model/register-file/shape.ts';

/** A column of a kind's view: what it is called, and the path to its value in the body. */
export interface ViewColumn {
  readonly name: string;
  readonly path: readonly string[];
  /** `number` and `flag` where every value is one; else words, a list or a group as JSON. */
  readonly is: 'number' | 'flag' | 'words';
}

/**
 * Each store has a view for each kind, named as in a register file: the records that hold today, one a row, a column for each field.
 * The Welsh of a text is `field_cy`; a list or group is JSON. `current_records` has every version, whatever its period.
 */
export const VIEW_NAMES: readonly KindName[] = KIND_NAMES;

export function viewColumns(kind: KindName): readonly ViewColumn[] {
  return [...shapeOf(kind).fields].flatMap(([field, shape]): readonly ViewColumn[] => {
    if (field === 'id') return [];
    if (shape.is === 'text') return [{ name: field, path: [field, 'en'], is: 'words' }, { name: `${field}_cy`, path: [field, 'cy'], is: 'words' }];
    return [{ name: field, path: [field], is: shape.is === 'amount' ? 'number' : shape.is === 'flag' ? 'flag' : 'words' }];
  });
}

/** The name of the column that has the whole body, for what a column of its own does not show. */
export const bodyColumn = (kind: KindName): 'body' | 'record_json' => (viewColumns(kind).some(({ name }) => name === 'body') ? 'record_json' : 'body');

/** An identifier as SQL writes it. */
export const sqlName = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
