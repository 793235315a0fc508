import { createHash } from 'node:crypto';

/** SHA-256 of the parts laid end to end, 32 bytes. The one piece that the writer of the log and its verifier share. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
