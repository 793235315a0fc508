import type { RegisterContent } from '../register-header.ts';
import { cellOfItems } from './workbook/cell-values.ts';
import { OWNER, SHEETS, type Column } from './workbook/columns.ts';
import { recordsOf, Writing, type Written } from './written.ts';

/** One table: a kind, or a list inside the records of a kind (`provisions.gives`), named as the sheets of a workbook are. */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The records as comma-separated tables (RFC 4180, UTF-8 with a byte order mark, as spreadsheet programs want it). What a
 * spreadsheet program would take for a formula has an apostrophe before it.
 */
export function writeCsv(content: RegisterContent): readonly CsvFile[] {
  const writing = new Writing(content);
  const written = new Map(recordsOf(content).map(([kind, records]) => [kind, records.map((record) => writing.record(kind, record))]));
  return SHEETS.flatMap(({ name, kind, listed, columns }) => {
    const records = written.get(kind) ?? [];
    const heads = columns.map((column) => column.name);
    const rows = listed === undefined
      ? records.map((record) => columns.map((column) => cell(record, column)))
      : records.flatMap((record) => ((record[listed] ?? []) as readonly Written[]).map((item) => [String(record['id']), ...columns.map((column) => cell(item, column))]));
    if (rows.length === 0) return [];
    return [{ name: `${name}.csv`, text: `\ufeff${[listed === undefined ? heads : [OWNER, ...heads], ...rows].map(line).join('')}` }];
  });
}

function cell(record: Written, { path, language }: Column): string {
  const value = path.reduce<unknown>((here, step) => (here as Written | undefined)?.[step], record);
  const said = language === undefined ? value : typeof value === 'string' ? (language === 'en' ? value : undefined) : (value as Written | undefined)?.[language];
  if (said === undefined || said === null) return '';
  return Array.isArray(said) ? cellOfItems(said.map(String)) : typeof said === 'object' ? JSON.stringify(said) : String(said as string | number | boolean);
}

const line = (cells: readonly string[]): string => `${cells.map(quotedCell).join(',')}\r\n`;

function quotedCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
