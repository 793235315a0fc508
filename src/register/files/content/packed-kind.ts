import { kindOfType, type FileKind } from './file-kinds.ts';
import type { FileBytes } from './file-bytes.ts';
import { textOfPart } from './unpacked.ts';
import type { Part } from './zip-directory.ts';

/** What a packed file is, as far as its own list of contents says. */
export interface Packed {
  readonly kind: FileKind | undefined;
  /** Why it may do more than show something: the part that says so. */
  readonly macro: string | undefined;
  /** Its parts are locked with a password. */
  readonly isProtected: boolean;
}

const MACRO_PART = /(?:^|\/)(?:vbaproject[^/]*\.bin|macrosheets\/[^/]+|activex\/[^/]+)$/i;
const MACRO_TYPE = /ContentType\s*=\s*["'][^"']*(?:macroEnabled|vbaProject|activeX)/i;
/** OpenDocument keeps macros in these folders. */
const OPEN_MACRO_PART = /^(?:Basic|Scripts)\/./i;
const MAIN = /ContentType\s*=\s*["']([^"']+)\.main\+xml["']/i;

/** @throws NotPacked where the part that tells what the file is, is damaged */
export async function packedKind(bytes: FileBytes, parts: readonly Part[]): Promise<Packed> {
  const named = (name: string): Part | undefined => parts.find((part) => part.name.toLowerCase() === name);
  const [types, mimetype, manifest] = await Promise.all(['[content_types].xml', 'mimetype', 'meta-inf/manifest.xml'].map(async (name) => {
    const part = named(name);
    return part === undefined ? undefined : ((await textOfPart(bytes, part)) ?? '');
  }));
  if (types !== undefined) {
    const macro = parts.find(({ name }) => MACRO_PART.test(name))?.name ?? (MACRO_TYPE.test(types) ? '[Content_Types].xml' : undefined);
    return { kind: kindOfType(MAIN.exec(types)?.[1] ?? ''), macro, isProtected: false };
  }
  const macro = parts.find(({ name }) => OPEN_MACRO_PART.test(name))?.name;
  return { kind: mimetype === undefined ? undefined : kindOfType(mimetype.trim()), macro, isProtected: manifest?.includes('encryption-data') === true };
}
