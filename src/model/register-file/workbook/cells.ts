import { fromDayNumber } from '../../../kernel/date.ts';
import type { Limits } from '../limits.ts';
import { Unreadable, type Spot, type SpotFault, type Telling } from '../source.ts';
import { readable, type Parts } from './parts.ts';
import { scanXml, type Attributes } from './xml.ts';

/** What a cell holds: words, a number, true or false, or a day. */
export type Cell = string | number | boolean | { readonly day: string };

/** What a cell holds, as words. */
export const cellInWords = (cell: Cell | undefined): string => (cell === undefined ? '' : String(typeof cell === 'object' ? cell.day : cell));

/** A row with something in it: its number and its cells by column, both from 1. */
export interface Row {
  readonly row: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** Spreadsheet programs keep no more characters in one cell. */
export const MOST_IN_CELL = 32_767;

const COLUMNS = 2 ** 16;
const ROWS = 2 ** 24;

/** @param sheet from 1, row and column too; 0 for the whole of what is around */
export const spotOfCell = (sheet: number, row: number, column: number): Spot => (sheet * ROWS + row) * COLUMNS + column;

/** The sheet, row and column of a spot, each 0 where the spot is the whole of what is around. */
export function cellAt(spot: Spot): { readonly sheet: number; readonly row: number; readonly column: number } {
  const rows = Math.floor(spot / COLUMNS);
  return { sheet: Math.floor(rows / ROWS), row: rows % ROWS, column: spot % COLUMNS };
}

/** 28 is AB. */
export const columnName = (column: number): string => (column > 26 ? columnName(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

interface Reading {
  type: string;
  style: string | undefined;
  column: number;
  value: string | undefined;
  inline: string | undefined;
  formula: boolean;
}

/** Reads the cells of a sheet that hold something. Cells that a program could not work out are faults. @param counted over all sheets */
export function readCells(xml: string, sheet: number, parts: Parts, limits: Limits, faults: SpotFault[], counted: { cells: number }): readonly Row[] {
  const rows: Row[] = [];
  let row = 0;
  let cells = new Map<number, Cell>();
  let cell: Reading | undefined;
  let lastColumn = 0;
  let inPhonetic = false;
  let into: 'value' | 'inline' | undefined;
  const finish = (): void => {
    if (cell === undefined) return;
    const spot = spotOfCell(sheet, row, cell.column);
    const value = valueOf(cell, parts, (code, tell) => void faults.push({ spot, code, tell }));
    if (value !== undefined && value !== '') {
      if (cell.column > limits.columnsOfSheet) throw tooWide(spot, limits);
      counted.cells += 1;
      if (counted.cells > limits.cells) throw tooManyCells(spot, limits);
      cells.set(cell.column, value);
    }
    cell = undefined;
  };
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        row = rowNumber(attributes) ?? row + 1;
        cells = new Map();
        lastColumn = 0;
      } else if (name === 'c') {
        cell = started(attributes, lastColumn);
        lastColumn = cell.column;
      }
      else if (cell !== undefined && name === 'f') cell.formula = true;
      else if (cell !== undefined && (name === 'v' || (name === 't' && !inPhonetic))) {
        into = name === 'v' ? 'value' : 'inline';
        cell[into] ??= '';
      } else if (name === 'rPh') inPhonetic = true;
    },
    close(name) {
      if (name === 'c') finish();
      else if (name === 'v' || name === 't') into = undefined;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'row' && cells.size > 0) {
        if (rows.length >= limits.rowsOfSheet) throw tooLong(spotOfCell(sheet, row, 1), limits);
        rows.push({ row, cells });
      }
    },
    text(text) {
      if (cell !== undefined && into !== undefined) cell[into] = (cell[into] ?? '') + text;
    },
  });
  return rows;
}

function rowNumber(attributes: Attributes): number | undefined {
  const row = Number(attributes('r'));
  return Number.isInteger(row) && row > 0 && row < ROWS ? row : undefined;
}

function started(attributes: Attributes, before: number): Reading {
  const letters = /^[A-Za-z]{1,3}/.exec(attributes('r') ?? '')?.[0];
  const column = letters === undefined ? before + 1 : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { type: attributes('t') ?? 'n', style: attributes('s'), column, value: undefined, inline: undefined, formula: false };
}

type Tell = (code: string, tell: () => Telling) => void;

function valueOf(cell: Reading, parts: Parts, fault: Tell): Cell | undefined {
  const { type, value, inline } = cell;
  const text = type === 'inlineStr' ? inline : type === 's' ? parts.strings[Number(value)] : value;
  if (type === 'e' || (value !== undefined && /^#(?:REF|N\/A|NAME|VALUE|DIV\/0|NULL|NUM|SPILL|CALC)/.test(value))) {
    return void fault('cell-error', () => ({ sentence: `The cell shows the error \`${value ?? '?'}\`. Mend its formula, or type the value.`, found: value ?? '' }));
  }
  if (value === undefined && cell.formula) return void fault('formula-without-value', () => ({ sentence: 'The cell holds a formula whose result was not saved. Open the workbook in your spreadsheet program and save it, or type the value.' }));
  if (text === undefined) return type === 's' && value !== undefined ? void fault('cell-error', () => ({ sentence: 'The cell names words that the workbook does not hold. Type them again.' })) : undefined;
  if (text.length > MOST_IN_CELL) return void fault('too-long', () => ({ sentence: `The cell holds more than ${MOST_IN_CELL.toLocaleString('en-GB')} characters, the most that a cell can.`, expected: `at most ${MOST_IN_CELL} characters` }));
  if (type === 's' || type === 'str' || type === 'inlineStr') return type === 's' ? text : readable(text);
  if (type === 'b') return text === '1' || text === 'true';
  if (type === 'd') return { day: text.slice(0, 10) };
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text.trim() === '' ? undefined : text;
  return (parts.dateStyles[Number(cell.style)] === true ? dayOf(number, parts.from1904) : undefined) ?? number;
}

/** Day 1 is 1 January 1900; programs count a 29 February 1900 that never was, as day 60. */
function dayOf(serial: number, from1904: boolean): Cell | undefined {
  const days = Math.floor(serial + 1e-9) + (from1904 ? 1462 : 0);
  if (days < 1 || days > 2_958_465) return undefined;
  return { day: fromDayNumber(days - 25_569 + (days < 60 ? 1 : 0)) };
}

const tooWide = (spot: Spot, limits: Limits): Unreadable =>
  new Unreadable({ spot, code: 'sheet-too-large', tell: () => ({ sentence: `The sheet has something beyond column ${columnName(limits.columnsOfSheet)}. Clear what does not belong to the register.` }) });

const tooManyCells = (spot: Spot, limits: Limits): Unreadable =>
  new Unreadable({ spot, code: 'sheet-too-large', tell: () => ({ sentence: `The workbook has more than ${limits.cells.toLocaleString('en-GB')} cells with something in them, the most that is read. Split it.` }) });

const tooLong = (spot: Spot, limits: Limits): Unreadable =>
  new Unreadable({ spot, code: 'sheet-too-large', tell: () => ({ sentence: `The sheet has more than ${limits.rowsOfSheet.toLocaleString('en-GB')} rows, the most that is read. Split it.` }) });
