import { quoted } from '../../../kernel/fault.ts';
import { choiceOf } from '../sentences.ts';
import type { Spot, SpotFault, Telling } from '../source.ts';
import type { Tree } from '../tree.ts';
import { cellInWords, spotOfCell, type Cell, type Row } from './cells.ts';
import { valueOfCell } from './cell-values.ts';
import type { Column } from './columns.ts';

type Map_ = Record<string, unknown>;

/** A cell goes on in the column of the same name with `~2`, `~3`: one cell holds 32,767 characters at most. */
const CONTINUED = /^(.*)~[2-9]$/;

/** The header row of a sheet: which column is where. */
export interface Headed {
  /** Positions of a column and of its continuations, by the column's name. */
  readonly at: ReadonlyMap<string, readonly number[]>;
  readonly rows: readonly Row[];
}

/** A row whose first cell begins with `#` is a remark for people. */
export const isRemark = ({ cells }: Row): boolean => {
  const [first] = cells.values();
  return typeof first === 'string' && first.trimStart().startsWith('#');
};

/** Finds the header row and names the columns that are none. @param extra columns beside those of the plan */
export function headed(name: string, sheet: number, rows: readonly Row[], columns: readonly string[], faults: SpotFault[]): Headed {
  const [header, ...rest] = rows.filter((row) => !isRemark(row));
  const at = new Map<string, number[]>();
  const fault = (column: number, code: string, tell: () => Telling): void => void faults.push({ spot: spotOfCell(sheet, header?.row ?? 1, column), code, tell });
  for (const [column, cell] of header?.cells ?? []) {
    const title = cellInWords(cell).trim();
    const [, continued] = CONTINUED.exec(title) ?? [];
    const field = continued ?? title;
    const before = at.get(field);
    if (!columns.includes(field)) fault(column, 'unknown-field', () => unknownColumn(field, name, columns));
    else if (before !== undefined && continued === undefined) fault(column, 'duplicate-key', () => ({ sentence: `The column ${quoted(field)} is given twice in the sheet ${quoted(name)}. Keep one of them.`, found: field }));
    else if (before === undefined) at.set(field, [column]);
    else before.push(column);
  }
  const headless = new Set(rest.flatMap(({ cells }) => [...cells.keys()].filter((column) => header?.cells.has(column) !== true)));
  for (const column of headless) fault(column, 'column-unnamed', () => ({ sentence: `This column of the sheet ${quoted(name)} has values but no name in the first row. Name it, or clear it.`, expected: `one of ${columns.join(', ')}` }));
  return { at, rows: rest };
}

function unknownColumn(field: string, sheet: string, columns: readonly string[]): Telling {
  const { advice, ...near } = choiceOf(field, columns);
  return { sentence: `${quoted(field)} is not a column of the sheet ${quoted(sheet)}.${advice}`, found: field, expected: `one of ${columns.join(', ')}`, ...near };
}

/** The cell of a column with its continuations, and where it begins. */
export function cellOf({ cells }: Row, positions: readonly number[] | undefined): { readonly cell: Cell | undefined; readonly column: number } {
  const [column = 0, ...more] = positions ?? [];
  const cell = cells.get(column);
  if (typeof cell !== 'string' || more.length === 0) return { cell, column };
  return { cell: cell + more.map((position) => cellInWords(cells.get(position))).join(''), column };
}

/** The group that a row writes, put together from its columns. */
export function groupOf(row: Row, sheet: number, { at }: Headed, columns: readonly Column[], tree: Tree): Map_ {
  const group = tree.map();
  for (const column of columns) {
    const positions = at.get(column.name);
    if (positions === undefined) continue;
    const { cell, column: position } = cellOf(row, positions);
    const value = valueOfCell(cell, column.shape);
    if (value !== undefined) place(group, column, value, spotOfCell(sheet, row.row, position), tree);
  }
  return group;
}

/** Puts a value where its column belongs, making the groups on the way. */
export function place(group: Map_, { path, language }: Column, value: unknown, spot: Spot, tree: Tree): void {
  const last = path.at(-1) ?? '';
  let here = group;
  for (const step of path.slice(0, -1)) here = inside(here, step, spot, tree);
  if (language === 'cy') put(inside(here, last, spot, tree), 'cy', value, spot, tree);
  else if (language === 'en') put(inside(here, last, spot, tree), 'en', value, spot, tree);
  else put(here, last, value, spot, tree);
}

function inside(group: Map_, key: string, spot: Spot, tree: Tree): Map_ {
  const found = Object.hasOwn(group, key) ? group[key] : undefined;
  if (typeof found === 'object' && found !== null) return found as Map_;
  const made = tree.map();
  tree.put(group, key, spot, made, spot);
  return made;
}

function put(group: Map_, key: string, value: unknown, spot: Spot, tree: Tree): void {
  if (!Array.isArray(value)) return tree.put(group, key, spot, value, spot);
  const list = tree.list();
  for (const item of value) tree.push(list, item, spot);
  tree.put(group, key, spot, list, spot);
}
