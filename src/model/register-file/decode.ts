import { quoted } from '../../kernel/fault.ts';
import { Unreadable } from './source.ts';

/** What no YAML or JSON text may hold: control characters but tab and line end. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The text of a file: UTF-8, or UTF-16 that says so; line ends become `\n`. Spots count from the start of this text. */
export function decode(bytes: Uint8Array): string {
  const decoded = withoutMark(bytes);
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
  if (!/\S/.test(text)) {
    throw new Unreadable({ spot: 0, code: 'file-empty', tell: () => ({ sentence: 'The file is empty. Begin with `register:`, its id and its authority.' }) });
  }
  return text;
}

/** @throws Unreadable at the first control character; called once a file turns out to be text */
export function refuseControlCharacters(text: string): void {
  const at = text.search(CONTROL);
  if (at === -1) return;
  const name = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
  throw new Unreadable({ spot: at, code: 'control-character', tell: () => ({ sentence: `A control character (${name}) stands here. Remove it.`, found: name }) });
}

function withoutMark(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(bytes);
  }
}

function notUtf8(bytes: Uint8Array): Unreadable {
  let good = 0;
  let bad = bytes.length;
  // The longest start that decodes ends where the first wrong byte is; `stream` forgives a character cut at the end.
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good), { stream: true }).replace(/\r\n?/g, '\n');
  const line = before.split('\n').length;
  const near = before.slice(before.lastIndexOf('\n') + 1).slice(-20);
  return new Unreadable({
    spot: before.length,
    code: 'not-utf-8',
    tell: () => ({ sentence: `Line ${line} is not written in UTF-8${near === '' ? '' : ` after ${quoted(near)}`}. Save the file as UTF-8.`, expected: 'text in UTF-8' }),
  });
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
