import type { DatabaseSync } from 'node:sqlite';
import { quoted } from '../kernel/fault.ts';
import type { Instant } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Ref } from '../model/field.ts';

/** Somebody who may sign in: a person of one register. What they may do there is worked out from that register, never kept here. */
export interface Account {
  readonly id: number;
  readonly register: string;
  readonly person: Ref<'persons'>;
  /** What they sign in with: an e-mail address, in lower case. */
  readonly name: string;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  /** May invite, close and help accounts back in; reads nothing by it. */
  readonly isAdministrator: boolean;
  readonly closedAt: Instant | undefined;
}

export interface NewAccount {
  readonly register: string;
  readonly person: Ref<'persons'>;
  readonly name: string;
  readonly isAdministrator?: boolean;
}

const NAME = /^[^\s@\u0000-\u001f]+@[^\s@\u0000-\u001f]+\.[^\s@\u0000-\u001f]+$/;

export class Accounts {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Refused where the name is no e-mail address, or the name or the person has an account already. */
  make({ register, person, name, isAdministrator = false }: NewAccount, now: Instant): Result<Account> {
    const written = name.trim().toLowerCase();
    if (!NAME.test(written) || written.length > 200) return refused({ category: 'input', code: 'wrong-account-name', sentence: `${quoted(name)} is not an e-mail address.`, place: { path: 'name' } });
    if (this.named(written) !== undefined) return refused({ category: 'conflict', code: 'account-name-taken', sentence: `${quoted(written)} has an account already.`, place: { path: 'name' } });
    if (this.ofPerson(register, person) !== undefined) return refused({ category: 'conflict', code: 'account-there', sentence: `${quoted(person)} has an account already.`, place: { path: 'person' } });
    this.#database.prepare('INSERT INTO accounts (register, person, name, is_administrator, made_at) VALUES (?, ?, ?, ?, ?)').run(register, person, written, isAdministrator ? 1 : 0, now);
    const made = this.named(written);
    if (made === undefined) throw new RangeError('An account that was made is not there.');
    return ok(made);
  }

  get(id: number): Account | undefined {
    return this.#one('id = ?', id);
  }

  named(name: string): Account | undefined {
    return this.#one('name = ?', name.trim().toLowerCase());
  }

  ofPerson(register: string, person: Ref): Account | undefined {
    return this.#one('register = ? AND person = ?', register, person);
  }

  of(register: string): readonly Account[] {
    return this.#database.prepare('SELECT * FROM accounts WHERE register = ? ORDER BY name').all(register).map(accountIn);
  }

  count(register: string): number {
    return Number(this.#database.prepare('SELECT count(*) AS n FROM accounts WHERE register = ? AND closed_at IS NULL').get(register)?.['n']);
  }

  passwordDigest(id: number): string | undefined {
    const digest = this.#database.prepare('SELECT password FROM accounts WHERE id = ?').get(id)?.['password'];
    return typeof digest === 'string' ? digest : undefined;
  }

  setPassword(id: number, digest: string): void {
    this.#database.prepare('UPDATE accounts SET password = ? WHERE id = ?').run(digest, id);
  }

  setAdministrator(id: number, isAdministrator: boolean): void {
    this.#database.prepare('UPDATE accounts SET is_administrator = ? WHERE id = ?').run(isAdministrator ? 1 : 0, id);
  }

  /** Closed accounts stay, so that what was done by them can be told; they sign in no more and every session ends. */
  close(id: number, now: Instant): void {
    this.#database.prepare('UPDATE accounts SET closed_at = ? WHERE id = ? AND closed_at IS NULL').run(now, id);
    this.#database.prepare('DELETE FROM sessions WHERE account = ?').run(id);
  }

  #one(where: string, ...values: readonly (string | number)[]): Account | undefined {
    const row = this.#database.prepare(`SELECT * FROM accounts WHERE ${where}`).get(...values);
    return row === undefined ? undefined : accountIn(row);
  }
}

const accountIn = (row: Readonly<Record<string, unknown>>): Account => ({
  id: Number(row['id']),
  register: String(row['register']),
  person: String(row['person']) as Ref<'persons'>,
  name: String(row['name']),
  hasPassword: row['password'] !== null,
  hasTotp: row['totp_secret'] !== null,
  isAdministrator: row['is_administrator'] === 1,
  closedAt: typeof row['closed_at'] === 'string' ? (row['closed_at'] as Instant) : undefined,
});
