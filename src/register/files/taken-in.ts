import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { FileDigest } from './file-digest.ts';

/** What came of writing a stream into a file. */
export type TakenIn = { readonly bytes: number; readonly digest: FileDigest } | 'too large' | { readonly brokeOff: string };

/**
 * Writes what comes into the file, a piece at a time: the next is asked for when the last is written. Stops at the limit and lets
 * go of the stream. @throws where the file cannot be written
 */
export async function takenIn(content: AsyncIterable<Uint8Array>, handle: FileHandle, most: number): Promise<TakenIn> {
  const hash = createHash('sha256');
  const stream = content[Symbol.asyncIterator]();
  let bytes = 0;
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await stream.next();
    } catch (error) {
      return { brokeOff: error instanceof Error ? error.message : String(error) };
    }
    if (next.done === true) return { bytes, digest: `sha256:${hash.digest('hex')}` };
    bytes += next.value.length;
    try {
      if (bytes > most) {
        await letGo(stream);
        return 'too large';
      }
      hash.update(next.value);
      await writeAll(handle, next.value);
    } catch (error) {
      await letGo(stream);
      throw error;
    }
  }
}

async function writeAll(handle: FileHandle, piece: Uint8Array): Promise<void> {
  for (let from = 0; from < piece.length; ) from += (await handle.write(piece, from, piece.length - from)).bytesWritten;
}

/** An error of a stream that is no longer wanted says nothing to anybody. */
const letGo = async (stream: AsyncIterator<Uint8Array>): Promise<void> => {
  await stream.return?.().catch(() => undefined);
};
