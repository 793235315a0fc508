import type { Tables } from '../../database/tables.ts';

/** Files between their dry run and its confirmation. */
export const UPLOAD_TABLES: Tables = {
  name: 'uploads',
  steps: [`CREATE TABLE uploads (
    digest BYTES NOT NULL PRIMARY KEY,
    session BIGINT NOT NULL UNIQUE,
    register TEXT NOT NULL,
    name TEXT NOT NULL,
    content BYTES NOT NULL,
    until TEXT NOT NULL
  );`, `ALTER TABLE uploads ADD COLUMN choices TEXT NOT NULL DEFAULT '{}';`],
};
