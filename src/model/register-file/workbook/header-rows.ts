import { quoted } from '../../../kernel/fault.ts';
import { choiceOf } from '../sentences.ts';
import type { Tree } from '../tree.ts';
import { cellInWords, spotOfCell, type Cell, type Row } from './cells.ts';
import { valueOfCell } from './cell-values.ts';
import { HEADER_ROWS, THRESHOLDS } from './columns.ts';
import { isRemark, place } from './sheet-values.ts';

/** Reads the sheet `register`: a key in the first column, its value in the second. */
export function readHeaderRows(file: Record<string, unknown>, sheet: number, rows: readonly Row[], tree: Tree): void {
  const register = tree.map();
  tree.put(file, 'register', spotOfCell(sheet, 0, 0), register, spotOfCell(sheet, 0, 0));
  for (const row of rows.filter((one) => !isRemark(one))) {
    const key = cellInWords(row.cells.get(1)).trim();
    const cell = row.cells.get(2);
    const spot = spotOfCell(sheet, row.row, 2);
    const column = HEADER_ROWS.find((one) => one.name === key);
    if (column !== undefined) {
      const value = valueOfCell(cell, column.shape);
      if (value !== undefined) place(register, column, value, spot, tree);
    } else if (key.startsWith(THRESHOLDS)) {
      if (cell !== undefined) place(register, { name: key, path: ['thresholds', key.slice(THRESHOLDS.length)], shape: WORDS }, plain(cell), spot, tree);
    } else if (!(key === 'key' && row === rows[0])) {
      const { advice, ...near } = choiceOf(key, HEADER_ROWS.map((one) => one.name));
      tree.faults.push({ spot: spotOfCell(sheet, row.row, 1), code: 'unknown-field', tell: () => ({ sentence: `${quoted(key)} is not a key of the sheet ${quoted('register')}.${advice}`, found: key, ...near }) });
    }
  }
}

const WORDS = { is: 'words', meta: {}, required: true, nullable: false, choices: [] } as const;

const plain = (cell: Cell): string | number | boolean => (typeof cell === 'object' ? cell.day : cell);
