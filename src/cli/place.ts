import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DatabasePlace } from '../register/database/database-registers.ts';
import { Misuse } from './command.ts';

/** The options that say where a register is kept, and which one where there are several. */
export interface KeptOptions {
  readonly data?: string | undefined;
  readonly 'database-url'?: string | undefined;
  readonly keys?: string | undefined;
  readonly register?: string | undefined;
}

/** Where registers are kept: in a data folder, or in a PostgreSQL database with the signing keys in a folder. */
export type Place = { readonly folder: string } | { readonly database: DatabasePlace };

/** What the environment says of it; this file alone reads it for that. */
const ofEnvironment = (): Pick<KeptOptions, 'data' | 'database-url'> => ({ data: filled(process.env['ANSWERABLE_DATA']), 'database-url': filled(process.env['ANSWERABLE_DATABASE_URL']) });

/** True where the options themselves name a place, which stands in for a register file. */
export const namesPlace = ({ data, 'database-url': url }: KeptOptions): boolean => data !== undefined || url !== undefined;

/** True where a place is known without a register file. */
export const knowsPlace = (options: KeptOptions): boolean => namesPlace(options) || namesPlace(ofEnvironment());

/** @throws Misuse where the options name none, or two */
export function placeOption(options: KeptOptions): Place {
  const said = namesPlace(options) ? options : ofEnvironment();
  const folder = filled(said.data);
  const database = filled(said['database-url']);
  if (folder !== undefined && database !== undefined) throw new Misuse('`--data` and `--database-url` (ANSWERABLE_DATA and ANSWERABLE_DATABASE_URL) each say where the register is kept: give one of them.');
  if (folder !== undefined) return { folder };
  if (database === undefined) throw new Misuse('Say with `--data DIR` where the register is kept, or with `--database-url URL` in which PostgreSQL database.');
  return { database: { url: database, keys: filled(options.keys) ?? filled(process.env['ANSWERABLE_KEYS']) ?? join(homedir(), '.answerable', 'keys') } };
}

/** The folder into which mail is written where nobody says otherwise: in the data folder, or beside the signing keys of a database. */
export const mailFolderOf = (place: Place): string => join('folder' in place ? place.folder : dirname(place.database.keys), 'mail');

const filled = (value: string | undefined): string | undefined => (value === undefined || value === '' ? undefined : value);
