import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ID } from '../../../model/kind.ts';
import { bytesOfHandle } from '../content/file-bytes.ts';
import { foundKind } from '../content/found-kind.ts';
import { hexOf, parseFileDigest, type FileDigest } from '../file-digest.ts';
import type { Draft, FileFacts, FileStore } from '../file-store.ts';
import { isMissing, namesIn, overwrite, syncFolder } from './on-disk.ts';

const DRAFT = '.new';

/** The drafts that this process is writing, by path. */
const underWay = new Set<string>();

/** Where the files of a register lie in a data folder. */
const filesIn = (folder: string, register: string): string => join(folder, 'files', register);

/**
 * The files of a register in its data folder, as `files/REGISTER/ab/cdef…`: written under another name beside, synced, renamed, and
 * the folder synced. Whoever writes holds the folder's lock, so that a draft that is found there is of a process that is gone.
 */
export class FolderFiles implements FileStore {
  readonly place: string;
  readonly #data: string;
  readonly #made = new Set<string>();

  /** @throws RangeError where the register's id could lead out of the folder */
  constructor(folder: string, register: string) {
    if (!ID.test(register)) throw new RangeError(`${JSON.stringify(register)} is not the id of a register.`);
    this.#data = folder;
    this.place = filesIn(folder, register);
  }

  /** Takes away what a process left that was killed while it wrote. For the one process that writes. */
  async sweep(): Promise<void> {
    const left = (await namesIn(this.place)).filter((name) => name.endsWith(DRAFT) && !underWay.has(join(this.place, name)));
    for (const name of left) await rm(join(this.place, name));
    if (left.length > 0) await syncFolder(this.place);
  }

  async draft(): Promise<Draft> {
    await this.#make(this.place);
    const path = join(this.place, `${randomUUID()}${DRAFT}`);
    underWay.add(path);
    const handle = await open(path, 'wx+', 0o600).catch((error: unknown) => {
      underWay.delete(path);
      this.#made.clear();
      throw error;
    });
    let isKept = false;
    return {
      handle,
      keep: async ({ digest }) => {
        const to = this.#pathOf(digest);
        await handle.sync();
        await this.#make(dirname(to));
        await rename(path, to).catch((error: unknown) => {
          this.#made.clear();
          throw error;
        });
        isKept = true;
        await syncFolder(dirname(to));
      },
      end: async () => {
        await handle.close();
        if (!isKept) await rm(path, { force: true });
        underWay.delete(path);
      },
    };
  }

  async facts(digest: FileDigest): Promise<FileFacts | undefined> {
    const handle = await this.#opened(digest);
    if (handle === undefined) return undefined;
    try {
      const { size } = await handle.stat();
      const found = await foundKind(bytesOfHandle(handle, size));
      return { digest, bytes: size, type: 'kind' in found ? found.kind.type : 'application/octet-stream' };
    } finally {
      await handle.close();
    }
  }

  async *pieces(digest: FileDigest): AsyncGenerator<Uint8Array> {
    const handle = await this.#opened(digest);
    if (handle === undefined) throw new Error(`The file ${digest} is not there.`);
    try {
      yield* bytesOfHandle(handle, (await handle.stat()).size).pieces();
    } finally {
      await handle.close();
    }
  }

  /** What it held is overwritten before its name goes: on most disks nothing of it can be read afterwards. */
  async remove(digest: FileDigest): Promise<boolean> {
    const path = this.#pathOf(digest);
    const doomed = join(this.place, `${randomUUID()}${DRAFT}`);
    try {
      await rename(path, doomed);
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
    await syncFolder(dirname(path));
    await overwrite(doomed);
    await rm(doomed);
    await syncFolder(this.place);
    return true;
  }

  async *digests(): AsyncGenerator<FileDigest> {
    for (const head of await namesIn(this.place)) {
      if (!/^[0-9a-f]{2}$/.test(head)) continue;
      for (const rest of await namesIn(join(this.place, head))) {
        const digest = rest.length === 62 ? parseFileDigest(head + rest) : undefined;
        if (digest !== undefined) yield digest;
      }
    }
  }

  #pathOf(digest: FileDigest): string {
    const hex = hexOf(digest);
    return join(this.place, hex.slice(0, 2), hex.slice(2));
  }

  async #opened(digest: FileDigest): Promise<FileHandle | undefined> {
    try {
      return await open(this.#pathOf(digest), constants.O_RDONLY | constants.O_NOFOLLOW);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /**
   * Makes a folder inside the data folder, and those around it, each on the disk before anything is put into it. One that is there may
   * have been made by a process that was killed before it was on the disk: each is synced once.
   */
  async #make(folder: string): Promise<void> {
    if (folder === this.#data || this.#made.has(folder)) return;
    await this.#make(dirname(folder));
    await mkdir(folder, { mode: 0o700, recursive: true });
    await syncFolder(dirname(folder));
    this.#made.add(folder);
  }
}
