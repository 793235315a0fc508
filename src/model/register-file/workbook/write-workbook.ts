import type { Cell as ExcelCell, Row as ExcelRow, Sheet as ExcelSheet } from 'write-excel-file/node';
import { parseDate } from '../../../kernel/date.ts';
import type { RegisterContent, RegisterHeader } from '../../register-header.ts';
import type { LeafShape, ListShape } from '../shape.ts';
import { headerAsWritten, recordsOf, Writing, type Written } from '../written.ts';
import { cellOfItems } from './cell-values.ts';
import { cellText, MOST_WRITTEN } from './cell-text.ts';
import { HEADER_ROWS, OWNER, OWNER_FROM, SHEETS, THRESHOLDS, type Column, type SheetPlan } from './columns.ts';

/** A sheet that is to be written. */
export interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly ExcelRow[];
  readonly widths: readonly number[];
}

/** A row: what each column of its sheet holds. */
export type Line = readonly { readonly column: Column; readonly value: unknown }[];

/** The register as a workbook (.xlsx) that reads back to the same content, given the same words of the guidance. */
export async function writeWorkbook(content: RegisterContent): Promise<Uint8Array> {
  return pack([headerSheet(content.header), ...[...linesBySheet(content)].map(([name, lines]) => table(name, lines))]);
}

/** What stands in the rows of each sheet that has any, by the sheet's name and in the order of the sheets. */
export function linesBySheet(content: RegisterContent): ReadonlyMap<string, readonly Line[]> {
  const writing = new Writing(content);
  const written = new Map(recordsOf(content).map(([kind, records]) => [kind, records.map((record) => writing.record(kind, record))]));
  return new Map(SHEETS.flatMap((plan): [string, readonly Line[]][] => {
    const records = written.get(plan.kind) ?? [];
    const lines = plan.listed === undefined ? records.map((record) => lineOf(record, plan.columns)) : itemLines(records, plan, plan.listed);
    return lines.length === 0 ? [] : [[plan.name, lines]];
  }));
}

/** Packs sheets into a workbook; the first row of each stays in view. */
export async function pack(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const toWrite = sheets.map(({ name, rows, widths }): ExcelSheet<Buffer> => ({ sheet: name, data: rows.map((row) => [...row]), stickyRowsCount: 1, columns: widths.map((width) => ({ width })) }));
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(toWrite).toBuffer();
}

export const heading = (name: string): ExcelCell => ({ value: name, fontWeight: 'bold' });

const OWNERS: readonly Column[] = [OWNER, OWNER_FROM].map((name) => ({ name, path: [name], shape: { is: name === OWNER ? 'words' : 'date', meta: {}, required: true, nullable: false, choices: [] } }));

function itemLines(records: readonly Written[], plan: SheetPlan, listed: string): readonly Line[] {
  return records.flatMap((record) => {
    const versions = records.filter((other) => other['id'] === record['id']).length > 1;
    const owner = { [OWNER]: record['id'], ...(versions && record['from'] !== undefined ? { [OWNER_FROM]: record['from'] } : {}) };
    return ((record[listed] ?? []) as readonly Written[]).map((item) => [...lineOf(owner, OWNERS), ...lineOf(item, plan.columns)]);
  });
}

const lineOf = (record: Written, columns: readonly Column[]): Line => columns.map((column) => ({ column, value: valueIn(record, column) }));

function valueIn(record: Written, { path, language }: Column): unknown {
  const value = path.reduce<unknown>((here, step) => (here as Written | undefined)?.[step], record);
  if (language === undefined || value === undefined) return value;
  return typeof value === 'string' ? (language === 'en' ? value : undefined) : (value as Written)[language];
}

/** A sheet with the columns that hold something, the required ones, and as many continuations as the longest words need. */
function table(name: string, lines: readonly Line[]): SheetToWrite {
  const columns = (lines[0] ?? []).flatMap(({ column }, index) => {
    const cells = lines.map((line) => cellsOf(line[index]?.value, column.shape));
    const most = Math.max(...cells.map((parts) => parts.length));
    return most === 0 && !(column.shape.required && column.language !== 'cy') ? [] : [{ column, cells, most: Math.max(1, most) }];
  });
  const titles = columns.flatMap(({ column, most }) => Array.from({ length: most }, (_, part) => heading(part === 0 ? column.name : `${column.name}~${part + 1}`)));
  const rows = lines.map((_, row) => columns.flatMap(({ cells, most }) => Array.from({ length: most }, (_part, part) => cells[row]?.[part] ?? null)));
  return { name, rows: [titles, ...rows], widths: columns.flatMap(({ column, most }) => Array.from({ length: most }, () => widthOf(column.shape))) };
}

export const widthOf = (shape: LeafShape | ListShape): number => (shape.is === 'text' || shape.is === 'words' ? 40 : shape.is === 'date' || shape.is === 'flag' ? 12 : 24);

export function headerSheet(header: RegisterHeader): SheetToWrite {
  const written = headerAsWritten(header);
  const rows = HEADER_ROWS.map((column) => [column.name, ...cellsOf(valueIn(written, column), column.shape)]).filter((row) => row.length > 1);
  const thresholds = Object.entries(header.thresholds).map(([id, value]) => [cellText(`${THRESHOLDS}${id}`), typeof value === 'string' ? cellText(value) : value]);
  return { name: 'register', rows: [[heading('key'), heading('value')], ...rows, ...thresholds], widths: [24, 60] };
}

/** The cell of a value, and those in which long words go on; none for nothing. */
export function cellsOf(value: unknown, shape: LeafShape | ListShape): readonly ExcelCell[] {
  if (value === undefined || value === null) return [];
  if (typeof value === 'number' || typeof value === 'boolean') return [value];
  if ((shape.is === 'date' || shape.is === 'agenda') && typeof value === 'string') return [dayCell(value)];
  const words = Array.isArray(value) ? cellOfItems(value.map(String)) : typeof value === 'string' ? value : '';
  const parts: string[] = [];
  for (let at = 0; at < words.length; ) {
    const end = at + MOST_WRITTEN;
    // A sign outside the basic plane is two units long and must stay whole.
    const cut = /[\ud800-\udbff]/.test(words[end - 1] ?? '') ? end - 1 : end;
    parts.push(cellText(words.slice(at, cut)));
    at = cut;
  }
  return parts;
}

/** A real date where every spreadsheet program counts alike: from 1 March 1900. */
function dayCell(day: string): ExcelCell {
  return parseDate(day) !== undefined && day >= '1900-03-01' ? { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' } : day;
}
