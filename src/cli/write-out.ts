import { writeFile } from 'node:fs/promises';
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
