import { quoted, type Fault } from '../../../kernel/fault.ts';
import { ok, refused, type Result } from '../../../kernel/result.ts';
import { sizeInWords, type FileLimits } from '../file-limits.ts';
import { endingOf } from '../file-name.ts';
import type { FileBytes } from './file-bytes.ts';
import { ALLOWED_IN_WORDS, type FileKind } from './file-kinds.ts';
import { foundKind, NO_DOCUMENT } from './found-kind.ts';
import { packedKind } from './packed-kind.ts';
import { textFault } from './text-fault.ts';
import { NotPacked, unpackedFault } from './unpacked.ts';
import { zipEnd, zipParts } from './zip-directory.ts';

/** What a file of evidence is, found from its content and held against its name; or why it is refused. */
export async function inspected(bytes: FileBytes, name: string, limits: FileLimits): Promise<Result<FileKind>> {
  if (bytes.size === 0) return no('file-empty', `${quoted(name)} is empty.`);
  const found = await foundKind(bytes);
  const fault = (await packedFault(bytes, name, limits)) ?? ('other' in found ? otherFault(name, found.other) : (endingFault(name, found.kind) ?? (await innerFault(bytes, name, found.kind))));
  if (fault !== undefined) return refused(fault);
  return 'kind' in found ? ok(found.kind) : no('file-type-refused', `${quoted(name)} is of no kind that is allowed.`);
}

const otherFault = (name: string, other: string): Fault => ({
  ...fault('file-type-refused', `${quoted(name)} holds ${other}. A file of evidence is ${ALLOWED_IN_WORDS}.`),
  found: other, expected: ALLOWED_IN_WORDS,
});

/** Where the content is allowed and the name says that it is something else. */
function endingFault(name: string, { words, endings }: FileKind): Fault | undefined {
  const ending = endingOf(name);
  if (endings.includes(ending)) return undefined;
  const right = endings.map((one) => `.${one}`).join(' or ');
  const says = ending === '' ? 'and its name has no ending' : `and its name ends in \`.${ending}\``;
  return { ...fault('file-ending-refused', `${quoted(name)} holds ${words}, ${says}. Name it ${right}, if that is what it is.`), found: ending, expected: right, nearest: endings[0] ?? '' };
}

/** Everything that a packed file can hide; nothing where it is none. */
async function packedFault(bytes: FileBytes, name: string, limits: FileLimits): Promise<Fault | undefined> {
  const head = await bytes.at(0, 4);
  if (!head.equals(Buffer.from('PK\u0003\u0004'))) return undefined;
  const parts = await zipParts(bytes, limits.parts);
  switch (parts) {
    case 'damaged':
      return damaged(name);
    case 'protected':
      return locked(name);
    case 'too many parts':
      return fault('file-unpacked-too-large', `${quoted(name)} has more than ${limits.parts.toLocaleString('en-GB')} parts.`);
    default:
  }
  // What it says that it is comes first: only a document is worth unpacking.
  const packed = await packedKind(bytes, parts).catch((error: unknown) => {
    if (error instanceof NotPacked) return undefined;
    throw error;
  });
  if (packed === undefined) return damaged(name);
  if (packed.isProtected) return locked(name);
  if (packed.macro !== undefined) return fault('file-macros', `${quoted(name)} carries macros (${quoted(packed.macro)}). Save it without them, as .docx, .xlsx, .pptx or OpenDocument, or as a PDF.`);
  if (packed.kind === undefined) return otherFault(name, NO_DOCUMENT);
  const unpacked = await unpackedFault(bytes, parts, limits.unpackedBytes);
  if (unpacked === 'too large') return fault('file-unpacked-too-large', `${quoted(name)} is larger than ${sizeInWords(limits.unpackedBytes)} once unpacked. A document that people wrote is not.`);
  return unpacked === undefined ? undefined : damaged(name);
}

/** What is wrong inside a file of an allowed kind, beside what packing hides. */
async function innerFault(bytes: FileBytes, name: string, { type }: FileKind): Promise<Fault | undefined> {
  if (type === 'text/plain' || type === 'message/rfc822') {
    const wrong = await textFault(bytes.pieces(), type === 'message/rfc822');
    if (wrong === undefined) return undefined;
    if (wrong.is === 'not UTF-8') return fault('file-text-wrong', `${quoted(name)} is not UTF-8 text: line ${wrong.line} holds a letter of another encoding. In Excel, save it as “CSV UTF-8”; in an editor, as UTF-8.`);
    return fault('file-text-wrong', `${quoted(name)} is not plain text: line ${wrong.line} holds a control character.`);
  }
  if (type !== 'application/pdf' && !type.startsWith('image/')) return undefined;
  if ((await zipEnd(bytes)) !== undefined) return fault('file-two-in-one', `${quoted(name)} is two files in one: behind what it shows lies a ZIP archive. Save it again from the program that it is of.`);
  const tail = await bytes.at(Math.max(0, bytes.size - 1024), 1024);
  const isWhole = type === 'application/pdf' ? tail.includes('%%EOF') : type === 'image/png' ? tail.subarray(-8, -4).toString('latin1') === 'IEND' : true;
  return isWhole ? undefined : fault('file-damaged', `${quoted(name)} does not end as ${type === 'image/png' ? 'a PNG picture' : 'a PDF'} does: it was cut short, or something was put behind it.`);
}

const damaged = (name: string): Fault => fault('file-damaged', `${quoted(name)} is damaged: its packed parts do not fit together. Open it in the program that it is of and save it again.`);

const locked = (name: string): Fault => fault('file-protected', `${quoted(name)} is protected with a password, so nobody can tell what it holds. Save it without one.`);

const fault = (code: string, sentence: string): Fault => ({ category: 'input', code, sentence });

const no = (code: string, sentence: string): Result<never> => refused(fault(code, sentence));
