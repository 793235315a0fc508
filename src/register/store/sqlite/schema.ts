import { KEY_KIND } from '../store.ts';
import { PLACE } from './place.ts';

/** The version of the tables; kept in the database as `user_version`. */
export const SCHEMA_VERSION = 3;

/** Every key begins with the register's id. */
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

/** Rows of the older tables as the tables of version 3 have them. @param schema where the older tables are */
const asOf3 = (tables: { readonly entries: string; readonly changes: string; readonly bodies: string; readonly current: string }) => ({
  entries: `SELECT ${PLACE('r.begun', 'e.number')} AS place, e.* FROM ${tables.entries} e LEFT JOIN kept_registers r USING (register)`,
  changes: `SELECT ${PLACE('r.begun', 'entry', 'position')} AS place, register, entry, position, c.kind, c.id, c.valid_from, c.valid_until, c.digest, b.salt, b.body
    FROM ${tables.changes} c FULL JOIN ${tables.bodies} b USING (register, entry, position) LEFT JOIN kept_registers r USING (register)`,
  current: `SELECT v.register, v.kind, v.id, v.version, v.valid_from, v.valid_until, v.entry, s.place AS said FROM ${tables.current} v
    LEFT JOIN (SELECT register, kind, id, body, max(place) AS place FROM kept_changes WHERE body IS NOT NULL GROUP BY register, kind, id, body) s USING (register, kind, id, body)`,
});

const MOVED = asOf3({ entries: 'older_entries', changes: 'older_changes', bodies: 'kept_bodies', current: 'current_records' });

/**
 * Entries, and changes with what they said, lie by their place: to append is then to write the last page. Of both, rows are only ever
 * inserted; a body and its salt go by erasure. `kept_current` follows them and names the change whose body a version has. Of the
 * checkpoints, at least those of the last 1,024 entries stay, and before them one for every 256 and those by two keys.
 */
const VERSION_3 = `
ALTER TABLE kept_entries RENAME TO older_entries;
ALTER TABLE kept_changes RENAME TO older_changes;
CREATE TABLE kept_entries (
  place INTEGER NOT NULL PRIMARY KEY,
  register TEXT NOT NULL,
  number INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  person TEXT NOT NULL,
  post TEXT,
  act TEXT NOT NULL,
  reason TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  leaf_hash BLOB NOT NULL
) STRICT;
CREATE TABLE kept_changes (
  place INTEGER NOT NULL PRIMARY KEY,
  register TEXT NOT NULL,
  entry INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  valid_from TEXT,
  valid_until TEXT,
  digest TEXT,
  salt BLOB,
  body TEXT
) STRICT;
CREATE TABLE kept_current (
  register TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  valid_from TEXT,
  valid_until TEXT,
  entry INTEGER NOT NULL,
  said INTEGER,
  PRIMARY KEY (register, kind, id, version)
) STRICT, WITHOUT ROWID;
INSERT INTO kept_entries ${MOVED.entries};
INSERT INTO kept_changes ${MOVED.changes} WHERE kind IS NOT NULL;
INSERT INTO kept_current ${MOVED.current};
DROP TABLE older_entries;
DROP TABLE older_changes;
DROP TABLE kept_bodies;
DROP TABLE current_records;
CREATE VIEW current_records AS SELECT v.register, v.kind, v.id, v.version, v.valid_from, v.valid_until, v.entry, s.body
  FROM kept_current v JOIN kept_changes s ON s.place = v.said;
`;

/** What makes each version of the tables out of the one before it, the first out of nothing. */
export const STEPS: readonly string[] = [VERSION_1, VERSION_2, VERSION_3];

const SHOWN = asOf3({ entries: 'main.kept_entries', changes: 'main.kept_changes', bodies: 'main.kept_bodies', current: 'main.current_records' });
const temporary = (sql: string): string => sql.replaceAll(/CREATE (TABLE|VIEW)/g, 'CREATE TEMP $1');
const VERSION_2_SHOWN = `CREATE TEMP VIEW kept_entries AS ${SHOWN.entries}; CREATE TEMP VIEW kept_changes AS ${SHOWN.changes}; CREATE TEMP VIEW kept_current AS ${SHOWN.current};`;

/** What shows the tables of an older version to one connection as those of today, and leaves them as they are: by version, 0 for a file without any. */
export const SHOWN_AS_TODAY: readonly string[] = [temporary(STEPS.join('')), temporary(VERSION_2) + VERSION_2_SHOWN, VERSION_2_SHOWN];

/** Takes away the checkpoints that are no longer needed, and leaves those that hand over from one signing key to the next; its parameters are the register and the new size. */
export const THIN_CHECKPOINTS = `DELETE FROM kept_checkpoints WHERE register = ?1 AND size < ?2 - 1024 AND size % 256 <> 0
  AND NOT EXISTS (SELECT 1 FROM kept_registers r JOIN kept_changes c ON c.place = ${PLACE('r.begun', 'kept_checkpoints.size - 1')} WHERE r.register = ?1 AND c.kind = '${KEY_KIND}')`;
