import { scanXml } from './xml.ts';
import { damaged, type Zip } from './zip.ts';

/** What the sheets of a workbook refer to. */
export interface Parts {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** The texts that cells name by number. */
  readonly strings: readonly string[];
  /** For each style of a cell, whether it shows its number as a date. */
  readonly dateStyles: readonly boolean[];
  /** Days are counted from 1904, as old Macintosh workbooks did. */
  readonly from1904: boolean;
}

/** Reads what all sheets share. @throws Unreadable where the workbook is damaged */
export function readParts(zip: Zip, mostSheets: number): Parts {
  const workbook = ofType(relations(zip, '_rels/.rels', ''), 'officeDocument') ?? 'xl/workbook.xml';
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const related = relations(zip, `${folder}_rels/${workbook.slice(folder.length)}.rels`, folder);
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  scanXml(partNamed(zip, workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes('date1904') ?? '');
      if (name !== 'sheet') return;
      const part = related.get(attributes('id') ?? '')?.target;
      const title = attributes('name');
      if (part === undefined || title === undefined || sheets.length >= mostSheets) throw damaged();
      sheets.push({ name: title, part });
    },
  });
  if (sheets.length === 0) throw damaged();
  return { sheets, strings: readStrings(zip.text(ofType(related, 'sharedStrings') ?? '')), dateStyles: readStyles(zip.text(ofType(related, 'styles') ?? '')), from1904 };
}

export function partNamed(zip: Zip, name: string): string {
  const text = zip.text(name);
  if (text === undefined) throw damaged();
  return text;
}

interface Relation {
  readonly target: string;
  readonly type: string;
}

const ofType = (relations: ReadonlyMap<string, Relation>, type: string): string | undefined =>
  [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target;

function relations(zip: Zip, part: string, folder: string): ReadonlyMap<string, Relation> {
  const targets = new Map<string, Relation>();
  scanXml(zip.text(part) ?? '', {
    open(name, attributes) {
      const id = attributes('Id');
      const target = attributes('Target');
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      targets.set(id, { target: target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, ''), type: attributes('Type') ?? '' });
    },
  });
  return targets;
}

function readStrings(xml: string | undefined): readonly string[] {
  const strings: string[] = [];
  let text: string[] = [];
  let inText = false;
  let inPhonetic = false;
  scanXml(xml ?? '', {
    open(name) {
      if (name === 'si') text = [];
      if (name === 't') inText = !inPhonetic;
      if (name === 'rPh') inPhonetic = true;
    },
    close(name) {
      if (name === 'si') strings.push(readable(text.join('')));
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
    },
    text: (part) => void (inText && text.push(part)),
  });
  return strings;
}

/** `_x000D_` stands for a sign that XML cannot hold, `_x005F_` for the underscore that would look like one. */
export const readable = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

function readStyles(xml: string | undefined): readonly boolean[] {
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  let inCells = false;
  scanXml(xml ?? '', {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt') formats.set(attributes('numFmtId') ?? '', attributes('formatCode') ?? '');
      if (name === 'xf' && inCells) styles.push(showsDate(attributes('numFmtId') ?? '0', formats));
    },
    close: (name) => void (name === 'cellXfs' && (inCells = false)),
  });
  return styles;
}

/** Formats that every spreadsheet program shows as dates; some are used in East Asia only. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

function showsDate(id: string, formats: ReadonlyMap<string, string>): boolean {
  const format = formats.get(id);
  if (format === undefined) return BUILT_IN.has(Number(id));
  const signs = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  return !/^(?:general|standard)/i.test(signs) && /[yd]/i.test(signs);
}
