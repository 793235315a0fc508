import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { standingOf } from '../../access/standing.ts';
import { openRegister } from '../../assessment/open-register.ts';
import type { Database } from '../../database/database.ts';
import { openSqlite } from '../../database/open-sqlite.ts';
import type { Tables } from '../../database/tables.ts';
import { Identity } from '../../identity/identity.ts';
import { faultInWords } from '../../kernel/fault.ts';
import { instantOf, type Instant } from '../../kernel/instant.ts';
import type { Ref } from '../../model/field.ts';
import { DataFolder } from '../../register/folder/data-folder.ts';
import { accountsIn } from '../../register/folder/files.ts';
import type { KeptRegister } from '../../register/kept-register.ts';
import type { Registers } from '../../register/registers.ts';
import { importRequest } from '../../register/requests.ts';
import { DEMONSTRATION } from '../addresses.ts';
import type { Result } from '../../kernel/result.ts';

/** Somebody of the example whom one can be with a click. */
export interface Playable {
  readonly person: Ref<'persons'>;
  readonly posts: readonly Ref<'posts'>[];
}

/** A kept copy of an example authority in a folder of its own, which is gone when the server stops: whatever one does there harms nothing. */
export class Demonstration implements Registers {
  readonly place = 'the demonstration';
  readonly identity: Identity;
  readonly database: Database;
  readonly #folder: string;
  readonly #registers: DataFolder;

  private constructor(folder: string, registers: DataFolder, database: Database) {
    this.#folder = folder;
    this.#registers = registers;
    this.database = database;
    this.identity = new Identity(database);
  }

  /** @param file a register file that comes with the product @param rooms what is kept beside the register */
  static async open(file: string, rooms: readonly Tables[]): Promise<Demonstration> {
    const folder = mkdtempSync(join(tmpdir(), 'answerable-demonstration-'));
    const now = instantOf(Date.now());
    const { content } = value(await openRegister(file));
    const demonstration = new Demonstration(folder, value(DataFolder.open(join(folder, 'data'), now, true)), value(await openSqlite(accountsIn(folder), rooms)));
    const register = await demonstration.register(DEMONSTRATION);
    const copy = { ...content, header: { ...content.header, id: DEMONSTRATION } };
    value(await register.perform(importRequest(copy, { actor: { person: 'Answerable' }, reason: 'A fictional authority to try things on.', now })));
    return demonstration;
  }

  registers(): Promise<readonly string[]> {
    return this.#registers.registers();
  }

  register(id: string): Promise<KeptRegister> {
    return this.#registers.register(id);
  }

  /** Everybody who holds a post on the date of the example. */
  async playable(today: () => Parameters<KeptRegister['image']['snapshot']>[0]): Promise<readonly Playable[]> {
    const image = await (await this.register(DEMONSTRATION)).latest();
    const snapshot = image.snapshot(image.header.asAt ?? today());
    return snapshot.all('persons').flatMap(({ ref }) => {
      const { posts } = standingOf(snapshot, ref);
      return posts.length === 0 ? [] : [{ person: ref, posts: posts.map((post) => post.ref) }];
    });
  }

  /** Signs in as somebody; gives the secret for the browser. Only for a register that is nobody's. */
  async signIn(person: Ref<'persons'>, browser: string, now: Instant): Promise<string> {
    const { accounts, sessions } = this.identity;
    const name = `${person.slice('persons/'.length)}@demonstration.example`;
    const account = (await accounts.ofPerson(DEMONSTRATION, person)) ?? value(await accounts.make({ register: DEMONSTRATION, person, name }, now));
    return await sessions.begin(account.id, 'full', browser, now);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.#registers.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Everything here is ours: what is refused is a fault of ours. */
function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.faults.map(faultInWords).join(' '));
}
