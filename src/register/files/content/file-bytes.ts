import type { FileHandle } from 'node:fs/promises';

/** The content of a file, read where it is wanted and never whole. */
export interface FileBytes {
  readonly size: number;
  /** The bytes from `from` up to `until` or the end, a piece at a time. */
  pieces(from?: number, until?: number): AsyncIterable<Uint8Array>;
  /** At most `length` bytes from `from`; fewer at the end. */
  at(from: number, length: number): Promise<Buffer>;
}

export const PIECE_BYTES = 256 * 1024;

export const bytesOfHandle = (handle: FileHandle, size: number): FileBytes => ({
  size,
  async *pieces(from = 0, until = size) {
    for (let next = from; next < until; ) {
      const piece = await read(handle, next, Math.min(PIECE_BYTES, until - next));
      if (piece.length === 0) return;
      next += piece.length;
      yield piece;
    }
  },
  at: (from, length) => read(handle, from, Math.max(0, Math.min(length, size - from))),
});

async function read(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const into = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(into, filled, length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return into.subarray(0, filled);
}
