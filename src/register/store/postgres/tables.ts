import { FILE_TABLES } from '../../files/stores/postgres-file-tables.ts';

/** The schema of the database in which everything of Answerable stands. */
export const SCHEMA = 'answerable';

/** What the app's role may do with each table of registers, beside reading it. Entries and changes are only ever inserted. */
export const TABLES: Readonly<Record<string, readonly ('INSERT' | 'DELETE')[]>> = {
  kept_registers: ['INSERT'],
  kept_entries: ['INSERT'],
  kept_changes: ['INSERT'],
  // Erasure takes a body away; its digest stays in the change.
  kept_bodies: ['INSERT', 'DELETE'],
  kept_erasures: ['INSERT'],
  // Those that are no longer needed are thinned out.
  kept_checkpoints: ['INSERT', 'DELETE'],
  kept_cosignatures: ['INSERT'],
  // Follows the entries: the rows of a record that was touched are written anew.
  current_records: ['INSERT', 'DELETE'],
  ...FILE_TABLES,
};

/** Text that is compared byte by byte, so that no index depends on the collations of an operating system. */
const KEY = 'text COLLATE "C" NOT NULL';

/** Every key begins with the register's id, so that registers can be spread over several machines. */
export const CREATE_TABLES = `
CREATE TABLE kept_registers (
  register ${KEY} PRIMARY KEY,
  begun bigint GENERATED ALWAYS AS IDENTITY UNIQUE
);
CREATE TABLE kept_entries (
  register ${KEY},
  number integer NOT NULL,
  recorded_at ${KEY},
  person text NOT NULL,
  post text,
  act text NOT NULL,
  reason text NOT NULL,
  idempotency_key ${KEY},
  leaf_hash bytea NOT NULL,
  PRIMARY KEY (register, number),
  UNIQUE (register, idempotency_key)
);
CREATE TABLE kept_changes (
  register ${KEY},
  entry integer NOT NULL,
  position integer NOT NULL,
  kind ${KEY},
  id ${KEY},
  valid_from text COLLATE "C",
  valid_until text COLLATE "C",
  digest text,
  PRIMARY KEY (register, entry, position)
);
CREATE TABLE kept_bodies (
  register ${KEY},
  entry integer NOT NULL,
  position integer NOT NULL,
  salt bytea NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (register, entry, position)
);
CREATE TABLE kept_erasures (
  register ${KEY},
  entry integer NOT NULL,
  position integer NOT NULL,
  erased_by integer NOT NULL,
  PRIMARY KEY (register, entry, position)
);
CREATE TABLE kept_checkpoints (
  register ${KEY},
  size integer NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (register, size)
);
CREATE TABLE kept_cosignatures (
  register ${KEY},
  size integer NOT NULL,
  line ${KEY},
  came bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (register, size, line)
);
CREATE TABLE current_records (
  register ${KEY},
  kind ${KEY},
  id ${KEY},
  version integer NOT NULL,
  valid_from text COLLATE "C",
  valid_until text COLLATE "C",
  entry integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (register, kind, id, version)
);
CREATE TABLE kept_purge (
  due boolean NOT NULL PRIMARY KEY
);
-- The server's statistics hold samples of values; what is erased must not stay there.
ALTER TABLE kept_bodies ALTER salt SET STATISTICS 0, ALTER body SET STATISTICS 0;
ALTER TABLE current_records ALTER body SET STATISTICS 0;
`;

/**
 * Nobody, the owner included, sees or writes a row of another register than the one that the transaction names. Which registers there
 * are is no secret: the list of them is read whole.
 */
export const SECURE_TABLES = Object.keys(TABLES).map((table) => {
  const own = `register = current_setting('answerable.register', true)`;
  const seen = table === 'kept_registers' ? 'true' : own;
  return `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_register ON ${table} USING (${seen}) WITH CHECK (${own});`;
}).join('\n');
