import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { FileBytes } from './file-bytes.ts';
import type { Part } from './zip-directory.ts';

/** What a part holds is no packed data. */
export class NotPacked extends Error {}

/** The bytes of a part, unpacked a piece at a time and kept nowhere. @throws NotPacked */
export async function* unpackedPieces(bytes: FileBytes, { isDeflated, from, until }: Part): AsyncGenerator<Uint8Array> {
  if (!isDeflated) {
    yield* bytes.pieces(from, until);
    return;
  }
  const inflate = createInflateRaw();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  // Some faults are known only when all that came out is read.
  pipeline(Readable.from(bytes.pieces(from, until), { objectMode: false }), inflate, (error) => (error ? reject(error) : resolve()));
  promise.catch(() => undefined);
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
    await promise;
  } catch (error) {
    throw /^(?:Z_|ERR_TRAILING_JUNK)/.test((error as NodeJS.ErrnoException).code ?? '') ? new NotPacked() : error;
  }
}

/** Unpacks every part to nowhere, counting what comes out whatever the parts claim, and stops at the limit. */
export async function unpackedFault(bytes: FileBytes, parts: readonly Part[], most: number): Promise<'too large' | 'damaged' | undefined> {
  if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > most) return 'too large';
  let left = most;
  for (const part of parts) {
    let [size, crc] = [0, 0];
    try {
      for await (const piece of unpackedPieces(bytes, part)) {
        left -= piece.length;
        if (left < 0) return 'too large';
        size += piece.length;
        crc = crc32(piece, crc);
      }
    } catch (error) {
      if (error instanceof NotPacked) return 'damaged';
      throw error;
    }
    if (size !== part.unpacked || crc !== part.crc) return 'damaged';
  }
  return undefined;
}

/** The text of a part; undefined where it is longer than any part that only says what the others are. @throws NotPacked */
export async function textOfPart(bytes: FileBytes, part: Part): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let left = 4 * 1024 * 1024;
  for await (const piece of unpackedPieces(bytes, part)) {
    left -= piece.length;
    if (left < 0) return undefined;
    pieces.push(piece);
  }
  const whole = Buffer.concat(pieces);
  return new TextDecoder(whole[0] === 0xff && whole[1] === 0xfe ? 'utf-16le' : whole[0] === 0xfe && whole[1] === 0xff ? 'utf-16be' : 'utf-8').decode(whole);
}
