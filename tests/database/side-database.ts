import { TABLES } from '../../src/compose/tables.ts';
import type { Database } from '../../src/database/database.ts';
import { openSqlite } from '../../src/database/open-sqlite.ts';
import { good } from '../kept/folder.ts';

/** Everything that is kept beside registers, in a file; whoever opens it closes it. */
export const sideDatabase = async (path: string): Promise<Database> => good(await openSqlite(path, TABLES));
