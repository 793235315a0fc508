import type { AnyRecord } from '../../model/kind.ts';
import type { Entry } from '../entry.ts';
import { parseFileDigest, type FileDigest } from './file-digest.ts';

/** What the records of a register say of files, now or at any time before, as far as it is not erased. */
export interface NamedFiles {
  /** The records that name each file. */
  readonly by: ReadonlyMap<FileDigest, readonly string[]>;
  /** Records that name a file without a digest, or with what is no SHA-256: nothing can be held against those. */
  readonly vague: readonly string[];
}

/**
 * A record names a file of evidence by `digest`, or by a `file` that is one. One that gives a `url` and no `file` tells of something
 * that is kept elsewhere.
 */
export function namedFiles(entries: readonly Pick<Entry, 'changes'>[]): NamedFiles {
  const by = new Map<FileDigest, Set<string>>();
  const vague = new Set<string>();
  for (const { changes } of entries) {
    for (const { record } of changes) {
      if (record === undefined) continue;
      const named = digestNamed(record);
      if (named === 'vague') vague.add(record.ref);
      else if (named !== undefined) {
        vague.delete(record.ref);
        by.set(named, (by.get(named) ?? new Set()).add(record.ref));
      }
    }
  }
  return { by: new Map([...by].map(([digest, refs]) => [digest, [...refs]])), vague: [...vague] };
}

/** The files that were named and no longer are, once what named them is erased. */
export const filesNoLongerNamed = (before: NamedFiles, after: NamedFiles): readonly FileDigest[] => [...before.by.keys()].filter((digest) => !after.by.has(digest));

function digestNamed(record: AnyRecord): FileDigest | 'vague' | undefined {
  const { file, url, digest } = record as AnyRecord & { readonly file?: unknown; readonly url?: unknown; readonly digest?: unknown };
  const own = typeof file === 'string' ? parseFileDigest(file) : undefined;
  if (own !== undefined) return own;
  if (file === undefined && (url !== undefined || digest === undefined)) return undefined;
  return (typeof digest === 'string' ? parseFileDigest(digest) : undefined) ?? 'vague';
}
