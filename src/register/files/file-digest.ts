/** What a file of evidence is known by: the SHA-256 of its content, `sha256:` and 64 hex digits, as the `digest` of an evidence record has it. */
export type FileDigest = `sha256:${string}`;

const FORM = /^(?:sha256:)?([0-9a-f]{64})$/i;

/** The digest that `text` writes, with or without `sha256:`; undefined where it is none. */
export function parseFileDigest(text: string): FileDigest | undefined {
  const hex = FORM.exec(text.trim())?.[1];
  return hex === undefined ? undefined : `sha256:${hex.toLowerCase()}`;
}

export const hexOf = (digest: FileDigest): string => digest.slice('sha256:'.length);
