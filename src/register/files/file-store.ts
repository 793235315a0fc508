import type { FileHandle } from 'node:fs/promises';
import type { FileDigest } from './file-digest.ts';

/** What is known of a file that is kept. Its type is found from the content alone. */
export interface FileFacts {
  readonly digest: FileDigest;
  readonly bytes: number;
  readonly type: string;
}

/** A file of ours that something is written into before it is known what it is. Under no name that anybody reads. */
export interface Draft {
  readonly handle: FileHandle;
  /**
   * Keeps what was written: whole and durable when it comes back.
   * @param mends true where what is kept by that digest is damaged, and this takes its place
   */
  keep(facts: FileFacts, mends: boolean): Promise<void>;
  /** Lets go of it; what was not kept is gone. */
  end(): Promise<void>;
}

/** Keeps the files of one register, each whole and by its digest. It asks nothing of what it is given and checks nothing that it gives. */
export interface FileStore {
  /** Where they are kept, for people; nothing secret is in it. */
  readonly place: string;
  draft(): Promise<Draft>;
  /** Undefined where there is no such file. */
  facts(digest: FileDigest): Promise<FileFacts | undefined>;
  /** The content in order, as it is read; @throws where there is no such file, or it goes away. */
  pieces(digest: FileDigest): AsyncIterable<Uint8Array>;
  /** Takes it away for ever; false where there was none. */
  remove(digest: FileDigest): Promise<boolean>;
  /** Every file of the register, in the order of their digests. */
  digests(): AsyncIterable<FileDigest>;
}
