import { open, rename, rm, writeFile } from 'node:fs/promises';
import { InvalidInput, type Terminal } from './command.ts';

/** Writes a file. @throws InvalidInput where it cannot be written */
export async function writtenTo(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    throw new InvalidInput([{ category: 'input', code: 'file-unwritable', sentence: `This file cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`, place: { file: path } }]);
  }
}

/** To the file where one is named, else to the terminal. */
export async function printed(text: string, path: string | undefined, terminal: Terminal): Promise<void> {
  if (path === undefined) terminal.out(text);
  else await writtenTo(path, text);
}

/** Writes a stream to a file, under another name until it is whole: a stream that fails leaves what was there. @throws InvalidInput where it cannot be written, and whatever the stream fails with */
export async function streamedTo(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  const unwritable = (error: unknown): never => {
    throw new InvalidInput([{ category: 'input', code: 'file-unwritable', sentence: `This file cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`, place: { file: path } }]);
  };
  const file = await open(beside, 'wx', 0o600).catch(unwritable);
  try {
    try {
      for await (const piece of content) await file.writeFile(piece).catch(unwritable);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path).catch(unwritable);
  } finally {
    await rm(beside, { force: true });
  }
}
