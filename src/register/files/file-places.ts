import type { FileStore } from './file-store.ts';
import { FolderFiles } from './stores/folder-files.ts';

/** Where the files of evidence of all registers are kept, each register's apart from the others'. */
export interface FilePlaces {
  /** The files of a register, for reading. */
  of(register: string): FileStore;
  /** The same, fit to be written to: what a process left that was killed while it wrote is gone. */
  forWriting(register: string): Promise<FileStore>;
}

export const filesInFolder = (folder: string): FilePlaces => ({
  of: (register) => new FolderFiles(folder, register),
  async forWriting(register) {
    const files = new FolderFiles(folder, register);
    await files.sweep();
    return files;
  },
});

/** A place where nothing is ever left behind. */
export const placesOf = (of: FilePlaces['of']): FilePlaces => ({ of, forWriting: (register) => Promise.resolve(of(register)) });
