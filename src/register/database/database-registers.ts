import { ok, type Result } from '../../kernel/result.ts';
import { makeFolder } from '../folder/files.ts';
import { FolderSigner } from '../folder/folder-signer.ts';
import type { KeptRegister } from '../kept-register.ts';
import { OpenRegisters } from '../open-registers.ts';
import type { Registers } from '../registers.ts';
import { placeOf } from '../store/postgres/connections.ts';
import { PostgresStore } from '../store/postgres/postgres-store.ts';
import { unlessRefused } from './refusal.ts';

export interface DatabasePlace {
  /** `postgresql://…`; the password may come from the environment or a password file, as PostgreSQL's own programs take it. */
  readonly url: string;
  /** The folder of signing keys: they never lie in the database. */
  readonly keys: string;
}

export interface DatabaseOptions extends DatabasePlace {
  /** What its registers may take in memory together, in bytes. */
  readonly memory?: number | undefined;
}

/** The registers of a PostgreSQL database that other processes may share. */
export class DatabaseRegisters implements Registers {
  /** The database and the machine it is on, without who connects. */
  readonly place: string;
  readonly #store: PostgresStore;
  readonly #open: OpenRegisters;

  private constructor({ url, keys, memory }: DatabaseOptions, store: PostgresStore) {
    this.place = placeOf(url);
    this.#store = store;
    this.#open = new OpenRegisters({ store, signer: (id) => new FolderSigner(keys, id), shared: true, memory });
  }

  /** Opens the database, and makes its tables where they are not there and the role of the URL may. Refused where it is not safe, not prepared or not reached. */
  static open(options: DatabaseOptions): Promise<Result<DatabaseRegisters>> {
    return unlessRefused(async () => {
      const store = await PostgresStore.open(options.url);
      makeFolder(options.keys);
      return ok(new DatabaseRegisters(options, store));
    });
  }

  registers(): Promise<readonly string[]> {
    return this.#store.registers();
  }

  register(id: string): Promise<KeptRegister> {
    return this.#open.register(id);
  }

  /** Lets what was asked for finish, then lets go of the database. */
  async close(): Promise<void> {
    await this.#open.close();
    await this.#store.close();
  }
}
