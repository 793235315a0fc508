import { kindOfType, type FileKind } from './file-kinds.ts';
import type { FileBytes } from './file-bytes.ts';
import { packedKind } from './packed-kind.ts';
import { NotPacked } from './unpacked.ts';
import { zipParts } from './zip-directory.ts';

/** What the content of a file is found to be: one of the kinds that are allowed, or what else it is, for a sentence. */
export type Found = { readonly kind: FileKind } | { readonly other: string };

export const NO_DOCUMENT = 'a ZIP archive that is no Word, Excel, PowerPoint or OpenDocument document';

const HEAD_BYTES = 64 * 1024;
const MOST_PARTS = 10_000;

const MARKUP: readonly (readonly [begins: RegExp, words: string])[] = [
  [/^#!/, 'a script'],
  [/^\{\\rtf/, 'an RTF document'],
  [/^<(?:!doctype\s+svg|svg)\b/i, 'an SVG picture'],
  [/^<(?:!doctype\s+html|html|head|body|script|iframe|meta|title|style)\b/i, 'a web page (HTML)'],
];

/** Finds the kind by the content alone, whatever the name says. It is the same for the same content at any time. */
export async function foundKind(bytes: FileBytes): Promise<Found> {
  const head = await bytes.at(0, HEAD_BYTES);
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return allowed('application/pdf');
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return packed(bytes);
  const text = head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  const begin = afterPreamble(text);
  const markup = MARKUP.find(([begins]) => begins.test(begin))?.[1] ?? (text.startsWith('<?xml') ? 'XML' : undefined);
  if (markup !== undefined) return { other: markup };
  if (isEmail(text)) return allowed('message/rfc822');
  if (!/[\u0000-\u0008\u000e-\u001f]/.test(text)) return allowed('text/plain');
  return known(head);
}

/** What comes after an XML declaration and comments, which may stand before any markup. */
function afterPreamble(text: string): string {
  let at = 0;
  for (const [opens, closes] of [['<?xml', '?>'], ...Array.from({ length: 100 }, () => ['<!--', '-->'] as const)] as const) {
    const close = text.startsWith(opens, at) ? text.indexOf(closes, at) : -1;
    if (close >= 0) at = close + closes.length;
    while (/\s/.test(text[at] ?? '')) at += 1;
  }
  return text.slice(at, at + 100);
}

/** A packed file is what its directory says. */
async function packed(bytes: FileBytes): Promise<Found> {
  const parts = await zipParts(bytes, MOST_PARTS);
  const kind = typeof parts === 'string' ? undefined : await packedKind(bytes, parts).then((found) => found.kind, (error: unknown) => {
    if (error instanceof NotPacked) return undefined;
    throw error;
  });
  return kind === undefined ? { other: NO_DOCUMENT } : { kind };
}

async function known(head: Uint8Array): Promise<Found> {
  // Loaded for what nothing else here knows. It reads into some kinds, and fails where they are damaged.
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return { other: 'text in UTF-16' };
  if (type === undefined) return { other: 'something that is not known' };
  const kind = type.mime.startsWith('image/') ? kindOfType(type.mime) : undefined;
  return kind === undefined ? { other: OTHERS[type.mime] ?? `a file of the type ${type.mime}` } : { kind };
}

const OLD_OFFICE = 'a file of Office as it was before 2007, which may carry macros, or one with a password';

const OTHERS: Readonly<Record<string, string>> = {
  'application/x-cfb': OLD_OFFICE,
  'application/x-msdownload': 'a program for Windows',
  'application/x-elf': 'a program for Linux',
  'application/x-mach-binary': 'a program for macOS',
  'image/gif': 'a GIF picture',
  'image/tiff': 'a TIFF picture',
  'image/heic': 'a HEIC picture',
};

/** True where it begins with the header of an e-mail: lines of names and values, among them who sent it and one that only an e-mail has. */
function isEmail(text: string): boolean {
  const header = /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.exec(text)?.[0] ?? '';
  return /^from:/im.test(header) && /^(?:date|received|message-id|mime-version):/im.test(header);
}

function allowed(type: string): Found {
  const kind = kindOfType(type);
  return kind === undefined ? { other: type } : { kind };
}
