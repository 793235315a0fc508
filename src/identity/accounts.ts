import type { Database, Row, Value } from '../database/database.ts';
import { quoted } from '../kernel/fault.ts';
import type { Instant } from '../kernel/instant.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Ref } from '../model/field.ts';
import { newNumber } from './secret.ts';

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
}

/** Somebody who might sign in once. Nothing is left of how they did, and both name and person are free for a new account. */
export interface ClosedAccount {
  readonly person: Ref<'persons'>;
  readonly name: string;
  readonly closedAt: Instant;
}

export interface NewAccount {
  readonly register: string;
  readonly person: Ref<'persons'>;
  readonly name: string;
  readonly isAdministrator?: boolean;
}

const NAME = /^[^\s@\u0000-\u001f]+@[^\s@\u0000-\u001f]+\.[^\s@\u0000-\u001f]+$/;

/** What goes with an account when it is closed. */
const THEIRS = ['sessions', 'recovery_codes', 'passkeys', 'outside_identities', 'mail_addresses'] as const;

export class Accounts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Refused where the name is no e-mail address, or the name or the person has an account already. */
  async make({ register, person, name, isAdministrator = false }: NewAccount, now: Instant): Promise<Result<Account>> {
    const written = name.trim().toLowerCase();
    if (!NAME.test(written) || written.length > 200) return refused({ category: 'input', code: 'wrong-account-name', sentence: `${quoted(name)} is not an e-mail address.`, place: { path: 'name' } });
    const account: Account = { id: newNumber(), register, person, name: written, hasPassword: false, hasTotp: false, isAdministrator };
    const made = await this.#database.run('INSERT INTO accounts (id, register, person, name, is_administrator, made_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', account.id, register, person, written, isAdministrator ? 1 : 0, now);
    if (made === 1) return ok(account);
    if ((await this.named(written)) !== undefined) return refused({ category: 'conflict', code: 'account-name-taken', sentence: `${quoted(written)} has an account already.`, place: { path: 'name' } });
    return refused({ category: 'conflict', code: 'account-there', sentence: `${quoted(person)} has an account already.`, place: { path: 'person' } });
  }

  get(id: number): Promise<Account | undefined> {
    return this.#one('id = ?', id);
  }

  named(name: string): Promise<Account | undefined> {
    return this.#one('name = ?', name.trim().toLowerCase());
  }

  ofPerson(register: string, person: Ref): Promise<Account | undefined> {
    return this.#one('register = ? AND person = ?', register, person);
  }

  async of(register: string): Promise<readonly Account[]> {
    return (await this.#database.all('SELECT * FROM accounts WHERE register = ? ORDER BY name', register)).map(accountIn);
  }

  async closedOf(register: string): Promise<readonly ClosedAccount[]> {
    const rows = await this.#database.all('SELECT person, name, closed_at FROM closed_accounts WHERE register = ? ORDER BY closed_at, name', register);
    return rows.map((row) => ({ person: String(row['person']) as Ref<'persons'>, name: String(row['name']), closedAt: String(row['closed_at']) as Instant }));
  }

  async count(register: string): Promise<number> {
    return Number((await this.#database.one('SELECT count(*) AS n FROM accounts WHERE register = ?', register))?.['n']);
  }

  async passwordDigest(id: number): Promise<string | undefined> {
    const digest = (await this.#database.one('SELECT password FROM accounts WHERE id = ?', id))?.['password'];
    return typeof digest === 'string' ? digest : undefined;
  }

  async setPassword(id: number, digest: string): Promise<void> {
    await this.#database.run('UPDATE accounts SET password = ? WHERE id = ?', digest, id);
  }

  async setAdministrator(id: number, isAdministrator: boolean): Promise<void> {
    await this.#database.run('UPDATE accounts SET is_administrator = ? WHERE id = ?', isAdministrator ? 1 : 0, id);
  }

  /** They sign in no more, every session ends, and all that they signed in with goes; that there was an account, and until when, stays. */
  close(id: number, now: Instant): Promise<void> {
    return this.#database.transaction(async (inside) => {
      await inside.run('INSERT INTO closed_accounts (id, register, person, name, made_at, closed_at) SELECT id, register, person, name, made_at, CAST(? AS TEXT) FROM accounts WHERE id = ?', now, id);
      for (const table of THEIRS) await inside.run(`DELETE FROM ${table} WHERE account = ?`, id);
      await inside.run('DELETE FROM accounts WHERE id = ?', id);
    });
  }

  async #one(where: string, ...values: readonly Value[]): Promise<Account | undefined> {
    const row = await this.#database.one(`SELECT * FROM accounts WHERE ${where}`, ...values);
    return row === undefined ? undefined : accountIn(row);
  }
}

export const accountIn = (row: Row): Account => ({
  id: Number(row['id']),
  register: String(row['register']),
  person: String(row['person']) as Ref<'persons'>,
  name: String(row['name']),
  hasPassword: row['password'] !== null,
  hasTotp: row['totp_secret'] !== null,
  isAdministrator: row['is_administrator'] === 1,
});
