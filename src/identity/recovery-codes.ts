import { randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { digestOf } from './secret.ts';

const CODES = 10;
/** Letters and figures that are not taken for each other. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Codes on paper for the day when the second factor is lost. Each opens once. */
export class RecoveryCodes {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** New codes in place of all earlier ones; this is the only time that they can be read. */
  make(account: number): readonly string[] {
    const codes = Array.from({ length: CODES }, () => [0, 0, 0].map(() => Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-'));
    this.#database.exec('BEGIN IMMEDIATE');
    this.#database.prepare('DELETE FROM recovery_codes WHERE account = ?').run(account);
    for (const code of codes) this.#database.prepare('INSERT INTO recovery_codes VALUES (?, ?)').run(account, digestOf(plain(code)));
    this.#database.exec('COMMIT');
    return codes;
  }

  clear(account: number): void {
    this.#database.prepare('DELETE FROM recovery_codes WHERE account = ?').run(account);
  }

  left(account: number): number {
    return Number(this.#database.prepare('SELECT count(*) AS n FROM recovery_codes WHERE account = ?').get(account)?.['n']);
  }

  use(account: number, code: string): boolean {
    return this.#database.prepare('DELETE FROM recovery_codes WHERE account = ? AND digest = ?').run(account, digestOf(plain(code))).changes === 1;
  }
}

const plain = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');
