import { quoted, type Place } from '../../../kernel/fault.ts';
import { ok, refused, type Result } from '../../../kernel/result.ts';
import type { KindName } from '../../kinds.ts';
import { faultAt } from '../fault-list.ts';
import type { Limits } from '../limits.ts';
import { choiceOf } from '../sentences.ts';
import { Unreadable, type Source, type SpotFault, type WhereIs } from '../source.ts';
import { Tree } from '../tree.ts';
import { cellAt, columnName, readCells, spotOfCell, type Row } from './cells.ts';
import { SHEETS, type SheetPlan } from './columns.ts';
import { addItems } from './item-rows.ts';
import { readParts } from './parts.ts';
import { readHeaderRows } from './header-rows.ts';
import { groupOf, headed } from './sheet-values.ts';
import { openZip } from './zip.ts';

/** For people only; not read. */
export const HELP = 'help';

interface Sheet {
  readonly name: string;
  /** Its place in the workbook, from 1. */
  readonly number: number;
  readonly rows: readonly Row[];
}

/** Reads a workbook into the values that a YAML file of the same register holds, each with its sheet and cell. */
export function openWorkbook(name: string, bytes: Uint8Array, limits: Limits): Result<{ readonly source: Source; readonly whereIs: WhereIs }> {
  const names: string[] = [];
  const whereIs: WhereIs = (spot) => placeOf(name, names, spot);
  try {
    return ok({ source: read(bytes, limits, names), whereIs });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refused(...error.faults.map((fault) => faultAt(fault, whereIs)));
  }
}

function placeOf(file: string, names: readonly string[], spot: number): Place {
  const { sheet, row, column } = cellAt(spot);
  const title = names[sheet - 1];
  if (title === undefined) return { file };
  return row === 0 ? { file, sheet: title } : { file, sheet: title, cell: `${column === 0 ? 'A' : columnName(column)}${row}` };
}

function read(bytes: Uint8Array, limits: Limits, names: string[]): Source {
  const zip = openZip(bytes, limits.unpackedBytes);
  const parts = readParts(zip, limits.sheets);
  names.push(...parts.sheets.map((sheet) => sheet.name));
  const tree = new Tree(limits);
  const counted = { cells: 0 };
  const sheets = parts.sheets.map(({ name, part }, index): Sheet => {
    const xml = name.trim().toLowerCase() === HELP ? '' : (zip.text(part) ?? '');
    return { name: name.trim(), number: index + 1, rows: readCells(xml, index + 1, parts, limits, tree.faults, counted) };
  });
  const file = tree.map();
  const register = sheets.find((sheet) => sheet.name === 'register');
  if (register !== undefined) readHeaderRows(file, register.number, register.rows, tree);
  const records = new Map<KindName, Record<string, unknown>[]>();
  for (const sheet of sheets) {
    const plan = SHEETS.find((one) => one.name === sheet.name);
    if (plan === undefined) unknownSheet(sheet, tree.faults);
    else if (plan.listed === undefined) records.set(plan.kind, addRecords(file, sheet, plan, tree));
  }
  for (const sheet of sheets) {
    const plan = SHEETS.find((one) => one.name === sheet.name);
    if (plan?.listed !== undefined) addItems(sheet, { ...plan, listed: plan.listed }, records.get(plan.kind) ?? [], tree);
  }
  return tree.done(file);
}

function addRecords(file: Record<string, unknown>, sheet: Sheet, plan: SheetPlan, tree: Tree): Record<string, unknown>[] {
  const table = headed(sheet.name, sheet.number, sheet.rows, plan.columns.map((column) => column.name), tree.faults);
  const list = tree.list();
  const records = table.rows.map((row) => {
    const record = groupOf(row, sheet.number, table, plan.columns, tree);
    tree.push(list, record, spotOfCell(sheet.number, row.row, 0));
    return record;
  });
  if (records.length > 0) tree.put(file, plan.kind, spotOfCell(sheet.number, 0, 0), list, spotOfCell(sheet.number, 0, 0));
  return records;
}

function unknownSheet({ name, number, rows }: Sheet, faults: SpotFault[]): void {
  if (name === 'register' || name.toLowerCase() === HELP || rows.length === 0) return;
  const sheets = ['register', HELP, ...SHEETS.map((plan) => plan.name)];
  const { advice, ...near } = choiceOf(name, sheets);
  faults.push({ spot: spotOfCell(number, 0, 0), code: 'unknown-kind', tell: () => ({ sentence: `The sheet ${quoted(name)} is not a kind of record.${advice} Remarks belong in the sheet ${quoted(HELP)}.`, found: name, expected: 'register, help, or a kind in the plural', ...near }) });
}
