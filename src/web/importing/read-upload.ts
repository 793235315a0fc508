import { openRegisterBytes, type OpenRegister } from '../../assessment/open-register.ts';
import type { Result } from '../../kernel/result.ts';
import type { Limits } from '../../model/register-file/limits.ts';
import type { Upload } from './uploads.ts';

/**
 * Less than the command line reads: while one file is read nobody else is answered. 15,000 records of one line take about a second
 * as YAML, a third of that as a workbook. What is larger is for `answerable import`.
 */
const LIMITS_HERE: Partial<Limits> = { unpackedBytes: 16 * 1024 * 1024, records: 20_000, values: 300_000, symbols: 500_000, cells: 200_000 };

export const readUpload = ({ name, bytes }: Upload): Promise<Result<OpenRegister>> => openRegisterBytes(name, bytes, undefined, LIMITS_HERE);
