import type { Tables } from '../database/tables.ts';

/**
 * Accounts are no part of any register: a register says what a person holds, an account only that somebody is that person. Secrets
 * are kept as digests, except what must be worked with: a TOTP secret, a passkey's public key. Numbers are drawn at random, so that
 * one is never somebody else's later.
 */
export const ACCOUNT_TABLES: Tables = {
  name: 'accounts',
  steps: [
    `CREATE TABLE accounts (
      id BIGINT PRIMARY KEY,
      register TEXT NOT NULL,
      person TEXT NOT NULL,
      name TEXT NOT NULL UNIQUE,
      password TEXT,
      totp_secret TEXT,
      totp_step BIGINT NOT NULL DEFAULT 0,
      is_administrator BIGINT NOT NULL DEFAULT 0,
      made_at TEXT NOT NULL,
      closed_at TEXT,
      UNIQUE (register, person)
    );
    CREATE TABLE recovery_codes (account BIGINT NOT NULL REFERENCES accounts, digest BYTES NOT NULL, PRIMARY KEY (account, digest));
    CREATE TABLE passkeys (
      credential TEXT NOT NULL PRIMARY KEY,
      account BIGINT NOT NULL REFERENCES accounts,
      public_key BYTES NOT NULL,
      counter BIGINT NOT NULL,
      transports TEXT NOT NULL,
      label TEXT NOT NULL,
      made_at TEXT NOT NULL,
      used_at TEXT
    );
    CREATE TABLE outside_identities (issuer TEXT NOT NULL, subject TEXT NOT NULL, account BIGINT NOT NULL REFERENCES accounts, PRIMARY KEY (issuer, subject));
    CREATE TABLE sessions (
      id BIGINT PRIMARY KEY,
      digest BYTES NOT NULL UNIQUE,
      account BIGINT NOT NULL REFERENCES accounts,
      proved TEXT NOT NULL,
      csrf TEXT NOT NULL,
      began_at TEXT NOT NULL,
      seen_at TEXT NOT NULL,
      browser TEXT NOT NULL
    );
    CREATE TABLE links (
      digest BYTES NOT NULL PRIMARY KEY,
      purpose TEXT NOT NULL,
      register TEXT NOT NULL,
      person TEXT NOT NULL,
      made_by TEXT NOT NULL,
      expires_at TEXT NOT NULL
    );
    CREATE TABLE challenges (challenge TEXT NOT NULL PRIMARY KEY, account BIGINT, expires_at TEXT NOT NULL);
    CREATE TABLE outside_requests (digest BYTES NOT NULL PRIMARY KEY, state TEXT NOT NULL, nonce TEXT NOT NULL, verifier TEXT NOT NULL, expires_at TEXT NOT NULL);
    CREATE TABLE attempts (subject TEXT NOT NULL PRIMARY KEY, failed BIGINT NOT NULL, last_at TEXT NOT NULL);`,

    // A closed account keeps neither name nor person from a new one, and no secret. Being signed in is not yet having shown it just now.
    `CREATE TABLE closed_accounts (id BIGINT PRIMARY KEY, register TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL, made_at TEXT NOT NULL, closed_at TEXT NOT NULL);
    INSERT INTO closed_accounts (id, register, person, name, made_at, closed_at) SELECT id, register, person, name, made_at, closed_at FROM accounts WHERE closed_at IS NOT NULL;
    DELETE FROM recovery_codes WHERE account IN (SELECT id FROM closed_accounts);
    DELETE FROM passkeys WHERE account IN (SELECT id FROM closed_accounts);
    DELETE FROM outside_identities WHERE account IN (SELECT id FROM closed_accounts);
    DELETE FROM sessions WHERE account IN (SELECT id FROM closed_accounts);
    DELETE FROM accounts WHERE closed_at IS NOT NULL;
    ALTER TABLE accounts DROP COLUMN closed_at;
    ALTER TABLE sessions ADD COLUMN proved_at TEXT NOT NULL DEFAULT '';
    UPDATE sessions SET proved_at = began_at;
    ALTER TABLE attempts ADD COLUMN next_at BIGINT NOT NULL DEFAULT 0;
    CREATE INDEX sessions_of_account ON sessions (account);`,

    // Where somebody wants to have e-mail: used only once they have shown that it reaches them.
    `CREATE TABLE mail_addresses (
      account BIGINT PRIMARY KEY REFERENCES accounts,
      address TEXT,
      asked TEXT,
      digest BYTES UNIQUE,
      expires_at TEXT,
      asked_on TEXT NOT NULL,
      times BIGINT NOT NULL
    );`,
  ],
};
