import { open, readdir } from 'node:fs/promises';

/** Writes nothing over all that a file holds. */
export async function overwrite(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    const nothing = Buffer.alloc(64 * 1024);
    for (let from = 0; from < size; from += nothing.length) await handle.write(nothing, 0, Math.min(nothing.length, size - from), from);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A file's name is on the disk only once its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The names in a folder, in order; none where it is not there. */
export const namesIn = (folder: string): Promise<string[]> => readdir(folder).then((names) => names.sort(), (error: unknown) => {
  if (isMissing(error)) return [];
  throw error;
});

export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
