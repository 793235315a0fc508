import type { FileBytes } from './file-bytes.ts';

/** One part of a packed file, as the directory at the file's end has it: what every Office program goes by. */
export interface Part {
  readonly name: string;
  readonly isDeflated: boolean;
  /** Where its packed bytes lie. */
  readonly from: number;
  readonly until: number;
  readonly unpacked: number;
  readonly crc: number;
}

/** Why a packed file is not accepted: the parts do not fit together, or a password keeps us from looking in. */
export type ZipFault = 'damaged' | 'protected' | 'too many parts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const [END_BYTES, ENTRY_BYTES, LOCAL_BYTES] = [22, 46, 30];
const LARGE_END = 0x06064b50;
const LARGE_END_BYTES = 76;
const LONGEST_COMMENT = 0xffff;
/** Room that may lie behind a part: its sizes once more, where they were not known before it was written. */
const DESCRIPTOR_BYTES = 24;

interface ZipEnd {
  readonly entries: number;
  /** The directory. */
  readonly from: number;
  readonly until: number;
  /** Where the record itself is, which has this very length where nothing was written behind it. */
  readonly at: number;
}

/** Where the directory of a ZIP file that ends with this file lies; undefined where none ends here. */
export async function zipEnd(bytes: FileBytes): Promise<ZipEnd | undefined> {
  const start = Math.max(0, bytes.size - END_BYTES - LONGEST_COMMENT);
  const tail = await bytes.at(start, bytes.size - start);
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END || at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const [length, from] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    return { entries: tail.readUInt16LE(at + 10), from, until: from + length, at: start + at };
  }
  return undefined;
}

/**
 * The parts of a ZIP file in the order in which they lie. Refused as damaged where the directory and what lies before it tell of
 * different parts, or anything lies between them: a file must not be one thing to us and another to the program that opens it.
 */
export async function zipParts(bytes: FileBytes, most: number): Promise<readonly Part[] | ZipFault> {
  const end = await zipEnd(bytes);
  if (end === undefined || end.at + END_BYTES !== bytes.size || !(await isNext(bytes, end))) return 'damaged';
  if (end.entries > most) return 'too many parts';
  const directory = await bytes.at(end.from, end.until - end.from);
  const listed = entriesOf(directory, end.entries);
  if (!Array.isArray(listed)) return listed;
  const parts: Part[] = [];
  let reached = 0;
  for (const entry of listed.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < reached || entry.offset > reached + (reached === 0 ? 0 : DESCRIPTOR_BYTES)) return 'damaged';
    const local = await bytes.at(entry.offset, LOCAL_BYTES + entry.name.length);
    if (local.length < LOCAL_BYTES || local.readUInt32LE(0) !== LOCAL || local.readUInt16LE(26) !== entry.name.length) return 'damaged';
    if (!local.subarray(LOCAL_BYTES).equals(entry.name) || local.readUInt16LE(8) !== entry.method) return 'damaged';
    const from = entry.offset + LOCAL_BYTES + entry.name.length + local.readUInt16LE(28);
    reached = from + entry.packed;
    parts.push({ name: entry.name.toString().replaceAll('\\', '/').replace(/^\/+/, ''), isDeflated: entry.method === 8, from, until: reached, unpacked: entry.unpacked, crc: entry.crc });
  }
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  const fits = reached <= end.from && end.from <= reached + DESCRIPTOR_BYTES && names.size === parts.length;
  return fits ? parts : 'damaged';
}

/** Nothing may lie between the directory and its end but the same end in the form for very large files. */
async function isNext(bytes: FileBytes, { at, until }: ZipEnd): Promise<boolean> {
  if (until === at) return true;
  const between = await bytes.at(until, 4);
  return at - until === LARGE_END_BYTES && between.length === 4 && between.readUInt32LE(0) === LARGE_END;
}

interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

function entriesOf(directory: Buffer, count: number): Entry[] | ZipFault {
  const entries: Entry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) return 'damaged';
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
    if ((flags & 0x2041) !== 0) return 'protected';
    if (method !== 0 && method !== 8) return 'damaged';
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.subarray(at + ENTRY_BYTES, nameEnd),
      method,
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return at === directory.length ? entries : 'damaged';
}
