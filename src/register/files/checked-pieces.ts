import { createHash } from 'node:crypto';
import { NotIntact } from '../not-intact.ts';
import type { FileFacts } from './file-store.ts';

/**
 * The pieces as they come, but for the last, which is held back until the whole is found to be what its digest says: nobody is
 * given all of a file that is not right. @throws NotIntact in place of the last piece
 */
export async function* checkedPieces(pieces: AsyncIterable<Uint8Array>, { digest, bytes }: Pick<FileFacts, 'digest' | 'bytes'>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let length = 0;
  let held: Uint8Array | undefined;
  for await (const piece of pieces) {
    if (held !== undefined) yield held;
    hash.update(piece);
    length += piece.length;
    if (length > bytes) break;
    held = piece;
  }
  if (length !== bytes || `sha256:${hash.digest('hex')}` !== digest) throw new NotIntact(`The file ${digest} is damaged where it is kept: what is there is not what its digest says.`);
  if (held !== undefined) yield held;
}
