import { Client, type QueryResultRow } from 'pg';
import type { Postgres } from './start-postgres.ts';

let made = 0;

/** A new empty database on the server, as its superuser. */
export async function newDatabase(server: Postgres): Promise<string> {
  const name = `test_${process.pid}_${(made += 1)}`;
  await sql(server.url, `CREATE DATABASE ${name}`);
  return urlOf(server, name);
}

/** The URL of a database of the server, and of the role that connects. */
export const urlOf = ({ port }: Postgres, database: string, role = 'postgres'): string => `postgresql://${role}@127.0.0.1:${port}/${database}`;

/** Runs a statement, or several, on a connection of its own; answers the rows of the last. */
export async function sql<R extends QueryResultRow = QueryResultRow>(url: string, ...statements: readonly string[]): Promise<R[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: R[] = [];
    for (const statement of statements) ({ rows } = await client.query<R>(statement));
    return rows;
  } finally {
    await client.end();
  }
}
