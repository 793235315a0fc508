import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refused, type Result } from '../../kernel/result.ts';
import type { RegisterContent, VocabularySource } from '../register-header.ts';
import { LIMITS, type Limits } from './limits.ts';
import { readRegisterFile } from './read.ts';

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'This file may not be read: its permissions forbid it.',
};

/** Reads the register file at a path. @see readRegisterFile */
export async function readRegisterFileFromPath(path: string, vocabularies: VocabularySource, limits: Partial<Limits> = {}): Promise<Result<RegisterContent>> {
  try {
    const { size } = await stat(path);
    const most = limits.bytes ?? LIMITS.bytes;
    // One byte more than allowed is enough for the refusal: the rest need not be read.
    const bytes = size > most ? new Uint8Array(most + 1) : await readFile(path);
    return await readRegisterFile({ name: basename(path), bytes }, vocabularies, limits);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return refused({ category: 'not-found', code: 'file-unreadable', sentence: WHY[code] ?? 'This file cannot be read.', place: { file: path } });
  }
}
