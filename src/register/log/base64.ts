/** RFC 4648, section 4, with padding. */
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');

/** The bytes that `text` writes; undefined unless it is exactly how `base64` writes them: one text a value, no spare bits. */
export function parseBase64(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return base64(bytes) === text ? bytes : undefined;
}
