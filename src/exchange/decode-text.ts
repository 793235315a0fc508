import { quoted } from '../kernel/fault.ts';
import { unreadable, type Gathering } from './findings.ts';

/**
 * The text of a file: in UTF-16 where it begins so, in what its XML declaration says, else in UTF-8. What is none of them is read as
 * Windows-1252, with a note. @throws Unreadable where it is empty, not text, or in an encoding that is not known
 */
export function decodeText(bytes: Uint8Array, file: string, gathering: Gathering): string {
  if (bytes.length > gathering.limits.bytes) {
    const most = Math.floor(gathering.limits.bytes / 1024 / 1024);
    unreadable('file-too-large', `The file is larger than ${most} MB, the most that is read. Give a part of it.`, { file });
  }
  const text = decoded(bytes, file, gathering);
  if (!/\S/.test(text)) unreadable('file-empty', 'The file is empty.', { file });
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.exec(text);
  if (control !== null) {
    const line = text.slice(0, control.index).split('\n').length;
    unreadable('not-text', `A control character stands here: this is no text, or its encoding is not what it says.`, { file, line });
  }
  return text;
}

function decoded(bytes: Uint8Array, file: string, gathering: Gathering): string {
  const [a, b, , d] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Without a mark: one byte of the first signs is none.
  if (a !== undefined && a !== 0 && b === 0 && d === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0 && b !== undefined && b !== 0) return new TextDecoder('utf-16be').decode(bytes);
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 300)))?.[1];
  // The bytes say that it is not UTF-16, whatever is declared.
  if (declared !== undefined && !/^utf-?(8|16)/i.test(declared)) return inEncoding(bytes, declared, file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    gathering.note('read-as-windows-1252', { file });
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function inEncoding(bytes: Uint8Array, declared: string, file: string): string {
  try {
    return new TextDecoder(declared, { fatal: true }).decode(bytes);
  } catch {
    return unreadable('encoding-unknown', `The file says that it is written in ${quoted(declared)}, and cannot be read so. Save it as UTF-8.`, { file, line: 1 });
  }
}
