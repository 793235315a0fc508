import type { LeafShape, ListShape } from '../shape.ts';
import type { Cell } from './cells.ts';

/**
 * What a cell says for a field, as a person would have written it in YAML; undefined for a cell with nothing in it.
 * What does not fit is left as it is, for the schema to refuse.
 */
export function valueOfCell(cell: Cell | undefined, shape: LeafShape | ListShape): unknown {
  if (cell === undefined || (typeof cell === 'string' && cell.trim() === '')) return shape.nullable ? null : undefined;
  if (shape.is === 'list') return (typeof cell === 'string' ? itemsOf(cell) : [cell]).map((item) => valueOfCell(item, shape.item as LeafShape));
  if (shape.is === 'flag') return flagOf(cell);
  if (shape.is === 'agenda') return typeof cell === 'object' ? cell.day : flagOf(cell);
  if (shape.is === 'amount') return typeof cell === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(cell) ? Number(cell) : inWords(cell);
  const written = inWords(cell);
  if (typeof written === 'number' || typeof written === 'boolean') return String(written);
  return shape.is === 'words' || shape.is === 'text' ? written : written.trim();
}

const inWords = (cell: Cell): string | number | boolean => (typeof cell === 'object' ? cell.day : cell);

const FLAGS: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false, gwir: true, ydy: true, anwir: false };

function flagOf(cell: Cell): unknown {
  const written = inWords(cell);
  if (typeof written === 'string') return FLAGS[written.trim().toLowerCase()] ?? written.trim();
  return written;
}

/**
 * The items of a list in one cell: parted by semicolons or line ends, or by commas where there are none of those. An item in double quotes may
 * hold any sign, a double quote doubled. A semicolon alone is a list with nothing in it.
 */
export function itemsOf(cell: string): readonly string[] {
  const parted = partedBy(cell, ';\n');
  const whole = parted.length === 1 ? partedBy(cell, ',') : parted;
  return whole.map(({ item, quoted }) => (quoted ? item : item.trim())).filter((item) => item !== '');
}

const QUOTED = /[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*/y;

function partedBy(cell: string, signs: string): readonly { readonly item: string; readonly quoted: boolean }[] {
  const parts: { item: string; quoted: boolean }[] = [];
  for (let at = 0; at <= cell.length; ) {
    QUOTED.lastIndex = at;
    const match = QUOTED.exec(cell);
    const after = at + (match?.[0].length ?? 0);
    const quoted = match !== null && (after === cell.length || signs.includes(cell[after] ?? ''));
    let end = quoted ? after : at;
    while (end < cell.length && !signs.includes(cell[end] ?? '')) end += 1;
    parts.push(quoted ? { item: (match[1] ?? '').replaceAll('""', '"'), quoted } : { item: cell.slice(at, end), quoted });
    at = end + 1;
  }
  return parts;
}

/** The cell that reads back as these items. */
export function cellOfItems(items: readonly string[]): string {
  const written = items.map((item) => (/[;,\n"]|^\s|\s$/.test(item) ? `"${item.replaceAll('"', '""')}"` : item));
  return written.length === 0 ? ';' : written.join('; ');
}
