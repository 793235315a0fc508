import type { EvidenceFiles } from './evidence-files.ts';
import type { FileDigest } from './file-digest.ts';
import type { NamedFiles } from './named-files.ts';

/** A file with the records that name it. */
export interface FileOfRecords {
  readonly digest: FileDigest;
  readonly by: readonly string[];
}

/** How the files that are kept stand against what the records name. */
export interface EvidenceCheck {
  /** Files that are named, are there and are what their digest says. */
  readonly right: number;
  readonly damaged: readonly FileOfRecords[];
  /** Named, and not there. */
  readonly missing: readonly FileOfRecords[];
  /** There, and named by no record: put and not yet recorded, or left behind. */
  readonly unnamed: readonly { readonly digest: FileDigest; readonly bytes: number }[];
  /** Records that name a file without a digest that it could be held against. */
  readonly vague: readonly string[];
}

/** Reads every file that is kept. */
export async function checkEvidence(files: EvidenceFiles, { by, vague }: NamedFiles): Promise<EvidenceCheck> {
  const missing = new Map(by);
  const damaged: FileOfRecords[] = [];
  const unnamed: { digest: FileDigest; bytes: number }[] = [];
  let right = 0;
  for await (const { digest, bytes, state } of files.check()) {
    const refs = by.get(digest);
    missing.delete(digest);
    if (state === 'damaged') damaged.push({ digest, by: refs ?? [] });
    else if (refs === undefined) unnamed.push({ digest, bytes });
    else right += 1;
  }
  return { right, damaged, missing: [...missing].map(([digest, refs]) => ({ digest, by: refs })), unnamed, vague };
}

/** True where nothing that the register names is lost or changed. */
export const isWhole = ({ damaged, missing }: EvidenceCheck): boolean => damaged.length === 0 && missing.length === 0;
