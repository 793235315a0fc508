import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** What the directory claims that the part unpacks to, where it lies. */
  readonly claims?: number;
}

/** A ZIP file of these parts, deflated. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, data, claims } of parts) {
    const bytes = Buffer.from(data as string);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claims ?? bytes.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, tail, title]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** The parts of a small workbook with these sheets, each the XML inside `<sheetData>`. */
export function workbookParts(sheets: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): readonly Part[] {
  const names = Object.keys(sheets);
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = names.map((_, index) => `<Relationship Id="r${index}" Type="${type}/worksheet" Target="worksheets/s${index}.xml"/>`);
  const others = Object.keys(more).map((part) => `<Relationship Id="${part}" Type="${type}/${part}" Target="${part}.xml"/>`);
  return [
    { name: '_rels/.rels', data: `<Relationships><Relationship Id="w" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', data: `<workbook><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"/>`).join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships>${relations.join('')}${others.join('')}</Relationships>` },
    ...names.map((name, index) => ({ name: `xl/worksheets/s${index}.xml`, data: `<?xml version="1.0"?><worksheet><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>` })),
    ...Object.entries(more).map(([part, data]) => ({ name: `xl/${part}.xml`, data })),
  ];
}

/** Rows of words as the XML of a sheet. */
export const rowsOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row, index) => `<row r="${index + 1}">${row.map((words, column) => (words === '' ? '' : `<c r="${String.fromCharCode(65 + column)}${index + 1}" t="inlineStr"><is><t>${words}</t></is></c>`)).join('')}</row>`).join('');
