import { hash } from 'node:crypto';

/** SHA-256 of the parts laid end to end, 32 bytes. The one piece that the writer of the log and its verifier share. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const [only = new Uint8Array(), ...more] = parts;
  // Asked for as text: Node makes a block of its own for each hash that it gives as bytes, which takes longer than the hashing.
  return Buffer.from(hash('sha256', more.length === 0 ? only : Buffer.concat(parts), 'binary'), 'binary');
}
