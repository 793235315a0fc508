import pg from 'pg';
import type { Appender } from './appender.ts';

/** One row a commit over one connection of its own, prepared once: what a program without a log, checks or indexes would do. */
export async function rawPostgres(url: string, bytes: number): Promise<Appender> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SET synchronous_commit = on');
  await client.query('CREATE TABLE IF NOT EXISTS entries (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, entry bytea NOT NULL)');
  const row = Buffer.alloc(bytes, 65);
  return {
    name: 'raw PostgreSQL (`pg`), one row a commit, one connection',
    append: () => client.query({ name: 'insert', text: 'INSERT INTO entries (entry) VALUES ($1)', values: [row] }),
    close: () => client.end(),
  };
}

/** Several such connections, each of which waits for its own commits. */
export async function rawPostgresPool(url: string, bytes: number, count: number): Promise<Appender> {
  const clients: Appender[] = [];
  for (let n = 0; n < count; n += 1) clients.push(await rawPostgres(url, bytes));
  return {
    name: `raw PostgreSQL, ${count} connections`,
    append: (writer = 0) => clients[writer]?.append(),
    close: () => Promise.all(clients.map((client) => client.close())),
  };
}
