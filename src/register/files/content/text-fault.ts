import { isUtf8 } from 'node:buffer';

/** What keeps a file from being text, and the line where. */
export interface TextFault {
  readonly is: 'not UTF-8' | 'control character';
  readonly line: number;
}

/** Tab, line feed, form feed (a page break in exported minutes) and carriage return are part of text. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;
/** In an e-mail the bytes from 128 on are letters of whatever alphabet it names. */
const CONTROL_OF_EMAIL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** The first thing that is not text. An e-mail may be in any alphabet; other text must be UTF-8. */
export async function textFault(pieces: AsyncIterable<Uint8Array>, isEmail: boolean): Promise<TextFault | undefined> {
  const decoder = new TextDecoder(isEmail ? 'latin1' : 'utf-8', { fatal: true });
  let line = 1;
  for await (const piece of pieces) {
    let text: string;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      return { is: 'not UTF-8', line: line + linesBefore(piece) };
    }
    const found = text.search(isEmail ? CONTROL_OF_EMAIL : CONTROL);
    if (found >= 0) return { is: 'control character', line: line + newlines(text.slice(0, found)) };
    line += newlines(text);
  }
  try {
    decoder.decode();
    return undefined;
  } catch {
    return { is: 'not UTF-8', line };
  }
}

/** How many whole lines of the piece, in which something is not UTF-8, come before it. */
function linesBefore(piece: Uint8Array): number {
  let begin = 0;
  // The rest of a sign that the piece before began.
  while (begin < 3 && ((piece[begin] ?? 0) & 0xc0) === 0x80) begin += 1;
  for (let lines = 0; ; lines += 1) {
    const end = piece.indexOf(10, begin);
    if (end < 0 || !isUtf8(piece.subarray(begin, end))) return lines;
    begin = end + 1;
  }
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
