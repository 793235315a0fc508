import { KEY_KIND } from '../store.ts';

/** The version of the tables; kept in the database as `user_version`. */
export const SCHEMA_VERSION = 2;

/**
 * Every key begins with the register's id. Entries, changes and bodies are only ever inserted; `current_records` follows them. Of the
 * checkpoints, at least those of the last 1,024 entries stay, and before them one for every 256 and those by two keys.
 */
const VERSION_1 = `
CREATE TABLE kept_registers (
  register TEXT NOT NULL PRIMARY KEY,
  begun INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_entries (
  register TEXT NOT NULL,
  number INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  person TEXT NOT NULL,
  post TEXT,
  act TEXT NOT NULL,
  reason TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  leaf_hash BLOB NOT NULL,
  PRIMARY KEY (register, number),
  UNIQUE (register, idempotency_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_changes (
  register TEXT NOT NULL,
  entry INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  valid_from TEXT,
  valid_until TEXT,
  digest TEXT,
  PRIMARY KEY (register, entry, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_bodies (
  register TEXT NOT NULL,
  entry INTEGER NOT NULL,
  position INTEGER NOT NULL,
  salt BLOB NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (register, entry, position)
) STRICT;
CREATE TABLE kept_checkpoints (
  register TEXT NOT NULL,
  size INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (register, size)
) STRICT, WITHOUT ROWID;
CREATE TABLE current_records (
  register TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  valid_from TEXT,
  valid_until TEXT,
  entry INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (register, kind, id, version)
) STRICT;
`;

/** Tombstones of erased bodies, whether what they were is still to be purged from the files, and what witnesses said of checkpoints. */
const VERSION_2 = `
CREATE TABLE kept_erasures (
  register TEXT NOT NULL,
  entry INTEGER NOT NULL,
  position INTEGER NOT NULL,
  erased_by INTEGER NOT NULL,
  PRIMARY KEY (register, entry, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_purge (
  due INTEGER NOT NULL PRIMARY KEY
) STRICT;
CREATE TABLE kept_cosignatures (
  register TEXT NOT NULL,
  size INTEGER NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (register, size, line)
) STRICT;
`;

/** What makes each version of the tables out of the one before it, the first out of nothing. */
export const STEPS: readonly string[] = [VERSION_1, VERSION_2];

/** Takes away the checkpoints that are no longer needed, and leaves those that hand over from one signing key to the next; its parameters are the register and the new size. */
export const THIN_CHECKPOINTS = `DELETE FROM kept_checkpoints WHERE register = ? AND size < ? - 1024 AND size % 256 <> 0
  AND NOT EXISTS (SELECT 1 FROM kept_changes c WHERE c.register = kept_checkpoints.register AND c.entry = kept_checkpoints.size - 1 AND c.kind = '${KEY_KIND}')`;
