import type { Tables } from '../database/tables.ts';

/** A draft is kept whole in one row: it is read and altered whole. Who may read it stands apart, so that theirs are found. */
export const DRAFT_TABLES: Tables = {
  name: 'drafts',
  steps: [
    `CREATE TABLE drafts (
      id TEXT NOT NULL PRIMARY KEY,
      register TEXT NOT NULL,
      author TEXT NOT NULL,
      state TEXT NOT NULL,
      version BIGINT NOT NULL,
      adoption_key TEXT NOT NULL UNIQUE,
      made_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      body TEXT NOT NULL
    );
    CREATE TABLE draft_shares (
      draft TEXT NOT NULL REFERENCES drafts,
      person TEXT NOT NULL,
      may_change BIGINT NOT NULL,
      PRIMARY KEY (draft, person)
    );
    CREATE TABLE draft_happenings (
      draft TEXT NOT NULL REFERENCES drafts,
      version BIGINT NOT NULL,
      at TEXT NOT NULL,
      person TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (draft, version)
    );`,
  ],
};
