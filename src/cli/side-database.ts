import { existsSync } from 'node:fs';
import type { Database } from '../database/database.ts';
import { openSqlite } from '../database/open-sqlite.ts';
import type { Tables } from '../database/tables.ts';
import { noRegister } from '../register/folder/data-folder.ts';
import { accountsIn, databaseIn } from '../register/folder/files.ts';
import { given } from './kept.ts';
import type { Place } from './place.ts';

/** What is kept beside the registers of a place: in the data folder, or in the same database. @throws InvalidInput where it may not be used */
export async function openSideDatabase(place: Place, rooms: readonly Tables[]): Promise<Database> {
  if ('folder' in place) return given(await openSqlite(accountsIn(place.folder), rooms));
  const { url } = place.database;
  const [{ openPostgres }, { appRoleIn }] = await Promise.all([import('../database/postgres/open-postgres.ts'), import('../register/database/app-role.ts')]);
  return given(await openPostgres({ url, role: given(await appRoleIn(url)) }, rooms));
}

/** Opens it where registers are kept, works, and lets go of it again. @throws InvalidInput where none are */
export async function withSideDatabase<T>(place: Place, rooms: readonly Tables[], work: (database: Database) => Promise<T>): Promise<T> {
  if ('folder' in place && !existsSync(databaseIn(place.folder))) given(noRegister(place.folder));
  const database = await openSideDatabase(place, rooms);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
