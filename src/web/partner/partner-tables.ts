import type { Tables } from '../../database/tables.ts';

/** Links by which somebody without an account answers once. */
export const PARTNER_TABLES: Tables = {
  name: 'partners',
  steps: [`CREATE TABLE partner_links (
    id BIGINT PRIMARY KEY,
    digest BYTES NOT NULL UNIQUE,
    register TEXT NOT NULL,
    record TEXT NOT NULL,
    recipient TEXT NOT NULL,
    person TEXT,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    answered_at TEXT,
    withdrawn_at TEXT
  );
  CREATE INDEX partner_links_of_record ON partner_links (register, record);`],
};
