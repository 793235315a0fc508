import { types, type ClientBase, type CustomTypesConfig } from 'pg';
import type { Row, Value } from '../database.ts';

const INT8 = 20;
const NUMERIC = 1700;
const BYTEA = 17;

/** Counts as numbers and bytes as bytes, as SQLite gives them. */
export const TYPES: CustomTypesConfig = {
  getTypeParser(type, format) {
    if (type === INT8 || type === NUMERIC) return Number;
    const parse = types.getTypeParser(type, format) as (text: string) => unknown;
    return type === BYTEA ? (text: string) => new Uint8Array(parse(text) as Buffer) : parse;
  },
};

interface Statement {
  readonly name: string;
  readonly text: string;
}

const statements = new Map<string, Statement>();

/** A statement under its name, with `$1` for the first `?`: each connection prepares it once. */
function statementOf(sql: string): Statement {
  const found = statements.get(sql);
  if (found !== undefined) return found;
  let place = 0;
  const made = { name: `s${statements.size}`, text: sql.replace(/\?/g, () => `$${(place += 1)}`) };
  statements.set(sql, made);
  return made;
}

/** Sends a statement over a connection. */
export async function sent(client: ClientBase, sql: string, values: readonly Value[]): Promise<{ readonly rows: readonly Row[]; readonly changed: number }> {
  const { rows, rowCount } = await client.query<Record<string, unknown>>({ ...statementOf(sql), values: values.map((value) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value)) });
  return { rows, changed: rowCount ?? 0 };
}
