import { extname } from 'node:path';
import type { Fault } from '../../kernel/fault.ts';
import { ok, refused, type Result } from '../../kernel/result.ts';
import type { Limits } from './limits.ts';

/** How a register is written down. */
export type Form = 'yaml' | 'json' | 'workbook';

/** The form by what the file begins with, then by its ending; YAML where neither says. */
export function formOf(name: string, bytes: Uint8Array, limits: Limits): Result<Form> {
  const refuse = (code: string, sentence: string, expected: string): Result<Form> =>
    refused({ category: 'input', code, sentence, expected, place: { file: name } } satisfies Fault);
  if (bytes.length > limits.bytes) {
    const most = Math.floor(limits.bytes / 1024 / 1024);
    return refuse('file-too-large', `The file is larger than ${most} MB, the most that is read. Split it.`, `at most ${most} MB`);
  }
  const ending = extname(name).toLowerCase();
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return ok('workbook');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('old-workbook', 'This is a workbook of the old kind (.xls), or one with a password. Save it as .xlsx, without a password.', 'a workbook saved as .xlsx');
  if (ending === '.xlsx') return refuse('not-a-workbook', 'The file is named .xlsx but is not a workbook. Save it again from your spreadsheet program.', 'a workbook saved as .xlsx');
  if (ending === '.ods' || ending === '.csv' || ending === '.docx' || ending === '.pdf') {
    return refuse('form-unknown', `A register is not read from ${ending} files. Give it as YAML, JSON or a workbook saved as .xlsx.`, 'a .yaml, .json or .xlsx file');
  }
  return ok(ending === '.json' ? 'json' : 'yaml');
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
