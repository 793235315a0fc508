import { deflateSync, crc32 } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';

/** Small files of every kind that evidence may be, each real enough for the program that it is of to open. */

export async function* inPieces(bytes: Uint8Array | string, size = 1_000): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(bytes as Uint8Array);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

export async function gathered<T>(all: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
}

const RELATIONS = 'application/vnd.openxmlformats-package.relationships+xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const office = (folder: string, main: string, type: string, body: string, more: Zippable = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(`${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${RELATIONS}"/><Override PartName="/${folder}/${main}" ContentType="${type}"/></Types>`),
    '_rels/.rels': strToU8(`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${folder}/${main}"/></Relationships>`),
    [`${folder}/${main}`]: strToU8(HEAD + body),
    ...more,
  });

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const word = (text = 'The protocol.', more: Zippable = {}, type = `${OFFICE}.wordprocessingml.document.main+xml`): Uint8Array =>
  office('word', 'document.xml', type, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`, more);

export const excel = (): Uint8Array => office('xl', 'workbook.xml', `${OFFICE}.spreadsheetml.sheet.main+xml`, '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>');

export const powerpoint = (): Uint8Array => office('ppt', 'presentation.xml', `${OFFICE}.presentationml.presentation.main+xml`, '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>');

export const openText = (more: Zippable = {}, kind = 'text'): Uint8Array =>
  zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }], 'content.xml': strToU8(`${HEAD}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>`), 'META-INF/manifest.xml': strToU8(`${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`), ...more });

export const pdf = (): Uint8Array => strToU8('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export function png(): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))), chunk('IEND', Buffer.alloc(0))]);
}

/** One grey point. */
export const jpeg = (): Uint8Array =>
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc0000b080001000101011100ffc40014000100000000000000000000000000000003ffc40014100100000000000000000000000000000000ffda0008010100003f0037ffd9', 'hex');

export const email = (): Uint8Array => strToU8('Received: from mail.example\r\n\tby mx.example; Tue, 1 Jan 2013 12:00:00 +0000\r\nFrom: Clerk <clerk@cwm.example>\r\nTo: director@cwm.example\r\nSubject: Minutes\r\n\r\nAttached.\r\n');

/** Each with a name that fits it and the type it is found to be. */
export const ALLOWED: readonly (readonly [name: string, bytes: Uint8Array, type: string])[] = [
  ['protocol.docx', word(), `${OFFICE}.wordprocessingml.document`],
  ['returns.xlsx', excel(), `${OFFICE}.spreadsheetml.sheet`],
  ['briefing.pptx', powerpoint(), `${OFFICE}.presentationml.presentation`],
  ['protocol.odt', openText(), 'application/vnd.oasis.opendocument.text'],
  ['returns.ods', openText({}, 'spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
  ['briefing.odp', openText({}, 'presentation'), 'application/vnd.oasis.opendocument.presentation'],
  ['report.pdf', pdf(), 'application/pdf'],
  ['chart.png', png(), 'image/png'],
  ['letter.JPG', jpeg(), 'image/jpeg'],
  ['minutes.txt', strToU8('Cofnodion – the minutes.\r\nPage 2\f'), 'text/plain'],
  ['figures.csv', strToU8('\ufeffyear,£\n2012,5\n'), 'text/plain'],
  ['letter.eml', email(), 'message/rfc822'],
];
