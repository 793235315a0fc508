import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const SCHEMA_VERSION = 1;

/**
 * Accounts are no part of any register: a register says what a person holds, an account only that somebody is that person. Secrets
 * are kept as digests, except what must be worked with: a TOTP secret, a passkey's public key.
 */
const SCHEMA = `
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  register TEXT NOT NULL,
  person TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE,
  password TEXT,
  totp_secret TEXT,
  totp_step INTEGER NOT NULL DEFAULT 0,
  is_administrator INTEGER NOT NULL DEFAULT 0,
  made_at TEXT NOT NULL,
  closed_at TEXT,
  UNIQUE (register, person)
) STRICT;
CREATE TABLE recovery_codes (
  account INTEGER NOT NULL REFERENCES accounts,
  digest BLOB NOT NULL,
  PRIMARY KEY (account, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE passkeys (
  credential TEXT NOT NULL PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES accounts,
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,
  label TEXT NOT NULL,
  made_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
CREATE TABLE outside_identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  account INTEGER NOT NULL REFERENCES accounts,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES accounts,
  proved TEXT NOT NULL,
  csrf TEXT NOT NULL,
  began_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  browser TEXT NOT NULL
) STRICT;
CREATE TABLE links (
  digest BLOB NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL,
  register TEXT NOT NULL,
  person TEXT NOT NULL,
  made_by TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
CREATE TABLE challenges (
  challenge TEXT NOT NULL PRIMARY KEY,
  account INTEGER,
  expires_at TEXT NOT NULL
) STRICT;
CREATE TABLE outside_requests (
  digest BLOB NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
CREATE TABLE attempts (
  subject TEXT NOT NULL PRIMARY KEY,
  failed INTEGER NOT NULL,
  last_at TEXT NOT NULL
) STRICT;
`;

/** Opens the file of accounts; makes its tables in a new one. @throws where it is from a newer version */
export function openAccountsDatabase(path: string): DatabaseSync {
  // Made readable to its owner alone, before anything is in it.
  closeSync(openSync(path, 'a', 0o600));
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON');
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version > SCHEMA_VERSION) throw new Error(`These accounts were kept by a newer version of Answerable (their tables are version ${version}, this one knows ${SCHEMA_VERSION}). Use that one.`);
    if (version === 0) database.exec(`BEGIN IMMEDIATE; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
