/** The most octets that a line may have, its end left out (RFC 5545 3.1). */
const LONGEST = 75;

/** A TEXT value (RFC 5545 3.3.11): nothing in it ends the value, the line or the component. */
export const textValue = (text: string): string => text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\n/g, '\\n');

/** Lines as they are written: each ended by CRLF and folded at 75 octets, never inside a character. */
export const written = (lines: readonly string[]): string => lines.map((line) => `${folded(line)}\r\n`).join('');

function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > LONGEST) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += more;
  }
  return out;
}
