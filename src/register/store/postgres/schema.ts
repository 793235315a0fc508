import { CREATE_FILE_FUNCTIONS, CREATE_FILE_TABLES } from '../../files/stores/postgres-file-tables.ts';
import { CREATE_FUNCTIONS } from './functions.ts';
import { CREATE_TABLES, SECURE_TABLES } from './tables.ts';

/** What makes each version of the tables and functions out of the one before it, the first out of an empty schema. */
export const STEPS: readonly string[] = [CREATE_TABLES + CREATE_FILE_TABLES + SECURE_TABLES + CREATE_FUNCTIONS + CREATE_FILE_FUNCTIONS];

/** The version of the tables; kept in the database in `kept_version`. */
export const SCHEMA_VERSION = STEPS.length;
