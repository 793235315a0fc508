import { Readable } from 'node:stream';
import { quoted } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import { NotIntact } from '../not-intact.ts';
import { checkedPieces } from './checked-pieces.ts';
import { bytesOfHandle } from './content/file-bytes.ts';
import { inspected } from './content/inspect.ts';
import type { FileDigest } from './file-digest.ts';
import { FILE_LIMITS, sizeInWords, type FileLimits } from './file-limits.ts';
import { cleanedName } from './file-name.ts';
import type { Draft, FileFacts, FileStore } from './file-store.ts';
import { takenIn } from './taken-in.ts';

/** A file that was put, and the name that a record may give it. */
export interface PutFile extends FileFacts {
  readonly name: string;
}

export interface CheckedFile {
  readonly digest: FileDigest;
  readonly bytes: number;
  readonly state: 'right' | 'damaged';
}

/** The files of evidence of one register: known by their content, looked at before they are kept, checked whenever they are read. */
export class EvidenceFiles {
  readonly #store: FileStore;
  readonly #limits: FileLimits;

  constructor(store: FileStore, limits: FileLimits = FILE_LIMITS) {
    this.#store = store;
    this.#limits = limits;
  }

  get place(): string {
    return this.#store.place;
  }

  /**
   * Takes a file in: durable once answered, refused with nothing left behind. The same content again is the same file, and mends
   * one that was damaged. What a browser says of the type is not asked for: it goes by the name.
   */
  async put(content: AsyncIterable<Uint8Array>, said: { readonly name: string }): Promise<Result<PutFile>> {
    // A stream may fail before anybody reads it; whoever then reads it is told.
    if (content instanceof Readable) content.on('error', () => undefined);
    let draft: Draft | undefined;
    try {
      draft = await this.#store.draft();
      return await this.#kept(content, cleanedName(said.name), draft);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return refused({ category: 'ours', code: 'file-not-kept', sentence: `The file could not be kept (${why}). Put it again: the same content is kept once.` });
    } finally {
      await draft?.end().catch(() => undefined);
    }
  }

  /** The file's content, which fails before its end where it is not what the digest says; undefined where there is none. */
  async get(digest: FileDigest): Promise<{ readonly facts: FileFacts; readonly content: Readable } | undefined> {
    const facts = await this.#store.facts(digest);
    return facts === undefined ? undefined : { facts, content: Readable.from(checkedPieces(this.#store.pieces(digest), facts), { objectMode: false }) };
  }

  async has(digest: FileDigest): Promise<boolean> {
    return (await this.#store.facts(digest)) !== undefined;
  }

  /** Takes a file away for ever, as an erasure asks; false where there was none. */
  remove(digest: FileDigest): Promise<boolean> {
    return this.#store.remove(digest);
  }

  /** Every file that is kept, in the order of their digests. */
  async *list(): AsyncGenerator<FileFacts> {
    for await (const digest of this.#store.digests()) {
      const facts = await this.#store.facts(digest);
      if (facts !== undefined) yield facts;
    }
  }

  /** Reads every file and holds it against its digest. */
  async *check(): AsyncGenerator<CheckedFile> {
    for await (const digest of this.#store.digests()) {
      const facts = await this.#store.facts(digest);
      if (facts !== undefined) yield { digest, bytes: facts.bytes, state: (await this.#isRight(facts)) ? 'right' : 'damaged' };
    }
  }

  async #kept(content: AsyncIterable<Uint8Array>, name: string, draft: Draft): Promise<Result<PutFile>> {
    const taken = await takenIn(content, draft.handle, this.#limits.bytes);
    if (taken === 'too large') return refused({ category: 'input', code: 'file-too-large', sentence: `${quoted(name)} is larger than ${sizeInWords(this.#limits.bytes)}, the most that a file of evidence may be. Divide it, or save its pictures smaller.` });
    if ('brokeOff' in taken) return refused({ category: 'input', code: 'file-cut-short', sentence: `${quoted(name)} did not arrive whole (${taken.brokeOff}). Send it again.` });
    const kind = await inspected(bytesOfHandle(draft.handle, taken.bytes), name, this.#limits);
    if (!kind.ok) return kind;
    const facts = { ...taken, type: kind.value.type };
    const there = await this.#store.facts(facts.digest);
    if (there === undefined || !(await this.#isRight(there))) await draft.keep(facts, there !== undefined);
    return ok({ ...facts, name });
  }

  async #isRight(facts: FileFacts): Promise<boolean> {
    try {
      for await (const _ of checkedPieces(this.#store.pieces(facts.digest), facts));
      return true;
    } catch (error) {
      if (error instanceof NotIntact) return false;
      throw error;
    }
  }
}
