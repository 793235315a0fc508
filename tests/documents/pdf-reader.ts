import { isDict, isRef, isText, nameOf, PdfLexer, textOf, type PdfDict, type PdfValue } from './pdf-objects.ts';

/** An element of the tag tree with the words drawn in it. */
export interface Tag {
  readonly role: string;
  readonly lang: string | undefined;
  readonly scope: string | undefined;
  readonly kids: readonly Tag[];
  /** What is drawn in it and in what it holds, in the order of the tree. */
  readonly text: string;
  /** The same, piece by piece, with the language where a piece has its own. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly lang: string | undefined;
}

export interface ReadPdf {
  readonly version: string;
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly showsTitle: boolean;
  readonly marked: boolean;
  readonly metadata: string;
  readonly pages: number;
  readonly outline: readonly string[];
  readonly root: Tag;
  /** Every tag of the tree, in reading order. */
  readonly tags: readonly Tag[];
  /** Names of the actions and scripts in the file, apart from links. */
  readonly actions: readonly string[];
}

/** Reads a tagged PDF: its tree, and the words of each tag through the fonts' own tables from glyph to letter. */
export function readPdf(file: Uint8Array): ReadPdf {
  const bytes = Buffer.from(file);
  const objects = PdfLexer.objects(bytes);
  const at = (value: PdfValue | undefined): PdfValue | undefined => (isRef(value) ? at(objects.get(value.ref)) : value);
  const dict = (value: PdfValue | undefined): Readonly<Record<string, PdfValue>> => {
    const found = at(value);
    return isDict(found) ? found.dict : {};
  };
  const all = [...objects.values()].filter(isDict);
  const catalog = all.find(({ dict: { Type } }) => Type === '/Catalog')?.dict ?? {};
  const pages = new Map([...objects].flatMap(([number, value]) => (isDict(value) && value.dict['Type'] === '/Page' ? [[number, drawnOn(value, at)] as const] : [])));

  function tag(value: PdfValue | undefined, page: number | undefined): Tag {
    const element = dict(value);
    const own = isRef(element['Pg']) ? element['Pg'].ref : page;
    const kids: Tag[] = [];
    const pieces: Piece[] = [];
    for (const kid of [element['K'] ?? []].flat() as readonly PdfValue[]) {
      const inner = dict(kid);
      const mcid = typeof kid === 'number' ? kid : inner['MCID'];
      if (typeof mcid === 'number') pieces.push(pages.get(isRef(inner['Pg']) ? inner['Pg'].ref : (own ?? -1))?.get(mcid) ?? { text: '', lang: undefined });
      else if (inner['S'] !== undefined) {
        const child = tag(kid, own);
        kids.push(child);
        pieces.push(...child.pieces);
      }
    }
    const attributes = [at(element['A']) ?? []].flat() as readonly PdfValue[];
    const scope = attributes.map((each) => dict(each)['Scope']).find((found) => found !== undefined);
    return { role: nameOf(element['S']) ?? '', lang: textOf(element['Lang']), scope: nameOf(scope), kids, text: pieces.map(({ text }) => text).join(''), pieces };
  }

  const [top] = [at(dict(catalog['StructTreeRoot'])['K']) ?? []].flat() as readonly PdfValue[];
  const root = tag(top, undefined);
  const flat = (each: Tag): readonly Tag[] => [each, ...each.kids.flatMap(flat)];
  return {
    version: bytes.subarray(0, 8).toString('latin1'),
    language: textOf(catalog['Lang']),
    title: textOf(all.find(({ dict: { Title, Producer, Creator } }) => Title !== undefined && (Producer ?? Creator) !== undefined)?.dict['Title']),
    showsTitle: dict(catalog['ViewerPreferences'])['DisplayDocTitle'] === true,
    marked: dict(catalog['MarkInfo'])['Marked'] === true,
    metadata: (at(catalog['Metadata']) as PdfDict | undefined)?.stream?.toString('utf8') ?? '',
    pages: pages.size,
    outline: all.flatMap(({ dict: { Title, Dest, A } }) => (Title !== undefined && (Dest ?? A) !== undefined ? [textOf(Title) ?? ''] : [])),
    root,
    tags: flat(root),
    actions: all.flatMap(({ dict: each }) => [dict(each['A'])['S'], each['S']]).flatMap((kind) => {
      const name = nameOf(kind) ?? '';
      return ['JavaScript', 'Launch', 'GoToR', 'SubmitForm', 'ImportData'].includes(name) ? [name] : [];
    }),
  };
}

type At = (value: PdfValue | undefined) => PdfValue | undefined;

/** The words drawn on a page, by the number of the marked content that they are drawn in. */
function drawnOn(page: PdfDict, at: At): ReadonlyMap<number, Piece> {
  const resources = at(page.dict['Resources']) as PdfDict;
  const properties = (at(resources.dict['Properties']) as PdfDict | undefined)?.dict ?? {};
  const fonts = Object.fromEntries(Object.entries((at(resources.dict['Font']) as PdfDict | undefined)?.dict ?? {}).map(([name, font]) => [name, letters(at(font) as PdfDict, at)]));
  const found = new Map<number, Piece>();
  const marks: { mcid: number | undefined; says: string | undefined; lang: string | undefined }[] = [];
  let font: ReadonlyMap<number, string> = new Map();
  let operands: PdfValue[] = [];
  const write = (text: string) => {
    const mark = marks.findLast(({ mcid }) => mcid !== undefined);
    if (mark?.mcid !== undefined) found.set(mark.mcid, { text: (found.get(mark.mcid)?.text ?? '') + text, lang: mark.lang });
  };
  const content = new PdfLexer((at(page.dict['Contents']) as PdfDict).stream ?? Buffer.alloc(0));
  while (!content.done) {
    const value = content.value();
    if (typeof value !== 'object' || value === null || !('operator' in value)) {
      operands.push(value);
      continue;
    }
    switch (value.operator) {
      case 'BDC': {
        const named = operands[1];
        const mark = (isDict(named) ? named : (at(properties[nameOf(named) ?? '']) as PdfDict | undefined))?.dict ?? {};
        marks.push({ mcid: mark['MCID'] as number | undefined, says: textOf(mark['ActualText']), lang: textOf(mark['Lang']) });
        const says = marks.at(-1)?.says;
        if (says !== undefined) write(says);
        break;
      }
      case 'BMC':
        marks.push({ mcid: undefined, says: undefined, lang: undefined });
        break;
      case 'EMC':
        marks.pop();
        break;
      case 'Tf':
        font = fonts[nameOf(operands[0]) ?? ''] ?? new Map();
        break;
      case 'Tj':
      case 'TJ':
        if (marks.every(({ says }) => says === undefined)) for (const piece of operands.flat() as readonly PdfValue[]) if (isText(piece)) write(spelt(piece.bytes, font));
        break;
    }
    operands = [];
  }
  return found;
}

/** From a glyph's two-byte number to the letters it stands for, as the font's ToUnicode table has it. */
function letters(font: PdfDict, at: At): ReadonlyMap<number, string> {
  const table = (at(font.dict['ToUnicode']) as PdfDict | undefined)?.stream?.toString('latin1') ?? '';
  const found = new Map<number, string>();
  for (const [, body = ''] of table.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', text = ''] of body.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)) found.set(Number.parseInt(glyph, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'));
  }
  return found;
}

const spelt = (bytes: Buffer, font: ReadonlyMap<number, string>): string =>
  Array.from({ length: bytes.length / 2 }, (_, index) => font.get(bytes.readUInt16BE(index * 2)) ?? '').join('');
