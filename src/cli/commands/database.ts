import type { Tables } from '../../database/tables.ts';
import { quoted } from '../../kernel/fault.ts';
import { Misuse, type Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { given } from '../kept.ts';
import { exactly, KEPT, parsed } from '../options.ts';
import { placeOption } from '../place.ts';

/** @param rooms what is kept beside the registers */
export const databaseCommand = (rooms: readonly Tables[]): Command => ({
  summary: 'Prepare a PostgreSQL database for registers and accounts.',
  usage: `answerable database prepare --database-url URL [--app-role NAME]

  Makes the tables of Answerable in the database, or brings them up to date, and lets the
  role NAME (answerable_app) work on them: it may read and insert, and change nothing that
  was entered. Accounts, sessions and drafts, which do change, lie in a schema of their own.
  URL is that of the tables' owner, which may make roles and schemas; the app
  then runs with the URL of NAME. Where NAME is not there it is made, without a right to
  log in. Not needed where the app runs with the owner's URL: it does the same at its start,
  and gives up the owner's rights on each connection.`,
  async run([verb, ...args], terminal) {
    if (verb !== 'prepare') throw new Misuse(verb === undefined ? 'Say what: `prepare`.' : `${quoted(verb)} is nothing that is done with a database: \`prepare\` is.`);
    const { values, positionals } = parsed(args, { 'database-url': KEPT['database-url'], 'app-role': { type: 'string' } });
    exactly(positionals);
    const place = placeOption(values);
    if (!('database' in place)) throw new Misuse('Say with `--database-url URL` which database.');
    const [{ prepareIn }, { preparePostgres }] = await Promise.all([import('../../register/database/prepare-database.ts'), import('../../database/postgres/open-postgres.ts')]);
    const { version, role } = given(await prepareIn(place.database.url, values['app-role']));
    given(await preparePostgres({ url: place.database.url, role }, rooms));
    terminal.out(`Prepared: tables of version ${version}, for the role \`${role}\`.\n`);
    return EXIT.done;
  },
});
