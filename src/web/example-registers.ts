import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../kernel/fault.ts';
import type { Result } from '../kernel/result.ts';
import { openRegister, type OpenRegister } from '../assessment/open-register.ts';
import { readRegisterFile } from '../model/register-file/read.ts';
import { fromFile, type Unplaced } from './shelf.ts';

/** The folder of the examples that come with the product. */
export const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Those to meet first; the others follow by the name of their file. */
const FIRST = ['demo-wales/register.yaml', 'demo-scotland/register.yaml'];

/** Whether a file is one of the cases beside an example: `examples/<name>/cases/…`. */
const isCase = (file: string): boolean => /\/cases\//.test(file);

/**
 * Every register file under the folder, only its header read: the rest when somebody asks for it. YAML whose top level has no
 * `register:` is no register file (an overlay, a list). A file whose header has faults is left out and told to `onFaults`.
 */
export async function exampleRegisters(folder: string, onFaults: (file: string, faults: readonly Fault[]) => void, guidance?: string): Promise<readonly Unplaced[]> {
  const files = globSync('**/*.{yaml,yml}', { cwd: folder }).map((file) => file.replaceAll('\\', '/')).sort();
  const found: Unplaced[] = [];
  for (const file of [...FIRST.filter((one) => files.includes(one)), ...files.filter((one) => !FIRST.includes(one))]) {
    const header = headerOf(await readFile(join(folder, file), 'utf8'));
    if (header === undefined) continue;
    const read = await readRegisterFile({ name: file, bytes: Buffer.from(header) }, {});
    if (read.ok) found.push(fromFile(read.value.header, isCase(file), once(() => openRegister(join(folder, file), guidance))));
    else onFaults(file, read.faults);
  }
  return found;
}

/** The lines of `register:` at the top level, which are a register file without records. */
function headerOf(text: string): string | undefined {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => /^register\s*:/.test(line));
  if (first < 0) return undefined;
  const next = lines.findIndex((line, index) => index > first && /^[^\s#]/.test(line));
  return lines.slice(first, next < 0 ? undefined : next).join('\n');
}

function once(open: () => Promise<Result<OpenRegister>>): () => Promise<Result<OpenRegister>> {
  let opening: Promise<Result<OpenRegister>> | undefined;
  return () => (opening ??= open());
}
