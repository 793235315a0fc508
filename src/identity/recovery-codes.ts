import { randomInt } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { digestOf } from './secret.ts';

const CODES = 10;
/** Of five signs each: 123 bits in all, so that a plain digest gives nothing away. */
const GROUPS = 5;
/** Letters and figures that are not taken for each other. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Codes on paper for the day when the second factor is lost. Each opens once. */
export class RecoveryCodes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** New codes in place of all earlier ones; this is the only time that they can be read. */
  async make(account: number): Promise<readonly string[]> {
    const codes = Array.from({ length: CODES }, () => Array.from({ length: GROUPS }, () => Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-'));
    await this.#database.transaction(async (inside) => {
      await inside.run('DELETE FROM recovery_codes WHERE account = ?', account);
      for (const code of codes) await inside.run('INSERT INTO recovery_codes (account, digest) VALUES (?, ?)', account, digestOf(plain(code)));
    });
    return codes;
  }

  async clear(account: number): Promise<void> {
    await this.#database.run('DELETE FROM recovery_codes WHERE account = ?', account);
  }

  async left(account: number): Promise<number> {
    return Number((await this.#database.one('SELECT count(*) AS n FROM recovery_codes WHERE account = ?', account))?.['n']);
  }

  async use(account: number, code: string): Promise<boolean> {
    return (await this.#database.run('DELETE FROM recovery_codes WHERE account = ? AND digest = ?', account, digestOf(plain(code)))) === 1;
  }
}

const plain = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');
