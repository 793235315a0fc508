import type { Tables } from '../database/tables.ts';

/**
 * What was sent to whom, so that neither a restart nor another process sends it again; who does the sending at the moment; what people
 * chose; and the links by which they answer, of each secret the digest alone. A reminder names a person and not their account: closing
 * one and making another begins nothing anew.
 */
export const REMINDER_TABLES: Tables = {
  name: 'reminders',
  steps: [`CREATE TABLE reminder_mails (
    id BIGINT PRIMARY KEY,
    register TEXT NOT NULL,
    person TEXT NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    claimed_at TEXT NOT NULL,
    next_try_at TEXT NOT NULL,
    tries BIGINT NOT NULL,
    sent_at TEXT,
    because TEXT,
    UNIQUE (register, person, day)
  );
  CREATE TABLE reminders (
    register TEXT NOT NULL,
    person TEXT NOT NULL,
    need TEXT NOT NULL,
    due TEXT NOT NULL,
    which BIGINT NOT NULL,
    day TEXT NOT NULL,
    entry BIGINT NOT NULL,
    mail BIGINT NOT NULL REFERENCES reminder_mails,
    PRIMARY KEY (register, person, need, due, which)
  );
  CREATE TABLE reminder_days (register TEXT NOT NULL, day TEXT NOT NULL, finished_at TEXT NOT NULL, PRIMARY KEY (register, day));
  CREATE TABLE reminder_choices (account BIGINT PRIMARY KEY, how TEXT NOT NULL, language TEXT NOT NULL);
  CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until TEXT NOT NULL);
  CREATE TABLE answer_links (
    id BIGINT PRIMARY KEY,
    digest BYTES NOT NULL UNIQUE,
    register TEXT NOT NULL,
    account BIGINT NOT NULL,
    person TEXT NOT NULL,
    whose TEXT NOT NULL,
    answer TEXT NOT NULL,
    record TEXT NOT NULL,
    entry BIGINT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
  );`],
};
