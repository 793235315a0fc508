import { refused, type Result } from '../../kernel/result.ts';
import { DatabaseRefused } from '../store/postgres/database-refused.ts';

/** The work's result; where the database cannot be used as it is, why not. */
export async function unlessRefused<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
    return refused({ category: error.code === 'database-url-malformed' ? 'misuse' : 'input', code: error.code, sentence: error.message });
  }
}
