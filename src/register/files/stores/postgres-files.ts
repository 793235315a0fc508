import type { ClientBase, QueryResultRow } from 'pg';
import type { Connections } from '../../store/postgres/connections.ts';
import { committed } from '../../store/postgres/postgres-store.ts';
import type { FileBytes } from '../content/file-bytes.ts';
import { parseFileDigest, type FileDigest } from '../file-digest.ts';
import { placesOf, type FilePlaces } from '../file-places.ts';
import type { Draft, FileFacts, FileStore } from '../file-store.ts';
import { namelessDraft } from './nameless-draft.ts';

/** How many digests are asked for at a time. */
const PAGE = 1_000;

/**
 * The files of a register in the database that keeps the register: a row for each, and its content in parts, in one transaction.
 * Each part is read by itself, so that a slow reader holds no connection.
 */
export class PostgresFiles implements FileStore {
  readonly place: string;
  readonly #connections: Connections;
  readonly #register: string;

  /** @param place where the database is, for people */
  constructor(connections: Connections, place: string, register: string) {
    this.#connections = connections;
    this.#register = register;
    this.place = place;
  }

  draft(): Promise<Draft> {
    return namelessDraft((facts, content, mends) => this.#keep(facts, content, mends));
  }

  async facts(digest: FileDigest): Promise<FileFacts | undefined> {
    const [row] = await this.#rows<{ bytes: string; type: string }>('SELECT bytes, type FROM file_facts($1, $2)', digest);
    return row === undefined ? undefined : { digest, bytes: Number(row.bytes), type: row.type };
  }

  async *pieces(digest: FileDigest): AsyncGenerator<Uint8Array> {
    for (let part = 0; ; part += 1) {
      const [row] = await this.#rows<{ content: Buffer | null }>('SELECT file_part($1, $2, $3) AS content', digest, part);
      const content = row?.content ?? null;
      if (content !== null) yield content;
      else if (part === 0 && (await this.facts(digest)) === undefined) throw new Error(`The file ${digest} is not there.`);
      else return;
    }
  }

  async remove(digest: FileDigest): Promise<boolean> {
    let isRemoved = false;
    await this.#connections.use((client) =>
      committed(client, async () => {
        const { rows } = await client.query<{ removed: boolean }>('SELECT remove_file($1, $2) AS removed', [this.#register, digest]);
        isRemoved = rows[0]?.removed === true;
      }),
    );
    return isRemoved;
  }

  async *digests(): AsyncGenerator<FileDigest> {
    for (let after = ''; ; ) {
      const page = await this.#rows<{ digest: string }>('SELECT digest FROM file_digests($1, $2, $3) AS digest', after, PAGE);
      for (const row of page) {
        const digest = parseFileDigest(row.digest);
        if (digest !== undefined) yield digest;
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.digest;
    }
  }

  async #keep({ digest, bytes, type }: FileFacts, content: FileBytes, mends: boolean): Promise<void> {
    const keep = async (client: ClientBase): Promise<void> => {
      await client.query('BEGIN');
      try {
        await client.query(`SELECT set_config('answerable.register', $1, true)`, [this.#register]);
        if (mends) await client.query('SELECT remove_file($1, $2)', [this.#register, digest]);
        const { rows } = await client.query('INSERT INTO kept_files (register, digest, bytes, type) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING digest', [this.#register, digest, bytes, type]);
        let part = 0;
        // No row: somebody else has put the same content in this moment.
        if (rows.length > 0) for await (const piece of content.pieces()) await client.query(INSERT_PART, [this.#register, digest, part++, piece]);
        await client.query('COMMIT');
      } catch (error) {
        // Where this fails too the connection is lost, and with it the transaction.
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    };
    await this.#connections.use((client) => committed(client, () => keep(client)));
  }

  #rows<R extends QueryResultRow>(sql: string, ...values: readonly unknown[]): Promise<readonly R[]> {
    return this.#connections.use(async (client) => (await client.query<R>(sql, [this.#register, ...values])).rows);
  }
}

export const filesInDatabase = (connections: Connections, place: string): FilePlaces => placesOf((register) => new PostgresFiles(connections, place, register));

const INSERT_PART = 'INSERT INTO kept_file_parts (register, digest, part, content) VALUES ($1, $2, $3, $4)';
