/** How much a file of evidence may hold. What goes beyond is refused before the rest of it is read. */
export interface FileLimits {
  /** Bytes of the file as it comes. */
  readonly bytes: number;
  /** Bytes of the parts of a packed file (Office, OpenDocument) once unpacked, all together. */
  readonly unpackedBytes: number;
  readonly parts: number;
}

const MB = 1024 * 1024;

export const FILE_LIMITS: FileLimits = { bytes: 50 * MB, unpackedBytes: 500 * MB, parts: 10_000 };

/** `50 MB`, `12 KB`, `7 bytes`. */
export function sizeInWords(bytes: number): string {
  if (bytes >= MB) return `${Number((bytes / MB).toFixed(1))} MB`;
  return bytes >= 1024 ? `${Number((bytes / 1024).toFixed(1))} KB` : `${bytes} byte${bytes === 1 ? '' : 's'}`;
}
